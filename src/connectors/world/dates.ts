import { z } from 'zod'
import { instantAt, toOffsetIso } from '../../domain/local-time.ts'

const dateText =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i

const accepted = 'expected a date such as 2026-11-22 or 2026-11-22T15:20:00+08:00'

function isRealDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

function isDate(text: string): boolean {
  const [, day, time = '00:00', seconds = '', offset = 'Z'] = dateText.exec(text) ?? []
  if (day === undefined || !isRealDay(day)) return false
  return !Number.isNaN(Date.parse(`${day}T${time}${seconds}${offset}`))
}

/** A day, a local date and time, or an instant with its offset; kept as it was written. */
export const anyDate = z.string().refine(isDate, { error: `Invalid date: ${accepted}` })

/** A day; when a time is given too, only its day is kept. */
export const dayOnly = anyDate.transform((text) => text.slice(0, 10))

/** True when the text is a calendar day without a time. */
function isDay(text: string): boolean {
  return text.length === 10
}

function localInstant(day: string, time: string, zone: string): string {
  const minute = instantAt(day, time.slice(0, 5), zone)
  const seconds = Number(time.slice(6) || 0)
  return toOffsetIso(new Date(minute.getTime() + seconds * 1000), zone)
}

/**
 * The instant a checked date text means in the zone: a day starts at 00:00, a local time gets the
 * zone's offset, a text with an offset keeps it.
 */
export function instantIn(zone: string, text: string): string {
  const [, day = '', time, seconds = '', offset] = dateText.exec(text) ?? []
  if (time === undefined) return localInstant(day, '00:00', zone)
  if (offset === undefined) return localInstant(day, `${time}${seconds}`, zone)
  return `${day}T${time}${seconds}${offset.toUpperCase()}`
}

/** Like `instantIn`, but a day stays a day: for deadlines and expected days, which mean all of it. */
export function dayOrInstantIn(zone: string, text: string): string {
  return isDay(text) ? text : instantIn(zone, text)
}

/** Like `instantIn`, but a day means its last second: for the end of something. */
export function endInstantIn(zone: string, text: string): string {
  return isDay(text) ? localInstant(text, '23:59:59', zone) : instantIn(zone, text)
}
