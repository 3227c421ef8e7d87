import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SentenceEncoder } from '../../src/ports/sentence-encoder.ts'

/** How alike two vectors point, -1..1. */
export function likeness(a: Float32Array | undefined, b: Float32Array | undefined): number {
  const dot = (x?: Float32Array, y?: Float32Array) =>
    x?.reduce((sum, value, at) => sum + value * (y?.[at] ?? 0), 0) ?? 0
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

/** What every sentence encoder must do. */
export function sentenceEncoderContract(name: string, start: () => Promise<SentenceEncoder>): void {
  describe(`${name}: a sentence encoder`, () => {
    let encoder: SentenceEncoder
    beforeAll(async () => {
      encoder = await start()
    })
    afterAll(() => encoder.close())

    it('gives each text a vector of its own, all of one length', async () => {
      const texts = Array.from({ length: 40 }, (_, i) => `message about ${'x'.repeat(i + 1)}`)
      const together = await encoder.encode(texts)
      expect(together).toHaveLength(40)
      expect(new Set(together.map(({ length }) => length)).size).toBe(1)
    })

    it('answers each of many who ask at once with their own', async () => {
      const texts = Array.from({ length: 40 }, (_, i) => `the ${'y'.repeat(i + 1)} is broken`)
      const together = await encoder.encode(texts)
      const apart = await Promise.all(texts.map(async (text) => (await encoder.encode([text]))[0]))
      for (const [i, vector] of together.entries()) {
        expect(likeness(vector, apart[i])).toBeCloseTo(1, 3)
      }
    })

    it('gives nothing for nothing', async () => {
      expect(await encoder.encode([])).toEqual([])
    })

    it('refuses when it was closed, instead of leaving somebody waiting', async () => {
      const one = await start()
      const asked = one.encode(['where is my money'])
      const refused = expect(asked).rejects.toMatchObject({ code: 'provider_unavailable' })
      await one.close()
      await refused
      await expect(one.encode(['hello'])).rejects.toMatchObject({ code: 'provider_unavailable' })
    })
  })
}
