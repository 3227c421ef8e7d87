import { currencyDecimals } from '../domain/money.ts'
import type { Entity } from '../ports/understanding.ts'
import { amountRole } from './amount-role.ts'
import { currencyAfter, currencyBefore } from './currencies.ts'
import { type EntityInput, type EntityStep, spanAt } from './entity-step.ts'
import { bareAmountFits } from './money-context.ts'
import { englishNumber, readEnglishNumber } from './read-english-number.ts'
import { chineseDigits, chineseUnits, readNumber } from './read-number.ts'

/** Larger sums are typing errors, and beyond them minor units stop being exact. */
const largestMinor = 1e14

const arabic = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?'
const numberPattern = new RegExp(
  `(?:${arabic}|[零〇十拾${chineseDigits}])` +
    `(?: ?[${chineseUnits}]|[wk](?![a-z])` +
    `|(?<=[零〇${chineseDigits}${chineseUnits}wk])[零〇${chineseDigits}]` +
    `|(?<=[百千万亿佰仟wk零])\\d+)*`,
  'g',
)
const englishPattern = new RegExp(englishNumber, 'g')
const measureWord = /^(?:[次笔个天张台单部件位周月年条家人层]|星期|礼拜|小时|分钟)/
/** 一直, 一起: what stands behind 元 begins another word. */
const wordOfOne = /^[直起样般共些下旦定概再边向会点]/
const approxBefore =
  /(?:大概|大约|大致|差不多|将近|接近|快|约|近|about|around|roughly|nearly|almost|approx(?:imately|\.)?|~|≈)\s{0,2}(?:是|有)?(?:[a-z]{2,3}\$|[¥$£€]|rmb|cny|usd|a )?\s?$/
const approxAfter = /^\s?(?:左右|上下|出头|or so|ish\b|-ish\b|\+)/
const centsAfter = new RegExp(
  `^(\\d{1,2}|[${chineseDigits}零])(毛|角)?(?:(\\d|[${chineseDigits}])分)?`,
)

interface Written {
  start: number
  end: number
  value: number
  /** Written as words or with 万, w, k: nobody writes a date or a reference so. */
  unmistakable: boolean
  approximate: boolean
}

/** 一万一次 is 10,000 once: a last digit in front of a measure word is not of the number. */
function trimmed(low: string, start: number, end: number): number {
  const last = low.slice(end - 1, end)
  const countsNext = measureWord.test(low.slice(end)) && !/\d/.test(last)
  const hasMore = end - start > 1 && chineseDigits.includes(last)
  return countsNext && hasMore ? end - 1 : end
}

function scaled(value: number, after: string): { value: number; length: number; more: boolean } {
  const more = /^\s?(多|来|几|余)(万|千|百|亿)?(?!少)/.exec(after)
  if (more) {
    const unit = more[2] ? (readNumber(`一${more[2]}`) ?? 1) : 1
    return { value: value * unit, length: more[0].length, more: true }
  }
  const word = /^\s?(grand|thousand|million|mil|mio|m)\b/.exec(after)
  if (!word) return { value, length: 0, more: false }
  const unit = word[1] === 'grand' || word[1] === 'thousand' ? 1_000 : 1_000_000
  return { value: value * unit, length: word[0].length, more: false }
}

function writtenAt(low: string, found: RegExpExecArray): Written | undefined {
  const start = found.index
  const end = trimmed(low, start, start + found[0].length)
  const slice = low.slice(start, end)
  const value = readNumber(slice)
  if (value === undefined) return undefined
  const scale = scaled(value, low.slice(end, end + 12))
  return {
    start,
    end: end + scale.length,
    value: scale.value,
    unmistakable: /[百千万亿佰仟wk]/.test(slice) || (scale.length > 0 && !scale.more),
    approximate: scale.more,
  }
}

function englishAt(found: RegExpExecArray): Written | undefined {
  const value = readEnglishNumber(found[0])
  if (value === undefined || /^an?$/.test(found[0])) return undefined
  const unmistakable = value >= 100
  const end = found.index + found[0].length
  return { start: found.index, end, value, unmistakable, approximate: false }
}

