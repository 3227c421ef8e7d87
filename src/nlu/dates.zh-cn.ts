import {
  type DateFrame,
  type DatePattern,
  dayWith,
  edgeOfMonth,
  edgeOfNamedMonth,
  ifNear,
  type ReadDay,
  withoutYear,
} from './date-reading.ts'
import { blot } from './entity-step.ts'
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
/** How far each stem is from today; every 大 in front goes one day further. */
const stems: Readonly<Record<string, number>> = {
  前: -2,
  昨: -1,
  寻: -1,
  琴: -1,
  今: 0,
  明: 1,
  听: 1,
  后: 2,
}

/**
 * 昨天, 昨个儿, 今朝, 大大前天; 寻日 and 听日 are said in the south. 三天前晚上 is not 前晚, 说明早 not 明早, and
 * 算当天 asks for a rule and names no day.
 */
const relativeDay =
  '大{0,3}(?:[前昨今明](?:天|日(?!期)|儿个?)|(?<![今以之往])后[天儿]|(?<![之以天日周期拜月年])前晚' +
  '|[昨今](?:早|晚|晨|夜|朝|个(?!月)儿?)|(?<!说)明[早晚]|昨(?=[刷收付扣])|[寻琴听](?:日(?!期)|晚|朝)|(?<!算)当天)'

