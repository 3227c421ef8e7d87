import type { BusinessCalendar, Day } from './calendar.ts'
import { addDays, weekday } from './local-time.ts'

const SATURDAY_AND_SUNDAY: readonly number[] = [0, 6]
const everyYear: readonly number[] = Array.from({ length: 231 }, (_, index) => 1970 + index)

/** Every day counts: for rules in calendar days. */
export const alwaysOpen: BusinessCalendar = {
  id: 'none',
  holidays: {},
  workedWeekends: [],
  coveredYears: everyYear,
  weekend: [],
}

/** Monday to Friday and no holidays: for places whose holidays are not known to us. */
export const weekdaysOnly: BusinessCalendar = {
  id: 'weekdays',
  holidays: {},
  workedWeekends: [],
  coveredYears: everyYear,
}

/** The same calendar where make-up workdays are ordinary weekends. */
export function withoutWorkedWeekends(calendar: BusinessCalendar): BusinessCalendar {
  return calendar.workedWeekends.length === 0 ? calendar : { ...calendar, workedWeekends: [] }
}

/** A weekend by the week, whether or not it is worked. */
export function isWeekend(day: Day, calendar: BusinessCalendar): boolean {
  return (calendar.weekend ?? SATURDAY_AND_SUNDAY).includes(weekday(day))
}

/** Whether a day is worked. Make-up workdays count unless `workedWeekendsCount` is false. */
export function isBusinessDay(
  day: Day,
  calendar: BusinessCalendar,
  { workedWeekendsCount = true }: { workedWeekendsCount?: boolean | undefined } = {},
): boolean {
  if (calendar.holidays[day] !== undefined) return false
  if (!isWeekend(day, calendar)) return true
  return workedWeekendsCount && calendar.workedWeekends.includes(day)
}

/** The `count`-th business day strictly after `day`; `day` itself when `count` is 0. */
export function addBusinessDays(day: Day, count: number, calendar: BusinessCalendar): Day {
  let current = day
  for (let left = count; left > 0; ) {
    current = addDays(current, 1)
    if (isBusinessDay(current, calendar)) left -= 1
  }
  return current
}

/** How many business days lie after `from`, up to and including `to`; 0 when `to` is not later. */
export function businessDaysBetween(from: Day, to: Day, calendar: BusinessCalendar): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isBusinessDay(day, calendar)) count += 1
  }
  return count
}

/** Whether the calendar knows the year of a day. */
export function covered(day: Day, calendar: BusinessCalendar): boolean {
  return calendar.coveredYears.includes(Number(day.slice(0, 4)))
}

/** Whether the calendar knows every year from `from` to `to`; true when there is no day between. */
export function coveredThroughout(from: Day, to: Day, calendar: BusinessCalendar): boolean {
  if (from > to) return true
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!calendar.coveredYears.includes(year)) return false
  }
  return true
}
