import { type DayNumber, dayFrom, partsOf, weekdayOf } from './local-day.ts'

const nthWeekday = (year: number, month: number, rule: { weekday: number; nth: number }) => {
  const first = dayFrom({ year, month, day: 1 }) ?? 0
  const shift = (rule.weekday - weekdayOf(first) + 7) % 7
  return first + shift + (rule.nth - 1) * 7
}

const fixed = (month: number, day: number) => (year: number) => dayFrom({ year, month, day })

/** A day of the Chinese lunar calendar, by walking the months it can fall in. */
const lunar =
  (wanted: { month: number; day: number; from: number; to: number }) => (year: number) => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    const first = dayFrom({ year, month: wanted.from, day: 1 }) ?? 0
    for (let number = first; partsOf(number).month <= wanted.to; number += 1) {
      const parts = format.formatToParts(new Date(number * 86_400_000))
      const value = (type: string) => parts.find((part) => part.type === type)?.value
      if (value('month') === String(wanted.month) && value('day') === String(wanted.day))
        return number
    }
    return undefined
  }

/** Easter Sunday of the Gregorian calendar, after Meeus. */
function easter(year: number): DayNumber {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayFrom({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }) ?? 0
}

/** The day Chinese New Year begins, less one. */
const newYearsEve = (year: number) => {
  const first = lunar({ month: 1, day: 1, from: 1, to: 3 })(year)
  return first === undefined ? undefined : first - 1
}

/** The fourth or the fifth of April, by the mean sun; right for every year of this century. */
const tombSweeping = (year: number) => {
  const ofCentury = year % 100
  const day = Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)
  return dayFrom({ year, month: 4, day })
}

const lastMonday = (year: number, month: number) => {
  const last = (dayFrom({ year, month: month + 1, day: 1 }) ?? 0) - 1
  return last - weekdayOf(last) + 1
}

const thanksgiving = (year: number) => nthWeekday(year, 11, { weekday: 4, nth: 4 })

/** Days customers name instead of a date, with the day they fall on in a year. */
export const namedDays: readonly {
  pattern: string
  inYear: (year: number) => DayNumber | undefined
}[] = [
  { pattern: '国庆节?|十一国庆', inYear: fixed(10, 1) },
  { pattern: "双十一|双11|\\b(?:singles[’']? day|double eleven)\\b", inYear: fixed(11, 11) },
  { pattern: '双十二|双12', inYear: fixed(12, 12) },
  { pattern: "元旦|\\bnew year[’']?s? day\\b", inYear: fixed(1, 1) },
  { pattern: '五一劳动节|五一|劳动节(?!日)', inYear: fixed(5, 1) },
  { pattern: '六一八|618大促', inYear: fixed(6, 18) },
  { pattern: '圣诞节?|\\b(?:christmas|xmas)(?: day)?\\b(?! eve)', inYear: fixed(12, 25) },
  { pattern: '平安夜|\\b(?:christmas|xmas) eve\\b', inYear: fixed(12, 24) },
  { pattern: "\\bnew year[’']?s eve\\b|跨年夜?", inYear: fixed(12, 31) },
  { pattern: '\\bbonfire night\\b', inYear: fixed(11, 5) },
  { pattern: '\\bgood friday\\b', inYear: (year) => easter(year) - 2 },
  { pattern: '\\beaster monday\\b', inYear: (year) => easter(year) + 1 },
  { pattern: '(?<!\\b(?:before|after|since) )\\beaster(?: sunday)?\\b', inYear: easter },
  { pattern: '\\bmemorial day\\b', inYear: (year) => lastMonday(year, 5) },
  { pattern: "\\b(?:boxing day|st\\.? stephen[’']?s day)\\b", inYear: fixed(12, 26) },
  {
    pattern: '春节|大年初一|\\bchinese new year\\b',
    inYear: lunar({ month: 1, day: 1, from: 1, to: 3 }),
  },
  {
    pattern: '除夕|(?<![今去明后前每])年三十(?![一二三四五六七八九多几来])|大年夜',
    inYear: newYearsEve,
  },
  { pattern: '元宵节?', inYear: lunar({ month: 1, day: 15, from: 2, to: 3 }) },
  { pattern: '清明节?', inYear: tombSweeping },
  { pattern: '七夕节?', inYear: lunar({ month: 7, day: 7, from: 7, to: 9 }) },
  { pattern: '端午节?', inYear: lunar({ month: 5, day: 5, from: 5, to: 7 }) },
  {
    pattern: '中秋节?|\\bmid-?autumn(?: festival)?\\b',
    inYear: lunar({ month: 8, day: 15, from: 9, to: 10 }),
  },
  { pattern: '感恩节|\\bthanksgiving\\b', inYear: thanksgiving },
  { pattern: '黑五|\\bblack friday\\b', inYear: (year) => thanksgiving(year) + 1 },
  { pattern: '\\bcyber monday\\b', inYear: (year) => thanksgiving(year) + 4 },
  { pattern: '万圣节|\\bhalloween\\b', inYear: fixed(10, 31) },
  { pattern: '\\b(?:independence day|fourth of july)\\b', inYear: fixed(7, 4) },
  { pattern: '\\blabou?r day\\b', inYear: (year) => nthWeekday(year, 9, { weekday: 1, nth: 1 }) },
  { pattern: "情人节|\\bvalentine[’']?s?(?: day)?\\b", inYear: fixed(2, 14) },
]
