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
  { pattern: '\\bboxing day\\b', inYear: fixed(12, 26) },
  {
    pattern: '春节|大年初一|\\bchinese new year\\b',
    inYear: lunar({ month: 1, day: 1, from: 1, to: 3 }),
  },
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
