import {
  type DateFrame,
  type DatePattern,
  dayWith,
  edgeOfMonth,
  edgeOfNamedMonth,
  ifNear,
  numericDate,
  numericDateOf,
  type ReadDay,
  withoutYear,
} from './date-reading.ts'
import { inGeneral } from './dates.zh-cn.ts'
import { tense } from './days-to-come.en.ts'
import { type DayNumber, dayFrom, dayNumber, partsOf } from './local-day.ts'
import { namedDays } from './named-days.ts'
import { countWords, readEnglishNumber } from './read-english-number.ts'
import { englishWeekdays } from './weekdays.en.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

const monthNumber = (word: string | undefined) => months.indexOf((word ?? '').slice(0, 3)) + 1

function dayOfMonth(
  parts: { month: number; day: number; year?: string | undefined },
  frame: DateFrame,
): ReadDay | undefined {
  const { month, day, year } = parts
  if (!year) return withoutYear((of) => dayFrom({ year: of, month, day }), frame)
  const written = Number(year.replace(/\D/, ''))
  const number = dayFrom({ year: written < 100 ? 2000 + written : written, month, day })
  return number === undefined ? undefined : dayWith(number)
}

/** "The month" alone may be this one or the last. */
function shiftOfMonth({
  whole,
  last,
  next,
}: Record<'whole' | 'last' | 'next', string | undefined>) {
  if (last) return -1
  if (next) return 1
  return whole?.includes('this') ? 0 : undefined
}

/** Days said by where they stand from today, with the slips that are seen. */
const relative: readonly (readonly [string, number])[] = [
  ['(?:the )?day b(?:efore|4) yesterday|the (?:night|evening) before last', -2],
  ['(?:ye?s(?:t[a-z]{0,3}|[a-z]{1,3})d[a-z]{0,2}y|y(?:est|day))s?|last ni(?:ght|te)', -1],
  ['(?<!\\bago )todays?|tonight|tonite|2nite|2day|this (?:arvo|morning|afternoon|evening)', 0],
  ['(?:the )?day after tomorrow', 2],
  ['tom+or+ows?|tmrw|2moro', 1],
]

const relativeDates: readonly DatePattern[] = relative.map(([words, shift]) => ({
  pattern: new RegExp(`\\b(?:${words})\\b`, 'g'),
  read: (_, { today }) => dayWith(today + shift),
}))

/** Length of the units durations are told in. */
export const unitDaysEn: Readonly<Record<string, number>> = {
  day: 1,
  night: 1,
  week: 7,
  wk: 7,
  fortnight: 14,
  month: 30,
  year: 365,
}

/** Source of a pattern for how many days or weeks; `countOf` tells the number. */
export const counts = `\\d{1,3}|(?:a )?couple of|a few|an?|(?=fortnight)|${countWords}`

/** How many a count word means; undefined for vague ones. */
export function countOf(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word)
  if (word === '') return 1
  if (word.endsWith('couple of')) return 2
  return readEnglishNumber(word)
}

function ago(found: RegExpExecArray, frame: DateFrame): ReadDay | undefined {
  const count = countOf(found[1] ?? '')
  const days = (count ?? 0) * (unitDaysEn[found[3] ?? ''] ?? 1)
  // Five working days are a week.
  const back = found[2] ? Math.round((days * 7) / 5) : days
  return count === undefined ? undefined : { ...dayWith(frame.today - back), daysAgo: days }
}

function isoLike(found: RegExpExecArray): ReadDay | undefined {
  const [, year, month, day] = found.map(Number)
  if (month === undefined || month < 1 || month > 12) return undefined
  const number = dayFrom({ year: year ?? 0, month, day: day ?? 0 })
  return number === undefined ? undefined : dayWith(number)
}

/** 11-20: one of the two is no month. */
function dashed([, first, second]: readonly string[], frame: DateFrame): ReadDay | undefined {
  const [a, b] = [Number(first), Number(second)]
  return Math.max(a, b) > 12 ? numericDate(a, b, frame) : undefined
}

