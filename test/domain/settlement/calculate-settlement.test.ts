import { describe, expect, it } from 'vitest'
import { createCalendars } from '../../../src/connectors/calendars.ts'
import { calculateSettlement } from '../../../src/domain/settlement/calculate-settlement.ts'
import type {
  SettlementAnswer,
  SettlementInput,
} from '../../../src/domain/settlement/settlement-answer.ts'
import { settlementWindows } from '../../../src/domain/settlement/settlement-windows.ts'

const calendarOf = createCalendars()

function answer(input: Partial<Omit<SettlementInput, 'now'>> & { now?: string }): SettlementAnswer {
  const { now = '2026-11-23T09:00:00+08:00', ...rest } = input
  const sale = { windowId: 'cn.pos.t1', saleAt: '2026-11-19T10:00:00+08:00', ...rest }
  return calculateSettlement({ ...sale, now: new Date(now) }, calendarOf)
}

describe('the worked examples', () => {
  const t1 = 'cn.pos.t1'
  const examples = [
    {
      why: 'a Sunday sale',
      window: t1,
      saleAt: '2026-11-22T15:20:00+08:00',
      trade: '2026-11-22',
      expected: '2026-11-23',
      ignored: '2026-11-23',
      ticket: '2026-11-24',
    },
    {
      why: 'one minute before the cut-off',
      window: t1,
      saleAt: '2026-11-19T22:59:00+08:00',
      trade: '2026-11-19',
      expected: '2026-11-20',
      ignored: '2026-11-20',
      ticket: '2026-11-23',
    },
    {
      why: 'the eve of National Day',
      window: t1,
      saleAt: '2026-09-30T18:00:00+08:00',
      trade: '2026-09-30',
      expected: '2026-10-08',
      ignored: '2026-10-08',
      ticket: '2026-10-09',
    },
    {
      why: 'before a make-up Saturday',
      window: t1,
      saleAt: '2026-10-09T10:00:00+08:00',
      trade: '2026-10-09',
      expected: '2026-10-10',
      ignored: '2026-10-12',
      ticket: '2026-10-12',
    },
    {
      why: 'before a make-up Sunday',
      window: t1,
      saleAt: '2026-09-19T14:00:00+08:00',
      trade: '2026-09-19',
      expected: '2026-09-20',
      ignored: '2026-09-21',
      ticket: '2026-09-21',
    },
    {
      why: 'before Spring Festival',
      window: t1,
      saleAt: '2026-02-13T10:00:00+08:00',
      trade: '2026-02-13',
      expected: '2026-02-14',
      ignored: '2026-02-24',
      ticket: '2026-02-24',
    },
    {
      why: 'after the cut-off before Labour Day',
      window: t1,
      saleAt: '2026-04-30T23:30:00+08:00',
      trade: '2026-05-01',
      expected: '2026-05-06',
      ignored: '2026-05-06',
      ticket: '2026-05-07',
    },
    {
      why: 'a Saturday in calendar days',
      window: 'cn.pos.d1',
      saleAt: '2026-11-21T10:00:00+08:00',
      trade: '2026-11-21',
      expected: '2026-11-22',
      ignored: '2026-11-22',
      ticket: '2026-11-23',
    },
  ]

  it.each(examples)('$why', ({ window, saleAt, trade, expected, ignored, ticket }) => {
    const found = answer({ windowId: window, saleAt })
    expect(found.tradeDay).toBe(trade)
    expect(found.expectedDay).toBe(expected)
    expect(found.ticketFrom).toBe(ticket)
    expect(found.deadline).toBe(`${expected}T18:00:00+08:00`)
    const without = answer({ windowId: window, saleAt, makeupWorkdayCounts: false })
    expect(without.expectedDay).toBe(ignored)
  })
})