/** 12块5 is 12.50 and 12元5角3分 is 12.53: what follows 块 or 元, as hundredths. */
function hundredths(after: string): { add: number; length: number } {
  const found = centsAfter.exec(after)
  const none = { add: 0, length: 0 }
  if (!found) return none
  const [whole, first = '', unit, cents] = found
  const rest = after.slice(whole.length)
  if (!unit && (measureWord.test(rest) || /^[日号]/.test(rest) || wordOfOne.test(rest))) return none
  const digits = first.replace(/[^\d]/, (char) => String(readNumber(char) ?? 0))
  const tenths = Number(digits) * (digits.length === 1 ? 10 : 1)
  return { add: (tenths + (cents ? (readNumber(cents) ?? 0) : 0)) / 100, length: whole.length }
}

/** What may stand behind pence: an end, or a word that goes on. "12 days" and "12 Nov" are no pence. */
const afterPence =
  /^\s*(?:$|[,;!?)]|\.(?!\d)|(?:on|at|from|for|to|in|with|by|card|today|yesterday|last|and|but|is|was|has|not|never|that|which)\b)/

/** "Eighteen pound fifty" is 18.50: two digits or a word of tens behind the unit are hundredths. */
function spokenPence(after: string): { add: number; length: number } {
  const pence = penceSaid(after)
  return afterPence.test(after.slice(pence.length)) ? pence : { add: 0, length: 0 }
}

function penceSaid(after: string): { add: number; length: number } {
  const found =
    /^ (?:and )?(?:(\d\d)(?![\d.,:/-])(?: ?(?:p|pence|cents?)\b)?|([a-z]+(?:[- ][a-z]+)?))/.exec(
      after,
    )
  const none = { add: 0, length: 0 }
  if (!found) return none
  const [whole, digits, words = ''] = found
  if (digits) return { add: Number(digits) / 100, length: whole.length }
  const spoken = new RegExp(`^(?:${englishNumber})`).exec(words)?.[0] ?? ''
  const value = readEnglishNumber(spoken)
  if (value === undefined || value < 10 || value > 99) return none
  return { add: value / 100, length: whole.length - words.length + spoken.length }
}

interface Priced extends Written {
  currency?: string | undefined
}

