import {
  type DateFrame,
  type DatePattern,
  dayWith,
  edgeOfMonth,
  type ReadDay,
  withoutYear,
} from './date-reading.ts'
import { type DayNumber, dayFrom, partsOf, weekdayOf } from './local-day.ts'
import { digitsOf, readNumber } from './read-number.ts'

const digits =
  '\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九]'
const weekdays: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
}
const relative: Readonly<Record<string, number>> = {
  大前天: -3,
  大前儿: -3,
  前天: -2,
  前日: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  昨儿个: -1,
  昨个儿: -1,
  昨儿: -1,
  前儿: -2,
  今天: 0,
  今日: 0,
  今早: 0,
  今晚: 0,
  今晨: 0,
  今儿: 0,
  当天: 0,
  明天: 1,
  明儿: 1,
  大后天: 3,
  后天: 2,
}

function ofMonth(shift: number, day: number, frame: DateFrame): ReadDay | undefined {
  const { year, month } = partsOf(frame.today)
  const number = dayFrom({ year, month: month + shift, day })
  return number === undefined ? undefined : dayWith(number)
}

/** 22号 without a month: the last one that has been, this month or the one before. */
function lastSuchDay(day: number, frame: DateFrame): ReadDay | undefined {
  const { year, month, day: today } = partsOf(frame.today)
  for (let back = day > today ? 1 : 0; back < 3; back += 1) {
    const number = dayFrom({ year, month: month - back, day })
    if (number !== undefined) return dayWith(number)
  }
  return undefined
}

/** 上周六: of the week before; another Saturday that is just over may be meant as well. */
function weekdayOfWeek(prefix: string, weekday: number, frame: DateFrame): ReadDay {
  const monday = frame.today - weekdayOf(frame.today) + 1
  const inThisWeek = monday + weekday - 1
  if (/^下下/.test(prefix)) return dayWith(inThisWeek + 14)
  if (/^下/.test(prefix)) return dayWith(inThisWeek + 7)
  if (/^[这本]/.test(prefix)) return dayWith(inThisWeek)
  if (/^上上/.test(prefix)) return dayWith(inThisWeek - 14)
  if (!/^上/.test(prefix)) {
    return dayWith(inThisWeek > frame.today ? inThisWeek - 7 : inThisWeek)
  }
  const last = inThisWeek - 7
  if (inThisWeek < frame.today) return dayWith(last, [inThisWeek])
  return frame.today - last <= 2 ? dayWith(last, [last - 7]) : dayWith(last)
}

/** 周末 is two days, and either may be meant. 上周末 on a Monday is the one just over. */
function weekend(prefix: string, frame: DateFrame): ReadDay {
  const saturday = frame.today - weekdayOf(frame.today) + 6
  if (/^下/.test(prefix)) return dayWith(saturday + 7, [saturday + 8])
  if (/^[这本]/.test(prefix) || saturday <= frame.today) return dayWith(saturday, [saturday + 1])
  const back = /^上上/.test(prefix) ? 14 : 7
  return dayWith(saturday - back, [saturday - back + 1])
}

const named = (text: string | undefined) => readNumber(text ?? '') ?? 0

function fullDate(found: RegExpExecArray): ReadDay | undefined {
  const said = Number(digitsOf(found[1] ?? ''))
  const year = said < 100 ? 2000 + said : said
  const number = dayFrom({ year, month: named(found[2]), day: named(found[3]) })
  return number === undefined || named(found[2]) > 12 ? undefined : dayWith(number)
}

function monthDay(found: RegExpExecArray, frame: DateFrame): ReadDay | undefined {
  const month = found[2] === '元' ? 1 : named(found[2])
  const day = named(found[3])
  if (month < 1 || month > 12) return undefined
  const inYear = (year: number): DayNumber | undefined => dayFrom({ year, month, day })
  const { year } = partsOf(frame.today)
  const shift = { 去年: -1, 今年: 0, 前年: -2 }[found[1] ?? '']
  if (shift === undefined) return withoutYear(inYear, frame)
  const number = inYear(year + shift)
  return number === undefined ? undefined : dayWith(number)
}

function monthShift(word: string): number {
  if (/^上/.test(word)) return /^上上/.test(word) ? -2 : -1
  return /^下/.test(word) ? 1 : 0
}

/** 10.28刷的: with a dot it is a day only where a word of selling or of the day's time follows. */
const dottedDay: DatePattern = {
  pattern:
    /(?<![\d.了¥€£$])()(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?=\s?(?:[号日]|刷|收|付|消费|那[天日笔]|当天|早上|上午|中午|下午|傍晚|晚上|的(?:流水|货款|款|钱|账|结算)))/g,
  read: monthDay,
}

