import { anyMark } from './marks.ts'
import { placesOf, type Span } from './spans.ts'

/** No digit group of a longer number on either side: `41-11-11-11` is no date. */
const BEFORE = '(?<![0-9])(?<![0-9][-/.:])'
const AFTER = '(?![0-9])(?![-/.:][0-9])'
const YEAR = '(?:19|20)[0-9]{2}'
const MONTH = '(?:1[0-2]|0?[1-9])'
const DAY = '(?:3[01]|[12][0-9]|0?[1-9])'
const CLOCK = '(?:[01]?[0-9]|2[0-4])[:时点][0-5][0-9](?:[:分][0-5][0-9](?:[.,][0-9]{1,9})?秒?)?'
const ZONE = '(?: ?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?'

const patterns: readonly RegExp[] = [
  new RegExp(`${BEFORE}${YEAR}([-/.])${MONTH}\\1${DAY}(?:[T ]{1,2}${CLOCK}${ZONE})?${AFTER}`, 'g'),
  new RegExp(`${BEFORE}${DAY}([-/.])${MONTH}\\1${YEAR}(?: ${CLOCK})?${AFTER}`, 'g'),
  new RegExp(`${BEFORE}${MONTH}([-/.])${DAY}\\1${YEAR}(?: ${CLOCK})?${AFTER}`, 'g'),
  new RegExp(`${BEFORE}(?:${YEAR} ?年 ?)?${MONTH} ?月 ?${DAY} ?[日号]?`, 'g'),
  new RegExp(`${BEFORE}${CLOCK}${ZONE}${AFTER}`, 'g'),
  // 20261122, 20261122153000 and the like, standing alone.
  /(?<![0-9])20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:(?:[01][0-9]|2[0-3])[0-5][0-9](?:[0-5][0-9])?)?(?![0-9])/g,
  /[¥$€£₩₹] ?[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{1,2})?(?![0-9])(?![,.][0-9])/g,
  /[¥$€£₩₹] ?[0-9]{1,10}(?:\.[0-9]{1,2})?(?![0-9])(?![,.][0-9])/g,
  /(?<![0-9])(?<![0-9][,.])[0-9]{1,3}(?:,[0-9]{3}){1,3}\.[0-9]{1,2}(?![0-9])(?![,.][0-9])/g,
  /(?<![0-9])(?<![0-9][,.])[0-9]{1,3}(?:,[0-9]{3}){1,2}(?![0-9])(?![,.][0-9])/g,
  /(?<![0-9])(?<![0-9][,.])[0-9]{1,9}\.[0-9]{1,2}(?![0-9])(?![,.][0-9])(?! ?[0-9]{2}\.)/g,
  /(?<![0-9])[0-9]{1,10}(?:\.[0-9]{1,2})? ?(?:元|块|圆|万|千|百|亿|人民币|港币|美元|欧元|英镑|日元|[Rr][Mm][Bb]|CNY|USD|EUR|GBP|HKD|JPY|yuan|dollars?|euros?|pounds?)/g,
  /(?<![0-9])[0-9]{1,3}(?:\.[0-9]+)? ?(?:%|‰|笔|次|天|个|位|台|张|家|号|月|日|年|时|小时|分钟|工作日|days?|hours?|minutes?|times|am|pm|st|nd|rd|th)(?![0-9a-z])/g,
  /(?:[Rr][Mm][Bb]|CNY|USD|EUR|GBP|HKD|JPY) ?[0-9]{1,10}(?:\.[0-9]{1,2})?(?![0-9])(?![,.][0-9])/g,
  // Telephone numbers: international with a plus, Chinese with 86, North American in 3-3-4.
  /(?<![0-9])\+ ?(?:[0-9][ ().-]{0,2}){6,12}[0-9](?![0-9])(?![ .-][0-9])/g,
  /(?<![0-9])(?<![0-9][-. ])(?:\([0-9]{3}\) ?|[0-9]{3}[-. ])[0-9]{3}[-. ][0-9]{4}(?![0-9])(?![-. ][0-9])/g,
  /(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9](?:[0-9]{8}|([- ])[0-9]{4}\1[0-9]{4})(?![0-9])(?![ -][0-9]{4}(?![0-9]))/g,
  /(?<![0-9])(?<![0-9][-. ])0[0-9]{2,3}[- ][0-9]{7,8}(?![0-9])(?![-. ][0-9])/g,
]

const identifiers: readonly RegExp[] = [
  /(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi,
]

/** A word of hexadecimal signs that is plainly no number, because letters stand all through it. */
const HEX = /(?<![0-9a-z])[0-9a-f]{16,128}(?![0-9a-z])/gi
const HEX_LETTERS = /[a-f]/gi

/**
 * Stretches that are something else than a bare number: dates, times, amounts, telephone numbers.
 * No card number is ever joined across one of them.
 */
export function plainNumbers(glyphs: string): Span[] {
  return patterns.flatMap((pattern) => placesOf(glyphs, pattern))
}

/** Stretches whose digits are never looked at: marks of an earlier redaction, UUIDs, hashes. */
export function closedStretches(glyphs: string): Span[] {
  const hashes = placesOf(glyphs, HEX).filter(({ start, end }) => {
    return (glyphs.slice(start, end).match(HEX_LETTERS)?.length ?? 0) >= 3
  })
  return [...[anyMark, ...identifiers].flatMap((one) => placesOf(glyphs, one)), ...hashes]
}
