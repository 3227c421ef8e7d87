import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type OpenAiEncoderOptions,
  openAiEncoder,
} from '../../../src/connectors/encoder/openai-encoder.ts'
import { sentenceEncoderContract } from '../../contracts/sentence-encoder.ts'
import { badAnswers, embedding, json, startOpenAi } from '../../support/openai-server.ts'

const server = await startOpenAi(embedding)

const encoder = (options: Partial<OpenAiEncoderOptions> = {}) =>
  openAiEncoder({ baseUrl: server.baseUrl, model: 'words', apiKey: 'key-of-ours', ...options })

sentenceEncoderContract('an embedding service', async () => encoder())

beforeAll(() => server.answerWith(embedding))
afterAll(() => server.stop())

describe('an embedding service', () => {
  beforeEach(() => {
    server.asked.length = 0
    server.answerWith(embedding)
  })

  it('is asked for a few texts at a time, with model and key', async () => {
    await encoder().encode(Array.from({ length: 70 }, (_, i) => `text ${'z'.repeat(i)}`))
    const sizes = server.asked.map(({ body }) => JSON.parse(body).input.length)
    expect(sizes).toEqual([32, 32, 6])
    const [first] = server.asked
    expect(first).toMatchObject({ path: '/v1/embeddings', authorization: 'Bearer key-of-ours' })
    expect(JSON.parse(first?.body ?? '').model).toBe('words')
  })

  it.each([
    ['card 4242 4242 4242 4242 cvv 737 is odd', /4242|737/],
    ['卡号６２２２０２１２３４５６７８９０１２８ 密码 884422 不对劲', /6222|８９０|884422/],
    ['they took 1250.40 on 23 November from 6225', /1250|23|6225/],
  ])('sees no number of %s', async (text, secret) => {
    await encoder().encode([text])
    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]?.body).not.toMatch(secret)
    expect(server.asked[0]?.body).not.toMatch(/[1-9１-９]/)
  })

  it.each(badAnswers)('breaks when it answers %s', async (_, answering) => {
    server.answerWith(answering)
    const asked = encoder({ timeoutMs: 500 }).encode(['hello'])
    await expect(asked).rejects.toMatchObject({ name: 'Failure' })
  })

  it.each([
    ['too few', [{ index: 0, embedding: [1, 2] }]],
    ['one twice', [0, 0].map((index) => ({ index, embedding: [1, 2] }))],
    ['two lengths', [0, 1].map((index) => ({ index, embedding: Array(index + 1).fill(1) }))],
    ['empty ones', [0, 1].map((index) => ({ index, embedding: [] }))],
    ['words', [0, 1].map((index) => ({ index, embedding: ['a', 'b'] }))],
    ['vectors without end', [0, 1].map((index) => ({ index, embedding: Array(9_000).fill(1) }))],
  ])('breaks when its vectors are %s', async (_, data) => {
    server.answerWith(json({ data }))
    const asked = encoder().encode(['hello', 'there'])
    await expect(asked).rejects.toMatchObject({ code: 'provider_reply_unreadable' })
  })

  it('is let go of by who no longer waits', async () => {
    server.answerWith(() => undefined)
    const leaving = new AbortController()
    const asked = encoder().encode(['hello'], leaving.signal)
    leaving.abort()
    await expect(asked).rejects.toMatchObject({ code: 'provider_unavailable' })
  })
})
