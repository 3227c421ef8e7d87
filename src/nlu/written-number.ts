import { englishNumber, readEnglishNumber, vagueCount } from './read-english-number.ts'
import { chineseDigits, chineseTens, chineseUnits, readNumber } from './read-number.ts'

/** A number as it stands in a message. */
export interface Written {
  start: number
  end: number
  value: number
  /** The upper end of a range such as 两三千. */
  maxValue?: number | undefined
  /** What the last word or letter multiplies by: 1,000 of `3k`, 10,000 of 2万; else 1. */
  unit: number
  /** Written as words or with 万, w, k: nobody writes a date or a reference so. */
  unmistakable: boolean
  approximate: boolean
}

const anyDigit = `零〇${chineseDigits}`
/** 1,000 and 1'000, and 1,00,000 as India groups. */
const grouped =
  "\\d{1,3}(?:,\\d{3}){1,5}(?!\\d)|\\d{1,3}(?:['’]\\d{3}){1,5}(?!\\d)|\\d{1,2}(?:,\\d{2}){1,4},\\d{3}(?!\\d)"
/** $1 200: a space groups only behind a sign. */
const spaced = '(?<=[$£€]\\s?)\\d{1,3}(?: \\d{3}){1,3}(?![\\d,])'
const arabic = `(?:${grouped}|${spaced}|\\d+)(?:\\.\\d+)?`
/** 三点五万, 八点八元; 下午三点五块 is a time and a sum. */
const partOfDay = '上午|下午|晚上|早上|中午|凌晨|昨晚|今晚|夜里'
const spokenDecimal = `(?<!${partOfDay})(?:[${chineseDigits}]?十[${chineseDigits}]?|[${anyDigit}])点[${anyDigit}]{1,4}(?=\\s?[百千万亿wk元块圆美欧英港日澳加])`
/** 万把块, 上千块: the unit alone, said of a rough sum. */
const unitAlone =
  '[百千万](?=把(?:块|元|来|个|钱))|(?<=(?<![以晚早网马线楼身])上)[百千万](?=[块元])'
/** 两三千, 十七八万. */
const neighbours = '一两|两三|二三|俩仨|三四|三五|四五|五六|六七|七八|八九'
const pairPattern = new RegExp(
  `(?<![${anyDigit}${chineseUnits}\\d])((?:[${chineseDigits}][百千万]){0,3}十?)(${neighbours})([百千万亿十]{1,2})(?![${anyDigit}])`,
  'g',
)
const numberPattern = new RegExp(
  `(?:${unitAlone}|${spokenDecimal}|${arabic}|[零〇十拾${chineseTens}${chineseDigits}])` +
    `(?: ?[${chineseUnits}]|个亿| ?[wk](?![a-z/])` +
    `|(?<=[零〇${chineseDigits}${chineseUnits}${chineseTens}wk])[零〇${chineseDigits}]` +
    '|(?<=[百千万亿佰仟wk零])\\d+)*',
  'g',
)
const englishPattern = new RegExp(englishNumber, 'g')

/** What is counted and no money: 次, 笔, 天. */
export const measureWord = /^(?:[次笔个天张台单部件位周月年条家人层]|星期|礼拜|小时|分钟)/

/** 一万一次 is 10,000 once: a last digit in front of a measure word is not of the number. */
function trimmed(low: string, start: number, end: number): number {
  const last = low.slice(end - 1, end)
  const countsNext = measureWord.test(low.slice(end, end + 2)) && !/\d/.test(last)
  const hasMore = end - start > 1 && chineseDigits.includes(last)
  return countsNext && hasMore ? end - 1 : end
}

const large: Readonly<Record<string, number>> = {
  hundred: 100,
  grand: 1_000,
  thousand: 1_000,
  lakh: 100_000,
  crore: 10_000_000,
  million: 1_000_000,
  mil: 1_000_000,
  mio: 1_000_000,
  m: 1_000_000,
}

interface Scale {
  /** What the word behind multiplies by. */
  by: number
  length: number
  vague: boolean
}

/** 多, 来, 把 and -ish make a number vague; thousand and 多万 make it larger. */
function scaleBehind(written: string, after: string): Scale {
  const more = /^\s?(多|来|几|余|把|好几)(万|千|百|亿)?(?!少)/.exec(after)
  if (more && (more[1] !== '把' || /[十百千万]$/.test(written))) {
    const by = more[2] ? (readNumber(`一${more[2]}`) ?? 1) : 1
    return { by, length: more[0].length, vague: true }
  }
  const ish = /^\s?-?ish\b/.exec(after)
  if (ish) return { by: 1, length: ish[0].length, vague: true }
  const word = /^\s?(hundred|grand|thousand|lakh|crore|million|mil|mio|m)s?\b/.exec(after)
  if (!word) return { by: 1, length: 0, vague: false }
  return { by: large[word[1] ?? ''] ?? 1, length: word[0].length, vague: false }
}

/** What a number's last unit multiplies by, when only one number stands before it. */
function unitOf(written: string): number {
  const [, mantissa, unit] = /^([\d.]+|.)\s?([百千万亿wk])$/.exec(written) ?? []
  return mantissa && unit ? (readNumber(`1${unit}`) ?? 1) : 1
}

function writtenAt(low: string, found: RegExpExecArray): Written | undefined {
  const start = found.index
  const end = trimmed(low, start, start + found[0].length)
  const slice = low.slice(start, end)
  const value = readNumber(slice)
  if (value === undefined) return undefined
  const scale = scaleBehind(slice, low.slice(end, end + 12))
  return {
    start,
    end: end + scale.length,
    value: value * scale.by,
    unit: scale.by === 1 ? unitOf(slice) : scale.by,
    unmistakable: /[百千万亿佰仟wk]/.test(slice) || (scale.length > 0 && !scale.vague),
    approximate: scale.vague || /^[百千万]/.test(slice),
  }
}

function pairAt({ 0: text, 1: head = '', 2: pair = '', 3: units, index }: RegExpExecArray) {
  const [value, maxValue] = [pair.charAt(0), pair.charAt(1)].map((digit) =>
    readNumber(`${head}${digit}${units}`),
  )
  if (value === undefined || maxValue === undefined) return undefined
  const end = index + text.length
  return { start: index, end, value, maxValue, unit: 1, unmistakable: true, approximate: true }
}

function englishAt({ 0: text, index }: RegExpExecArray): Written | undefined {
  const value = readEnglishNumber(text)
  if (value === undefined || /^an?$/.test(text)) return undefined
  const last = /(?:hundred|thousand|grand|million)$/.exec(text)?.[0] ?? ''
  return {
    start: index,
    end: index + text.length,
    value,
    unit: large[last] ?? 1,
    unmistakable: value >= 100,
    approximate: vagueCount.test(text),
  }
}

/** Every number of the text in any writing, leftmost first; they may overlap. */
export function writtenNumbers(low: string): Written[] {
  return [
    ...Array.from(low.matchAll(pairPattern), pairAt),
    ...Array.from(low.matchAll(numberPattern), (found) => writtenAt(low, found)),
    ...Array.from(low.matchAll(englishPattern), englishAt),
  ]
    .filter((written) => written !== undefined)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
}
