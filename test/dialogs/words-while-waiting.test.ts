import { describe, expect, it } from 'vitest'
import { knowledgeTexts } from '../../dialogs/knowledge/flow.ts'
import { freshMemory } from '../../dialogs/memory.ts'
import { askWhenUnavailable, paymentTexts } from '../../dialogs/payment/questions.ts'
import { smallTalkTexts } from '../../dialogs/small-talk/flow.ts'
import { wordsFor } from '../../dialogs/talk-to-a-person/words-for.ts'
import { failureText } from '../../dialogs/words/failure-words.ts'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { failureCodes } from '../../src/errors.ts'

/** To offer a person, or to tell how to ask for one. */
const offers = /talk to a person|call a person|hand you to a person|转人工/i

const memoryOf = (locale: Locale, state?: 'queued' | 'closed') => ({
  ...freshMemory(locale),
  ...(state && { handoff: { id: 'h1', state } }),
})

/** Every sentence of a set of words, with whatever is filled in. */
function sentences(words: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(words).flatMap(([name, value]) => {
    if (name === 'waiting' || name === 'others' || name === 'callPerson') return []
    if (typeof value === 'function') return [String(value('TK1', 'today'))]
    return typeof value === 'string' ? [value] : []
  })
}

const offering = (words: Readonly<Record<string, unknown>>) =>
  sentences(words).filter((text) => offers.test(text))

describe.each(locales)('somebody who waits for a person, in %s', (locale) => {
  const waits = memoryOf(locale, 'queued')
  const notYet = [memoryOf(locale), memoryOf(locale, 'closed')]

  it('hears in no sentence that they may ask for one; everybody else does', () => {
    for (const texts of [smallTalkTexts, knowledgeTexts, paymentTexts] as const) {
      expect(offering(wordsFor(texts as typeof smallTalkTexts, waits))).toEqual([])
      for (const memory of notYet) {
        expect(offering(wordsFor(texts as typeof smallTalkTexts, memory)).length).toBeGreaterThan(1)
      }
    }
  })

  it('hears it of no failure', () => {
    const heard = (memory: typeof waits) =>
      failureCodes.map((code) => failureText(code, memory)).filter((text) => offers.test(text))
    expect(heard(waits)).toEqual([])
    expect(heard(memoryOf(locale))).toHaveLength(2)
  })

  it('is offered a ticket or another look while the provider is away, and no second person', () => {
    const values = (memory: typeof waits) =>
      askWhenUnavailable(memory).choices?.map(({ value }) => value)
    expect(values(waits)).toEqual(['ticket', 'later'])
    expect(values(memoryOf(locale))).toEqual(['ticket', 'person', 'later'])
    expect(askWhenUnavailable(waits).text).not.toMatch(offers)
  })
})
