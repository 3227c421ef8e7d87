import type { Day } from './calendar.ts'
import { addDays, instantAt, weekday } from './local-time.ts'

/** A calendar month, `YYYY-MM`. */
export type Month = string

/** A stretch of days in a zone. Days `YYYY-MM-DD`, both included; instants UTC, the last excluded. */
export interface Span {
  firstDay: Day
  lastDay: Day
  from: string
  until: string
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** A whole month. */
export function monthSpan(month: Month, timeZone: string): Span {
  const firstDay = `${month}-01`
  const lastDay = addDays(`${monthOf(addDays(firstDay, 31))}-01`, -1)
  return spanOf(firstDay, lastDay, timeZone)
}

/** A month as far as it has passed on a day; whole when it is over, or has not begun. */
export function monthSoFar(month: Month, today: Day, timeZone: string): Span & { isOver: boolean } {
  const whole = monthSpan(month, timeZone)
  const isOver = today > whole.lastDay || today < whole.firstDay
  return { ...whole, lastDay: isOver ? whole.lastDay : today, isOver }
}

/** So many weeks, Monday to Sunday, up to the one that `lastDay` lies in, which ends with it. */
export function weeksBefore(lastDay: Day, count: number, timeZone: string): Span[] {
  const monday = addDays(lastDay, -((weekday(lastDay) + 6) % 7))
  return Array.from({ length: count }, (_, at) => {
    const first = addDays(monday, 7 * (at - count + 1))
    const sunday = addDays(first, 6)
    return spanOf(first, sunday < lastDay ? sunday : lastDay, timeZone)
  })
}

function spanOf(firstDay: Day, lastDay: Day, timeZone: string): Span {
  const start = (day: Day) => instantAt(day, '00:00', timeZone).toISOString()
  return { firstDay, lastDay, from: start(firstDay), until: start(addDays(lastDay, 1)) }
}
