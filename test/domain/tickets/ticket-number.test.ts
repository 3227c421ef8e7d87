import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isTicketNumber,
  parseTicketNumber,
  readTicketNumber,
  ticketNumber,
} from '../../../src/domain/tickets/ticket-number.ts'

const no = ticketNumber('2026-11-23', 17)
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2034-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyNumber = fc.tuple(day, fc.integer({ min: 1, max: 99_999 }))

describe('ticketNumber', () => {
  it('shows the day, five digits and a check character', () => {
    expect(no).toMatch(/^TK20261123-00017[2-9A-HJ-NP-TV-Z]$/)
  })

  it('grows beyond five digits on a very busy day', () => {
    const long = ticketNumber('2026-11-23', 123_456)
    expect(long).toMatch(/^TK20261123-123456.$/)
    expect(parseTicketNumber(long)).toBe(long)
  })
})

describe('parseTicketNumber', () => {
  it.each([
    ['lower case', no.toLowerCase()],
    ['no hyphen', no.replace('-', '')],
    ['spaces', no.replace('-', ' - ').replace('TK', 'TK ')],
    [
      'full-width characters',
      no.replace(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
    ],
    ['the letter O for a zero', no.replace('00017', 'OOO17')],
    ['words around it', `我的工单${no}处理到哪了`],
    ['a number after it', `${no} 3天了还没消息`],
    ['a letter after it', `${no} I wait`],
  ])('reads %s', (_what, text) => {
    expect(parseTicketNumber(text)).toBe(no)
  })

  it.each(['', 'where is my money', 'TK20261123A', 'TK20261123-00017', 'TK20261399-00017A'])(
    'finds none in %j',
    (text) => {
      expect(parseTicketNumber(text)).toBeUndefined()
    },
  )

  it('tells a mistyped number from no number', () => {
    const wrong = no.replace('00017', '00018')
    expect(readTicketNumber(wrong)).toEqual({ kind: 'mistyped' })
    expect(readTicketNumber('hello')).toEqual({ kind: 'none' })
    expect(isTicketNumber(no.toLowerCase())).toBe(false)
  })

  it('reads back every number, whatever follows it', () => {
    fc.assert(
      fc.property(
        anyNumber,
        fc.constantFrom('', ' 2天', ' I', ' L?', '，', ' 99'),
        ([at, n], tail) => {
          const written = ticketNumber(at, n)
          expect(parseTicketNumber(`${written}${tail}`)).toBe(written)
        },
      ),
    )
  })

  it('refuses every number with one wrong digit', () => {
    fc.assert(
      fc.property(
        anyNumber,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        ([at, n], place, shift) => {
          const written = ticketNumber(at, n)
          const index = 11 + place
          const digit = (Number(written[index]) + shift) % 10
          const wrong = `${written.slice(0, index)}${digit}${written.slice(index + 1)}`
          expect(parseTicketNumber(wrong)).toBeUndefined()
        },
      ),
    )
  })

  it('refuses every swap of neighbouring digits', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 11, max: 14 }), ([at, n], index) => {
        const written = ticketNumber(at, n)
        const [a, b] = [written[index], written[index + 1]]
        fc.pre(a !== b)
        const swapped = `${written.slice(0, index)}${b}${a}${written.slice(index + 2)}`
        expect(parseTicketNumber(swapped)).toBeUndefined()
      }),
    )
  })
})
