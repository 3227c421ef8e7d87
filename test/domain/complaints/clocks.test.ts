import { describe, expect, it } from 'vitest'
import { createCalendars } from '../../../src/connectors/calendars.ts'
import {
  type ClockStart,
  earliestFinalDate,
  issuerLimits,
  startClocks,
} from '../../../src/domain/complaints/clocks.ts'

const calendarOf = createCalendars()

function clocks(change: Partial<ClockStart>) {
  const at = new Date('2026-11-23T10:00:00+08:00')
  return startClocks({ region: 'CN', role: 'merchant', at, calendarOf, ...change })
}

describe('startClocks', () => {
  it.each([
    ['a Chinese payment institution', { region: 'CN' }, ['cn_payment_institution 2026-12-08']],
    ['a Chinese bank', { region: 'CN', institution: 'bank' }, ['cn_bank 2026-12-08']],
    ['Great Britain', { region: 'UK' }, ['gb_quick 2026-11-26', 'gb_psd 2026-12-14']],
    ['a country of the EU', { region: 'DE' }, ['eu_psd2 2026-12-14']],
    ['a US merchant', { region: 'US' }, []],
    [
      'a US debit card issuer',
      { region: 'US', role: 'cardholder', institution: 'issuer' },
      ['us_reg_e 2026-12-07'],
    ],
    ['a place we do not know', { region: 'BR' }, []],
  ] as const)('runs what binds in %s', (_where, change, expected) => {
    const started = clocks(change).map(({ regime, dueAt }) => `${regime} ${dueAt.slice(0, 10)}`)
    expect(started).toEqual(expected)
  })

  it('skips the bank holidays at Christmas', () => {
    const [, psd] = clocks({ region: 'GB', at: new Date('2026-12-14T12:00:00Z') })
    expect(psd?.dueAt).toBe('2027-01-07T23:59:59+00:00')
  })

  it('says so when the calendar does not reach', () => {
    const [, psd] = clocks({ region: 'GB', at: new Date('2030-12-14T12:00:00Z') })
    expect(psd?.reason).toContain('provisional')
  })
})

describe('earliestFinalDate', () => {
  it('promises no optional quick resolution', () => {
    expect(earliestFinalDate(clocks({ region: 'GB' }))).toBe('2026-12-14T23:59:59+00:00')
  })

  it('follows an extension', () => {
    const [clock] = clocks({})
    if (!clock) throw new Error('no clock')
    expect(earliestFinalDate([{ ...clock, extendedTo: '2027-01-22T23:59:59+08:00' }])).toBe(
      '2027-01-22T23:59:59+08:00',
    )
  })

  it('knows none without a clock', () => {
    expect(earliestFinalDate([])).toBeUndefined()
  })
})

describe('issuerLimits', () => {
  it("are the US issuer's, by kind of card, and nobody else's", () => {
    expect(issuerLimits('US', 'debit')?.id).toBe('us_reg_e')
    expect(issuerLimits('US', 'credit')?.id).toBe('us_reg_z')
    expect(issuerLimits('GB', 'debit')).toBeUndefined()
  })
})
