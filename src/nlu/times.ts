import { matchesOf } from '../domain/matches.ts'
import type { Entity } from '../ports/understanding.ts'
import { type EntityInput, type EntityStep, spanAt } from './entity-step.ts'
import { readNumber } from './read-number.ts'

type Part = 'morning' | 'noon' | 'evening' | 'night' | undefined

const partOf: Readonly<Record<string, Part>> = {
  凌晨: 'night',
  半夜: 'night',
  深夜: 'night',
  清晨: 'morning',
  清早: 'morning',
  晌午: 'noon',
  早上: 'morning',
  早晨: 'morning',
  上午: 'morning',
  今早: 'morning',
  中午: 'noon',
  下午: 'evening',
  傍晚: 'evening',
  晚上: 'evening',
  夜里: 'night',
  夜晚: 'evening',
  今晚: 'evening',
  昨晚: 'evening',
  前晚: 'evening',
  晚: 'evening',
  am: 'morning',
  pm: 'evening',
  morning: 'morning',
  afternoon: 'evening',
  arvo: 'evening',
  evening: 'evening',
  night: 'evening',
  nite: 'evening',
}

/** The hour of the day: 晚上11点 is 23, 中午1点 is 13, 半夜12点 and 晚上12点 are 0. */
function hourOfDay(hour: number, part: Part): number {
  const isLate = part === 'evening' || part === 'noon'
  if (hour === 12 && part !== undefined) return part === 'noon' ? 12 : 0
  if (isLate && hour < 12 && !(part === 'noon' && hour > 9)) return hour + 12
  // 夜里11点 is before midnight, 夜里2点 behind it.
  if (part === 'night' && hour > 7 && hour < 12) return hour + 12
  return hour
}

function clock(hour: number, minute: number): string | undefined {
  if (hour > 24 || minute > 59 || hour < 0) return undefined
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const cn = '\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[零〇一二两俩三仨四五六七八九]'
const part =
  '凌晨|半夜|深夜|清晨|清早|晌午|夜晚|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|(?<=今天|昨天|前天|周[一二三四五六日])晚'
const minuteWord =
  '[一二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?'

interface TimePattern {
  pattern: RegExp
  read: (found: RegExpExecArray) => string | undefined
}

function chineseMinute(text: string | undefined): number {
  if (!text) return 0
  if (text === '半') return 30
  if (text.endsWith('刻')) return (readNumber(text.slice(0, 1)) ?? 0) * 15
  return readNumber(text.replace(/^[零〇0]/, '')) ?? 0
}

/** 今天九点, 今朝七点, 周五三点, 22号八点. */
const dayAhead = /(?:[昨今明前后]天|[日号朝早晚夜儿个]|(?:周|期|拜)[一二三四五六])$/

/** 九点刷的, 九点到十点. */
const hourBehind = /^(?:刷|买|付款|收[的了款]|[到至~—-]\s?[\d一二两三四五六七八九十]{1,3}[点:])/

/** 一点 is mostly "a little", 三点建议 are three points; 三点 is an hour behind a day or before a deed. */
function isSomePoint({ 0: whole, 2: hour = '', index, input }: RegExpExecArray): boolean {
  if (hourBehind.test(input.slice(index + whole.length, index + whole.length + 6))) return false
  if (/^[一几]$/.test(hour)) return true
  const isWord = /^[二两俩三仨四五六七八九]$/.test(hour) && whole.endsWith('点')
  return isWord && !dayAhead.test(input.slice(Math.max(0, index - 2), index))
}

/** 一点 is mostly "a little": it needs a part of the day or minutes to be a time. */
function chineseTime(found: RegExpExecArray): string | undefined {
  const [, said, hour = '', minutes, tail] = found
  // 昨晚11点: the date takes 昨晚, the hour is still of the evening.
  const ahead = found.input.slice(Math.max(0, found.index - 2), found.index)
  const day = said ?? (partOf[ahead] ? ahead : undefined)
  if (!day && !minutes && !tail && isSomePoint(found)) return undefined
  const number = readNumber(hour) ?? 99
  // 上午12点 and 下午12点半 are both about noon.
  const isNoon = number === 12 && /^[上下]午$/.test(day ?? '')
  return clock(hourOfDay(number, isNoon ? 'noon' : partOf[day ?? '']), chineseMinute(minutes))
}

function englishTime(
  hour: string | undefined,
  minute: string | undefined,
  day: string | undefined,
) {
  const key = (day ?? '').replaceAll(/[^a-z]/g, '')
  const isNight = key.startsWith('ni') && Number(hour) < 5
  const read = hourOfDay(Number(hour), isNight ? 'night' : partOf[key])
  // 12 pm and 12 in the afternoon are noon.
  const isNoon = Number(hour) === 12 && (key === 'pm' || key === 'afternoon')
  return clock(isNoon ? 12 : read, Number(minute ?? 0))
}

const hours = 'twelve one two three four five six seven eight nine ten eleven'.split(' ')
const hourWord = `${hours.join('|')}|1[0-2]|[1-9]`
const minuteWords: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  quarter: 15,
  twenty: 20,
  half: 30,
}

