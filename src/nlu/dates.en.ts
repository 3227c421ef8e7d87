import {
  type DateFrame,
  type DatePattern,
  dayWith,
  edgeOfMonth,
  numericDate,
  numericDateOf,
  type ReadDay,
  withoutYear,
} from './date-reading.ts'
import { blot } from './entity-step.ts'
import { type DayNumber, dayFrom, dayNumber, partsOf, weekdayOf } from './local-day.ts'
import { namedDays } from './named-days.ts'
import { readEnglishNumber } from './read-english-number.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekdayWord =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'

const monthNumber = (word: string | undefined) => months.indexOf((word ?? '').slice(0, 3)) + 1

function dayOfMonth(
  parts: { month: number; day: number; year?: string | undefined },
  frame: DateFrame,
): ReadDay | undefined {
  const { month, day, year } = parts
  if (!year) return withoutYear((of) => dayFrom({ year: of, month, day }), frame)
  const number = dayFrom({ year: Number(year), month, day })
  return number === undefined ? undefined : dayWith(number)
}

/** The most recent such day before today; a bare weekday may be today. */
function weekday(prefix: string, name: string, frame: DateFrame): ReadDay {
  const wanted = weekdayNames.indexOf(name.slice(0, 3)) + 1
  const monday = frame.today - weekdayOf(frame.today) + 1
  const inThisWeek = monday + wanted - 1
  const coming = inThisWeek > frame.today ? inThisWeek : inThisWeek + 7
  if (prefix === 'next') return dayWith(coming, [inThisWeek + 7])
  if (prefix === 'this') return dayWith(inThisWeek)
  if (prefix === 'by') return dayWith(inThisWeek === frame.today ? inThisWeek : coming)
  return prefix === 'last'
    ? lastWeekday(inThisWeek, frame)
    : dayWith(inThisWeek > frame.today ? inThisWeek - 7 : inThisWeek)
}

/** "Last Friday" may be the one just over or the one before, where both are near. */
function lastWeekday(inThisWeek: DayNumber, frame: DateFrame): ReadDay {
  const last = inThisWeek >= frame.today ? inThisWeek - 7 : inThisWeek
  const unsure = inThisWeek < frame.today || frame.today - last <= 2
  return unsure ? dayWith(last, [last - 7]) : dayWith(last)
}

/** A weekend is two days, and either may be meant. */
function weekend(prefix: string, frame: DateFrame): ReadDay {
  const saturday = frame.today - weekdayOf(frame.today) + 6
  if (prefix === 'next') return dayWith(saturday + 7, [saturday + 8])
  if (prefix === 'this' || (prefix === '' && saturday <= frame.today))
    return dayWith(saturday, [saturday + 1])
  return dayWith(saturday - 7, [saturday - 6])
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

/** What an earlier step took, here an amount, stands as blots. */
const behindAmount = new RegExp(`[\\d${blot}][,\\s]\\s*$`)

/** "£640 sat", "sun nite": a number in front or a part of the day behind makes it a weekday. */
function besideTime({ input, index, 0: { length } }: RegExpExecArray): boolean {
  const behind = input.slice(index + length)
  const partOfDay = /^\s(?:ni(?:te|ght)|arvo|am|pm|morning|afternoon|evening|eve|lunch)\b/
  return partOfDay.test(behind) || behindAmount.test(input.slice(0, index))
}

const relative: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  'day before yesterday': -2,
  'the day b4 yesterday': -2,
  'day b4 yesterday': -2,
  'the night before last': -2,
  yesterday: -1,
  yestarday: -1,
  yesturday: -1,
  yesterdy: -1,
  yday: -1,
  yest: -1,
  'last night': -1,
  'last nite': -1,
  today: 0,
  tonight: 0,
  tonite: 0,
  '2nite': 0,
  '2day': 0,
  'this arvo': 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
  tomorrow: 1,
  tommorow: 1,
  tomorow: 1,
  tmrw: 1,
  '2moro': 1,
}

/** Length of the units durations are told in. */
export const unitDaysEn: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  wk: 7,
  fortnight: 14,
  month: 30,
  year: 365,
}

