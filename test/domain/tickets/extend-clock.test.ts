import { describe, expect, it } from 'vitest'
import { extendClock } from '../../../src/domain/tickets/extend-clock.ts'
import { calendarOf, sampleTicket } from './sample.ts'

const complaint = sampleTicket({ kind: 'complaint' })
const extend = (change: object = {}, ticket = complaint) =>
  extendClock(
    ticket,
    {
      regime: 'cn_payment_institution',
      until: '2026-12-31',
      reason: '收款银行还在核实',
      at: '2026-12-01T10:00:00+08:00',
      ...change,
    },
    calendarOf,
  )

describe('extendClock', () => {
  it('gives the limit more time, with its reason, and tells the new date', () => {
    const result = extend()
    if (result.kind !== 'extended') throw new Error(result.kind)
    expect(result.ticket.clocks[0]).toMatchObject({
      extendedTo: '2026-12-31T23:59:59+08:00',
      reason: '收款银行还在核实',
      warned: undefined,
    })
    expect(result.ticket.dueAt).toBe('2026-12-31T23:59:59+08:00')
    expect(result.ticket.history.at(-1)).toMatchObject({ event: 'extended' })
  })

  it.each([
    [{ regime: 'gb_psd' }, 'no_such_clock'],
    [{ until: '2026-12-08' }, 'not_later'],
    [{ until: '2027-01-23' }, 'too_long'],
    [{ at: '2026-12-09T00:00:00+08:00' }, 'too_late'],
  ])('refuses %o', (change, kind) => {
    expect(extend(change).kind).toBe(kind)
  })

  it('allows the very last day of the rules', () => {
    expect(extend({ until: '2027-01-22' }).kind).toBe('extended')
  })

  it('knows regimes without a longer limit, and tickets that have ended', () => {
    const british = sampleTicket({ kind: 'complaint', region: 'GB' })
    expect(extend({ regime: 'gb_quick', at: '2026-11-24T10:00:00Z' }, british).kind).toBe(
      'not_extendable',
    )
    expect(extend({}, { ...complaint, state: 'closed' }).kind).toBe('ended')
  })
})
