import { addDays, instantAt, localTime, toOffsetIso, weekday } from '../../domain/local-time.ts'

/** Dates of the demo world, counted back from the moment it starts, so that it is always fresh. */
export interface DemoTimes {
  /** The instant so many days before today at a local time `HH:MM`. */
  at(daysAgo: number, time: string, zone?: string): string
  minutesAgo(minutes: number): string
  /** The latest Saturday before today, at a local time. */
  lastSaturday(time: string): string
  /** The day so many days before today; a negative number is a day to come. */
  day(daysAgo: number, zone?: string): string
}

const china = 'Asia/Shanghai'

/** The dates as seen from the start. Today is the day at the place of the zone. */
export function demoTimes(startedAt: Date): DemoTimes {
  const day = (daysAgo: number, zone = china) => addDays(localTime(startedAt, zone).day, -daysAgo)
  const at = (daysAgo: number, time: string, zone = china) =>
    toOffsetIso(instantAt(day(daysAgo, zone), time, zone), zone)
  return {
    at,
    day,
    minutesAgo: (minutes) => toOffsetIso(new Date(startedAt.getTime() - minutes * 60_000), china),
    lastSaturday: (time) => at(weekday(day(0)) + 1, time),
  }
}