describe('the cut-off', () => {
  it.each([
    { saleAt: '2026-11-17T22:59:59+08:00', trade: '2026-11-17', expected: '2026-11-18' },
    { saleAt: '2026-11-17T23:00:00+08:00', trade: '2026-11-18', expected: '2026-11-19' },
    { saleAt: '2026-11-17T15:00:00Z', trade: '2026-11-18', expected: '2026-11-19' },
  ])('at $saleAt gives $trade', ({ saleAt, trade, expected }) => {
    const found = answer({ saleAt })
    expect(found).toMatchObject({ tradeDay: trade, expectedDay: expected })
    expect(found.withoutCutoff).toBe('2026-11-18')
    expect(found.reasons.includes('after_cutoff')).toBe(trade !== '2026-11-17')
  })

  it.each(['24:00', '00:00'])(
    'of midnight, written %s, never comes too early',
    (cutoffOverride) => {
      const found = answer({ saleAt: '2026-11-17T23:59:00+08:00', cutoffOverride })
      expect(found).toMatchObject({
        tradeDay: '2026-11-17',
        expectedDay: '2026-11-18',
        reasons: [],
      })
    },
  )

  it('is the contract’s own where it has one', () => {
    const found = answer({ saleAt: '2026-11-17T22:00:00+08:00', cutoffOverride: '22:00' })
    expect(found.tradeDay).toBe('2026-11-18')
  })

  it('of an Adyen morning counts the small hours for the day before', () => {
    const adyen = { windowId: 'adyen.salesday', cutoffOverride: '05:00' }
    expect(answer({ ...adyen, saleAt: '2026-11-17T04:59:00+01:00' }).tradeDay).toBe('2026-11-16')
    expect(answer({ ...adyen, saleAt: '2026-11-17T05:00:00+01:00' }).tradeDay).toBe('2026-11-17')
  })

  it('costs nothing when only the day of the sale is known, and says so', () => {
    const found = answer({ saleAt: '2026-11-17' })
    expect(found).toMatchObject({ expectedDay: '2026-11-18', reasons: ['sale_time_unknown'] })
  })

  it('gives way to the processing day the provider reports', () => {
    const found = answer({ saleAt: '2026-11-17T10:00:00+08:00', providerTradeDay: '2026-11-18' })
    expect(found).toMatchObject({
      tradeDay: '2026-11-18',
      expectedDay: '2026-11-19',
      withoutCutoff: '2026-11-18',
      reasons: ['provider_trade_day'],
    })
  })

  it('is still told when the provider’s processing day shows it', () => {
    const found = answer({ saleAt: '2026-11-17T23:30:00+08:00', providerTradeDay: '2026-11-18' })
    expect(found.reasons).toEqual(['provider_trade_day', 'after_cutoff'])
    const early = answer({ saleAt: '2026-11-17T23:30:00+08:00', providerTradeDay: '2026-11-17' })
    expect(early.reasons).toEqual(['provider_trade_day'])
  })
})

