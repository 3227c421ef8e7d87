import { matchesOf } from '../domain/matches.ts'
import { notLedByMoney } from './reference-pattern.ts'
import {
  codeBegins,
  codeEnds,
  isLikelyCode,
  notCounted,
  notOfPlace,
  shortCode,
} from './shown-codes.ts'

const aboutCodes =
  /[仨两三四几个些]个?码|(?:错误|应答|响应|返回|拒绝|故障)码|代码|报错|区别|分别|\b(?:codes|errors|difference|pin tries)\b/
const between =
  '(?:\\s?[x×]\\d{1,2})?(?:\\s?[,，、/]\\s?|\\s?(?:[和跟]|一会儿|后来|又)\\s?|\\s(?:and|or|then)\\s)'
const codeList = new RegExp(
  `${codeBegins}${shortCode}(?:${between}${shortCode}${codeEnds})+${notCounted}`,
  'g',
)
const each = new RegExp(`${codeBegins}${shortCode}(?![a-z])`, 'g')

const spanOf = ({ 0: { length }, index }: RegExpExecArray): [start: number, end: number] => [
  index,
  index + length,
]

/** "DECLINED 41 … What on earth is 41?": where else a code that was named stands alone. */
export function repeatedCodes(
  low: string,
  codes: readonly string[],
): [start: number, end: number][] {
  const short = new Set(codes.filter((code) => /^[a-z\d]{2}$/.test(code)))
  if (short.size === 0) return []
  const again = new RegExp(
    `${codeBegins}${notLedByMoney}(?:${[...short].join('|')})${codeEnds}${notCounted}`,
    'g',
  )
  return Array.from(matchesOf(low, again), spanOf)
}

const correction = new RegExp(
  `(?<=\\b(?:its|it['’]s|it is|sorry,?|actually,?|meant) )${notLedByMoney}${shortCode}(?=\\s*(?:$|[,;!?]|\\.(?!\\d)))`,
  'g',
)

/** "I said 05 before but it's 55": beside a code, another one in its place. */
export const correctedCodes = (low: string): [start: number, end: number][] =>
  Array.from(matchesOf(low, correction))
    .filter(({ 0: value }) => isLikelyCode(value))
    .map(spanOf)

/** Asks what something means: any likely code in it is meant. */
const asksMeaning =
  /(?<!\bi )\bmean(?:s|ing)?\b|\bstands? for\b|\bmatlab\b|(?:什么|啥|几个|咩|这|的)意思|含义|指(?:什么|的是|哪|啥)|什么鬼|怎么理解|咋理解|求解|有什么不一样/
/** Words that are said of sums, too: there only letters make a code. */
const asksMore =
  /\bexplain\b|\bdecode\b|\btranslate\b|\bwhat['’]s\b|plain english|代表|翻译|解释|是(?:什么|成功|失败)|吗[?？]?$/
const alone = new RegExp(
  `${codeBegins}(?<!月\\s?|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?\\s)${notOfPlace}${notLedByMoney}(?:${shortCode}|e\\d{2,4})${codeEnds}${notCounted}`,
  'g',
)
/** Nothing but a code and a mark: "65?", "51 = ?", "59, bad?", 91是银行系统的毛病吗. */
const onlyCode = new RegExp(
  `^(?:and |那|还有)?["“]?(${shortCode})["”]?(?:\\s?=?\\s?[?？]+\\s*$|[,，]\\s?[^\\d]{1,16}[?？]\\s*$|\\s?(?:这个|那个)?(?:是|呢)[^\\d，。]{0,14}[吗么?？]\\s*$)`,
)

/** "what does it mean, 59", A0是成功吗: where a meaning is asked for, what looks like a code is one. */
export function askedCodes(low: string): [start: number, end: number][] {
  const [only = '', code = ''] = onlyCode.exec(low) ?? []
  if (code && isLikelyCode(code)) return [[only.indexOf(code), only.indexOf(code) + code.length]]
  const fits = (value: string) =>
    asksMeaning.test(low) ? isLikelyCode(value) : asksMore.test(low) && /^[a-z]/.test(value)
  return Array.from(matchesOf(low, alone))
    .filter(({ 0: value }) => fits(value))
    .map(spanOf)
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
