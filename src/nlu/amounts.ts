import { matchesOf } from '../domain/matches.ts'
import { currencyDecimals } from '../domain/money.ts'
import type { Entity } from '../ports/understanding.ts'
import { withRanges } from './amount-range.ts'
import { amountRole } from './amount-role.ts'
import { currencyAfter, currencyBefore } from './currencies.ts'
import { type EntityInput, type EntityStep, spanAt } from './entity-step.ts'
import { bareAmountFits, mayBeSum } from './money-context.ts'
import { type Priced, priced } from './priced-number.ts'
import type { SumSense } from './sum-features.ts'
import { writtenNumbers } from './written-number.ts'

/** Larger sums are typing errors, and beyond them minor units stop being exact. */
const largestMinor = 1e14

const approxBefore =
  /(?:大概|大约|大致|差不多|将近|接近|超过|(?<![收看等拿找])不到|至少|起码|最多|快|约|近|[~≈]|(?<![a-z])(?:about|around|roughly|nearly|almost|(?<!turn(?:ed|s)? )over|under|more than|less than|at least|(?<!came )up to|approx(?:imately|\.)?|circa|ca?\.?|close to|shy of|upwards of))\s{0,2}(?:是|有)?(?:[a-z]{2,3}\$|[¥$£€]|rmb|cny|usd|a |the )?\s?$/
const roughUnit = /(?:(?<![老大最])小|上)$/
const approxAfter =
  /^\s?(?:左右|上下|出头|or so\b|plus(?=\s*(?:$|[,.;!?]))|give or take\b|ish\b|-ish\b|\+(?!\d))/

/** 差额：-35.60: a field of a statement. */
const statedMinus = /(?:[额异]|\b(?:amount|difference|adjustment))\s?[:：]\s?[-−–]$/

/**
 * A sign before a number makes it negative, and no sum; before a currency, or behind the name of a
 * field, it is how banks write a debit.
 */
