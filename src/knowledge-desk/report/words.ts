import { formatDay } from '../../../dialogs/format.ts'
import type { Locale } from '../../domain/locale.ts'
import type { Month, Span } from '../../domain/month.ts'

const months =
  'January February March April May June July August September October November December'.split(' ')

/** `November 2026`, `2026年11月`. */
export function monthName(month: Month, locale: Locale): string {
  const [year = '', number = ''] = month.split('-')
  if (locale === 'zh-CN') return `${year}年${Number(number)}月`
  return `${months[Number(number) - 1]} ${year}`
}

/** `Sun 1 Nov 2026 to Fri 27 Nov 2026`. */
export function spanInWords(
  { firstDay, lastDay }: Pick<Span, 'firstDay' | 'lastDay'>,
  locale: Locale,
) {
  const [from, to] = [firstDay, lastDay].map((day) => dayInWords(day, locale))
  return locale === 'zh-CN' ? `${from}至${to}` : `${from} to ${to}`
}

/** A day with its year. */
export function dayInWords(day: string, locale: Locale): string {
  return formatDay(day, locale, '')
}

/** `35 %`; of nothing there is no share. */
export function shareOf(count: number, all: number): string | undefined {
  return all === 0 ? undefined : `${Math.round((100 * count) / all)} %`
}

/** `7 (35 %)`. */
export function countWithShare(count: number, all: number): string {
  const share = shareOf(count, all)
  return share === undefined ? String(count) : `${count} (${share})`
}

/** As it stands at the beginning of a line. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** `5 hours`, `2.5 days`. */
export function durationInWords(hours: number, locale: Locale): string {
  const isShort = hours < 48
  const value = isShort ? Math.round(hours) : Math.round(hours / 2.4) / 10
  if (locale === 'zh-CN') return `${value} ${isShort ? '小时' : '天'}`
  const unit = isShort ? 'hour' : 'day'
  return `${value} ${unit}${value === 1 ? '' : 's'}`
}
