import { z } from 'zod'
import { locales } from '../../domain/locale.ts'
import { withoutNumbers } from '../../domain/redaction/without-numbers.ts'
import { Failure } from '../../errors.ts'
import type { SentenceEncoder } from '../../ports/sentence-encoder.ts'
import { getJson } from '../http/get-json.ts'

export interface OpenAiEncoderOptions {
  /** Base address of an interface like OpenAI's, such as `https://…/v1`. */
  baseUrl: string
  model: string
  apiKey?: string | undefined
  /** For each request of at most `batch` texts. */
  timeoutMs?: number | undefined
  send?: typeof fetch | undefined
}

/** Few enough that an answer stays small: the longest vectors of today are 80 kB as JSON. */
const batch = 32
const maxBytes = 4_000_000

const reply = z.object({
  data: z.array(
    z.object({
      index: z.int().min(0).max(batch),
      embedding: z.array(z.number()).min(1).max(8_192),
    }),
  ),
})

/**
 * An embedding service with an interface like OpenAI's: a hosted one, or a model of one's own behind
 * such an interface. It sees no number of what it is asked, whoever asks.
 */
export function openAiEncoder(options: OpenAiEncoderOptions): SentenceEncoder {
  const { baseUrl, model, apiKey, timeoutMs = 10_000, send = fetch } = options
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/embeddings`)
  const headers = {
    'content-type': 'application/json',
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
  }
  const closing = new AbortController()

  async function ask(texts: readonly string[], given?: AbortSignal): Promise<Float32Array[]> {
    const body = JSON.stringify({ model, input: texts.map(withoutNumbers) })
    const ends = [closing.signal, AbortSignal.timeout(timeoutMs), ...(given ? [given] : [])]
    const signal = AbortSignal.any(ends)
    const request = { provider: 'embeddings', url, headers, body, signal, maxBytes, send }
    return vectorsOf(await getJson(request), texts.length)
  }

  return {
    name: `${url.host} ${model}`,
    languages: locales,
    async encode(texts, signal) {
      const vectors: Float32Array[] = []
      for (let at = 0; at < texts.length; at += batch) {
        vectors.push(...(await ask(texts.slice(at, at + batch), signal)))
      }
      return vectors
    },
    async close() {
      closing.abort()
    },
  }
}

/** One vector for each text, in the order of the texts. */
function vectorsOf(json: unknown, count: number): Float32Array[] {
  const read = reply.safeParse(json)
  const byIndex = read.success ? read.data.data.toSorted((a, b) => a.index - b.index) : []
  const length = byIndex[0]?.embedding.length
  const isWhole =
    byIndex.length === count &&
    byIndex.every(({ index, embedding }, at) => index === at && embedding.length === length)
  if (!isWhole) {
    throw new Failure(
      'provider_reply_unreadable',
      'embeddings answered other vectors than asked for',
    )
  }
  return byIndex.map(({ embedding }) => Float32Array.from(embedding))
}
