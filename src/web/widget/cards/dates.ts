import type { PageLocale } from '../words/words.ts'

/**
 * A day, or an instant as the wall clock of its own offset shows it: the bot's dates are in the
 * customer's zone, which need not be the browser's. Anything else is shown as it is.
 */
export function dateText(iso: string, locale: PageLocale): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(iso)
  if (!parts) return iso
  const [, day = '', time, zone] = parts
  if (zone === 'Z') return format(new Date(iso), locale, { withTime: true })
  const wall = new Date(`${day}T${time ?? '00:00'}:00Z`)
  // Midnight is how the beginning of a day is written, and nobody waits up for it.
  const withTime = time !== undefined && time !== '00:00'
  return format(wall, locale, { withTime, timeZone: 'UTC' })
}

/** The day alone, short enough to stand under a step: `24 Nov`, `11月24日`. */
export function dayText(iso: string, locale: PageLocale): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(iso)?.[0]
  if (!day) return ''
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** Whether an instant, or the end of a day, lies before an instant. Days end by UTC here. */
export function isBefore(iso: string, instant: string): boolean {
  const end = iso.length === 'YYYY-MM-DD'.length ? `${iso}T23:59:59Z` : iso
  return Date.parse(end) < Date.parse(instant)
}

function format(
  date: Date,
  locale: PageLocale,
  { withTime, timeZone }: { withTime: boolean; timeZone?: string },
): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    ...(withTime && { hour: '2-digit', minute: '2-digit', hour12: false }),
    ...(timeZone && { timeZone }),
  }).format(date)
}