describe('days off', () => {
  it('are listed with their names', () => {
    const found = answer({ saleAt: '2026-04-30T23:30:00+08:00' })
    expect(found.reasons).toEqual(['after_cutoff', 'holiday'])
    expect(found.skipped).toEqual([
      { day: '2026-05-02', name: 'Labour Day' },
      { day: '2026-05-03', name: 'Labour Day' },
      { day: '2026-05-04', name: 'Labour Day' },
      { day: '2026-05-05', name: 'Labour Day' },
    ])
    expect(found).toMatchObject({ withoutCutoff: '2026-05-06', withoutCalendar: '2026-05-02' })
  })

  it('are only a weekend in an ordinary week', () => {
    const found = answer({ saleAt: '2026-11-20T10:00:00+08:00' })
    expect(found.reasons).toEqual(['weekend'])
    expect(found.skipped.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22'])
  })

  it('tell a make-up workday that pays from one that does not', () => {
    const friday = { saleAt: '2026-10-09T10:00:00+08:00' }
    expect(answer(friday).reasons).toEqual(['makeup_workday'])
    const ignored = answer({ ...friday, makeupWorkdayCounts: false })
    expect(ignored.reasons).toEqual(['weekend', 'makeup_not_counted'])
  })

  it.each([
    { saleAt: '2026-11-20T10:00:00+08:00', trade: '2026-11-20', expected: '2026-11-23' },
    { saleAt: '2026-11-21T10:00:00+08:00', trade: '2026-11-23', expected: '2026-11-24' },
    { saleAt: '2026-11-20T23:30:00+08:00', trade: '2026-11-23', expected: '2026-11-24' },
    { saleAt: '2026-10-03T10:00:00+08:00', trade: '2026-10-08', expected: '2026-10-09' },
  ])('move the trade day by contract: $saleAt to $trade', ({ saleAt, trade, expected }) => {
    const found = answer({ saleAt, weekendRule: 'monday_is_trade_day' })
    expect(found).toMatchObject({ tradeDay: trade, expectedDay: expected })
  })

  it('do not move a trade day the provider reports', () => {
    const found = answer({
      saleAt: '2026-11-21T10:00:00+08:00',
      providerTradeDay: '2026-11-21',
      weekendRule: 'monday_is_trade_day',
    })
    expect(found).toMatchObject({ tradeDay: '2026-11-21', expectedDay: '2026-11-23' })
  })

  it('name the weekend a moved sale fell on', () => {
    const saleAt = '2026-11-21T10:00:00+08:00'
    const found = answer({ saleAt, weekendRule: 'monday_is_trade_day' })
    expect(found.reasons).toEqual(['weekend'])
    expect(found.skipped.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22'])
    expect(found.withoutCalendar).toBe('2026-11-22')
  })

  it('pay at a weekend but not on a public holiday in Australia', () => {
    const melbourne = { windowId: 'square.au.next' }
    expect(answer({ ...melbourne, saleAt: '2026-11-20T20:00:00+11:00' }).expectedDay).toBe(
      '2026-11-21',
    )
    expect(answer({ ...melbourne, saleAt: '2026-11-02T20:00:00+11:00' }).expectedDay).toBe(
      '2026-11-04',
    )
  })
})

describe('instant and same-day payouts', () => {
  it('come within two hours inside the service hours', () => {
    const found = answer({ windowId: 'cn.pos.d0', saleAt: '2026-11-22T15:20:00+08:00' })
    expect(found).toMatchObject({
      expectedDay: '2026-11-22',
      deadline: '2026-11-22T17:20:00+08:00',
      ticketFrom: '2026-11-23',
      reasons: [],
    })
    expect(found.fallbackWindowId).toBeUndefined()
  })

  it.each([
    { at: '2026-11-21T06:59:00+08:00', trade: '2026-11-21', expected: '2026-11-22' },
    { at: '2026-11-21T23:00:00+08:00', trade: '2026-11-22', expected: '2026-11-23' },
  ])('fall to the next day outside them: $at', ({ at, trade, expected }) => {
    const found = answer({ windowId: 'cn.pos.d0', saleAt: at })
    expect(found).toMatchObject({
      windowId: 'cn.pos.d0',
      fallbackWindowId: 'cn.pos.d1',
      tradeDay: trade,
      expectedDay: expected,
    })
    expect(found.reasons[0]).toBe('out_of_service_window')
  })

  it('fall to the window the contract names', () => {
    const saleAt = '2026-11-20T06:00:00+08:00'
    const found = answer({ windowId: 'cn.pos.d0', saleAt, fallbackOverride: 'cn.pos.t1' })
    expect(found).toMatchObject({ fallbackWindowId: 'cn.pos.t1', expectedDay: '2026-11-23' })
  })

  it.each([
    { at: '2026-11-19T21:59:00+08:00', expected: '2026-11-19', reasons: [] },
    { at: '2026-11-19T22:00:00+08:00', expected: '2026-11-20', reasons: ['out_of_service_window'] },
    { at: '2026-11-21T10:00:00+08:00', expected: '2026-11-23', reasons: ['weekend'] },
    { at: '2026-10-06T10:00:00+08:00', expected: '2026-10-08', reasons: ['holiday'] },
  ])('T+0 at $at gives $expected', ({ at, expected, reasons }) => {
    const found = answer({ windowId: 'cn.pos.t0', saleAt: at })
    expect(found).toMatchObject({ expectedDay: expected, reasons })
  })

  it('T+0 becomes a ticket at 18:00 of the next working day', () => {
    const sale = { windowId: 'cn.pos.t0', saleAt: '2026-11-19T10:00:00+08:00' }
    const before = answer({ ...sale, now: '2026-11-20T17:59:00+08:00' })
    expect(before.ticketFromAt).toBe('2026-11-20T18:00:00+08:00')
    expect(before.status).toBe('late_grace')
    expect(answer({ ...sale, now: '2026-11-20T18:00:00+08:00' }).status).toBe('overdue')
  })
})

describe('the provider’s own date', () => {
  it('wins over the rule', () => {
    const found = answer({ providerExpectedAt: '2026-11-25' })
    expect(found).toMatchObject({
      expectedDay: '2026-11-25',
      deadline: '2026-11-25T18:00:00+08:00',
      ticketFrom: '2026-11-26',
      reasons: ['provider_date'],
      basis: 'provider',
      source: 'settlement.expectedAt, payout.settDate',
      status: 'not_due',
    })
  })

  it('is read in the window’s zone and may be later than the usual hour', () => {
    const late = answer({ providerExpectedAt: '2026-11-24T14:30:00Z' })
    expect(late).toMatchObject({ expectedDay: '2026-11-24', deadline: '2026-11-24T22:30:00+08:00' })
    const next = answer({ providerExpectedAt: '2026-11-24T16:00:00Z' })
    expect(next).toMatchObject({ expectedDay: '2026-11-25', deadline: '2026-11-25T18:00:00+08:00' })
  })

  it('makes a date of the provider’s certain that is provisional without it', () => {
    const stripe = { windowId: 'stripe.payout.auto', saleAt: '2026-11-16T10:00:00Z' }
    const without = answer(stripe)
    expect(without.status).toBe('provisional')
    expect(without.reasons).toContain('provider_date_missing')
    const arrived = { ...stripe, providerExpectedAt: '2026-11-18' }
    expect(answer({ ...arrived, now: '2026-11-18T23:00:00Z' }).status).toBe('due_today')
    expect(answer({ ...arrived, now: '2026-11-19T09:00:00Z' }).status).toBe('late_grace')
    expect(answer({ ...arrived, now: '2026-11-25T00:00:00Z' }).status).toBe('overdue')
  })

  it('is not needed where only the day of an instant sale is known', () => {
    const found = answer({ windowId: 'cn.pos.d0', saleAt: '2026-11-21' })
    expect(found).toMatchObject({
      deadline: '2026-11-21T23:59:00+08:00',
      reasons: ['sale_time_unknown'],
    })
  })

  it('needs no fall-back for an instant payout', () => {
    const sale = { windowId: 'cn.pos.d0', saleAt: '2026-11-21T23:30:00+08:00' }
    const found = answer({ ...sale, providerExpectedAt: '2026-11-22T08:00:00+08:00' })
    expect(found.deadline).toBe('2026-11-22T08:00:00+08:00')
    expect(found.fallbackWindowId).toBeUndefined()
    expect(answer({ ...sale, providerExpectedAt: '2026-11-22' }).deadline).toBe(
      '2026-11-22T23:59:00+08:00',
    )
  })
})

describe('the status', () => {
  it.each([
    ['2026-11-19T23:59:59+08:00', 'not_due'],
    ['2026-11-20T00:00:00+08:00', 'due_today'],
    ['2026-11-20T18:00:00+08:00', 'due_today'],
    ['2026-11-20T18:00:01+08:00', 'late_grace'],
    ['2026-11-22T23:59:59+08:00', 'late_grace'],
    ['2026-11-23T00:00:00+08:00', 'overdue'],
    ['2026-12-20T00:00:00+08:00', 'overdue'],
  ])('at %s is %s', (now, status) => {
    expect(answer({ now }).status).toBe(status)
  })

  it('comes with the day of P2 and the legal ceiling', () => {
    expect(answer({})).toMatchObject({ severeFrom: '2026-11-25', hardCap: '2026-12-19' })
    const risk = answer({ windowId: 'cn.pos.risk' })
    expect(risk).toMatchObject({ expectedDay: '2026-11-24', severeFrom: '2026-11-26' })
    expect(risk.hardCap).toBeUndefined()
  })

  it('has no late spell where there is no grace', () => {
    const refund = { windowId: 'cn.refund.card', saleAt: '2026-11-02T10:00:00+08:00' }
    const found = answer({ ...refund, now: '2026-11-16T18:00:00+08:00' })
    expect(found).toMatchObject({ expectedDay: '2026-11-16', ticketFrom: '2026-11-16' })
    expect(found.status).toBe('due_today')
    expect(answer({ ...refund, now: '2026-11-16T18:01:00+08:00' }).status).toBe('overdue')
  })
})

describe('refunds, reversals and holds', () => {
  it.each([
    { windowId: 'cn.reversal.oneside', expected: '2026-11-05', ticket: '2026-11-11' },
    { windowId: 'cn.refund.card', expected: '2026-11-16', ticket: '2026-11-16' },
    { windowId: 'cn.refund.wechat.card', expected: '2026-11-05', ticket: '2026-11-09' },
    { windowId: 'cn.preauth.hold', expected: '2026-12-02', ticket: '2026-12-03' },
    { windowId: 'stripe.payout.first', expected: '2026-11-16', ticket: '2026-11-17' },
    { windowId: 'stripe.refund.card', expected: '2026-11-16', ticket: '2026-11-16' },
    { windowId: 'stripe.auth.cnp', expected: '2026-11-09', ticket: '2026-11-16' },
    { windowId: 'stripe.auth.cp', expected: '2026-11-07', ticket: '2026-11-16' },
    { windowId: 'generic.auth.extended', expected: '2026-12-02', ticket: '2026-12-03' },
    { windowId: 'paypal.hold', expected: '2026-11-23', ticket: '2026-11-24' },
  ])('$windowId made on Monday 2 November: $expected', ({ windowId, expected, ticket }) => {
    const found = answer({ windowId, saleAt: '2026-11-02T10:00:00+08:00' })
    expect(found).toMatchObject({ expectedDay: expected, ticketFrom: ticket })
  })

  it('a refund to the WeChat balance has an hour, and a day until the ticket', () => {
    const refund = { windowId: 'cn.refund.wechat.balance', saleAt: '2026-11-20T10:00:00+08:00' }
    const found = answer({ ...refund, now: '2026-11-20T11:00:00+08:00' })
    expect(found).toMatchObject({
      status: 'due_today',
      deadline: '2026-11-20T11:00:00+08:00',
      ticketFromAt: '2026-11-21T10:00:00+08:00',
    })
    expect(answer({ ...refund, now: '2026-11-20T11:01:00+08:00' }).status).toBe('late_grace')
    expect(answer({ ...refund, now: '2026-11-21T10:00:00+08:00' }).status).toBe('overdue')
  })

  it('a reversal that takes seven working days is at once severe', () => {
    const windowId = 'cn.reversal.oneside'
    expect(answer({ windowId, saleAt: '2026-11-02T10:00:00+08:00' }).severeFrom).toBe('2026-11-11')
  })

  it('a refund abroad counts weekends only, says so, and takes a calendar when one is known', () => {
    const refund = { windowId: 'generic.refund.card', saleAt: '2026-11-16T10:00:00Z' }
    const unknown = answer(refund)
    expect(unknown.reasons).toContain('holidays_not_counted')
    expect(unknown).toMatchObject({ expectedDay: '2026-11-30', hardCap: '2026-12-16' })
    const american = answer({ ...refund, calendarOverride: 'us' })
    expect(american.reasons).not.toContain('holidays_not_counted')
    expect(american.expectedDay).toBe('2026-12-01')
  })
})

describe('time zones', () => {
  it('a Friday evening in California is not yet Saturday', () => {
    const windowId = 'square.us.nbd'
    const beforeCutoff = answer({ windowId, saleAt: '2026-11-21T00:59:00Z' })
    expect(beforeCutoff).toMatchObject({
      tradeDay: '2026-11-20',
      expectedDay: '2026-11-23',
      deadline: '2026-11-23T23:59:00-08:00',
      timeZone: 'America/Los_Angeles',
    })
    const evening = answer({ windowId, saleAt: '2026-11-21T03:30:00Z' })
    expect(evening).toMatchObject({ tradeDay: '2026-11-21', expectedDay: '2026-11-23' })
    expect(evening.reasons).toEqual(['after_cutoff', 'weekend'])
  })

  it('a cut-off follows the clocks as they go back', () => {
    const windowId = 'square.us.nbd'
    expect(answer({ windowId, saleAt: '2026-10-30T23:59:00Z' }).tradeDay).toBe('2026-10-30')
    expect(answer({ windowId, saleAt: '2026-10-31T00:00:00Z' }).tradeDay).toBe('2026-10-31')
    expect(answer({ windowId, saleAt: '2026-11-02T00:59:00Z' }).tradeDay).toBe('2026-11-01')
    expect(answer({ windowId, saleAt: '2026-11-02T01:00:00Z' }).tradeDay).toBe('2026-11-02')
  })

  it('a deadline has the offset of its own day', () => {
    const found = answer({ windowId: 'square.gb.nbd', saleAt: '2026-10-23T12:00:00+01:00' })
    expect(found.deadline).toBe('2026-10-26T23:59:00+00:00')
  })

  it('an account’s own zone replaces an open one', () => {
    const sale = { windowId: 'paypal.hold', saleAt: '2026-11-20T23:00:00Z' }
    expect(answer(sale).tradeDay).toBe('2026-11-20')
    expect(answer({ ...sale, timeZoneOverride: 'Asia/Singapore' }).tradeDay).toBe('2026-11-21')
  })
})

describe('a year that is not loaded', () => {
  it('makes the answer provisional, however late it is', () => {
    const found = answer({ saleAt: '2026-12-31T10:00:00+08:00', now: '2027-03-01T10:00:00+08:00' })
    // New Year's Day is off by law, and a weekend follows.
    expect(found).toMatchObject({ expectedDay: '2027-01-04', status: 'provisional' })
    expect(found.reasons).toContain('calendar_not_loaded')
    expect(found.severeFrom).toBeUndefined()
  })

  it('leaves a known expected day certain, but is never overdue', () => {
    const sale = { saleAt: '2026-12-30T10:00:00+08:00' }
    const at = (now: string) => answer({ ...sale, now }).status
    expect(answer(sale).expectedDay).toBe('2026-12-31')
    expect(at('2026-12-30T12:00:00+08:00')).toBe('not_due')
    expect(at('2026-12-31T12:00:00+08:00')).toBe('due_today')
    expect(at('2026-12-31T19:00:00+08:00')).toBe('late_grace')
    expect(at('2027-02-01T12:00:00+08:00')).toBe('provisional')
  })

  it('does not matter to calendar days', () => {
    const sale = { windowId: 'cn.pos.d1', saleAt: '2026-12-31T10:00:00+08:00' }
    const found = answer({ ...sale, now: '2027-01-05T10:00:00+08:00' })
    expect(found).toMatchObject({ expectedDay: '2027-01-01', status: 'overdue' })
  })

  it('does not matter to a provider’s date before its ticket day', () => {
    const found = answer({ providerExpectedAt: '2027-01-05', now: '2027-01-05T09:00:00+08:00' })
    expect(found.status).toBe('due_today')
  })

  it('is every year of a calendar that does not exist', () => {
    expect(answer({ calendarOverride: 'atlantis' }).status).toBe('provisional')
  })
})

describe('every window', () => {
  const provisional = ['cn.alipay.balance', 'stripe.payout.auto', 'adyen.salesday', 'square.auth']

  it.each(settlementWindows.map(({ id }) => id))('%s computes', (windowId) => {
    const found = answer({ windowId, saleAt: '2026-11-10T12:00:00+08:00' })
    expect(found.expectedDay >= found.tradeDay).toBe(true)
    expect(found.ticketFrom >= found.expectedDay).toBe(true)
    expect(new Date(found.deadline).getTime()).not.toBeNaN()
    expect(found.source).not.toBe('')
    expect(found.status === 'provisional').toBe(provisional.includes(windowId))
  })
})

describe('nonsense', () => {
  it.each([
    ['a window', { windowId: 'cn.pos.t9' }],
    ['a sale', { saleAt: 'yesterday' }],
    ['a sale without an offset', { saleAt: '2026-11-19T10:00:00' }],
    ['a cut-off', { cutoffOverride: '25:00' }],
    ['a zone', { timeZoneOverride: 'Mars/Base' }],
    ['a date of the provider', { providerExpectedAt: 'soon' }],
  ])('is refused: %s', (_what, input) => {
    expect(() => answer(input)).toThrow(RangeError)
  })
})
