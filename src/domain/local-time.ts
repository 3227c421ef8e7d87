import type { Day } from './calendar.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** What a wall clock shows: the day and the time `HH:MM`, 24 hours. */
export interface LocalTime {
  day: Day
  time: string
}

interface Zone {
  formatter: Intl.DateTimeFormat
  /** Milliseconds ahead of UTC at the start of a UTC day, by the day's number. */
  offsets: Map<number, number>
}

const zones = new Map<string, Zone>()
/** Days whose offset is kept per zone: a quarter of a century. */
const keptDays = 10_000

/** Making a formatter costs far more than using it, so each zone has one. */
function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const made = { formatter, offsets: new Map<number, number>() }
  zones.set(timeZone, made)
  return made
}

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetMs(atMs: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const zone = zoneOf(timeZone)
  const day = Math.floor(atMs / DAY_MS)
  const before = offsetAtStart(zone, day)
  // No clock is moved twice within a day.
  return before === offsetAtStart(zone, day + 1) ? before : readOffset(zone, atMs)
}

function offsetAtStart(zone: Zone, day: number): number {
  const known = zone.offsets.get(day)
  if (known !== undefined) return known
  const offset = readOffset(zone, day * DAY_MS)
  if (zone.offsets.size >= keptDays) zone.offsets.clear()
  zone.offsets.set(day, offset)
  return offset
}

function readOffset({ formatter }: Zone, atMs: number): number {
  const wholeSecond = Math.floor(atMs / 1000) * 1000
  const read: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const part of formatter.formatToParts(wholeSecond)) {
    read[part.type] = Number(part.value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond
}

/**
 * The day and time a wall clock in `timeZone` (IANA name) shows at an instant.
 * Throws `RangeError` for an invalid instant or a zone that does not exist.
 */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const atMs = instant.getTime()
  const iso = new Date(atMs + offsetMs(atMs, timeZone)).toISOString()
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) }
}

function dayMs(day: Day): number {
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms)) throw new RangeError(`Not a calendar day: ${day}`)
  return ms
}

const CLOCK_TIME = /^([01]\d|2[0-4]):([0-5]\d)$/

/** Minutes after midnight of a time `HH:MM`; `24:00` is 1440. Throws `RangeError` for other text. */
export function minutesOfDay(time: string): number {
  const [, hours, minutes] = CLOCK_TIME.exec(time) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  if (!(total <= 1440)) throw new RangeError(`Not a time of day: ${time}`)
  return total
}

/**
 * The instant at which a wall clock in `timeZone` shows `day` and `time`; `24:00` is the next
 * midnight. A time the clocks jump over moves forward with them; of a repeated hour, the first.
 */
export function instantAt(day: Day, time: string, timeZone: string): Date {
  const wallMs = dayMs(day) + minutesOfDay(time) * MINUTE_MS
  const before = offsetMs(wallMs - DAY_MS, timeZone)
  const after = offsetMs(wallMs + DAY_MS, timeZone)
  if (before === after || offsetMs(wallMs - before, timeZone) === before) {
    return new Date(wallMs - before)
  }
  const later = wallMs - after
  return new Date(offsetMs(later, timeZone) === after ? later : wallMs - before)
}

/** The day `count` days later, or earlier when `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(dayMs(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: Day): number {
  return new Date(dayMs(day)).getUTCDay()
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return (dayMs(b) - dayMs(a)) / DAY_MS
}

/** ISO 8601 to the second with the zone's offset at that instant: `2026-11-23T18:00:00+08:00`. */
export function toOffsetIso(instant: Date, timeZone: string): string {
  const atMs = instant.getTime()
  const offset = offsetMs(atMs, timeZone)
  const wall = new Date(atMs + offset).toISOString().slice(0, 19)
  const minutes = Math.abs(Math.round(offset / MINUTE_MS))
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0')
  const mm = String(minutes % 60).padStart(2, '0')
  return `${wall}${offset < 0 ? '-' : '+'}${hh}:${mm}`
}
