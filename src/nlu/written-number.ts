import { digitNames, tensNames } from './digit-words.ts'
import {
  englishNumber,
  readEnglishNumber,
  scaleOf,
  scaleWord,
  vagueCount,
} from './read-english-number.ts'
import { chineseDigits, chineseTens, chineseUnits, readNumber } from './read-number.ts'
import { slangSums } from './slang-sums.en.ts'
import type { Written } from './written.ts'

const anyDigit = `零〇${chineseDigits}`
/** 1,000 and 1'000, 1,00,000 as India groups and 3,0000 as 万 does. */
const grouped =
  "\\d{1,3}(?:,\\d{3}){1,5}(?!\\d)|[1-9]\\d?,\\d{3}0(?![\\d年])|\\d{1,3}(?:['’]\\d{3}){1,5}(?!\\d)|\\d{1,2}(?:,\\d{2}){1,4},\\d{3}(?!\\d)"
/** $1 200, R8 500: a space groups only behind a sign. */
const spaced =
  '(?<=[$£€₹₦]\\s?|\\b(?:czk|pln|sek|nok|dkk|huf|eur|chf|zar)\\s?|(?<![\\w-])r)\\d{1,3}(?: \\d{3}){1,3}(?![\\d,])|(?<![\\w.,-])\\d{1,3}(?: \\d{3}){1,3}(?=\\s?(?:元|块|€|eur|zł|kč|(?:czk|pln|sek|nok|dkk|huf|chf|zar)\\b))|(?<![\\w.,-])\\d{1,3}(?: 000){1,2}(?![\\d,])'
/** £.50 */
const penceAlone = '(?<=[$£€]\\s?)\\.\\d\\d(?!\\d)'
/** 1,2万, 2,5k: before a unit the comma is a point. */
const pointed = '(?<![\\d.,])\\d{1,3},\\d{1,2}(?=万| ?k\\b)'
const arabic = `(?:${pointed}|${grouped}|${spaced}|\\d+)(?:\\.\\d+)?|${penceAlone}`
/** 三点五万, 八点八元; 下午三点五块 is a time and a sum. */
const partOfDay = '上午|下午|晚上|早上|中午|凌晨|昨晚|今晚|夜里'
const spokenDecimal = `(?<!${partOfDay})(?:[${chineseDigits}]?十[${chineseDigits}]?|[${anyDigit}])点[${anyDigit}]{1,4}(?=\\s?[百千万亿wk元块圆美欧英港日澳加])`
/** 三百二十五点五: no hour is so large. */
const largeDecimal = `(?:[${chineseDigits}][千百]零?){1,2}(?:[${chineseDigits}]?十)?[${chineseDigits}]?点[${anyDigit}]{1,2}(?![${anyDigit}分])`
/** 万把块, 上千块: the unit alone, said of a rough sum. */
const unitAlone =
  '[百千万](?=把(?:块|元|来|个|钱))|(?<=(?<![以晚早网马线楼身])上)[百千万](?=[块元])' +
  // 收咗万二 and 扣咗千二 are sums in the south; 万一 is "what if", and 万六 and 千六 elsewhere rates.
  `|(?<=[刷收付扣转退卖赚亏入花][了咗过到走])(?:万|(?<=咗)千)(?=[二两三四五六七八九](?![${anyDigit}${chineseUnits}\\d]|的?(?:手续|费)))`
/** 两三千, 十七八万, 七八块, 一百五六. */
const neighbours = '一二|一两|两三|二三|俩仨|三四|三五|四五|五六|六七|七八|八九'
const pairPattern = new RegExp(
  `(?<![${anyDigit}${chineseUnits}\\d])((?:[${chineseDigits}][百千万]){0,3}十?)(${neighbours})(?:([百千万亿十]{1,2})(?![${anyDigit}])|(?=[块元])|(?<=[百千万]..)(?![${anyDigit}${chineseUnits}]))`,
  'g',
)
/** 两百三百 are two numbers: in one, no unit comes twice in a row. */
const goesDown = '(?!百(?<=百.百)|千(?<=千.千)|万(?<=万.万))'
const numberPattern = new RegExp(
  `(?<!几|[千万百]儿|(?:^|[^一二两三四五六七八九\\d])百八?)(?:${unitAlone}|${largeDecimal}|${spokenDecimal}|${arabic}|[零〇十拾${chineseTens}${chineseDigits}])` +
    `(?: ?[${chineseUnits}]|个[亿w]| ?[wk](?![a-z\u00c0-\u024f/])` +
    `|(?<=[零〇${chineseDigits}${chineseUnits}${chineseTens}wk])[零〇${chineseDigits}]${goesDown}` +
    '|(?<=[百千万亿佰仟wk零])\\d+)*',
  'g',
)
const englishPattern = new RegExp(englishNumber, 'g')

