import { alwaysOpen, weekdaysOnly } from '../business-days.ts'
import type { CalendarOf } from '../calendar.ts'
import { instantAt, localTime } from '../local-time.ts'
import { afterRunning, type RunningTime, runningMs } from '../running-time.ts'
import type { TicketClock } from '../tickets/ticket.ts'
import { finalDate } from './clocks.ts'
import { regimeOf } from './regimes.ts'
import { regionTimeZones } from './region.ts'

/** How far a time limit has run: half of it, four fifths of it, or all of it. */
export const warnings = ['none', 'half', 'most', 'over'] as const
export type Warning = (typeof warnings)[number]

/** Whether the first presses more than the second. */
export function isMore(one: Warning, other: Warning): boolean {
  return warnings.indexOf(one) > warnings.indexOf(other)
}

/** The instants at which a clock warns, and after which it is over. */
export interface ClockInstants {
  half: Date
  most: Date
  due: Date
}

/**
 * Half and four fifths of the time, counted as the limit itself is: business days on the regime's
 * own calendar, without the day of receipt; else every day.
 */
export function clockInstants(clock: TicketClock, calendarOf: CalendarOf): ClockInstants {
  const place = placeOf(clock, calendarOf)
  const { day } = localTime(new Date(clock.startAt), place.timeZone)
  const start = instantAt(day, '24:00', place.timeZone)
  const due = new Date(finalDate(clock))
  // The last second counts: it ends with the day.
  const whole = runningMs(start, new Date(due.getTime() + 1000), place)
  const at = (share: number) => earlier(afterRunning(start, whole * share, place), due)
  return { half: at(0.5), most: at(0.8), due }
}

/** How far a clock has run; an answer at its very last second is in time. */
export function clockWarning(clock: TicketClock, now: Date, calendarOf: CalendarOf): Warning {
  const { half, most, due } = clockInstants(clock, calendarOf)
  if (now > due) return 'over'
  if (now >= most) return 'most'
  return now >= half ? 'half' : 'none'
}

function placeOf({ regime: name, calendar }: TicketClock, calendarOf: CalendarOf): RunningTime {
  const regime = regimeOf(name)
  const timeZone = regionTimeZones[regime?.region ?? 'OTHER']
  if (regime?.final?.unit !== 'business_days') return { calendar: alwaysOpen, timeZone }
  return { calendar: calendarOf(calendar) ?? weekdaysOnly, timeZone }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}