const minutesSaid = (words: string) =>
  minuteWords[words] ?? (words.startsWith('twenty') ? 25 : Number(words))

/** "Yesterday evening about half eight". */
const partAhead = /\b(morning|afternoon|evening|night),? (?:at |around |about )?$/
const dayPartAhead = ({ input, index }: RegExpExecArray) =>
  partAhead.exec(input.slice(Math.max(0, index - 24), index))?.[1]

/** Without past or to only "half ten" is a time. */
function spokenTime(found: RegExpExecArray): string | undefined {
  const [, minutes = '', way, hour = '', ...day] = found
  if (!way && minutes !== 'half') return undefined
  const past = minutesSaid(minutes)
  const named = hours.includes(hour) ? hours.indexOf(hour) || 12 : Number(hour)
  // Nobody says "nine to five" for 4:51; those are hours of work.
  if (/\d/.test(minutes) && past % 5 !== 0) return undefined
  const isBefore = way === 'to' || way === 'till'
  const counted = isBefore ? ((named + 10) % 12) + 1 : named
  const part = firstOf(day) ?? dayPartAhead(found)
  return englishTime(String(counted), String(isBefore ? 60 - past : past), part)
}

const dayPart = 'morning|afternoon|arvo|evening|night|nite'
const partBehind = ` (?:in the|at) (${dayPart})\\b`
/** "This morning" and "friday night" are days as well, and stay to be read. */
const dayBehind = `(?=,? (?:on )?(?:(?:this|last) )?(?:this|last|yesterday|tomorrow|\\w{3,6}day|mon|tues?|wed|thurs?|fri|sat|sun) (${dayPart})\\b)`
const firstOf = (parts: readonly (string | undefined)[]) => parts.find((each) => each !== undefined)
/** The minutes of "half past 4" and "ten to 5": the hour behind them is not the time. */
const minutesAhead =
  '\\b(?:half|(?:half|quarter|five|ten|twenty|twenty[ -]five|\\d\\d?)(?: minutes?)? (?:past|to|after|till)) '
const hourNumber = (word = '') => (hours.includes(word) ? String(hours.indexOf(word) || 12) : word)

