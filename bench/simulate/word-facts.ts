import { addDays, daysBetween, localTime } from '../../src/domain/local-time.ts'
import type { Locale } from '../../src/domain/locale.ts'
import type { Random } from '../random.ts'

/** What wording depends on beside the fact. */
export interface Wording {
  random: Random
  locale: Locale
  now: string
  timeZone: string
}

/** A sum as people type it. */
export function wordAmount(minor: number, currency: string, { random, locale }: Wording): string {
  const plain = (minor / 100).toFixed(2)
  const short = plain.replace(/\.00$/, '').replace(/(\.\d)0$/, '$1')
  const grouped = new Intl.NumberFormat('en', {
    minimumFractionDigits: minor % 100 ? 2 : 0,
  }).format(minor / 100)
  if (locale === 'zh-CN')
    return random.pick([`${short}元`, `${short}块`, `¥${grouped}`, short, plain])
  const sign = { GBP: '£', USD: '$', EUR: '€', CNY: '¥' }[currency] ?? ''
  const name = { GBP: 'quid', USD: 'dollars', EUR: 'euros', CNY: 'yuan' }[currency] ?? ''
  return random.pick([`${sign}${grouped}`, `${sign}${short}`, plain, `${short} ${name}`, short])
}

const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
} as const

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
]

/** A day as people name it: near days by their name, others by the date. */
export function wordDay(day: string, wording: Wording): string {
  const { random, locale, now, timeZone } = wording
  const today = localTime(new Date(now), timeZone).day
  const near = nearName(daysBetween(day, today), locale)
  if (near && random.chance(0.5)) return near
  const [, month = 1, date = 1] = day.split('-').map(Number)
  const name = months[month - 1] ?? ''
  const weekday = weekdays[locale][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  if (locale === 'zh-CN') {
    return random.pick([
      `${month}月${date}日`,
      `${month}月${date}号`,
      `${month}.${date}`,
      `${month}月${date}号（${weekday}）`,
    ])
  }
  return random.pick([
    `${date} ${name}`,
    `${name} ${date}`,
    `${date} ${name.slice(0, 3)}`,
    `the ${ordinal(date)} of ${name}`,
  ])
}

function nearName(ago: number, locale: Locale): string | undefined {
  const names = { 'zh-CN': ['今天', '昨天', '前天'], en: ['today', 'yesterday'] } as const
  return names[locale][ago]
}

function ordinal(date: number): string {
  if (date % 10 === 1 && date !== 11) return `${date}st`
  if (date % 10 === 2 && date !== 12) return `${date}nd`
  return date % 10 === 3 && date !== 13 ? `${date}rd` : `${date}th`
}

/** An hour as people type it. */
export function wordTime(time: string, { random, locale }: Wording): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const minutes = String(minute).padStart(2, '0')
  if (locale === 'zh-CN') return random.pick([time, `${hour}点${minutes}分`, `${hour}:${minutes}`])
  const half = hour < 12 ? 'am' : 'pm'
  return random.pick([
    time,
    `${hour % 12 || 12}:${minutes}${half}`,
    `${hour % 12 || 12}.${minutes}${half}`,
  ])
}

/** A neighbouring day, for whoever remembers wrongly. */
export function dayBefore(day: string): string {
  return addDays(day, -3)
}
