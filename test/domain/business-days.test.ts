import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  alwaysOpen,
  businessDaysBetween,
  covered,
  coveredThroughout,
  isBusinessDay,
  weekdaysOnly,
  withoutWorkedWeekends,
} from '../../src/domain/business-days.ts'
import type { BusinessCalendar } from '../../src/domain/calendar.ts'
import { addDays } from '../../src/domain/local-time.ts'

const calendar: BusinessCalendar = {
  id: 'test',
  holidays: {
    '2026-10-01': 'National Day',
    '2026-10-02': 'National Day',
    '2026-10-05': 'National Day',
    '2026-10-06': 'National Day',
    '2026-10-07': 'National Day',
  },
  workedWeekends: ['2026-10-10'],
  coveredYears: [2026],
}

const aDay = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-01-01', n))

describe('isBusinessDay', () => {
  it.each([
    ['a weekday', '2026-09-30', true],
    ['a holiday', '2026-10-01', false],
    ['a Saturday', '2026-10-03', false],
    ['a Sunday', '2026-10-04', false],
    ['a worked Saturday', '2026-10-10', true],
  ])('tells %s', (_what, day, worked) => {
    expect(isBusinessDay(day, calendar)).toBe(worked)
  })

  it('takes a worked Saturday for a weekend where make-up days do not count', () => {
    expect(isBusinessDay('2026-10-10', calendar, { workedWeekendsCount: false })).toBe(false)
    expect(isBusinessDay('2026-10-10', withoutWorkedWeekends(calendar))).toBe(false)
  })

  it('never closes on the always-open calendar and only at weekends without holidays', () => {
    expect(isBusinessDay('2026-10-04', alwaysOpen)).toBe(true)
    expect(isBusinessDay('2026-10-01', weekdaysOnly)).toBe(true)
    expect(isBusinessDay('2026-10-04', weekdaysOnly)).toBe(false)
  })
})

describe('addBusinessDays', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2026-10-09', 2, '2026-10-12'],
    ['2026-10-04', 1, '2026-10-08'],
    ['2026-10-04', 0, '2026-10-04'],
  ])('counts from %s %i days: %s', (day, count, expected) => {
    expect(addBusinessDays(day, count, calendar)).toBe(expected)
  })

  it('lands on a business day that businessDaysBetween counts back', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const reached = addBusinessDays(day, count, calendar)
        expect(isBusinessDay(reached, calendar)).toBe(true)
        expect(businessDaysBetween(day, reached, calendar)).toBe(count)
      }),
    )
  })

  it('counts nothing backwards', () => {
    expect(businessDaysBetween('2026-10-09', '2026-10-09', calendar)).toBe(0)
    expect(businessDaysBetween('2026-10-09', '2026-10-01', calendar)).toBe(0)
  })
})

describe('covered', () => {
  it('knows only the years of the calendar', () => {
    expect(covered('2026-12-31', calendar)).toBe(true)
    expect(covered('2027-01-01', calendar)).toBe(false)
  })

  it('asks for every year of a range, and for none of an empty one', () => {
    expect(coveredThroughout('2026-01-01', '2026-12-31', calendar)).toBe(true)
    expect(coveredThroughout('2026-12-31', '2027-01-01', calendar)).toBe(false)
    expect(coveredThroughout('2027-01-02', '2027-01-01', calendar)).toBe(true)
  })
})
