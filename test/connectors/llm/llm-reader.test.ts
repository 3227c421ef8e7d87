import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ChatModelOptions, chatModel } from '../../../src/connectors/llm/chat-model.ts'
import { llmReader } from '../../../src/connectors/llm/llm-reader.ts'
import type { Understood } from '../../../src/ports/understanding.ts'

let server: Server
let base: string
let bodies: string[]
let authorizations: (string | undefined)[]
/** How the model answers; the default names one wish. */
let answer: (response: ServerResponse) => void

const saying = (content: string) => (response: ServerResponse) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
}

beforeEach(async () => {
  bodies = []
  authorizations = []
  answer = saying('{"intents": ["terminal_fault"]}')
  server = createServer(async (request, response) => {
    authorizations.push(request.headers.authorization)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push(Buffer.concat(chunks).toString())
    answer(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const reader = (options: Partial<ChatModelOptions> = {}) =>
  llmReader(chatModel({ baseUrl: base, model: 'small', apiKey: 'key-of-ours', ...options }))

const guesses = (...intents: Understood['intents']): Understood => ({
  language: 'en',
  intents,
  entities: [],
  cues: [],
})
const unsure = guesses({ name: 'knowledge_question', confidence: 0.3 })
const text = 'the little box keeps sulking'

describe('the language model', () => {
  it('names the wish of a message that the first reading is not sure of', async () => {
    const intents = await reader().readIntents(text, unsure)
    expect(intents.map(({ name }) => name)).toEqual(['terminal_fault', 'knowledge_question'])
    expect(intents[0]?.confidence).toBeGreaterThan(0.45)
    expect(authorizations).toEqual(['Bearer key-of-ours'])
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ model: 'small', temperature: 0 })
  })

  it.each([
    ['a sure reading', text, guesses({ name: 'greeting', confidence: 0.9 })],
    ['a bare number', '4471 2209', guesses()],
  ])('is not asked after %s', async (_, said, first) => {
    expect(await reader().readIntents(said, first)).toEqual(first.intents)
    expect(bodies).toEqual([])
  })

  it.each([
    ['card 4242 4242 4242 4242 cvv 737 is odd', /4242|737/],
    ['卡号６２２２０２１２３４５６７８９０１２８ 密码 884422 不对劲', /6222|８９０|884422/],
    ['my id is 110101199003074258 and the code was 558210', /1101|4258|558210/],
    ['they took 1250.40 on 23 November from 6225', /1250|23|6225/],
  ])('sees no number of %s', async (said, secret) => {
    await reader().readIntents(said, unsure)
    expect(bodies).toHaveLength(1)
    expect(bodies[0]).not.toMatch(secret)
    const { messages } = JSON.parse(bodies[0] ?? '')
    expect(messages[1].content).not.toMatch(/[1-9１-９]/)
  })

  it.each([
    ['unknown names', '{"intents": ["pay_out_everything"]}'],
    ['a consent nobody gave', '{"intents": ["affirm"]}'],
    ['an amount beside the wish', '{"intents": ["terminal_fault"], "amount": 100}'],
    ['too many names', '{"intents": ["thanks", "greeting", "goodbye", "abuse"]}'],
    ['a list', '["terminal_fault"]'],
    ['prose', 'The customer surely wants terminal_fault.'],
    ['nothing', ''],
    ['none', '{"intents": []}'],
    ['a prototype', '{"__proto__": {"intents": ["terminal_fault"]}}'],
  ])('changes nothing by answering %s', async (_, content) => {
    answer = saying(content)
    expect(await reader().readIntents(text, unsure)).toEqual(unsure.intents)
    expect(bodies).toHaveLength(1)
  })

  it.each([
    ['500', (response: ServerResponse) => response.writeHead(500).end('{}')],
    ['401', (response: ServerResponse) => response.writeHead(401).end('{}')],
    [
      'a redirect',
      (response: ServerResponse) => response.writeHead(307, { location: '/elsewhere' }).end(),
    ],
    ['half an answer', (response: ServerResponse) => response.destroy()],
    [
      'a web page',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    ],
    [
      'another shape',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[]}'),
    ],
    [
      'megabytes',
      (response: ServerResponse) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(`"${'a'.repeat(300_000)}"`),
    ],
  ])('changes nothing by answering %s', async (_, badly) => {
    answer = badly
    expect(await reader().readIntents(text, unsure)).toEqual(unsure.intents)
    expect(bodies).toHaveLength(1)
  })

  it('is not waited for longer than its time-out', async () => {
    answer = () => undefined
    expect(await reader({ timeoutMs: 50 }).readIntents(text, unsure)).toEqual(unsure.intents)
  })

  it('is left alone for a while after failing again and again', async () => {
    answer = (response) => response.writeHead(503).end()
    const one = reader({ breakAfter: 2, breakMs: 60_000 })
    for (let i = 0; i < 5; i += 1) {
      expect(await one.readIntents(text, unsure)).toEqual(unsure.intents)
    }
    expect(bodies).toHaveLength(2)
  })

  it('changes nothing when nobody listens', async () => {
    const nowhere = reader({ baseUrl: 'http://127.0.0.1:9/v1' })
    expect(await nowhere.readIntents(text, unsure)).toEqual(unsure.intents)
  })
})
