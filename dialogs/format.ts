import { localTime } from '../src/domain/local-time.ts'
import type { Locale } from '../src/domain/locale.ts'

/*
 * Days and times as people read them. Built from parts, not from a locale's long form: the wording
 * must not change with the ICU version of the machine.
 */

const weekdays: Record<Locale, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `11月24日（周二）`, `Tue 24 Nov`; with the year when it is not this one. */
export function formatDay(day: string, locale: Locale, thisYear?: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  const name = weekdays[locale][new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? ''
  const otherYear = thisYear !== undefined && thisYear !== year
  if (locale === 'zh-CN') {
    return `${otherYear ? `${year}年` : ''}${Number(month)}月${Number(date)}日（${name}）`
  }
  return `${name} ${Number(date)} ${months[Number(month) - 1]}${otherYear ? ` ${year}` : ''}`
}

/** `11月24日（周二）18:00`, `Tue 24 Nov, 18:00`. A bare day stays a day. */
export function formatMoment(at: string, locale: Locale, timeZone: string): string {
  if (at.length <= 10) return formatDay(at, locale)
  const { day, time } = wallTime(at, timeZone)
  return locale === 'zh-CN'
    ? `${formatDay(day, locale)}${time}`
    : `${formatDay(day, locale)}, ${time}`
}

/** The wall time as it was written, when it was written with a place's offset; else in the zone. */
function wallTime(at: string, timeZone: string): { day: string; time: string } {
  const written = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*[+-](?!00:00)\d{2}:\d{2}$/u.exec(at)
  if (written?.[1] && written[2]) return { day: written[1], time: written[2] }
  return localTime(new Date(at), timeZone)
}

/** `a、b和c` / `a, b and c`. */
export function formatList(items: readonly string[], locale: Locale): string {
  if (items.length <= 1) return items.join('')
  const head = items.slice(0, -1)
  const tail = items.at(-1) ?? ''
  return locale === 'zh-CN' ? `${head.join('、')}和${tail}` : `${head.join(', ')} and ${tail}`
}
