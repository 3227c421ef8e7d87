import { simplifiedChinese } from '../domain/simplified-chinese.ts'
import { pinyinInPlace } from './pinyin.ts'
import { repairInPlace } from './repair-spelling.ts'

/*
 * A message rewritten for reading, one UTF-16 unit for one: offsets found in a rewritten form are
 * offsets of the original.
 */

/** How much of a message is read: work stays linear and small however long the paste is. */
export const readLimit = 2_000

/** A message in the forms the extractors need. All three have the same length. */
export interface Reading {
  original: string
  /** Half width, simplified, with the digits 0 to 9; letter case kept: values of references are taken from here. */
  plain: string
  /** `plain` in lower case, common slips and pinyin mended: what patterns are matched against. */
  low: string
}

const isAscii = /^[\0-\x7f]*$/
const isFullWidthDigit = (code: number) => code >= 0xff10 && code <= 0xff19

/** Digits of other scripts, ৫ and ٢, as ours. */
function digitOf(char: string): string {
  if (!/\p{Nd}/u.test(char)) return char
  // Every script has its ten in a row.
  let zero = char.charCodeAt(0)
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && char.charCodeAt(0) - zero < 9) zero -= 1
  return String(char.charCodeAt(0) - zero)
}

/** Signs with one meaning: spaces, signs of money, the Arabic comma and point of numbers. */
const sameSigns: Readonly<Record<number, string>> = {
  12288: ' ',
  160: ' ',
  65509: '¥',
  65505: '£',
  1644: ',',
  1643: '.',
}

/** A full-width comma ends a clause, except between full-width digits, where it groups them. */
function halfWidth(text: string, at: number): string {
  const code = text.charCodeAt(at)
  if (code < 0x80) return text.charAt(at)
  const same = sameSigns[code]
  if (same) return same
  if (code < 0xff01 || code > 0xff5e) return digitOf(text.charAt(at))
  const groups =
    isFullWidthDigit(text.charCodeAt(at - 1)) && isFullWidthDigit(text.charCodeAt(at + 1))
  if (code === 0xff0c && !groups) return text.charAt(at)
  return String.fromCharCode(code - 0xfee0)
}

function lowered(char: string): string {
  const low = char.toLowerCase()
  return low.length === 1 ? low : char
}

/** 3,4OO is 3,400: the letter stands beside the zero on many keyboards. */
function withZeros(low: string): string {
  return low.replace(/\d[,.]?o+(?![a-z])/g, (digits) => digits.replaceAll('o', '0'))
}

/** Reads at most the first `readLimit` units of a message. */
export function readingOf(text: string): Reading {
  const original = text.slice(0, readLimit)
  // Plain English, the usual case, has nothing to rewrite but its capitals.
  if (isAscii.test(original)) {
    return { original, plain: original, low: pinyinInPlace(withZeros(original.toLowerCase())) }
  }
  const halved = Array.from({ length: original.length }, (_, at) => halfWidth(original, at)).join(
    '',
  )
  const plain = simplifiedChinese(halved)
  const low = Array.from({ length: plain.length }, (_, at) => lowered(plain.charAt(at))).join('')
  return { original, plain, low: pinyinInPlace(repairInPlace(withZeros(low))) }
}
