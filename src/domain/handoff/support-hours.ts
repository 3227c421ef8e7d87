import { isBusinessDay } from '../business-days.ts'
import type { BusinessCalendar, Day } from '../calendar.ts'
import { addDays, instantAt, localTime, minutesOfDay, weekday } from '../local-time.ts'

/** A stretch of one weekday, 0 is Sunday: `HH:MM` to `HH:MM`, at most until `24:00`. */
export interface Shift {
  weekday: number
  from: string
  to: string
}

/** When people are at the desk, in the service's own zone. No shifts: always. */
export interface SupportHours {
  shifts: readonly Shift[]
}

const names = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'] as const
const dayPattern = /^(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))?$/
const timePattern = /^(\d\d:\d\d)-(\d\d:\d\d)$/

/**
 * Reads `Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-16:00`. Undefined for what cannot be read; an empty
 * text is "always open".
 */
export function readSupportHours(text: string): SupportHours | undefined {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
  const shifts = parts.map(readPart)
  return shifts.includes(undefined) ? undefined : { shifts: shifts.flatMap((each) => each ?? []) }
}

function readPart(part: string): Shift[] | undefined {
  const [days = '', times = '', ...more] = part.split(/\s+/u)
  const weekdays = days.split(',').map(readDays)
  const stretches = times.split(',').map(readTimes)
  if (more.length > 0 || weekdays.includes(undefined) || stretches.includes(undefined)) {
    return undefined
  }
  return weekdays.flatMap((list) =>
    (list ?? []).flatMap((day) =>
      stretches.flatMap((stretch) => (stretch ? [{ weekday: day, ...stretch }] : [])),
    ),
  )
}

function readDays(text: string): number[] | undefined {
  const [, first, last] = dayPattern.exec(text) ?? []
  if (!first) return undefined
  const from = names.indexOf(first as (typeof names)[number])
  const to = last ? names.indexOf(last as (typeof names)[number]) : from
  const count = ((to - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, index) => (from + index) % 7)
}

function readTimes(text: string): Omit<Shift, 'weekday'> | undefined {
  const [, from, to] = timePattern.exec(text) ?? []
  if (!from || !to || !isTime(from) || !isTime(to)) return undefined
  return minutesOfDay(from) < minutesOfDay(to) ? { from, to } : undefined
}

function isTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)
}

export interface Opening {
  open: boolean
  /** When it opens next; absent while it is open, and when no day is found within a month. */
  opensAt?: Date | undefined
}

interface Place {
  timeZone: string
  /** Its days off close the desk. */
  calendar: BusinessCalendar
}

const daysLooked = 31

/** Whether somebody is at the desk at `now`, and else when again. */
export function opening(hours: SupportHours, now: Date, place: Place): Opening {
  if (hours.shifts.length === 0) return { open: true }
  const { day: today, time } = localTime(now, place.timeZone)
  const open = shiftsOn(hours, today, place).some(({ from, to }) => from <= time && time < to)
  if (open) return { open }
  for (let ahead = 0; ahead <= daysLooked; ahead += 1) {
    const day = addDays(today, ahead)
    const starts = shiftsOn(hours, day, place)
      .map(({ from }) => instantAt(day, from, place.timeZone))
      .filter((at) => at > now)
    const first = starts.toSorted((one, other) => one.getTime() - other.getTime())[0]
    if (first) return { open, opensAt: first }
  }
  return { open }
}

/** A public holiday has no shifts; a weekend that is worked keeps its own. */
function shiftsOn({ shifts }: SupportHours, day: Day, { calendar }: Place): readonly Shift[] {
  const holiday = calendar.holidays[day] !== undefined && !isBusinessDay(day, calendar)
  return holiday ? [] : shifts.filter((shift) => shift.weekday === weekday(day))
}