/** 22/11/26: two digits are a year only about now. */
function thisYear(parts: number[], frame: DateFrame): ReadDay | undefined {
  const { year } = partsOf(frame.today)
  return Math.abs(2000 + (parts[2] ?? 0) - year) <= 1 ? numericDateOf(parts, frame) : undefined
}

/** Digits-only dates, of use in either language. */
export const numericDates: readonly DatePattern[] = [
  {
    pattern: /(?<![\d./-])((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-]|\.\d)/g,
    read: isoLike,
  },
  {
    pattern: /(?<![\d./-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g,
    read: isoLike,
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})[/.-](\d{1,2})[/.-]((?:20)\d\d)(?!\d)/g,
    read: (found, frame) => numericDateOf(found.slice(1).map(Number), frame),
  },
  {
    // 22/11/26; in Chinese the year would come first.
    pattern: /(?<![\d./-]|sort code:? )(\d{1,2})([/.-])(\d{1,2})\2(2\d)(?![\d/-]|\.\d)/g,
    read: ([, first, , second, year], frame) =>
      frame.english ? thisYear([first, second, year].map(Number), frame) : undefined,
  },
  {
    // 25.11. and "on 25.11": the day comes first wherever a dot is written.
    pattern:
      /(?<![\d./-])(3[01]|[12]\d|0?[1-9])\.(1[0-2]|0?[1-9])(?:\.(?![\d])(?=\s?\w|[,;])|(?<=\bon .{3,5})(?![\d.]))/g,
    read: ([, day, month], frame) =>
      frame.english
        ? withoutYear((year) => dayFrom({ year, month: Number(month), day: Number(day) }), frame)
        : undefined,
  },
  {
    // 11-20 is a day where a word says so; else it may be from 11 to 20.
    pattern: /(?<![\d.,/-])(\d{1,2})-(\d{1,2})(?=\s(?:at|in the)\b)/g,
    read: dashed,
  },
  {
    // "RRN 632…, 11-16": a piece of its own.
    pattern: /(?<=^|[,;]\s?)(\d{1,2})-(\d{1,2})(?=\s*(?:[,;!?]|$))/g,
    read: (found, frame) => (frame.english ? ifNear(dashed(found, frame), frame) : undefined),
  },
  {
    pattern:
      /(?<![\d./-])(\d{1,2})\/(\d{1,2})(?![\d/%]|\.\d|\s?折|\s(?:would|stars?|rating|price|off|of (?:the|my|it)|a)\b)/g,
    read: (found, frame) =>
      found[0] === '24/7' ? undefined : numericDate(Number(found[1]), Number(found[2]), frame),
  },
  {
    pattern: /^\s*(\d{1,2})[.-](\d{1,2})\s*$/g,
    read: (found, frame) =>
      frame.expecting ? numericDate(Number(found[1]), Number(found[2]), frame) : undefined,
  },
  {
    pattern: /^\s*(?:the\s)?(\d{1,2})\s*$/g,
    read: (found, frame) => (frame.expecting ? dayOfThisMonth(Number(found[1]), frame) : undefined),
  },
]

/** "By the 30th": of this month, or of the next one where it is over. */
function nextSuchDay(day: number, frame: DateFrame): ReadDay | undefined {
  const { year, month, day: today } = partsOf(frame.today)
  const number = dayFrom({ year, month: day < today ? month + 1 : month, day })
  return number === undefined ? undefined : dayWith(number)
}

function dayOfThisMonth(day: number, frame: DateFrame): ReadDay | undefined {
  const { year, month, day: today } = partsOf(frame.today)
  const number = dayFrom({ year, month: day > today ? month - 1 : month, day })
  return number === undefined ? undefined : dayWith(number)
}

/** "The first of the month": of this one where it has been, unless another is named. */
function dayOfSuchMonth(
  day: number,
  frame: DateFrame,
  { shift }: { shift: number | undefined },
): ReadDay | undefined {
  if (shift === undefined) return dayOfThisMonth(day, frame)
  const { year, month } = partsOf(frame.today)
  const number = dayFrom({ year, month: month + shift, day })
  return number === undefined ? undefined : dayWith(number)
}