function relativeTo([said]: RegExpExecArray, { today }: DateFrame): ReadDay {
  const further = said.lastIndexOf('大') + 1
  const shift = stems[said.charAt(further)] ?? 0
  return dayWith(today + shift + Math.sign(shift) * further)
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

/** What is due on a day of its own: wages, rent, a loan. */
const duty =
  '发(?:工资|薪)|开(?:工资|支)|交(?:房?租|货款|水电|电费|税|社保|钱)|还(?:款|贷|钱|信用卡|花呗)|付(?:房租|货款|工资)|结(?:货款|工资)|进货|用钱|出差|截止|到期'
/** 28号之前要, 期限是30号, 周五再聊, 周五发工资: a day that is waited for. */
const comingBehind = new RegExp(
  `^(?:早上|上午|中午|下午|晚上|晚)?(?:之?前(?:要|能|得|必须|给|可以|到(?![的了]))|[再要将]|就要|得(?![到了])|可以|[会能](?!员|计)|才能|到(?:得|不)了|到(?:账|帐)?[吗么]|${duty})`,
)
const comingAhead =
  /(?:(?:期限|截止|预计|下次|最[晚迟]|赶在|务必|争取|是不是|[等拖留撑挨推延]到)[^，。！？\d]{0,4})$/

function isComing({ 0: { length }, index, input }: RegExpExecArray): boolean {
  const behind = input.slice(index + length, index + length + 8)
  return comingBehind.test(behind) || comingAhead.test(input.slice(Math.max(0, index - 8), index))
}

function nextSuchDay(day: number, frame: DateFrame): ReadDay | undefined {
  const { year, month, day: today } = partsOf(frame.today)
  const number = dayFrom({ year, month: day < today ? month + 1 : month, day })
  return number === undefined ? undefined : dayWith(number)
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

const yearShift: Readonly<Record<string, number>> = { 去年: -1, 今年: 0, 前年: -2 }

function monthDay(found: RegExpExecArray, frame: DateFrame): ReadDay | undefined {
  const month = found[2] === '元' ? 1 : named(found[2])
  const day = named(found[3])
  if (month < 1 || month > 12) return undefined
  const inYear = (year: number): DayNumber | undefined => dayFrom({ year, month, day })
  const { year } = partsOf(frame.today)
  const shift = yearShift[found[1] ?? '']
  if (shift === undefined) return withoutYear(inYear, frame)
  const number = inYear(year + shift)
  return number === undefined ? undefined : dayWith(number)
}

function monthShift(word: string): number {
  if (/^上/.test(word)) return /^上上/.test(word) ? -2 : -1
  return /^下/.test(word) ? 1 : 0
}

/** Source of 10.28 or 11-22, with the groups of `monthDay`: no year is said. */
const shortDay = (mark: string) => `()(1[0-2]|0?[1-9])${mark}(3[01]|[12]\\d|0?[1-9])`

const partOfDay = '早上|上午|中午|下午|傍晚|晚上|凌晨|半夜|夜里'
/** What follows a day written with a dot or a dash, and no sum and no count. */
const afterDay = `[号日](?!之?内|到[账卡])|刷|收|付|消费|那[天日笔单次个晚]|当[天日晚]|${partOfDay}|起|开始|以[来后]|之[前后]|至今|到(?:现在|今|目前|如今)`

/** Only what stands by such a number tells that it is a day. */
const shortDates: readonly DatePattern[] = [
  // 10.28刷的, 11.20到11.22的流水.
  `(?<![\\d.了¥€£$])${shortDay('\\.')}(?=(?:\\s?[-—~到至]\\s?\\d{1,2}\\.\\d{1,2})?\\s?(?:${afterDay}|的(?:流水|货款|款|钱|账|结算|交易|单|小票|批次|(?=\\d{2,6}(?![\\d月日号])))))`,
  // 11-22刷的, 11-12操作的.
  `(?<![\\d.了¥€£$-])${shortDay('-')}(?=\\s?(?:${afterDay}|[退扣转打存买卖办操申提]))`,
  // 今天是11.23, 日期11.23.
  `(?<=(?:天|日期|时间)(?:就?是|为)?[:：]?\\s?)${shortDay('[.-]')}(?![\\d.:元块%])`,
].map((source) => ({ pattern: new RegExp(source, 'g'), read: monthDay }))

/** 是9.17的: all of the answer to the question for the day. */
const answeredDay: DatePattern = {
  pattern: new RegExp(
    `(?<=^\\s*(?:就?是|应该是?|大概是?|好像是?|可能是?|嗯|哦)?\\s?)${shortDay('\\.')}(?=(?:的|吧|那天)?[\\s。.！!]*$)`,
    'g',
  ),
  read: (found, frame) => (frame.expecting ? monthDay(found, frame) : undefined),
}

const anyNumber = `[\\d${blot}一二两三四五六七八九]`
/** Weaker signs, which do for a day that is near. */
const nearDates: readonly DatePattern[] = [
  // 11.06又扣九块九 and 11.19，刷了500: a clause opens with it and goes on to a sum.
  `(?<=(?:^|[\\s，,。；;：:！!？?])(?:我|就?是|从|自从?|在|于)?)${shortDay('\\.')}(?=(?:[又我客顾店银在有买卖扣退转打存办申提下]|[，,][刷收付扣买])[^\\d，,。；;！!？?\\n]{0,12}?${anyNumber})`,
  // 11-20 15:32: the time behind is blotted out by now.
  `(?<![\\d.-])${shortDay('-')}(?=\\s${blot})`,
  // 单子是11-16的, and as a piece of its own.
  `(?<![\\d.-])${shortDay('-')}(?=的)`,
  // 是11.16退的, 11.19 一笔.
  `(?<=是)${shortDay('\\.')}(?=[退扣转打存买卖办操申提交做下入]{1,2}的)`,
  `(?<=^|[\\s，,。；;])${shortDay('\\.')}(?=\\s?有?[一两二三]笔)`,
  `(?<=^|[，,；;、]\\s?)${shortDay('-')}(?=\\s*(?:[，,；;。、!！?？]|$))`,
].map((source) => ({
  pattern: new RegExp(source, 'g'),
  read: (found, frame) => ifNear(monthDay(found, frame), frame),
}))

const shiftOfMonth = '上上个?月|上个?月|这个?月|本月|当月|下个?月'

/** 二零二六年 is written digit by digit. */
const yearWord = '(?:19|20)\\d\\d|\\d\\d(?=\\s?年)|二[零〇][零〇一二三四五六七八九]{2}'

/** 碰上周末, 每逢国庆, 那种星期六: no one day is meant. */
export const inGeneral = '[碰遇赶撞][上到着]?|逢|每个?|每到|[这那]种|一般|通常|平时'
/** 周末有没有人 asks how it always is. */
const asksOfRule = '有(?:没有|人|实时)|上班|去哪|也?(?:到账|结算|打款|出款|处理)[吗么不]'

/** Chinese dates, the most explicit first. */
export const chineseDates: readonly DatePattern[] = [
  ...shortDates,
  answeredDay,
  ...nearDates,
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
    pattern: new RegExp(`(${shiftOfMonth})[初底末]?的?\\s?(${digits})\\s?[日号]`, 'g'),
    read: (found, frame) => ofMonth(monthShift(found[1] ?? ''), named(found[2]), frame),
  },
  {
    pattern: new RegExp(
      `(?<![\\d一二三四五六七八九十正腊冬])(${shiftOfMonth}|月)的?(底|初|末|最后一[天日])(?!的?\\s?(?:${digits})\\s?[日号])`,
      'g',
    ),
    read: ([, month = '', part], frame) =>
      edgeOfMonth(part === '初' ? 'start' : 'end', frame, {
        shift: month === '月' ? undefined : monthShift(month),
      }),
  },
  {
    pattern: new RegExp(
      `(去年|今年|前年)?(?<![\\d一二三四五六七八九十])(${digits})\\s?月(?:份)?(底|初|末)`,
      'g',
    ),
    read: ([, year = '', month, part], frame) =>
      edgeOfNamedMonth(part === '初' ? 'start' : 'end', frame, {
        month: named(month),
        shift: yearShift[year],
      }),
  },
  {
    // 明天周日 names one day, not two; 碰上周末 and 每周五 speak of a rule, 等到周五 does not end a stretch.
    pattern: new RegExp(
      `(?<!${relativeDay}(?:就?是)?|(?<![等拖留撑挨推延])[到至]|${inGeneral})(上上个?|上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)([一二三四五六日天末]|[1-6](?![\\d.,:折天元块个w万千k]))(?!(?:到|至)(?:周|星期|礼拜|下|[一二三四五六日天])|个|日)(?<!周末(?=${asksOfRule}))`,
      'g',
    ),
    isWeekday: true,
    read: (found, frame) => {
      const [, prefix = '', name = ''] = found
      if (name === '末') return weekend(prefix, frame)
      const weekday = weekdays[name] ?? Number(name)
      // 周五再聊 is this week's, or the next one's where that is over.
      const coming = weekday < weekdayOf(frame.today) ? '下' : '这'
      const said = prefix === '' && isComing(found) ? coming : prefix
      return weekdayOfWeek(said, weekday, frame)
    },
  },
  {
    pattern: new RegExp(relativeDay, 'g'),
    read: relativeTo,
  },
  {
    pattern: new RegExp(`(${digits}|[两俩仨半])个?(天|日|周|星期|礼拜|月)(?:之?前|以前)`, 'g'),
    read: (found, frame) => ago(found[1] ?? '', found[2] ?? '', frame),
  },
  {
    pattern: new RegExp(
      `(?<![\\d月楼第.a-z/一二三四五六七八九十廿卅-]|周|星期|礼拜)(${digits})\\s?(?:号(?!楼|线|机|店|码|柜|桌|窗|终端|商户|卡|台)|日(?!内|结|均))`,
      'g',
    ),
    read: (found, frame) => (isComing(found) ? nextSuchDay : lastSuchDay)(named(found[1]), frame),
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
