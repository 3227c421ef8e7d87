import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from '../../../src/domain/redaction/redact.ts'
import { knownCard } from './card-disguises.ts'

describe('redact over several messages', () => {
  it('hides both halves of a card number', () => {
    expect(redact('3456 7890 128', ['hello', '6222 0212'])).toEqual({
      text: '[card ••••0128]',
      kinds: ['card_number'],
      previous: ['hello', '[hidden]'],
    })
  })

  it('hides a card number told in four groups with words around them', () => {
    const previous = ['it starts with 4111', 'then 1111', 'and 1111 after that']
    expect(redact('the rest is 1111', previous)).toEqual({
      text: 'the rest is [card ••••1111]',
      kinds: ['card_number'],
      previous: ['it starts with [hidden]', 'then [hidden]', 'and [hidden] after that'],
    })
  })

  it('hides the groups even when the customer calls the last one the last four', () => {
    const kept = redact('后四位 1111', ['我的卡 4111 1111', '1111'])
    expect(kept.text).toBe('后四位 [card ••••1111]')
    expect(kept.previous).toEqual(['我的卡 [hidden]', '[hidden]'])
  })

  it.each([
    ['a card number by name, cut anywhere', '651433 0', ['卡号622202857231']],
    ['a number of a wide range that is called a card number', '926267', ['卡号6759860746']],
    ['a part that goes on from the last', '接着 9929', ['601146687532']],
    ['the rest of it', 'and the rest is 9891984', ['955882639018']],
  ])('hides %s', (_case, said, previous) => {
    expect(redact(said, previous).kinds).toEqual(['card_number'])
    expect(redact(said, previous).previous?.join()).toContain('[hidden]')
  })

  it('hides a code whose label came a message earlier', () => {
    expect(redact('482913', ['验证码是'])).toEqual({ text: '[hidden]', kinds: ['otp'] })
    expect(redact('123', ['my cvv is'])).toEqual({ text: '[hidden]', kinds: ['cvv'] })
  })

  it.each([
    ['four answers of a dialogue', '6225', ['5000', '1122', '1530']],
    ['a reference number before a last four', '6225', ['4000', '612345678901']],
    ['a telephone number and an amount', '52000', ['13812345678']],
    ['labelled answers', '尾号 1111', ['金额 4111', '日期 1111', '时间 1111']],
    ['amounts with units', '1111 元', ['4111 元', '1111 元', '1111 元']],
  ])('leaves %s', (_case, said, previous) => {
    expect(redact(said, previous).text).toBe(said)
  })

  it('finds every card number that is told in groups of four over two to four messages', () => {
    const cuts = fc.subarray([4, 8, 12], { minLength: 1 })
    fc.assert(
      fc.property(knownCard, cuts, (card, places) => {
        fc.pre(card.length >= 14)
        const edges = [0, ...places, card.length]
        const parts = edges.slice(1).map((end, at) => card.slice(edges[at], end))
        const spaced = parts.map((part) => (part.match(/.{1,4}/g) ?? []).join(' '))
        const kept = redact(spaced.at(-1) ?? '', spaced.slice(0, -1))
        expect(kept.text).toBe(`[card ••••${card.slice(-4)}]`)
        expect(kept.previous?.every((message) => message === '[hidden]')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('finds a known card number that is cut in two anywhere near its middle', () => {
    fc.assert(
      fc.property(knownCard, fc.integer({ min: 5, max: 11 }), (card, place) => {
        const rest = card.slice(place)
        // A rest that reads as a mobile number is shortened as one.
        fc.pre(card.length >= 15 && rest.length < 12 && !/^1[3-9]/.test(rest))
        const kept = redact(card.slice(place), [card.slice(0, place)])
        expect(kept.text).toBe(`[card ••••${card.slice(-4)}]`)
      }),
      { numRuns: 500 },
    )
  })

  it('looks at no more than the last four messages, and gives all of them back', () => {
    const previous = ['a', 'b', '4111 1111', 'c', 'd', 'e']
    expect(redact('1111 1111', previous).previous).toEqual(['a', 'b', '[hidden]', 'c', 'd', 'e'])
    expect(redact('1111 1111', [...previous, 'f']).previous).toBeUndefined()
  })
})
