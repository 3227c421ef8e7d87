import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBusinessDay } from '../../../src/domain/business-days.ts'
import {
  clockInstants,
  clockWarning,
  isMore,
} from '../../../src/domain/complaints/clock-warnings.ts'
import { startClock } from '../../../src/domain/complaints/clocks.ts'
import { regimeIds, regimes } from '../../../src/domain/complaints/regimes.ts'
import { regionTimeZones } from '../../../src/domain/complaints/region.ts'
import { localTime } from '../../../src/domain/local-time.ts'
import { calendarOf } from '../tickets/sample.ts'

const received = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-10-30T00:00:00Z') })
  .map((ms) => new Date(ms))
const limited = regimeIds.filter((id) => regimes[id].final !== undefined)

function clockOf(id: (typeof regimeIds)[number], at: string | Date) {
  const clock = startClock(regimes[id], new Date(at), calendarOf)
  if (!clock) throw new Error('no limit')
  return clock
}

const warn = (id: (typeof regimeIds)[number], at: string, now: string) =>
  clockWarning(clockOf(id, at), new Date(now), calendarOf)

describe('clockInstants', () => {
  it('counts half of fifteen British business days over Christmas on their own calendar', () => {
    const { half, most } = clockInstants(clockOf('gb_psd', '2026-12-14T10:00:00Z'), calendarOf)
    // 15 Dec is the first day; the 25th, the 28th and 1 Jan are none: noon of the 8th, the end of the 12th.
    expect(half.toISOString()).toBe('2026-12-24T12:00:00.000Z')
    expect(most.toISOString()).toBe('2027-01-05T00:00:00.000Z')
  })

  it('counts calendar days as they come, without the day of receipt', () => {
    const clock = clockOf('cn_payment_institution', '2026-09-30T10:00:00+08:00')
    const { half, most } = clockInstants(clock, calendarOf)
    expect(half.toISOString()).toBe('2026-10-08T04:00:00.000Z')
    expect(most.toISOString()).toBe('2026-10-12T16:00:00.000Z')
  })

  it('warns in order, before the end, and on days that count', () => {
    fc.assert(
      fc.property(fc.constantFrom(...limited), received, (id, at) => {
        const regime = regimes[id]
        const { half, most, due } = clockInstants(clockOf(id, at), calendarOf)
        expect(half.getTime()).toBeLessThan(most.getTime())
        expect(most.getTime()).toBeLessThan(due.getTime())
        const calendar = calendarOf(regime.calendar)
        if (regime.final?.unit !== 'business_days' || !calendar) return
        for (const instant of [half, most]) {
          const { day } = localTime(new Date(instant.getTime() - 1), regionTimeZones[regime.region])
          expect(isBusinessDay(day, calendar)).toBe(true)
        }
      }),
    )
  })

  it('never presses less as time goes on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...limited),
        received,
        fc.array(fc.integer({ min: 0, max: 100 * 86_400_000 }), { minLength: 2, maxLength: 6 }),
        (id, at, steps) => {
          const clock = clockOf(id, at)
          const seen = steps
            .toSorted((a, b) => a - b)
            .map((ms) => clockWarning(clock, new Date(at.getTime() + ms), calendarOf))
          for (const [index, each] of seen.entries()) {
            const next = seen[index + 1]
            if (next) expect(isMore(each, next)).toBe(false)
          }
        },
      ),
    )
  })
})

describe('clockWarning', () => {
  it.each([
    ['2026-11-24T00:00:00+08:00', 'none'],
    ['2026-12-01T11:59:00+08:00', 'none'],
    ['2026-12-01T12:00:00+08:00', 'half'],
    ['2026-12-06T00:00:00+08:00', 'most'],
    ['2026-12-08T23:59:59+08:00', 'most'],
    ['2026-12-09T00:00:00+08:00', 'over'],
  ])('at %s is %s for a complaint of 23 November', (now, warning) => {
    expect(warn('cn_payment_institution', '2026-11-23T10:00:00+08:00', now)).toBe(warning)
  })

  it('counts from the longer limit once it was extended', () => {
    const clock = clockOf('cn_payment_institution', '2026-11-23T10:00:00+08:00')
    const extended = { ...clock, extendedTo: '2027-01-22T23:59:59+08:00' }
    const now = new Date('2026-12-10T00:00:00+08:00')
    expect(clockWarning(extended, now, calendarOf)).toBe('none')
  })
})
