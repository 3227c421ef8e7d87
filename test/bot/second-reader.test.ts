import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEngine, type TestEngine } from '../support/talk.ts'

let server: Server
let engine: TestEngine
const bodies: string[] = []
let content = '{"intents": []}'

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push(Buffer.concat(chunks).toString())
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ choices: [{ message: { content } }] }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  engine = await startEngine({
    LLM_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    LLM_MODEL: 'small',
    DEFAULT_LOCALE: 'en',
  })
})

afterAll(async () => {
  await engine.stop()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const gibberish = 'xqz vlorb wuzzle'

describe('a conversation with a language model as second reader', () => {
  it('goes where the model points, when nothing else is understood', async () => {
    const plain = await (await engine.talk()).say(gibberish)
    content = '{"intents": ["talk_to_human"]}'
    const pointed = await (await engine.talk()).say(gibberish)
    expect(bodies).toHaveLength(2)
    const words = (bubbles: typeof plain) => bubbles.map(({ text }) => text).join('\n')
    expect(words(pointed)).not.toBe(words(plain))
    expect(words(pointed)).toMatch(/person|colleague|agent|someone/i)
  })

  it('shows the model no digit of what is typed, card number or not', async () => {
    bodies.length = 0
    content = '{"intents": []}'
    for (const text of [
      `${gibberish} 4242 4242 4242 4242 blorp 737`,
      `${gibberish} 4242 4242 snizzle wug`,
      `${gibberish} 4242 4242 then dax fep 4242 wug`,
      'it sulks ever since i typed 4242 4242 and so on into it',
    ]) {
      await (await engine.talk()).say(text)
    }
    const sent = bodies.map((body) => JSON.parse(body).messages[1].content)
    expect(sent.length).toBeGreaterThan(1)
    expect(sent.join()).not.toMatch(/[1-9]/)
  })
})
