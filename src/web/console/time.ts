import type { Locale } from '../../domain/locale.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

const units = {
  en: { now: 'under 1 min', minute: 'min', hour: 'h', day: 'd', gap: ' ' },
  'zh-CN': { now: '不到 1 分钟', minute: '分钟', hour: '小时', day: '天', gap: ' ' },
} as const

/** A stretch of time in two words at most: `under 1 min`, `7 min`, `2 h 5 min`, `3 d`. Seconds in. */
export function stretch(seconds: number, locale: Locale): string {
  const { now, gap, ...names } = units[locale]
  if (seconds < minute) return now
  if (seconds < hour) return `${Math.floor(seconds / minute)}${gap}${names.minute}`
  if (seconds < day) return hours(seconds, locale)
  return `${Math.floor(seconds / day)}${gap}${names.day}`
}

function hours(seconds: number, locale: Locale): string {
  const { gap, hour: hourName, minute: minuteName } = units[locale]
  const whole = Math.floor(seconds / hour)
  const rest = Math.floor((seconds % hour) / minute)
  const left = rest > 0 ? `${gap}${rest}${gap}${minuteName}` : ''
  return `${whole}${gap}${hourName}${left}`
}

/** Seconds from one instant to another; 0 when either cannot be read. */
export function secondsBetween(from: string, to: string | Date): number {
  const seconds = (new Date(to).getTime() - Date.parse(from)) / 1000
  return Number.isFinite(seconds) ? seconds : 0
}

/** `14:05` in the agent's zone. */
export function clock(iso: string, locale: Locale): string {
  return shown(iso, locale, { hour: '2-digit', minute: '2-digit', hour12: false })
}

/** `24 Nov, 14:05`; a day alone has no hour. */
export function dateAndTime(iso: string, locale: Locale): string {
  const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' }
  if (/^\d{4}-\d\d-\d\d$/.test(iso)) {
    return shown(`${iso}T00:00:00Z`, locale, { ...day, weekday: 'short', timeZone: 'UTC' })
  }
  return shown(iso, locale, { ...day, hour: '2-digit', minute: '2-digit', hour12: false })
}

function shown(iso: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(date)
}
