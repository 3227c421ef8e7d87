import { isBusinessDay } from './business-days.ts'
import type { BusinessCalendar } from './calendar.ts'
import { addDays, instantAt, localTime } from './local-time.ts'

/** Where time runs: only on the days that count, from midnight to midnight of this zone (IANA). */
export interface RunningTime {
  calendar: BusinessCalendar
  timeZone: string
}

/** Milliseconds between two instants that fall on days that count; 0 when `to` is not later. */
export function runningMs(from: Date, to: Date, place: RunningTime): number {
  let total = 0
  let day = localTime(from, place.timeZone).day
  for (let left = from.getTime(); left < to.getTime(); day = addDays(day, 1)) {
    const end = Math.min(endOfDay(day, place), to.getTime())
    if (isBusinessDay(day, place.calendar)) total += end - left
    left = end
  }
  return total
}

/** The instant at which so many milliseconds of counted time have run since `from`. */
export function afterRunning(from: Date, ms: number, place: RunningTime): Date {
  let left = ms
  let at = from.getTime()
  let { day } = localTime(from, place.timeZone)
  for (; left > 0; day = addDays(day, 1)) {
    const end = endOfDay(day, place)
    const counts = isBusinessDay(day, place.calendar)
    if (counts && at + left <= end) return new Date(at + left)
    if (counts) left -= end - at
    at = end
  }
  return new Date(at)
}

function endOfDay(day: string, { timeZone }: RunningTime): number {
  return instantAt(day, '24:00', timeZone).getTime()
}
