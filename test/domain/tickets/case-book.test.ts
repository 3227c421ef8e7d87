import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causeCodes } from '../../../src/domain/diagnosis/causes.ts'
import {
  caseBook,
  caseOf,
  type EndedCase,
  fewestCases,
} from '../../../src/domain/tickets/case-book.ts'
import { ticketCategories } from '../../../src/domain/tickets/ticket.ts'
import { endedTicket } from '../../knowledge-desk/small-world.ts'

const filed = '2026-11-02T10:00:00+08:00'
const inTime = '2026-11-04T04:00:00+00:00'
const late = '2026-11-21T00:00:00+08:00'

function ended(subject: EndedCase['subject'], rest: Partial<EndedCase> = {}): EndedCase {
  return {
    subject,
    category: 'payout_late',
    hours: 10,
    inTime: true,
    outcome: 'success',
    redress: false,
    signs: [],
    ...rest,
  }
}

describe('caseOf', () => {
  it.each([
    ['in time', inTime, {}, { inTime: true, outcome: 'success', hours: 50 }],
    ['late', late, {}, { inTime: false, outcome: 'failure' }],
    ['escalated', inTime, { escalated: true }, { outcome: 'failure', signs: ['escalated'] }],
    ['withdrawn', inTime, { state: 'withdrawn' }, { outcome: 'withdrawn' }],
    ['withdrawn too late', late, { state: 'withdrawn' }, { outcome: 'failure' }],
  ] as const)('knows a case that ended %s', (...[, at, rest, facts]) => {
    expect(caseOf(endedTicket('RC_RISK_HOLD', [filed, at], rest))).toMatchObject({
      subject: 'RC_RISK_HOLD',
      ...facts,
    })
  })

  it('takes from the history what happened, and from the resolution how it ended', () => {
    const resolution = { code: 'upheld', text: 'x', nextInstance: 'y', redressMinor: 5 } as const
    const via = ['waiting_customer', 'waiting_customer', 'waiting_third_party'] as const
    const ticket = endedTicket(undefined, [filed, inTime], { via: [...via], resolution })
    expect(caseOf(ticket)).toMatchObject({
      subject: 'payout_late',
      result: 'upheld',
      redress: true,
      signs: ['waited_for_customer', 'waited_for_third_party'],
    })
  })
})

describe('caseBook', () => {
  it('tells half, nine of ten, and how many in which way', () => {
    const hours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100]
    const cases = hours.map((each, at) =>
      ended('RC_RISK_HOLD', {
        hours: each,
        inTime: each < 50,
        outcome: each < 50 ? 'success' : 'failure',
        result: at < 6 ? 'upheld' : 'goodwill',
        signs: at < 2 ? ['reopened'] : [],
      }),
    )
    const { groups, all, successes, failures } = caseBook(cases)
    expect(groups).toHaveLength(1)
    expect(groups[0]).toMatchObject({
      count: 10,
      medianHours: 5,
      slowestTenthHours: 9,
      inTime: 9,
      outcomes: { success: 9, failure: 1, withdrawn: 0 },
      results: [
        ['upheld', 6],
        ['goodwill', 4],
      ],
      signs: { reopened: 2 },
    })
    expect(all?.count).toBe(10)
    expect(successes?.count).toBe(9)
    expect(failures).toBeUndefined()
  })

  it('names no kind of case with fewer than three', () => {
    const three = Array.from({ length: 3 }, () => ended('RC_RISK_HOLD'))
    const four = Array.from({ length: 4 }, () => ended('RC_KYC_EXPIRED'))
    const rare = [ended('RC_CASHOUT'), ended('RC_NETWORK'), ended('privacy')]
    const book = caseBook([...three, ...four, ...rare])
    expect(book.groups.map(({ subject, count }) => [subject, count])).toEqual([
      ['RC_KYC_EXPIRED', 4],
      ['RC_RISK_HOLD', 3],
    ])
    expect(book.others).toMatchObject({ count: 3, figures: { count: 3 } })
  })

  it('lets a larger kind join one or two rare cases, which would stand alone by subtraction', () => {
    const three = Array.from({ length: 3 }, () => ended('RC_RISK_HOLD'))
    const four = Array.from({ length: 4 }, () => ended('RC_KYC_EXPIRED'))
    const book = caseBook([...three, ...four, ended('RC_CASHOUT')])
    expect(book.groups.map(({ subject }) => subject)).toEqual(['RC_KYC_EXPIRED'])
    expect(book.others.count).toBe(4)
  })

  it('says nothing but how many of one or two', () => {
    const book = caseBook([ended('RC_RISK_HOLD'), ended('RC_RISK_HOLD')])
    expect(book).toMatchObject({ count: 2, groups: [], others: { count: 2 } })
    expect([book.all, book.others.figures, book.successes]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('never leaves one or two apart, and loses none', () => {
    const subject = fc.constantFrom(...causeCodes.slice(0, 4), ...ticketCategories.slice(0, 3))
    const category = fc.constantFrom(...ticketCategories.slice(0, 4))
    const cases = fc.array(
      fc.tuple(subject, category).map(([each, kind]) => ended(each, { category: kind })),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(cases, (all) => {
        const { groups, others, categories } = caseBook(all)
        const sizes = [...groups.map(({ count }) => count), ...categories.named.map(([, n]) => n)]
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(fewestCases)
        const isLarge = (n: number) => n === 0 || n >= fewestCases
        expect(isLarge(others.count) || groups.length === 0).toBe(true)
        expect(groups.reduce((sum, { count }) => sum + count, others.count)).toBe(all.length)
        const named = categories.named.reduce((sum, [, n]) => sum + n, categories.others)
        expect(named).toBe(all.length)
      }),
    )
  })
})
