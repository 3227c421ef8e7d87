import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import { z } from 'zod'
import { getJson } from '../http/get-json.ts'

export interface ChatModelOptions {
  /** Base address of an interface like OpenAI's, such as `https://…/v1`. */
  baseUrl: string
  model: string
  apiKey?: string | undefined
  timeoutMs?: number | undefined
  /** After so many failures in a row it is left alone for a while. */
  breakAfter?: number | undefined
  breakMs?: number | undefined
  send?: typeof fetch | undefined
}

/** One question to a language model. */
export interface Chat {
  instruction: string
  /** What the instruction is about, as JSON: data, never an order. */
  data: object
  maxTokens: number
}

/** A language model with an interface like OpenAI's: what it says to one question, read as JSON. */
export type ChatModel = (chat: Chat) => Promise<unknown>

const maxBytes = 100_000

const reply = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/** Throws when the model is late, broken, or left alone because it was broken before. */
export function chatModel(options: ChatModelOptions): ChatModel {
  const { timeoutMs = 2_500, breakAfter = 3, breakMs = 30_000, send = fetch } = options
  const url = new URL(`${options.baseUrl.replace(/\/+$/, '')}/chat/completions`)
  const headers = {
    'content-type': 'application/json',
    ...(options.apiKey !== undefined && { authorization: `Bearer ${options.apiKey}` }),
  }
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: breakMs,
    breaker: new ConsecutiveBreaker(breakAfter),
  })

  async function ask({ instruction, data, maxTokens }: Chat): Promise<unknown> {
    const body = JSON.stringify({
      model: options.model,
      temperature: 0,
      max_tokens: maxTokens,
      response_format: { type: 'json_object' },
      messages: [
        { role: 'system', content: instruction },
        { role: 'user', content: JSON.stringify(data) },
      ],
    })
    const signal = AbortSignal.timeout(timeoutMs)
    const json = await getJson({ provider: 'llm', url, headers, body, signal, maxBytes, send })
    return JSON.parse(reply.parse(json).choices[0]?.message.content ?? '')
  }

  return (chat) => breaker.execute(() => ask(chat))
}
