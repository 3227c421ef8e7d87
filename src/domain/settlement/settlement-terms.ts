import { alwaysOpen, weekdaysOnly, withoutWorkedWeekends } from '../business-days.ts'
import type { BusinessCalendar, CalendarOf } from '../calendar.ts'
import type { SettlementInput, WeekendRule } from './settlement-answer.ts'
import type { SettlementWindow, Span } from './settlement-window.ts'

/** A window with the contract's own settings filled in. Times are `HH:MM` in `timeZone`. */
export interface SettlementTerms {
  window: SettlementWindow
  timeZone: string
  cutoff?: string | undefined
  weekendRule: WeekendRule
  /** The place's calendar as it is, for telling make-up workdays. */
  fullCalendar: BusinessCalendar
  /** The same as the contract counts it. */
  calendar: BusinessCalendar
  /** False when no calendar of a place applies, so that only weekends are stepped over. */
  holidaysCounted: boolean
}

const placeless = new Set(['none', 'provider', 'cardholder_country'])

/** A place we have no calendar for: its weekends are known, no year is. */
const notLoaded: BusinessCalendar = { ...weekdaysOnly, id: 'not_loaded', coveredYears: [] }

/** The terms one sale runs under. */
export function settlementTerms(
  window: SettlementWindow,
  input: SettlementInput,
  calendarOf: CalendarOf,
): SettlementTerms {
  const calendarId = input.calendarOverride ?? window.calendar
  const holidaysCounted = !placeless.has(calendarId)
  const fullCalendar = holidaysCounted ? (calendarOf(calendarId) ?? notLoaded) : weekdaysOnly
  const makeupCounts = input.makeupWorkdayCounts ?? window.makeupWorkdayCounts ?? true
  return {
    window,
    timeZone: input.timeZoneOverride ?? window.timeZone,
    cutoff: cutoffOf(window, input.cutoffOverride),
    weekendRule: input.weekendRule ?? 'first_business_day_after_T',
    fullCalendar,
    calendar: makeupCounts ? fullCalendar : withoutWorkedWeekends(fullCalendar),
    holidaysCounted,
  }
}

/** Contracts write midnight as 00:00; where the day closes at night that is its end. */
function cutoffOf(window: SettlementWindow, override: string | undefined): string | undefined {
  const cutoff = override ?? window.cutoff
  return cutoff === '00:00' && window.dayCloses !== 'next_morning' ? '24:00' : cutoff
}

/** The calendar on which the window's own unit is counted. */
export function waitCalendar({ window, calendar }: SettlementTerms): BusinessCalendar {
  switch (window.unit) {
    case 'business_day':
    case 'same_business_day':
      return calendar
    case 'open_day':
      return { ...calendar, weekend: [] }
    case 'calendar_day':
    case 'minutes':
      return alwaysOpen
  }
}

/** The calendar on which a span is counted. */
export function spanCalendar(span: Span, { calendar }: SettlementTerms): BusinessCalendar {
  return span.unit === 'business_day' ? calendar : alwaysOpen
}
