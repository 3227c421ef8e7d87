import type { Day } from '../domain/calendar.ts'
import { localTime } from '../domain/local-time.ts'

const msPerDay = 86_400_000

/** Days since 1970-01-01: plain arithmetic on calendar days, free of time zones. */
export type DayNumber = number

/** The calendar day of an instant in a zone; an unknown zone counts as UTC. */
export function localDay(now: Date, timeZone: string): DayNumber {
  return dayNumber(dayIn(now, timeZone))
}

function dayIn(now: Date, timeZone: string): Day {
  try {
    return localTime(now, timeZone).day
  } catch {
    return now.toISOString().slice(0, 10)
  }
}

/** The number of a calendar day. */
export function dayNumber(day: Day): DayNumber {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / msPerDay)
}

export function dayOf(number: DayNumber): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10)
}

/** Monday is 1 and Sunday 7. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

interface YearMonthDay {
  year: number
  month: number
  day: number
}

export function partsOf(number: DayNumber): YearMonthDay {
  const date = new Date(number * msPerDay)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The number of a date that exists, or undefined for one like 31 February. Months may overflow. */
export function dayFrom(parts: YearMonthDay): DayNumber | undefined {
  if (parts.day < 1 || parts.day > 31) return undefined
  const first = new Date(Date.UTC(parts.year, parts.month - 1, 1))
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day))
  if (date.getUTCMonth() !== first.getUTCMonth()) return undefined
  return Math.round(date.getTime() / msPerDay)
}
