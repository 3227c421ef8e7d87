import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { energeticEncoder } from '../../../src/connectors/encoder/energetic-encoder.ts'
import type { SentenceEncoder } from '../../../src/ports/sentence-encoder.ts'
import { likeness, sentenceEncoderContract } from '../../contracts/sentence-encoder.ts'

sentenceEncoderContract('the encoder of the package', energeticEncoder)

let encoder: SentenceEncoder

beforeAll(async () => {
  encoder = await energeticEncoder()
})

afterAll(() => encoder.close())

describe('the encoder of the package', () => {
  it('puts what means the same nearer than what does not', async () => {
    const [money, funds, weather] = await encoder.encode([
      'where is my money',
      'the funds have not come in',
      'it may rain tomorrow',
    ])
    expect(money).toHaveLength(512)
    expect(likeness(money, funds)).toBeGreaterThan(likeness(money, weather) + 0.1)
  })
})
