import type { Priced } from './priced-number.ts'

const joins = /^\s?(到|至|[-–—~]|to|and|or|,? ?maybe|或者?)\s?$/
const between =
  /\b(?:between|from|(?:hold|refund|charge|payment|fee|deposit|sum|amount)s? (?:of|for))\s+$/
const roughly = /(?:大概|大约|差不多|about|around|roughly)\s?$/
const year = /^(?:19|20)\d\d$/

/** 3-400 is 300 to 400 and 2-3000 is 2,000 to 3,000: one figure in front of a round one. */
function hiddenUnit(first: Priced, second: Priced): number {
  const unit = 10 ** Math.floor(Math.log10(second.value))
  const isRound = unit >= 100 && second.unit === 1 && second.value % unit === 0
  return isRound && first.unit === 1 && first.value < second.value / unit ? unit : 1
}

/** 3-5千, "two or three hundred": the unit of the second counts for the first as well. */
function withUnitOf(first: Priced, second: Priced): Priced {
  const hidden = hiddenUnit(first, second)
  if (hidden > 1) return { ...first, value: first.value * hidden }
  const shares = first.unit === 1 && second.unit > 1 && first.value < second.value / second.unit
  return shares ? { ...first, value: first.value * second.unit } : first
}

/** A day, a score or a line of a list is written with a dash, too; so small bare numbers need a word. */
function isSum(low: string, first: Priced, second: Priced): boolean {
  const bare = !first.currency && !second.currency && second.unit === 1
  if (!bare) return true
  const said = [first, second].map(({ start, end }) => low.slice(start, end))
  if (said.every((text) => year.test(text))) return false
  const before = low.slice(Math.max(0, first.start - 14), first.start)
  return first.value >= 100 || between.test(before) || roughly.test(before)
}

/** "80 or 90 bucks" is one sum half remembered; £50 or £500 are two, and so may be 80 or 90. */
function mayBeOne(first: Priced, second: Priced): boolean {
  const sharesUnit = withUnitOf(first, second) !== first || first.unit > 1
  const isMoney = first.currency !== undefined || second.currency !== undefined
  return sharesUnit || (isMoney && second.value <= first.value * 1.5)
}

/** "Did you say £45 or £54" asks which, and "raised from 400 to 700" tells of two. */
const areTwo =
  /\b(?:did you|is (?:it|that)|was (?:it|that)|whether|which|(?:(?:rais|increas|chang|reduc|lower|mov|amend|jump|drop)\w{1,4}(?: (?:my|our|the|it)(?: [a-z]+){0,3})?|went|gone|go(?:es)?|up|rose) from)\b[^.!?\d]{0,24}$/

/** What joins them makes one sum of the two numbers. */
function isJoined(low: string, first: Priced, second: Priced): boolean {
  const [, join] = joins.exec(low.slice(first.end, second.start)) ?? []
  if (join && areTwo.test(low.slice(Math.max(0, first.start - 40), first.start))) return false
  if (join?.includes('maybe') && /\bmaybe $/.test(low.slice(0, first.start))) return false
  if (join === 'and') return between.test(low.slice(Math.max(0, first.start - 10), first.start))
  return join !== undefined && (!/^(?:or|或|,? ?maybe)/.test(join) || mayBeOne(first, second))
}

/** 500到800, "between 400 and 500": two numbers that are the ends of one sum. */
function rangeOf(low: string, first: Priced, second: Priced): Priced | undefined {
  if (first.maxValue !== undefined || second.maxValue !== undefined) return undefined
  if (!isJoined(low, first, second)) return undefined
  const lower = withUnitOf(first, second)
  const currency = first.currency ?? second.currency
  const sameMoney = (second.currency ?? currency) === currency
  if (!sameMoney || lower.value >= second.value || !isSum(low, first, second)) return undefined
  return {
    ...lower,
    end: second.end,
    maxValue: second.value,
    currency,
    approximate: true,
    unmistakable: first.unmistakable || second.unmistakable,
  }
}

/** Numbers with the ends of a range made one. */
export function withRanges(low: string, numbers: readonly Priced[]): Priced[] {
  const result: Priced[] = []
  for (const number of numbers) {
    const last = result.at(-1)
    const range = last && rangeOf(low, last, number)
    if (range) result[result.length - 1] = range
    else result.push(number)
  }
  return result
}
