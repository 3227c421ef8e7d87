import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { energeticEncoder } from '../../src/connectors/encoder/energetic-encoder.ts'
import { encoderReader } from '../../src/nlu/encoder-reader.ts'
import type { SentenceEncoder } from '../../src/ports/sentence-encoder.ts'
import { startEngine, type TestEngine } from '../support/talk.ts'

let real: SentenceEncoder
let engine: TestEngine
const shown: string[] = []

const examples = {
  'zh-CN': [],
  en: ['a person please', 'a human', 'an agent now', 'somebody of your staff'].flatMap((text) => [
    { intent: 'talk_to_human' as const, text },
    { intent: 'thanks' as const, text: `thanks for ${text}` },
  ]),
}

beforeAll(async () => {
  real = await energeticEncoder()
  const encoder: SentenceEncoder = {
    ...real,
    encode(texts) {
      shown.push(...texts)
      return real.encode(texts)
    },
  }
  const secondReader = await encoderReader({ encoder, examples, timeoutMs: 20_000 })
  engine = await startEngine({ DEFAULT_LOCALE: 'en' }, { secondReader })
})

afterAll(async () => {
  await engine.stop()
  await real.close()
})

describe('a conversation with a sentence encoder beside the reading', () => {
  it('shows the encoder no digit of what is typed, card number or not', async () => {
    shown.length = 0
    const gibberish = 'xqz vlorb wuzzle'
    for (const text of [
      `${gibberish} 4242 4242 4242 4242 blorp 737`,
      `${gibberish} 4242 4242 snizzle wug`,
      `${gibberish} ４２４２ ４２４２ then dax fep ٤٢٤٢ wug`,
      'it sulks ever since i typed 4242 4242 and so on into it',
    ]) {
      await (await engine.talk()).say(text)
    }
    expect(shown.length).toBeGreaterThan(1)
    expect(shown.join()).not.toMatch(/[1-9１-９١-٩]/)
  })
})