/** 是9.17的: all of the answer to the question for the day. */
const answeredDay: DatePattern = {
  pattern:
    /(?<=^\s*(?:就?是|应该是?|大概是?|好像是?|可能是?|嗯|哦)?\s?)()(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?=(?:的|吧|那天)?[\s。.！!]*$)/g,
  read: (found, frame) => (frame.expecting ? monthDay(found, frame) : undefined),
}

/** 今天是11.23, 日期11.23. */
const announcedDay: DatePattern = {
  pattern:
    /(?<=(?:天|日期|时间)(?:就?是|为)?[:：]?\s?)()(1[0-2]|0?[1-9])[.-](3[01]|[12]\d|0?[1-9])(?![\d.:元块%])/g,
  read: monthDay,
}

/** 11-22刷的: the same with a dash. */
const dashedDay: DatePattern = {
  pattern:
    /(?<![\d.了¥€£$-])()(1[0-2]|0?[1-9])-(3[01]|[12]\d|0?[1-9])(?=\s?(?:[号日]|刷|收|付|消费|那[天日笔]|当天|早上|上午|中午|下午|傍晚|晚上))/g,
  read: monthDay,
}

const shiftOfMonth = '上上个?月|上个?月|这个?月|本月|当月|下个?月'

/** 二零二六年 is written digit by digit. */
const yearWord = '(?:19|20)\\d\\d|\\d\\d(?=\\s?年)|二[零〇][零〇一二三四五六七八九]{2}'

/** Chinese dates, the most explicit first. */
export const chineseDates: readonly DatePattern[] = [
  dottedDay,
  dashedDay,
  announcedDay,
  answeredDay,
  {
    pattern: new RegExp(
      `(?<!\\d)(${yearWord})\\s?年\\s?(${digits})\\s?月\\s?(${digits})\\s?[日号]?`,
      'g',
    ),
    read: fullDate,
  },
  {
    pattern: new RegExp(
      `(去年|今年|前年)?(?:的)?(?<![\\d]|[农阴旧]历)(${digits}|元(?=月))\\s?月(?:份)?\\s?(${digits})(?:\\s?[日号]|(?![\\d天元块个周月万千百十]))`,
      'g',
    ),
    read: monthDay,
  },
  {
    pattern: new RegExp(`(${shiftOfMonth})的?\\s?(${digits})\\s?[日号]`, 'g'),
    read: (found, frame) => ofMonth(monthShift(found[1] ?? ''), named(found[2]), frame),
  },
  {
    pattern: new RegExp(
      `(?<![\\d一二三四五六七八九十正腊冬])(${shiftOfMonth}|月)的?(底|初|末)`,
      'g',
    ),
    read: ([, month = '', part], frame) =>
      edgeOfMonth(part === '初' ? 'start' : 'end', frame, {
        shift: month === '月' ? undefined : monthShift(month),
      }),
  },
  {
    // 明天周日 names one day, not two.
    pattern: new RegExp(
      `(?<!(?:${Object.keys(relative).join('|')})(?:就?是)?|[到至])(上上个?|上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)([一二三四五六日天末]|[1-6](?![\\d.,:折天元块个w万千k]))(?!到|至|个)`,
      'g',
    ),
    isWeekday: true,
    read: ([, prefix = '', name = ''], frame) =>
      name === '末'
        ? weekend(prefix, frame)
        : weekdayOfWeek(prefix, weekdays[name] ?? Number(name), frame),
  },
  {
    // 算当天 asks for a rule and names no day.
    pattern: new RegExp(`(?<!算)(?:${Object.keys(relative).join('|')})`, 'g'),
    read: (found, frame) => dayWith(frame.today + (relative[found[0]] ?? 0)),
  },
  {
    pattern: new RegExp(`(${digits}|[两俩仨半])个?(天|日|周|星期|礼拜|月)(?:之?前|以前)`, 'g'),
    read: (found, frame) => ago(found[1] ?? '', found[2] ?? '', frame),
  },
  {
    pattern: new RegExp(
      `(?<![\\d月楼第.a-z/一二三四五六七八九十廿卅-])(${digits})\\s?(?:号(?!楼|线|机|店|码|柜|终端|商户|卡|台)|日(?!内|结|均))`,
      'g',
    ),
    read: (found, frame) => lastSuchDay(named(found[1]), frame),
  },
]

function ago(count: string, unit: string, frame: DateFrame): ReadDay {
  const days = Math.round((count === '半' ? 0.5 : named(count)) * (unitDays[unit] ?? 1))
  return { ...dayWith(frame.today - days), daysAgo: days }
}

/** Length of the units durations are told in. */
export const unitDays: Readonly<Record<string, number>> = {
  天: 1,
  日: 1,
  周: 7,
  星期: 7,
  礼拜: 7,
  月: 30,
  年: 365,
}