/** What is counted and no money: 次, 笔, 天. */
export const measureWord = /^(?:[次笔个天张台单部件位周月年条家人层]|星期|礼拜|小时|分钟)/

const twoDigits = new RegExp(`[百千万][${chineseDigits}]{2}$`)

/** 一万一次 is 10,000 once and 三千六一分不少 3,600: a last digit that counts what follows is not of the number. */
function trimmed(low: string, start: number, end: number): number {
  const last = low.slice(end - 1, end)
  const countsNext = measureWord.test(low.slice(end, end + 2)) && !/\d/.test(last)
  const hasMore = end - start > 1 && chineseDigits.includes(last)
  return (countsNext && hasMore) || twoDigits.test(low.slice(start, end)) ? end - 1 : end
}

interface Scale {
  /** What the word behind multiplies by. */
  by: number
  length: number
  vague: boolean
  /** What is added to the product: 20 of "4 hundred and 20", and up to how much more of 十几万. */
  add?: number | undefined
  upTo?: number | undefined
}

const plain: Scale = { by: 1, length: 0, vague: false }

/** Behind a figure the letters do as well: 2m, 1.5 mio. */
const scaleBehindFigure = new RegExp(`^( and a half)?\\s?(?:(m|mio)|(${scaleWord}))\\b`)
const vagueBehind = /^\s?(多(?:一?点)?|来|几|余|把|好几)(万|千|百|亿)?(?!少)/
const ish = /^(?:[\s-]?-?(?:ish|odd)| and (?:something|a bit|change))\b/

/** 多, 多点, 来, 把, -ish and -odd make a number vague; thousand, 多万 and the south's 嚿水 make it larger. */
function scaleBehind(written: string, after: string): Scale {
  const [more = '', word = '', unit] = vagueBehind.exec(after) ?? []
  if (/^[嚿旧]水/.test(after)) return { ...plain, by: 100, length: 2 }
  if (more && (word !== '把' || /[十百千万]$/.test(written))) {
    const by = unit ? (readNumber(`一${unit}`) ?? 1) : 1
    const upTo = word === '几' && /十$/.test(written) ? { upTo: 10 * by } : {}
    return { by, length: more.length, vague: true, ...upTo }
  }
  const vague = ish.exec(after)
  return vague ? { ...plain, length: vague[0].length, vague: true } : wordBehind(after)
}

/** 2 grand, "4 hundred and 20". */
function wordBehind(after: string): Scale {
  const [found = '', half, letter, word = ''] = scaleBehindFigure.exec(after) ?? []
  if (!found) return plain
  const by = letter ? 1_000_000 : (scaleOf(word) ?? 1)
  const rest = after.slice(found.length)
  if (half) return { by, vague: false, length: found.length, add: by / 2 }
  const more =
    by === 100 && rest.startsWith(' and ') ? belowHundred(rest) : thousandsBehind(by, rest)
  return { by, vague: false, length: found.length + (more?.length ?? 0), add: more?.value ?? 0 }
}

const thousands = /^ (?:and )?(\d{1,2}) ?(?:k|thousand)\b/

/** "7 lakh 20 thousand", "1 million 200 thousand". */
function thousandsBehind(by: number, rest: string): { value: number; length: number } | undefined {
  const [{ length } = '', digits] = by < 100_000 ? [] : (thousands.exec(rest) ?? [])
  return digits === undefined ? undefined : { value: Number(digits) * 1_000, length }
}

const furtherNumber = /^ (?:and )?(?:(\d\d|\d(?= ?(?:p|pence|cents?)\b))(?!\d|[.,:/-]\d)|(?=[a-z]))/
const firstWords = new RegExp(`^(?:${englishNumber})`)

/** " 50", " and fifty", " and 5p": a number below a hundred that goes on from what stands before. */
export function belowHundred(after: string): { value: number; length: number } | undefined {
  const [{ length } = '', digits] = furtherNumber.exec(after) ?? []
  if (digits) return { value: Number(digits), length }
  const words = length > 0 ? (firstWords.exec(after.slice(length))?.[0] ?? '') : ''
  const value = readEnglishNumber(words)
  return value === undefined || value > 99 ? undefined : { value, length: length + words.length }
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
  const value = readNumber(
    slice.replace(/^\./, '0.').replace(/^(\d+),(?=\d{1,2}(?:万| ?k))/, '$1.'),
  )
  if (value === undefined) return undefined
  const scale = scaleBehind(slice, low.slice(end, end + 40))
  const total = value * scale.by + (scale.add ?? 0)
  return {
    start,
    end: end + scale.length,
    value: total,
    ...(scale.upTo && { maxValue: total + scale.upTo }),
    unit: scale.by === 1 ? unitOf(slice) : scale.by,
    unmistakable: /[百千万亿佰仟wk]/.test(slice) || scale.by > 1,
    approximate: scale.vague || /^[百千万]$/.test(slice),
  }
}

