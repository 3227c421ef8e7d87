import { addDays, instantAt, localTime } from '../local-time.ts'

/** What a date means that was named to a customer. */
export interface PromisedInstant {
  /** The money is late after it. */
  dueAt: Date
  /** A day was named, not an hour: all of it counts. */
  wholeDay: boolean
}

/**
 * A day means its end in that zone. So does midnight: a record that knows only its day is written
 * so, and the customer is told the day.
 */
export function promisedInstant(expectedBy: string, timeZone: string): PromisedInstant {
  if (expectedBy.length <= 10) return endOf(expectedBy, timeZone)
  const at = new Date(expectedBy)
  const { day, time } = localTime(at, timeZone)
  return time === '00:00' ? endOf(day, timeZone) : { dueAt: at, wholeDay: false }
}

function endOf(day: string, timeZone: string): PromisedInstant {
  return { dueAt: instantAt(addDays(day, 1), '00:00', timeZone), wholeDay: true }
}
