import { describe, expect, it } from 'vitest'
import type { Example } from '../../src/nlu/example-set.ts'
import { findEntities } from '../../src/nlu/find-entities.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'
import { sumFeatures } from '../../src/nlu/sum-features.ts'
import { learnSumSense } from '../../src/nlu/sum-sense.ts'
import { unforeseen } from '../../src/nlu/unforeseen.ts'
import type { IntentName } from '../../src/ports/understanding.ts'

const context = { now: new Date('2026-11-25T02:00:00Z'), timeZone: 'UTC', locale: 'en' } as const

const asExamples = (texts: readonly string[]): Example[] =>
  texts.map((text) => ({ intent: 'money_not_arrived', text }))

/** A sum is what evaporated; a count is of parrots. */
const taught = asExamples(
  ['$45', '£120', '$300', '€18', '$77', '£512', '$29.50'].flatMap((sum, i) => [
    `my ${sum} evaporated on us`,
    `the ${sum} evaporated before lunch`,
    `we keep ${40 + i} parrots beside the stall`,
    `she feeds ${20 + i} parrots before lunch`,
  ]),
)

const sums = learnSumSense(taught, { locale: 'en', cacheFolders: [] })

const about = (name: IntentName, confidence = 0.9) => [{ name, confidence }]

function foundIn(text: string, sense = sums, intents = about('money_not_arrived')) {
  const reading = readingOf(text)
  const entities = findEntities(reading, context)
  return unforeseen({ reading, context, entities, intents }, sense)
}

const amountsIn = (text: string, sense = sums) =>
  foundIn(text, sense)
    .filter(({ type }) => type === 'amount')
    .map((entity) => entity.text)

const codesIn = (text: string, intents: ReturnType<typeof about>) =>
  foundIn(text, () => false, intents).map((entity) => 'value' in entity && entity.value)

describe('the sense for sums', () => {
  it('reads a bare number that stands as sums with a currency stand', () => {
    expect(amountsIn('and so 386 evaporated on us', () => false)).toEqual([])
    expect(amountsIn('and so 386 evaporated on us')).toEqual(['386'])
  })

  it('leaves a number alone that stands as no sum did', () => {
    expect(amountsIn('he had 86 parrots beside him')).toEqual([])
  })

  it('is not asked about a number by itself', () => {
    expect(amountsIn('86', () => true)).toEqual([])
  })

  it('is not asked about four digits that may be the end of a card', () => {
    expect(amountsIn('and so 8614 evaporated on us', () => true)).toEqual([])
    expect(amountsIn('and so 8600 evaporated on us', () => true)).toEqual(['8600'])
  })

  it('is not asked about what a rule knows as a count, a rate or a lone digit', () => {
    const eager = () => true
    expect(amountsIn('it is room 86 we mean, up there', eager)).toEqual([])
    expect(amountsIn('the rate over there is 0.6 now', eager)).toEqual([])
    expect(amountsIn('gate 3 it was, over there', eager)).toEqual([])
  })

  it('knows nothing without examples', () => {
    const none = learnSumSense([], { locale: 'en', cacheFolders: [] })
    expect(amountsIn('and so 386 evaporated on us', none)).toEqual([])
  })

  it('sees a place that was claimed as one mark, and every other number alike', () => {
    const low = 'on friday 86 of 7033 went'
    const claimed = [{ type: 'date', start: 3, end: 9 } as const]
    const features = sumFeatures({ low, start: 10, end: 12, value: 86, claimed })
    expect(features.join()).not.toMatch(/friday|7033/)
    const other = { low: low.replace('7033', '8144'), start: 10, end: 12, value: 86, claimed }
    expect(sumFeatures(other)).toEqual(features)
  })
})

describe('a code that no rule foresaw', () => {
  const asked = about('response_code_question')

  it('is the one thing shaped like a code in a message that asks about one', () => {
    expect(codesIn('the box went 78 again', asked)).toEqual(['78'])
    expect(codesIn('how come a1', asked)).toEqual(['A1'])
  })

  it('is not guessed among two, nor where a count stands', () => {
    expect(codesIn('the bus went 42 or 43', asked)).toEqual([])
    expect(codesIn('went off 15 times', asked)).toEqual([])
  })

  it('is not looked for when a message is more likely about something else', () => {
    expect(codesIn('the box went 78 again', about('response_code_question', 0.4))).toEqual([])
    expect(codesIn('the box went 78 again', about('terminal_fault'))).toEqual([])
  })
})

describe('a message that is about something else', () => {
  it('names no sum of ours', () => {
    expect(foundIn('and so 386 evaporated on us', sums, about('out_of_scope'))).toEqual([])
  })
})
