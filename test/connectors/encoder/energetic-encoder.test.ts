import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { energeticEncoder } from '../../../src/connectors/encoder/energetic-encoder.ts'
import type { SentenceEncoder } from '../../../src/ports/sentence-encoder.ts'

let encoder: SentenceEncoder

beforeAll(async () => {
  encoder = await energeticEncoder()
})

afterAll(() => encoder.close())

const nearness = (a: Float32Array | undefined, b: Float32Array | undefined) =>
  a?.reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0) ?? 0

describe('the encoder of the package', () => {
  it('puts what means the same nearer than what does not', async () => {
    const [money, funds, weather] = await encoder.encode([
      'where is my money',
      'the funds have not come in',
      'it may rain tomorrow',
    ])
    expect(money).toHaveLength(512)
    expect(nearness(money, funds)).toBeGreaterThan(nearness(money, weather) + 0.1)
  })

  it('answers each of many who ask at once with their own', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `message about ${'x'.repeat(i + 1)}`)
    const together = await encoder.encode(texts)
    const apart = await Promise.all(texts.map(async (text) => (await encoder.encode([text]))[0]))
    for (const [i, vector] of together.entries()) {
      expect(nearness(vector, apart[i])).toBeCloseTo(1, 3)
    }
  })

  it('refuses when its thread has ended, instead of leaving somebody waiting', async () => {
    const one = await energeticEncoder()
    const asked = one.encode(['where is my money'])
    await one.close()
    await expect(asked).rejects.toMatchObject({ code: 'provider_unavailable' })
    await expect(one.encode(['hello'])).rejects.toMatchObject({ code: 'provider_unavailable' })
  })
})