/** Days with a name in either language, of this year, last year or the year said. */
export const namedDates: readonly DatePattern[] = namedDays.map(({ pattern, inYear }) => ({
  // 明天元旦 names one day; 国庆都过完了, 春节期间 and "Christmas fair" none.
  pattern: new RegExp(
    `(?<!(?:今天|明天|后天|昨天|前天)(?:就?是)?|${inGeneral}|\\b(?:happy|merry|over) )(去年的?|今年的?|\\blast (?:year[’']?s )?)?(?:${pattern})(?:当天|那天|(的?前一天|前夕))?(?! ?(?:weekend|fair|market|party|card|gift|present|shopping|season|week\\b|holiday|break|tree|dinner)|这种|节?(?:都|也|已经?|早就?)?(?:过完|过去|过了|放假|长假|期间))`,
    'g',
  ),
  read: (found, frame) => {
    const day = dayInYear(found, inYear, frame)
    const eve = day !== undefined && found[2] !== undefined
    return eve ? dayWith(dayNumber(day.iso) - 1) : day
  },
}))

const ahead =
  /12月\s?(?:2\d|3[01])|年底|跨年|马上|快到|即将|照常|会不会|能不能|[还会能][^，。！？]{0,8}[吗不么]|安排|\b(?:will|coming|upcoming|next|does|do (?:you|we|they|i))\b/

/** New Year's Day soon to come, where the message looks ahead. */
function isAhead(
  text: string,
  inYear: (year: number) => DayNumber | undefined,
  frame: DateFrame,
): ReadDay | undefined {
  const coming = inYear(partsOf(frame.today).year + 1)
  return coming !== undefined && ahead.test(text) ? ifNear(dayWith(coming), frame) : undefined
}

/** "Last Christmas", 去年国庆, or without a word the nearest. */
function dayInYear(
  { 1: said, input }: RegExpExecArray,
  inYear: (year: number) => DayNumber | undefined,
  frame: DateFrame,
): ReadDay | undefined {
  if (!said) return isAhead(input, inYear, frame) ?? withoutYear(inYear, frame)
  const { year } = partsOf(frame.today)
  const current = inYear(year)
  const past = said.trim() === 'last' && current !== undefined && current < frame.today
  const wanted = said.startsWith('今') || past ? current : inYear(year - 1)
  return wanted === undefined ? undefined : dayWith(wanted)
}

const ordinals = [
  ...[
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
  ],
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth'],
  ...['eighteenth', 'nineteenth', 'twentieth', 'twenty-first', 'twenty-second', 'twenty-third'],
  ...['twenty-fourth', 'twenty-fifth', 'twenty-sixth', 'twenty-seventh', 'twenty-eighth'],
  ...['twenty-ninth', 'thirtieth', 'thirty-first'],
]

const ordinalWord = ordinals.toReversed().join('|').replaceAll('-', '[- ]')
const dayOfOrdinal = (word = '') => ordinals.indexOf(word.replace(' ', '-')) + 1