function isNegative(low: string, start: number): boolean {
  if (/[¥$£€]/.test(low.charAt(start)) || statedMinus.test(low.slice(0, start))) return false
  return /(?:^|[\s(:：，。])[-−–]$|负$/.test(low.slice(Math.max(0, start - 2), start))
}

/** Part of a date, a time, a longer code or a fraction: no amount starts or ends there. */
function touchesOther(low: string, found: Priced): boolean {
  const before = low.slice(Math.max(0, found.start - 3), found.start)
  const after = low.slice(found.end, found.end + 10)
  const first = low.charAt(found.start)
  if (/[a-z_#@]$/.test(before) && /[\da-z]/.test(first)) return true
  if (/(?:[\da-z]-|\d[/:.]|\d|[x×*]|\d,)$/.test(before) && /\d/.test(first)) return true
  // GBP 83.15p says it twice.
  if (found.currency && /^p(?![a-z])/.test(after)) return false
  // ¥1,024×2 is a sum, twice.
  if (found.currency && /^\s?[x×*]\s?\d{1,2}(?![\d.,])/.test(after)) return false
  // "1,2" is a decimal in one country and a list in another; 4G, 7x24 and v3b are no sums.
  return /^(?:[/:]\d|\.\d|-\d|\s?(?:[%％‰°]|per ?cent\b|pct\b)|,\d{1,2}(?!\d)|[x×*]\d|[a-z]{1,2}(?![a-z]))/.test(
    after,
  )
}

function isApproximate({ low }: EntityInput['reading'], found: Priced): boolean {
  const near = low.slice(Math.max(0, found.start - 18), found.start)
  return (
    found.approximate ||
    approxBefore.test(near) ||
    (found.unmistakable && roughUnit.test(near)) ||
    approxAfter.test(low.slice(found.end, found.end + 14))
  )
}

function amountEntity(input: EntityInput, found: Priced): Entity | undefined {
  const { reading } = input
  const decimals = found.currency ? currencyDecimals(found.currency) : 2
  const inMinor = (value: number) => Math.round(value * 10 ** decimals)
  const minor = inMinor(found.value)
  const maxMinor = found.maxValue === undefined ? undefined : inMinor(found.maxValue)
  if ((maxMinor ?? minor) > largestMinor) return undefined
  const role = amountRole(reading.low, found.start, found.end)
  return {
    type: 'amount',
    ...spanAt(reading, found.start, found.end),
    minor,
    ...(maxMinor !== undefined && { maxMinor }),
    ...(found.currency && { currency: found.currency }),
    ...(role && { role }),
    ...(isApproximate(reading, found) && { approximate: true }),
  }
}

/** Every number of the text with what currency says of it, leftmost first, none overlapping. */
function numbersIn(low: string): Priced[] {
  const result: Priced[] = []
  let last = 0
  for (const written of writtenNumbers(low)) {
    if (written.start < last) continue
    const found = priced(low, written)
    // A mark between two numbers belongs to the first when that one took it.
    const kept = found.start < last ? { ...written } : found
    result.push(kept)
    last = kept.end
  }
  return withRanges(low, result)
}

/** 1.234,56 and 12,50; 1.234.567; 1.234 only with euros and their like, for elsewhere it has three decimals. */
const european =
  /(?<![\d.,])(\d{1,3}(?:[. ]\d{3}){0,4},\d{1,2}|\d{4,6},\d{2}|\d{1,3}(?:\.\d{3}){2,4}|\d{1,3}\.\d{3})(?![,.]?\d)/g

function europeanAt(low: string, found: RegExpExecArray): Priced | undefined {
  const [digits = ''] = found
  const [start, over] = [found.index, found.index + digits.length]
  const before = currencyBefore(low.slice(Math.max(0, start - 10), start))
  const mark = before ?? currencyAfter(low.slice(over, over + 24))
  const isWhole = /^\d{1,3}\.\d{3}$/.test(digits)
  if (mark ? isWhole && !pointGroups.includes(mark.currency) : !showsItself.test(digits))
    return undefined
  const value = Number(digits.replaceAll(/[. ]/g, '').replace(',', '.'))
  return {
    start: start - (before?.length ?? 0),
    end: over + (before ? 0 : (mark?.length ?? 0)),
    value,
    unit: 1,
    currency: mark?.currency,
    unmistakable: true,
    approximate: false,
  }
}

/** Where 1.234 is more than a thousand. */
const pointGroups = ['EUR', 'IDR', 'VND', 'BRL', 'TRY', 'CLP']

/** 1.250,00 and 25,00 need no currency beside them; 51,91 may be two codes. */
const showsItself = /^(?:\d{1,3}(?:[. ]\d{3})+,\d\d|[1-9]\d{0,2},(?:00|50|95|99))$/

/** `1.234,56 €` and `PLN 1.250,00`: where a comma stands for the point. */
export const europeanAmounts: EntityStep = (input) =>
  Array.from(matchesOf(input.free, european), (found) => {
    const priced = europeanAt(input.free, found)
    return priced && amountEntity(input, priced)
  }).filter((entity) => entity !== undefined)

/** 一块钱都没到, "not a pound": nothing at all. */
function isNone(low: string, { start, end }: Priced): boolean {
  const text = low.slice(start, end)
  const before = low.slice(Math.max(0, start - 9), start)
  if (/^(?:an?|one) /.test(text)) return /\b(?:not|without|never)\s$/.test(before)
  return /^一[蚊元块毛]钱?$/.test(text) && /^[都也](?![扣收要算刷])/.test(low.slice(end))
}

/** Amounts with a currency, before dates and references are looked for. */
export const pricedAmounts: EntityStep = (input) =>
  numbersIn(input.free)
    .filter((found) => found.currency !== undefined)
    .filter((found) => !touchesOther(input.free, found) && !isNegative(input.free, found.start))
    .filter((found) => !isNone(input.free, found))
    .map((found) => amountEntity(input, found))
    .filter((entity) => entity !== undefined)

/** Numbers that no currency stands beside, and that are no part of something else. */
const bareNumbers = ({ free }: EntityInput) =>
  numbersIn(free)
    .filter((found) => found.currency === undefined && !touchesOther(free, found))
    .filter((found) => !isNegative(free, found.start))

/** Numbers without a currency that the sentence or the open question makes an amount. */
export const bareAmounts: EntityStep = (input) => {
  const numbers = bareNumbers(input)
  return numbers
    .filter(bareAmountFits(input, numbers))
    .map((found) => amountEntity(input, found))
    .filter((entity) => entity !== undefined)
}

/** Numbers that stand as sums stand, in a wording that no rule foresaw. */
export const unforeseenAmounts =
  (sums: SumSense): EntityStep =>
  (input) =>
    bareNumbers(input)
      .filter(mayBeSum(input))
      .filter((found) => sums({ ...found, low: input.reading.low, claimed: input.found }))
      .map((found) => amountEntity(input, found))
      .filter((entity) => entity !== undefined)