const counts =
  '\\d{1,3}|an?|(?=fortnight)|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|couple of|a few'

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
    pattern: /(?<![\d./-])(\d{1,2})([/.])(\d{1,2})\2(2\d)(?![\d/]|\.\d)/g,
    read: ([, first, , second, year], frame) =>
      frame.english ? numericDateOf([first, second, year].map(Number), frame) : undefined,
  },
  {
    // 25.11. and "on 25.11": the day comes first wherever a dot is written.
    pattern:
      /(?<![\d./-])(3[01]|[12]\d|0?[1-9])\.(1[0-2]|0?[1-9])(?:\.(?![\d])(?=\s?\w)|(?<=\bon .{3,5})(?![\d.]))/g,
    read: ([, day, month], frame) =>
      frame.english
        ? withoutYear((year) => dayFrom({ year, month: Number(month), day: Number(day) }), frame)
        : undefined,
  },
  {
    // 11-20 is a day where a word says so; else it may be from 11 to 20.
    pattern: /(?<![\d.,/-])(\d{1,2})-(\d{1,2})(?=\s(?:at|in the)\b)/g,
    read: ([, first, second], frame) => {
      const [a, b] = [Number(first), Number(second)]
      return Math.max(a, b) > 12 ? numericDate(a, b, frame) : undefined
    },
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

function dayOfThisMonth(day: number, frame: DateFrame): ReadDay | undefined {
  const { year, month, day: today } = partsOf(frame.today)
  const number = dayFrom({ year, month: day > today ? month - 1 : month, day })
  return number === undefined ? undefined : dayWith(number)
}

/** Days with a name in either language, of this year, last year or the year said. */
export const namedDates: readonly DatePattern[] = namedDays.map(({ pattern, inYear }) => ({
  // 明天元旦 names one day; 国庆都过完了 and 春节期间 none.
  pattern: new RegExp(
    `(?<!(?:今天|明天|后天|昨天|前天)(?:就?是)?)(去年的?|今年的?|\\blast (?:year[’']?s )?)?(?:${pattern})(?:当天|那天|(的?前一天|前夕))?(?! ?weekend|节?(?:都|也|已经?|早就?)?(?:过完|过去|过了|放假|长假|期间))`,
    'g',
  ),
  read: (found, frame) => {
    const day = dayInYear(found[1], inYear, frame)
    const eve = day !== undefined && found[2] !== undefined
    return eve ? dayWith(dayNumber(day.iso) - 1) : day
  },
}))

/** "Last Christmas", 去年国庆, or without a word the nearest. */
function dayInYear(
  said: string | undefined,
  inYear: (year: number) => DayNumber | undefined,
  frame: DateFrame,
): ReadDay | undefined {
  if (!said) return withoutYear(inYear, frame)
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
    pattern: new RegExp(
      `(?<!\\b(?:you|i|we|they|it|he|she) )\\b(${monthWord})\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\.\\d|,\\d{3}| times?\\b)(?:,?\\s+(20[0-3]\\d)\\b)?`,
      'g',
    ),
    read: (found, frame) =>
      dayOfMonth({ month: monthNumber(found[1]), day: Number(found[2]), year: found[3] }, frame),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,a-z])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?:of\\s+)?|-|(?=[a-z]))(${monthWord})\\b\\.?(?:(?:,?\\s+|-)(20[0-3]\\d)\\b)?`,
      'g',
    ),
    read: (found, frame) =>
      dayOfMonth({ month: monthNumber(found[2]), day: Number(found[1]), year: found[3] }, frame),
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:to|through|-) )\\b(?:(last|this|next|on|by)\\s+)?(${weekdayWord})\\b(?! (?:to|through|-) )`,
      'g',
    ),
    isWeekday: true,
    read: (found, frame) => {
      const name = found[2] ?? ''
      // "sat" and "sun" are also English words, and "wed" a verb.
      const isBare = /^(?:sat|sun|wed|mon)$/.test(name) && !found[1]
      if (isBare && !besideTime(found)) return undefined
      return weekday(found[1] ?? '', name, frame)
    },
  },
  {
    pattern: new RegExp(`\\b(?:${Object.keys(relative).join('|')})\\b`, 'g'),
    read: (found, frame) => dayWith(frame.today + (relative[found[0]] ?? 0)),
  },
  {
    pattern: new RegExp(
      `\\b(${counts})\\s*(?:(business|working|banking)\\s+)?(day|week|wk|fortnight|month)s?\\s+(?:ago|back|earlier)\\b`,
      'g',
    ),
    read: ago,
  },
  {
    pattern: /\b(?:(last|this|next)|over the|at the|on the|the) weekend\b/g,
    read: (found, frame) => weekend(found[1] ?? '', frame),
  },
  {
    pattern: /\b(end|start|beginning) of (?:the|this|(last)|(next)) month\b/g,
    read: ([whole, edge, last, next], frame) =>
      edgeOfMonth(edge === 'end' ? 'end' : 'start', frame, {
        shift: shiftOfMonth({ whole, last, next }),
      }),
  },
  {
    pattern:
      /\b(?:on\s)?the\s+(\d{1,2})(?:st|nd|rd|th)\b(?! (?:time|sale|payment|transaction|charge|swipe|one|floor|customer|attempt|party))/g,
    read: (found, frame) => dayOfThisMonth(Number(found[1]), frame),
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
