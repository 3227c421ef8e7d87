const digitOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  参: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}

const unitOf: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1_000,
  仟: 1_000,
  k: 1_000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
}

/** 廿五 is 25: tens in one character, to which a digit is added. */
const tensOf: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }

/** Digits and units a number may be written with, for building patterns. */
export const chineseDigits = '一二两俩三仨四五六七八九壹贰叁参肆伍陆柒捌玖'
export const chineseUnits = '十百千万亿拾佰仟'
export const chineseTens = '廿卅'

/** The digits of a run such as 六二二五 or 6225, or undefined when it holds anything else. */
export function digitsOf(text: string): string | undefined {
  let digits = ''
  for (const char of text) {
    const digit = /\d/.test(char) ? Number(char) : digitOf[char]
    if (digit === undefined) return undefined
    digits += String(digit)
  }
  return digits === '' ? undefined : digits
}

interface Tally {
  total: number
  /** What stands before the next 万 or 亿. */
  section: number
  pending: number | undefined
  /** A lone last digit after 百 or more means the next lower unit: 一万二 is 12,000. */
  loneDigit: boolean
  lastUnit: number
  afterZero: boolean
}

function addUnit(tally: Tally, unit: number): void {
  const open = tally.section + (tally.pending ?? 0)
  if (unit < 10_000) tally.section += (tally.pending ?? 1) * unit
  else if (unit === 10_000) tally.total += (open || 1) * unit
  else tally.total = (tally.total + open || 1) * unit
  if (unit >= 10_000) tally.section = 0
  Object.assign(tally, { pending: undefined, lastUnit: unit, afterZero: false })
}

function addDigits(tally: Tally, token: string): boolean {
  const zero = token === '零' || token === '〇'
  if (zero) {
    tally.afterZero = true
    return true
  }
  if (tally.pending !== undefined) return false
  tally.pending = digitOf[token] ?? Number(token.replaceAll(/[,'’]/g, ''))
  tally.loneDigit = token.length === 1 && !tally.afterZero
  return true
}

/** Adds one token of a number; false when it is none, or does not fit. */
function takes(tally: Tally, token: string): boolean {
  const unit = unitOf[token]
  if (unit !== undefined) addUnit(tally, unit)
  else if (tensOf[token] !== undefined) tally.section += tensOf[token]
  else return (digitOf[token] !== undefined || /^\d/.test(token)) && addDigits(tally, token)
  return true
}

function closed(tally: Tally): number {
  const rest = tally.pending ?? 0
  const scale = tally.loneDigit && tally.lastUnit >= 100 ? tally.lastUnit / 10 : 1
  return tally.total + tally.section + rest * scale
}

const fractionDigits = new RegExp(`^[\\d零〇${chineseDigits}]+`)

/** 三点五万 is 3.5万. */
function withDecimalPoint(text: string): string {
  const [whole = '', fraction] = text.split('点')
  if (fraction === undefined) return text
  const digits = fractionDigits.exec(fraction)?.[0] ?? ''
  return `${readNumber(whole) ?? ''}.${digitsOf(digits) ?? ''}${fraction.slice(digits.length)}`
}

/**
 * A number in Arabic, Chinese or mixed writing: `12,000.50`, 三千零五十, 一万二, 8千6, 1.5w, 2万5,
 * 三点五万. Undefined when the text is no number. 五十 and 一五零 are read, too.
 */
export function readNumber(text: string): number | undefined {
  const compact = withDecimalPoint(text.replaceAll(/\s|个(?=[亿w])/g, ''))
  const tokens = compact.match(/\d[\d,'’]*(?:\.\d+)?|./gu) ?? []
  const plainDigits = digitsOf(compact)
  if (plainDigits !== undefined) return Number(plainDigits)
  const tally: Tally = {
    total: 0,
    section: 0,
    pending: undefined,
    loneDigit: false,
    lastUnit: 1,
    afterZero: false,
  }
  if (!tokens.every((token) => takes(tally, token))) return undefined
  const value = closed(tally)
  return tokens.length > 0 && Number.isFinite(value) ? value : undefined
}