function pairAt({ 0: text, 1: head = '', 2: pair = '', 3: units = '', index }: RegExpExecArray) {
  const [value, maxValue] = [pair.charAt(0), pair.charAt(1)].map((digit) =>
    readNumber(`${head}${digit}${units}`),
  )
  if (value === undefined || maxValue === undefined) return undefined
  const end = index + text.length
  return { start: index, end, value, maxValue, unit: 1, unmistakable: true, approximate: true }
}

/** At thirteen twenty-five a train leaves. */
const atATime = /\b(?:at|by|around|from|until|till|since|before|after)\s$/

/** In nineteen ninety-nine nobody paid by phone. */
const inAYear = /\b(?:in|since|year|of|from|till|until)\s$/

function valueInWords(text: string, before: string): number | undefined {
  const value = readEnglishNumber(text)
  if (value === undefined || text.includes(' point ')) return value
  if (value >= 19 && value < 20 && inAYear.test(before)) return undefined
  const mayBeTime = value < 25 && !Number.isInteger(value) && value % 1 < 0.6
  return mayBeTime && atATime.test(before) ? undefined : value
}

function englishAt({ 0: text, index, input }: RegExpExecArray): Written | undefined {
  const end = index + text.length
  const value = valueInWords(text, input.slice(0, index))
  if (value === undefined) return undefined
  const unit = scaleOf(/[a-z]+$/.exec(text)?.[0] ?? '') ?? 1
  const vague = ish.exec(input.slice(end, end + 16))?.[0].length ?? 0
  const isPrice = unit === 1 && !Number.isInteger(value) && !text.includes(' point ')
  return {
    start: index,
    end: end + vague,
    value,
    unit,
    unmistakable: unit > 1 || value >= 100 || isPrice,
    approximate: vague > 0 || vagueCount.test(text),
  }
}

/** Every number of the text in any writing, leftmost first; they may overlap. */
export function writtenNumbers(low: string): Written[] {
  const found = [
    ...slangSums(low),
    ...Array.from(low.matchAll(pairPattern), pairAt),
    ...Array.from(low.matchAll(numberPattern), (found) => writtenAt(low, found)),
    ...Array.from(low.matchAll(englishPattern), englishAt),
  ].filter((written) => written !== undefined)
  return [...found, ...digitsAndTens(low, found)].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

const [oneToNine, tens] = [digitNames, tensNames].map((names) => `(?:${names.join('|')})`)
const digitAndTens = new RegExp(
  `(?<![a-z]-)\\b${oneToNine}[ -]${tens}(?:[ -]${oneToNine})?\\b(?![ -][a-z]*(?:hundred|thousand|grand|k)\\b)`,
  'g',
)

/** Two fifty quid are 250: 2.50 would be two pounds fifty. */
const pounds = /^ (?:quid|pounds|bucks|dollars|euros?)\b/

/**
 * "Sold three hundred, two eighty came", "five ninety-nine instead of fifteen ninety-nine": by itself
 * 280 or 2.80; beside one other kind of sum it is of that kind.
 */
function digitsAndTens(low: string, beside: readonly Written[]): Written[] {
  const hundreds = beside.some(({ value }) => value >= 100 && value < 1000)
  const prices = beside.some(({ value }) => value > 1 && value < 100 && !Number.isInteger(value))
  const kind = hundreds === prices ? undefined : { hundreds }
  return Array.from(low.matchAll(digitAndTens), ({ 0: text, index: start }) => {
    const [digit = '', ...tens] = text.split(/[ -]/)
    const [whole = 0, rest = 0] = [digit, tens.join(' ')].map(readEnglishNumber)
    const end = start + text.length
    const said = pounds.test(low.slice(end, end + 10)) ? { hundreds: true } : kind
    if (!said || atATime.test(low.slice(0, start))) return undefined
    const value = said.hundreds ? whole * 100 + rest : whole + rest / 100
    return { start, end, value, unit: 1, unmistakable: true, approximate: false }
  }).filter((written) => written !== undefined)
}