/** A sign straight before an amount makes it negative; those are not read as positive ones. */
function isNegative(low: string, start: number): boolean {
  return /(?:^|[\s(:：，。])[-−–]$|负$/.test(low.slice(Math.max(0, start - 2), start))
}

function yenSaid(low: string, end: number): boolean {
  return /^\s?(?:日元|日币|円|yen\b|jpy\b)/.test(low.slice(end, end + 8))
}

function priced(low: string, written: Written): Priced {
  const before = currencyBefore(low.slice(Math.max(0, written.start - 10), written.start))
  const after = currencyAfter(low.slice(written.end, written.end + 24))
  if (before) {
    const start = written.start - before.length
    const repeats = after && (after.currency === before.currency || yenSaid(low, written.end))
    const currency = repeats ? after.currency : before.currency
    return { ...written, start, currency, end: written.end + (repeats ? after.length : 0) }
  }
  if (!after) return withTenths(low, written)
  const end = written.end + after.length
  const isYuan = /[块元圆]$/.test(low.slice(written.end, end))
  const cents = isYuan ? hundredths(low.slice(end, end + 6)) : spokenPence(low.slice(end, end + 40))
  return {
    ...written,
    value: written.value + cents.add,
    currency: after.currency,
    end: end + cents.length,
  }
}

/** 五毛 and 50p stand without a larger unit. */
function withTenths(low: string, written: Written): Priced {
  const small = /^(?:(毛|角)(?:钱)?(?!钱?(?:也|都)?没)|(p)(?![a-z]))/.exec(
    low.slice(written.end, written.end + 3),
  )
  if (!small) return written
  const end = written.end + small[0].length
  if (small[2]) return { ...written, value: written.value / 100, currency: 'GBP', end }
  return { ...written, value: written.value / 10, currency: 'CNY', end }
}

/** Part of a date, a time, a range, a longer code or a fraction: no amount starts or ends there. */
function touchesOther(low: string, found: Priced): boolean {
  const before = low.slice(Math.max(0, found.start - 2), found.start)
  const after = low.slice(found.end, found.end + 2)
  const first = low.charAt(found.start)
  if (/[a-z_#@]$/.test(before) && /[\da-z]/.test(first)) return true
  if (/\d[-/:.]$|\d$/.test(before) && /\d/.test(first)) return true
  return /^(?:[/:]\d|\.\d|-\d|[%％‰°])/.test(after)
}

function amountEntity(input: EntityInput, found: Priced): Entity | undefined {
  const { reading } = input
  const decimals = found.currency ? currencyDecimals(found.currency) : 2
  const minor = Math.round(found.value * 10 ** decimals)
  if (minor > largestMinor) return undefined
  const near = reading.low.slice(Math.max(0, found.start - 18), found.start)
  const approximate =
    found.approximate ||
    approxBefore.test(near) ||
    approxAfter.test(reading.low.slice(found.end, found.end + 8))
  const role = amountRole(reading.low, found.start, found.end)
  return {
    type: 'amount',
    ...spanAt(reading, found.start, found.end),
    minor,
    ...(found.currency && { currency: found.currency }),
    ...(role && { role }),
    ...(approximate && { approximate }),
  }
}

/** Every number of the text with what currency says of it, leftmost first, none overlapping. */
function numbersIn(low: string): Priced[] {
  const chinese = Array.from(low.matchAll(numberPattern), (found) => writtenAt(low, found))
  const english = Array.from(low.matchAll(englishPattern), (found) => englishAt(found))
  const ordered = [...chinese, ...english]
    .filter((written) => written !== undefined)
    .toSorted((a, b) => a.start - b.start)
  const result: Priced[] = []
  let last = 0
  for (const written of ordered) {
    if (written.start < last) continue
    const found = priced(low, written)
    // A mark between two numbers belongs to the first when that one took it.
    const kept = found.start < last ? { ...written } : found
    result.push(kept)
    last = kept.end
  }
  return result
}

const europeanSum = String.raw`\d{1,3}(?:[. ]\d{3})*,\d{2}|\d{1,3}(?:\.\d{3})+`
const european = new RegExp(
  String.raw`(€|\beur)\s?(${europeanSum})(?![\d,.]\d|\d)|(?<![\d.,])(${europeanSum})\s?(?:€|eur(?:os?)?\b)`,
  'g',
)

/** `1.234,56 €` and `1.999 euro`: commas and dots stand so only next to a euro mark. */
export const europeanAmounts: EntityStep = (input) =>
  Array.from(input.free.matchAll(european), (found) => {
    const digits = (found[2] ?? found[3] ?? '').replaceAll(/[. ]/g, '').replace(',', '.')
    const end = found.index + found[0].length
    const at = { start: found.index, end, value: Number(digits), currency: 'EUR' }
    return amountEntity(input, { ...at, unmistakable: true, approximate: false })
  }).filter((entity) => entity !== undefined)

/** Amounts with a currency, before dates and references are looked for. */
export const pricedAmounts: EntityStep = (input) =>
  numbersIn(input.free)
    .filter((found) => found.currency !== undefined)
    .filter((found) => !touchesOther(input.free, found) && !isNegative(input.free, found.start))
    .map((found) => amountEntity(input, found))
    .filter((entity) => entity !== undefined)

/** Numbers without a currency that the sentence or the open question makes an amount. */
export const bareAmounts: EntityStep = (input) =>
  numbersIn(input.free)
    .filter((found) => found.currency === undefined && !touchesOther(input.free, found))
    .filter((found) => !isNegative(input.free, found.start) && bareAmountFits(input, found))
    .map((found) => amountEntity(input, found))
    .filter((entity) => entity !== undefined)
