import { matchesOf } from '../domain/matches.ts'
import type { Entity } from '../ports/understanding.ts'
import { isCardNumber } from './card-number.ts'
import { digitsOfWords, digitWord, twoDigitWords } from './digit-words.ts'
import { blot, type EntityInput, type EntityStep, spanAt } from './entity-step.ts'
import { askedCodes, correctedCodes, listedCodes, repeatedCodes } from './listed-codes.ts'
import { nextOfKind, previousOfKind } from './more-of-kind.ts'
import { readEnglishNumber } from './read-english-number.ts'
import { digitsOf } from './read-number.ts'
import { referencePatterns, retrievalReference } from './reference-labels.ts'
import {
  isPriced,
  type ReferenceKind,
  type ReferencePattern,
  spokenDigits,
  valueSpan,
} from './reference-pattern.ts'

/** Two digits or more in words: "six two two five"; of a code "fifty-one" as well. */
function inWords(type: ReferenceKind, written: string): string | undefined {
  if (!/^[a-z]{2,}(?:[ -][a-z]+)*$/i.test(written)) return undefined
  const number = type === 'code' ? readEnglishNumber(written) : undefined
  return (/[ -]/.test(written) ? digitsOfWords(written) : undefined) ?? number?.toString()
}

function writtenValue(type: ReferenceKind, written: string): string {
  const spoken = inWords(type, written)
  if (spoken) return spoken
  const compact = written.replaceAll(/\s/g, '')
  if (type === 'last4') return digitsOf(compact) ?? written
  if (type === 'rrn') return digitsOf(compact) ?? compact.replaceAll(/[.-]/g, '').toUpperCase()
  if (type === 'orderNo') return compact
  if (type === 'code' && compact.includes('_')) return compact.toLowerCase()
  return (
    (type === 'code' || type === 'authCode' ? digitsOf(compact) : undefined) ??
    compact.toUpperCase()
  )
}

type At = readonly [start: number, end: number]

function reference(input: EntityInput, type: ReferenceKind, [start, end]: At): Entity {
  const value = writtenValue(type, input.reading.plain.slice(start, end))
  return { type, ...spanAt(input.reading, start, end), value }
}

function overlaps(taken: readonly At[], at: At) {
  return taken.some(([start, end]) => at[0] < end && start < at[1])
}

/** Collects what is claimed, and claims nothing twice. */
function collector(input: EntityInput) {
  const taken: At[] = []
  const found: Entity[] = []
  const take = (type: ReferenceKind, at: At): boolean => {
    if (overlaps(taken, at)) return false
    taken.push(at)
    found.push(reference(input, type, at))
    return true
  }
  return { found, take }
}

/** Any reference has digits, is read aloud or is a name with underscores. */
const mayHold = new RegExp(
  `[\\d_]|[${spokenDigits}]{2}|${digitWord}[ -]${digitWord}|${twoDigitWords}`,
)

type Collector = ReturnType<typeof collector>

/** Where a pattern matches something of its kind. */
const spansOf = (free: string, { pattern, accepts }: ReferencePattern): At[] =>
  Array.from(matchesOf(free, pattern), valueSpan).filter(
    (at) => accepts?.(free.slice(...at)) !== false && !isPriced(free, ...at),
  )

/** Takes each match of the patterns, and what stands beside it as one more of its kind. */
function takeLabelled(free: string, { take }: Collector): void {
  const takeRow = (type: ReferenceKind, first: At) => {
    let at: At | undefined = first
    while (at && take(type, at)) at = nextOfKind(free, at)
    const ahead = previousOfKind(free, first)
    if (ahead) take(type, ahead)
  }
  for (const each of referencePatterns)
    for (const first of spansOf(free, each)) takeRow(each.type, first)
}

/** Takes the codes that only the rest of the message tells to be codes. */
function takeCodesByContext(free: string, { found, take }: Collector): void {
  const takeCodes = (all: readonly At[]) => {
    for (const at of all) if (!isPriced(free, ...at)) take('code', at)
  }
  takeCodes([...listedCodes(free), ...askedCodes(free)])
  const named = found.flatMap((each) => (each.type === 'code' ? [each.text.toLowerCase()] : []))
  takeCodes(repeatedCodes(free, named))
  if (named.length > 0) takeCodes(correctedCodes(free))
}

/** References that carry a label, and the mark a hidden card number leaves. */
export const labelledReferences: EntityStep = (input) => {
  const { free } = input
  if (!mayHold.test(free)) return []
  const collected = collector(input)
  takeLabelled(free, collected)
  takeCodesByContext(free, collected)
  return collected.found
}

