import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How one request is answered; the body is what was asked. */
export type Answering = (response: ServerResponse, body: string) => void

/** A real server on loopback that speaks OpenAI's protocol, as well or as badly as it is told to. */
export async function startOpenAi(answering: Answering) {
  const asked: { path: string; authorization: string | undefined; body: string }[] = []
  const state = { answering }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
    state.answering(response, body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answerWith(next: Answering) {
      state.answering = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const jsonType = { 'content-type': 'application/json' }

/** A bare status, and headers to go with it. */
export const status =
  (code: number, headers: Record<string, string> = jsonType): Answering =>
  (response) => {
    // Restify, once loaded, lets `writeHead` return nothing.
    response.writeHead(code, headers)
    response.end('{}')
  }

/** Any value as JSON. */
export const json =
  (value: unknown): Answering =>
  (response) => {
    response.writeHead(200, jsonType)
    response.end(JSON.stringify(value))
  }

/** A chat model that says this, whatever it is asked. */
export const saying = (content: string): Answering =>
  json({ choices: [{ message: { role: 'assistant', content } }] })

const width = 64

/** Words counted by their sum of letters: texts that share words are near. */
function bagOfWords(text: string): number[] {
  const vector = Array.from({ length: width }, () => 0)
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const place = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % width, 7)
    vector[place] = (vector[place] ?? 0) + 1
  }
  return vector
}

/** An embedding model whose vectors are the words of a text; its answers come in no order. */
export const embedding: Answering = (response, body) => {
  const { input } = JSON.parse(body)
  const data = input.map((text: string, index: number) => ({ index, embedding: bagOfWords(text) }))
  json({ data: data.toReversed(), model: 'words', usage: {} })(response, body)
}

/** Every way to answer that is of no use. */
export const badAnswers: [name: string, answering: Answering][] = [
  ['500', status(500)],
  ['401', status(401)],
  ['404', status(404)],
  ['a redirect', status(307, { location: '/elsewhere' })],
  ['half an answer', (response) => response.destroy()],
  ['a web page', status(200, { 'content-type': 'text/html' })],
  ['another shape', json({ choices: [], data: [] })],
  [
    'nothing, without an end',
    (response) => {
      response.writeHead(200, jsonType)
      response.flushHeaders()
    },
  ],
  [
    'a body that never ends',
    (response) => {
      response.writeHead(200, jsonType)
      const write = () => {
        if (response.destroyed) return
        response.write('a'.repeat(9_000))
        setImmediate(write)
      }
      write()
    },
  ],
  ['megabytes', json('a'.repeat(9_000_000))],
]
