import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { energeticEncoder } from '../../src/connectors/encoder/energetic-encoder.ts'
import { encoderReader } from '../../src/nlu/encoder-reader.ts'
import type { IntentReader } from '../../src/ports/intent-reader.ts'
import type { SentenceEncoder } from '../../src/ports/sentence-encoder.ts'
import type { Understood } from '../../src/ports/understanding.ts'

const things = ['terminal', 'card machine', 'reader', 'payment device', 'pos machine', 'pin pad']
const frames = {
  terminal_fault: ['the # does not start', 'my # is broken', 'our # shows nothing', '# is frozen'],
  thanks: [
    'thanks for the #',
    'thank you, the # helped',
    'cheers for the #',
    'so kind about the #',
  ],
  affirm: ['yes the #', 'sure, that #', 'right, the #', 'ok for the #'],
} as const
const names = ['terminal_fault', 'thanks', 'affirm'] as const
const english = names.flatMap((intent) =>
  frames[intent].flatMap((frame) =>
    things.map((thing) => ({ intent, text: frame.replace('#', thing) })),
  ),
)
const examples = { 'zh-CN': [], en: english }

/** The real one, asked once about each example; what is shown to it is written down. */
let real: SentenceEncoder
let reader: IntentReader
const shown: string[] = []
const known = new Map<string, Float32Array>()

const remembering = (): SentenceEncoder => ({
  ...real,
  async encode(texts) {
    shown.push(...texts)
    const fresh = texts.filter((text) => !known.has(text))
    const vectors = await real.encode(fresh)
    for (const [i, text] of fresh.entries()) known.set(text, vectors[i] ?? new Float32Array())
    return texts.flatMap((text) => known.get(text) ?? [])
  },
})

/** Learns from the real one, and then answers as it is told. */
async function readerOn(badly: () => Promise<Float32Array[]>, timeoutMs = 50) {
  const learning = remembering()
  let learnt = false
  const encode: SentenceEncoder['encode'] = (texts) => (learnt ? badly() : learning.encode(texts))
  const one = await encoderReader({ encoder: { ...real, encode }, examples, timeoutMs })
  learnt = true
  return one
}

beforeAll(async () => {
  real = await energeticEncoder()
  reader = await encoderReader({ encoder: remembering(), examples, timeoutMs: 20_000 })
})

afterAll(() => real.close())

const guesses = (...intents: Understood['intents']): Understood => ({
  language: 'en',
  intents,
  entities: [],
  cues: [],
})
const unsure = guesses({ name: 'thanks', confidence: 0.3 })
const text = 'the gadget at our till will not switch on'

describe('the reading with an encoder', () => {
  it('names the wish of a message in words that were never learnt', async () => {
    const intents = await reader.readIntents(text, unsure)
    expect(intents[0]?.name).toBe('terminal_fault')
    expect(intents[0]?.confidence).toBeGreaterThan(0.45)
  })

  it('finds no consent where the first reading found none', async () => {
    const intents = await reader.readIntents('yes, sure, ok, right, that one', unsure)
    expect(intents.map(({ name }) => name)).not.toContain('affirm')
  })

  it.each([
    ['a sure reading', text, guesses({ name: 'greeting', confidence: 0.9 })],
    ['a bare number', '4471 2209', guesses()],
    ['a language that it does not know', '机器打不开', { ...unsure, language: 'zh-CN' as const }],
  ])('is not asked after %s', async (_, said, first) => {
    shown.length = 0
    expect(await reader.readIntents(said, first)).toEqual(first.intents)
    expect(shown).toEqual([])
  })

  it.each([
    'card 4242 4242 4242 4242 cvv 737 is odd',
    'card ４２４２４２４２４２４２４２４２ is odd',
    'card 4242-4242-4242-4242 and iban GB33BUKB20201555555555 are odd',
    'they took 1250.40 on 23 November from 6225',
  ])('sees no number of %s', async (said) => {
    shown.length = 0
    await reader.readIntents(said, unsure)
    expect(shown).toHaveLength(1)
    expect(shown.join()).not.toMatch(/[1-9１-９]/)
  })

  it('shows no number of an example either', async () => {
    shown.length = 0
    const numbered = english.map((each, i) => ({ ...each, text: `${each.text} ${i} 4242` }))
    await encoderReader({ encoder: remembering(), examples: { 'zh-CN': [], en: numbered } })
    expect(shown).toHaveLength(english.length)
    expect(shown.join()).not.toMatch(/[1-9]/)
  })

  it.each([
    ['late', () => new Promise<Float32Array[]>(() => undefined)],
    ['broken', () => Promise.reject(new Error('broken'))],
    ['silent', () => Promise.resolve([])],
  ])('changes nothing when the encoder is %s', async (_, badly) => {
    const one = await readerOn(badly)
    expect(await one.readIntents(text, unsure)).toEqual(unsure.intents)
  })

  it('leaves the encoder alone for a while after it failed again and again', async () => {
    let asked = 0
    const one = await readerOn(() => {
      asked += 1
      return Promise.reject(new Error('broken'))
    })
    for (let i = 0; i < 6; i += 1) await one.readIntents(text, unsure)
    expect(asked).toBe(3)
  })
})