const patterns: readonly TimePattern[] = [
  {
    // 差五分三点 is 02:55.
    pattern: new RegExp(
      `(${part})?差([一二三四五六七八九十]{1,2}|\\d{1,2}|一刻)分?钟?(?:到)?(${cn})[点點](?!钱|卡)`,
      'g',
    ),
    read: ([, day = '', before, hour = '']) => {
      const minutes = before === '一刻' ? 15 : (readNumber(before ?? '') ?? 60)
      const next = hourOfDay(readNumber(hour) ?? 99, partOf[day])
      return clock(next === 0 ? 23 : next - 1, 60 - minutes)
    },
  },
  { pattern: /正午|午夜/g, read: ([word]) => (word === '午夜' ? '00:00' : '12:00') },
  {
    pattern: new RegExp(
      `(${part})?\\s?(?<![\\d第.差有]|[百千][零一二两三四五六七八九]?)(${cn})\\s?[点點时](?!候|间|段|节|刻|常|不时|长|了|都|也|名|评|击|卡|钱)(半|[一三]刻|\\d{1,2}(?!\\d|[.,]\\d|[元块个天笔万千百w]|\\s?(?:美|欧|英|澳|加|港|日|韩)[元金币镑]|\\s?(?:镑|刀|rmb|usd|eur|gbp|aud))|${minuteWord})?分?(钟|整|多|左右)?`,
      'g',
    ),
    read: chineseTime,
  },
  {
    pattern: new RegExp(
      `(${part})?\\s?(?<![\\d:.])([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d)?(?![\\d:])\\s?(am|pm|a\\.m\\.?|p\\.m\\.?)?(?:hrs?)?(?![a-z])`,
      'g',
    ),
    read: ([, day, hour, minute, half]) =>
      englishTime(hour, minute, half) && day === undefined
        ? englishTime(hour, minute, half)
        : clock(hourOfDay(Number(hour), partOf[day ?? '']), Number(minute)),
  },
  {
    // Not the hour of "quarter past 4pm".
    pattern: new RegExp(
      `(?<![\\d.,:]|${minutesAhead})(1[0-2]|0?[1-9])(?:[.:]([0-5]\\d))?\\s?(am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z])`,
      'g',
    ),
    read: ([, hour, minute, half]) => englishTime(hour, minute, half),
  },
  {
    // 15h30, "at 1520 hours", "at 320pm".
    pattern:
      /(?<![\w.,:])([01]?\d|2[0-3])(?:h([0-5]\d)(?!\w)|([0-5]\d)(?:\s?(?:hours|hrs?)\b|\s?(am|pm)\b|(?<=\bat \d{4})(?=\s(?:yesterday|today)\b)))/g,
    read: ([, hour, minute, bare, half]) => englishTime(hour, minute ?? bare, half),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,:£$€]|${minutesAhead})\\b(${hours.join('|')}|1[0-2]|[1-9])(?:[:.]([0-5]\\d))?(?:-?ish)?\\s?(?:o'? ?clock)?(?:${partBehind}|(?<!\\.\\d\\d)(?= this (${dayPart})\\b))`,
      'g',
    ),
    read: ([, hour, minute, ...day]) => englishTime(hourNumber(hour), minute, firstOf(day)),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:at|around|about|since|by|after|before|gone)\\s)(${hourWord})(?:[:.]([0-5]\\d))?(?:(?=\\s(?:tonight|that night))|${dayBehind})`,
      'g',
    ),
    read: ([, hour, minute, day = 'night']) => englishTime(hourNumber(hour), minute, day),
  },
  {
    pattern:
      /(?<=\b(morning|afternoon|evening|night)\s(?:at|around|about)\s)(1[0-2]|[1-9])(?::([0-5]\d))?(?![\d:]|\s?[ap]\.?m)/g,
    read: ([, day, hour, minute]) => englishTime(hour, minute, day),
  },
  {
    // at 9.30 today: a dot is British, and a price would name its money.
    pattern:
      /(?<=\b(?:at|around|about|since|nite|night)\s)([01]?\d|2[0-3])\.([0-5]\d)(?=\s*(?:[,;!?]|\.?$)|\s(?:today|yesterday|tonight|on|last|this|in the|and|\w{3,6}day)\b)/g,
    read: ([, hour, minute]) => clock(Number(hour), Number(minute)),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,:]|${minutesAhead})\\b(${hours.join('|')}|1[0-2]|[1-9])\\s?o'? ?clock\\b`,
      'g',
    ),
    read: ([, hour]) => clock(Number(hourNumber(hour)), 0),
  },
  {
    // "Around 3ish", "9ish last night"; ish behind larger numbers is about money.
    pattern:
      /(?<![\d.,:£$€])\b(1[0-2]|[1-9])(?::([0-5]\d))?-?ish\b(?! ?(?:quid|pounds?|dollars?|euros?|bucks))(?:\s(am|pm)\b|(?=\s(?:last |to)(night|nite))|)/g,
    read: ([, hour, minute, ...day]) => englishTime(hour, minute, firstOf(day)),
  },
  {
    // "Half ten" is 10:30, "ten past six" 6:10, "quarter to five" 4:45; the part of the day may follow.
    pattern: new RegExp(
      `\\b(half|quarter|twenty[ -]?five|twenty|ten|five|[1-5]?\\d)(?: (past|after|to|till))? (${hourWord})(?! ?(?:quid|pounds?|dollars?|bucks|euros?|hundred|thousand|grand|days?|weeks?|percent|of)\\b|[\\d:.]\\d)(?: ?o'? ?clock\\b)?(?:${partBehind}|${dayBehind}| ?(am|pm)\\b|)`,
      'g',
    ),
    read: spokenTime,
  },
  {
    pattern: /\b(noon|midday|midnight)\b/g,
    read: ([, word]) => (word === 'midnight' ? '00:00' : '12:00'),
  },
]

const expectedTime: TimePattern = {
  pattern: /^\s*([01]?\d|2[0-3])[:.点]?([0-5]\d)?\s*$/g,
  read: ([, hour, minute]) => clock(Number(hour), Number(minute ?? 0)),
}

function timesOf(input: EntityInput, { pattern, read }: TimePattern): Entity[] {
  const times: Entity[] = []
  for (const found of matchesOf(input.free, pattern)) {
    const iso = read(found)
    const start = found.index + (found[0].length - found[0].trimStart().length)
    const end = found.index + found[0].trimEnd().length
    if (iso) times.push({ type: 'time', ...spanAt(input.reading, start, end), iso })
  }
  return times
}

const fromTo = /^\s?(?:[-–—~到至]|to|until|till)\s?早?晚?$/
const open = /营业|开门|上班|\bopen(?:ing|s)?\b|\bhours\b/

/** 营业时间9:00-21:00, "open 9am-5pm": when a shop is open says nothing of a payment. */
function withoutOpeningHours(found: Entity[], low: string): Entity[] {
  const sorted = found.toSorted((a, b) => a.start - b.start)
  const isOpening = (time: Entity | undefined, next: Entity | undefined) =>
    time !== undefined &&
    next !== undefined &&
    fromTo.test(low.slice(time.end, next.start)) &&
    open.test(low.slice(Math.max(0, time.start - 12), next.end + 8))
  return sorted.filter(
    (time, index) => !isOpening(time, sorted[index + 1]) && !isOpening(sorted[index - 1], time),
  )
}

/** Times of day. Without a part of the day an hour is taken as written: 3:20 is 03:20. */
export const times: EntityStep = (input) => {
  const all = input.context.expecting === 'time' ? [...patterns, expectedTime] : patterns
  const result: Entity[] = []
  for (const pattern of all) {
    for (const time of timesOf(input, pattern)) {
      if (!result.some((taken) => time.start < taken.end && taken.start < time.end))
        result.push(time)
    }
  }
  return withoutOpeningHours(result, input.reading.low)
}