/** English dates, the most explicit first. */
export const englishDates: readonly DatePattern[] = [
  {
    pattern: new RegExp(`\\b(${ordinalWord})\\s+(?:of\\s+)?(${monthWord})\\b`, 'g'),
    read: (found, frame) => {
      return dayOfMonth({ month: monthNumber(found[2]), day: dayOfOrdinal(found[1]) }, frame)
    },
  },
  {
    pattern: new RegExp(`\\b(${monthWord})\\s+(?:the\\s+)?(${ordinalWord})\\b`, 'g'),
    read: (found, frame) => {
      return dayOfMonth({ month: monthNumber(found[1]), day: dayOfOrdinal(found[2]) }, frame)
    },
  },
  {
    // 15 Nov 26, at the end of what is said of the day.
    pattern: new RegExp(
      `(?<![\\d.,a-z])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+|-|(?=[a-z]))(${monthWord})\\b\\.?(?:,?\\s+|-)(['’]?2\\d)(?=\\s*(?:$|[,;!?)\\n]|\\.(?!\\d)|\\b(?:at|for|and|but)\\b))`,
      'g',
    ),
    read: (found, frame) =>
      dayOfMonth({ month: monthNumber(found[2]), day: Number(found[1]), year: found[3] }, frame),
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:you|i|we|they|it|he|she) )\\b(${monthWord})\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\.\\d|,\\d{3}| times?\\b)(?:,?\\s+(20[0-3]\\d|['’]2\\d)\\b)?`,
      'g',
    ),
    read: (found, frame) =>
      dayOfMonth({ month: monthNumber(found[1]), day: Number(found[2]), year: found[3] }, frame),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,a-z])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?:of\\s+)?|-|(?=[a-z]))(${monthWord})(?![a-z])\\.?(?:(?:,?\\s*|-)(20[0-3]\\d)\\b)?`,
      'g',
    ),
    read: (found, frame) =>
      dayOfMonth({ month: monthNumber(found[2]), day: Number(found[1]), year: found[3] }, frame),
  },
  ...englishWeekdays,
  ...relativeDates,
  {
    pattern: new RegExp(
      `\\b(${counts})\\s*(?:(business|working|banking)\\s+)?(day|night|week|wk|fortnight|month)s?\\s+(?:ago|back|earlier)\\b`,
      'g',
    ),
    read: ago,
  },
  {
    pattern: /\b(end|last day|start|first day|beginning) of (?:the|this|(last)|(next)) month\b/g,
    read: ([whole, edge, last, next], frame) =>
      edgeOfMonth(/^(?:end|last)/.test(edge ?? '') ? 'end' : 'start', frame, {
        shift: shiftOfMonth({ whole, last, next }),
      }),
  },
  {
    pattern: new RegExp(`\\b(end|last day|start|first day|beginning) of (${monthWord})\\b`, 'g'),
    read: ([, edge, name], frame) =>
      edgeOfNamedMonth(/^(?:end|last)/.test(edge ?? '') ? 'end' : 'start', frame, {
        month: monthNumber(name),
      }),
  },
  {
    // "The first of the month", "3rd of last month".
    pattern: new RegExp(
      `\\b(?:(?:on )?the )?(?:(\\d{1,2})(?:st|nd|rd|th)|(${ordinalWord})) of (?:the|this|(last)|(next)) month\\b`,
      'g',
    ),
    read: ([whole, digits, word, last, next], frame) =>
      dayOfSuchMonth(digits ? Number(digits) : dayOfOrdinal(word), frame, {
        shift: shiftOfMonth({ whole, last, next }),
      }),
  },
  {
    pattern:
      /\b(?:(?:on|by|before|until|till?)\s)?the\s+(\d{1,2})(?:st|nd|rd|th)\b(?! (?:time|order|sale|payment|transaction|charge|swipe|one|floor|customer|attempt|party))/g,
    read: (found, frame) => {
      return (tense(found) === 'to come' ? nextSuchDay : dayOfThisMonth)(Number(found[1]), frame)
    },
  },
  {
    // 20th without "the": only where nothing is counted.
    pattern:
      /(?<!\b(?:my|our|his|her|their|a|your|this|that|every|each) )(?<![\w.,/-])(\d{1,2})(?:st|nd|rd|th)(?=\s*(?:$|[,.;!?])|\s(?:at|in|around|about|and|but|i|we|my|not|still|it|for|to|was)\b)/g,
    read: (found, frame) => dayOfThisMonth(Number(found[1]), frame),
  },
  {
    pattern: new RegExp(
      `\\bthe (${ordinalWord})\\b(?=\\s*(?:$|[,.;!?])|\\s(?:at|in|around)\\b)`,
      'g',
    ),
    read: (found, frame) => {
      const day = dayOfOrdinal(found[1])
      // "The first" and "the second" are mostly payments.
      return day >= 10 ? dayOfThisMonth(day, frame) : undefined
    },
  },
]