/** What a bare answer to a question of this slot looks like. */
const expected: Partial<Record<string, { type: ReferenceKind; pattern: RegExp }>> = {
  last4: {
    type: 'last4',
    pattern:
      /(?<![\d.])(?<value>\d{4}|[零〇一二三四五六七八九]{4})(?![\d零〇一二三四五六七八九]|[.,]\d|[元块万年])/dg,
  },
  rrn: {
    type: 'rrn',
    pattern: new RegExp(`(?<![\\w])(?<value>${retrievalReference})(?![\\w])`, 'dg'),
  },
  authCode: { type: 'authCode', pattern: /(?<![\w])(?<value>(?=[a-z]*\d)[a-z\d]{6})(?![\w])/dg },
  orderNo: {
    type: 'orderNo',
    pattern: /(?<![\w-])(?<value>(?=[a-z_-]*\d)[a-z\d][a-z\d_-]{3,39})(?![\w-])/dg,
  },
  terminalId: {
    type: 'terminalId',
    pattern: /(?<![\w])(?<value>(?=[a-z]*\d)[a-z\d]{8})(?![\w])/dg,
  },
  merchantId: {
    type: 'merchantId',
    pattern: /(?<![\w])(?<value>\d{6,15}|[a-z]{1,4}-?\d{2,14})(?![\w])/dg,
  },
  code: {
    type: 'code',
    pattern: /(?<![\w])(?<value>\d\d|[a-z]\d|\d[a-z]|[a-z]{3,20}(?:_[a-z]{2,20}){1,4})(?![\w])/dg,
  },
  ticketNo: { type: 'ticketNo', pattern: /(?<![\w])(?<value>tk[-\s]?[\da-z-]{4,24})(?![\w])/dg },
  account: { type: 'last4', pattern: /(?<![\d.])(?<value>\d{4})(?![\d]|[元块万年])/dg },
}

/** A number given right after such a word takes an earlier one back. */
export const correcting =
  /\b(?:typo|i meant|correction|oops|i mean)\b(?!.{0,20}\b(?:card|digits|ending|ends|last))/

/** Bare values the open question asked for. */
export const expectedReferences: EntityStep = (input) => {
  const wanted = expected[input.context.expecting ?? '']
  // "Typo, 1880" corrects what was said before; it does not answer.
  if (!wanted || (wanted.type === 'last4' && correcting.test(input.free))) return []
  return Array.from(input.free.matchAll(wanted.pattern), (found) =>
    reference(input, wanted.type, valueSpan(found)),
  ).slice(0, 3)
}

const longToken =
  /(?<![\w.-])(?:\d{12,32}|(?=[a-z_-]*\d)(?=(?:[a-z_-]*\d){6})[a-z\d][a-z\d_-]{9,39})(?![\w-]|\.\d)/dg

/**
 * Long numbers without a label: 12 digits are a retrieval reference, longer ones an order number.
 * A card number that nobody hid gives only its last four.
 */
export const bareReferences: EntityStep = (input) => {
  const orders = prefixedOrders(input)
  const taken = orders.map(({ start, end }) => [start, end] as const)
  const long = longReferences(input).filter(({ start, end }) => !overlaps(taken, [start, end]))
  return [...orders, ...long]
}

/** `AB-7741`, `AX-2210-7`, `10482-B`: letters, dashes and digits are an order number; `T+1` and dates are not. */
const prefixedOrder =
  /(?<![\w-])(?!tk-?\d|(?:covid|top|sub|pre|post|mid|non|under|over|aged?)-)(?<value>[a-z]{2,6}-(?:[a-z\d]+-)?\d{2,12}|[a-z]{1,6}-\d{2,12}(?:-[a-z\d]{1,6}){1,3}|\d{4,10}-[a-z]{1,2})(?![\w-])/dg

const prefixedOrders: EntityStep = (input) =>
  Array.from(input.free.matchAll(prefixedOrder), (found) =>
    reference(input, 'orderNo', valueSpan(found)),
  )

/**
 * Beside another number, four digits that are a phrase of their own are the card's: "£42, 7002,
 * today". A year is not. Chinese lists sums so, too: there it takes a sum with its unit beside.
 */
const ownPhrase = new RegExp(
  `(?<=[,;，]\\s?|[.!?]\\s|\\n|\\bon )(?<value>\\d{4})(?=\\s*(?:[,;!?\\n，。！？]|\\.(?!\\d)|$))|(?<=${blot}\\s)\\d{4}(?=\\s*$)`,
  'dg',
)

const takesBack = /\b(?:sorry|no|wait|oops|mean|meant|actually),?\s?$/

export const bareTails: EntityStep = (input) => {
  if (input.found.some(({ type }) => type === 'last4')) return []
  const year = input.context.now.getFullYear()
  const besideMoney = input.found.some(({ type }) => type === 'amount')
  const mayBeSum = (digits: string, index: number) =>
    input.free.charAt(index - 1) === '，' && (!besideMoney || digits.endsWith('00'))
  return (
    Array.from(input.free.matchAll(ownPhrase))
      .filter(({ 0: digits }) => Math.abs(Number(digits) - year) > 1)
      .filter(({ 0: digits, index }) => !mayBeSum(digits, index))
      .filter(({ index }) => !takesBack.test(input.free.slice(Math.max(0, index - 12), index)))
      .filter((found) => /\d/.test(withoutSpan(input.reading.low, valueSpan(found))))
      // "Found it. 4200, 13 Nov, 3391": the round one is the sum.
      .toSorted((a, b) => Number(a[0].endsWith('00')) - Number(b[0].endsWith('00')))
      .map((found) => reference(input, 'last4', valueSpan(found)))
      .slice(0, 1)
  )
}

function withoutSpan(text: string, [start, end]: [number, number]): string {
  return text.slice(0, start) + text.slice(end)
}

const longReferences: EntityStep = (input) =>
  Array.from(input.free.matchAll(longToken), (found) => {
    const [start, end] = valueSpan(found)
    const digits = input.free.slice(start, end)
    if (/^\d{12}$/.test(digits)) return reference(input, 'rrn', [start, end])
    if (isCardNumber(digits)) return reference(input, 'last4', [end - 4, end])
    return reference(input, 'orderNo', [start, end])
  })
