import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../../src/domain/redaction/reading.ts'
import { redact } from '../../../src/domain/redaction/redact.ts'
import { anyCard, brands, cardOf, disguises, knownCard, sentences } from './card-disguises.ts'
import { keptNumbers } from './kept-numbers.ts'

/** Whether five digits in a row of the card, its last four aside, can still be read. */
function leaks(kept: string, card: string): boolean {
  const digits = read(kept)
    .glyphs.replace(/\[[^\]]*\]/g, '|')
    .replace(/[^0-9|]/g, '')
  const secret = card.slice(0, -4)
  const runs = [...secret].slice(0, -4).map((_digit, at) => secret.slice(at, at + 5))
  return runs.some((run) => digits.includes(run))
}

/** Eighteen digits with a birthday in them may be both: they are then hidden as the identity number. */
function isIdentityNumberToo(card: string): boolean {
  return /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/.test(card)
}

it('hides a number that is a card number and an identity number as the latter, whole', () => {
  const both = '814861201003100456'
  expect(isIdentityNumberToo(both)).toBe(true)
  expect(redact([...both].join('\ufeff')).text).toBe('[id hidden]')
})

describe('a disguised card number', () => {
  it('comes in at least forty disguises', () => {
    expect(Object.keys(disguises).length).toBeGreaterThanOrEqual(40)
  })

  it.each(Object.entries(disguises))('is seen through: %s', (name, disguise) => {
    const cards = /between|around/.test(name) ? knownCard : anyCard
    fc.assert(
      fc.property(cards, fc.constantFrom(...sentences), (card, sentence) => {
        fc.pre(!isIdentityNumberToo(card))
        const kept = redact(sentence(disguise(card)))
        expect(kept.text).toContain(`[card ••••${card.slice(-4)}]`)
        expect(kept.kinds).toContain('card_number')
        const [before = '', after = ''] = sentence('@').split('@')
        const place = kept.text.slice(before.length, kept.text.length - after.length)
        expect(leaks(place, card)).toBe(false)
        expect(redact(kept.text).text).toBe(kept.text)
      }),
      { numRuns: 40 },
    )
  })

  it.each(Object.keys(brands))('is found for every brand: %s', (brand) => {
    fc.assert(
      fc.property(cardOf(brand), (card) => {
        expect(redact(`a ${card} b`).text).toBe(`a [card ••••${card.slice(-4)}] b`)
      }),
    )
  })
})

describe('a number that is no card', () => {
  it.each(Object.entries(keptNumbers))('comes through: %s', (_name, numbers) => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(redact(number).text).toBe(number)
        expect(redact(`帮我查一下 ${number} 谢谢`).text).toBe(`帮我查一下 ${number} 谢谢`)
      }),
      { numRuns: 60 },
    )
  })
})
