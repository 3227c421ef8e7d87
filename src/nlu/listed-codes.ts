import { matchesOf } from '../domain/matches.ts'
import { notLedByMoney } from './reference-pattern.ts'
import { codeBegins, codeEnds, isLikelyCode, notCounted, shortCode } from './shown-codes.ts'

const aboutCodes =
  /[仨两三四几个些]个?码|(?:错误|应答|响应|返回|拒绝|故障)码|代码|报错|区别|分别|\b(?:codes|errors|difference|pin tries)\b/
const between = '(?:\\s?[,，、/]\\s?|\\s?(?:[和跟]|一会儿|后来|又)\\s?|\\s(?:and|or|then)\\s)'
const codeList = new RegExp(
  `${codeBegins}${shortCode}(?:${between}${shortCode}${codeEnds})+${notCounted}`,
  'g',
)
const each = new RegExp(`${codeBegins}${shortCode}(?![a-z])`, 'g')

/** "DECLINED 41 … What on earth is 41?": where else a code that was named stands alone. */
export function repeatedCodes(
  low: string,
  codes: readonly string[],
): [start: number, end: number][] {
  if (codes.length === 0) return []
  const again = new RegExp(
    `${codeBegins}${notLedByMoney}(?:${[...new Set(codes)].join('|')})${codeEnds}${notCounted}`,
    'g',
  )
  return Array.from(matchesOf(low, again), ({ 0: { length }, index }) => [index, index + length])
}

/** 14，54，57，…仨码: where several codes are spoken of, a list of two characters each is theirs. */
export function listedCodes(low: string): [start: number, end: number][] {
  if (!aboutCodes.test(low)) return []
  return Array.from(matchesOf(low, codeList), ({ 0: list, index: start }) => {
    const codes = Array.from(list.matchAll(each))
    if (!codes.some(({ 0: value }) => isLikelyCode(value))) return []
    return codes.map(({ 0: value, index }): [number, number] => [
      start + index,
      start + index + value.length,
    ])
  }).flat()
}
