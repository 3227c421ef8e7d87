import { currencyAfter, currencyBefore, dollars } from './currencies.ts'
import { chineseDigits, readNumber } from './read-number.ts'
import type { Written } from './written.ts'
import { belowHundred, measureWord } from './written-number.ts'

/** A number with the currency beside it, which its span includes. */
export interface Priced extends Written {
  currency?: string | undefined
}

/** A smaller unit behind the larger one. */
interface Cents {
  add: number
  length: number
}

const none: Cents = { add: 0, length: 0 }

/** 一直, 一起, 半天: what stands behind 元 begins another word, or a longer number. */
const wordOfOne = /^(?:[直起样般共些下旦定概再边向会点]|[\d.,:/])/
const halfAYuan = /^半(?![天年个月路日夜])/
/** 千把块一分不少. */
const notACent = /^一[分毛]钱?[不没未都也]/
const firstDigits = new RegExp(`^(零)?(\\d{1,2}|[${chineseDigits}])(?: ?(毛|角|分))?`)
/** 76 块 5, 2 块 1 毛. */
const gapBeforeCents = /^ (?=\d{1,2}(?: ?[毛角分]|\s*(?:$|[，,。！？!?])))/
const lastDigit = new RegExp(`^零?(\\d|[${chineseDigits}])(分)?`)

const digitsIn = (text: string) => text.replace(/[^\d]/, (char) => String(readNumber(char) ?? 0))

const beginsOther = (text: string) =>
  measureWord.test(text) || /^[日号十百千万块元]/.test(text) || wordOfOne.test(text)

/** 12块5 is 12.50 and 12元5角3分 is 12.53: what follows 块 or 元, as hundredths. */
function hundredths(behind: string): Cents {
  const gap = gapBeforeCents.exec(behind)?.[0].length ?? 0
  const cents = centsAt(behind.slice(gap))
  return cents.length > 0 ? { ...cents, length: cents.length + gap } : none
}

function centsAt(after: string): Cents {
  if (halfAYuan.test(after)) return { add: 0.5, length: 1 }
  if (notACent.test(after)) return none
  const [whole = '', zero, first = '', unit] = firstDigits.exec(after) ?? []
  const rest = after.slice(whole.length)
  if (whole === '' || (!unit && beginsOther(rest))) return none
  const digits = digitsIn(first)
  const areCents = unit === '分' || (!unit && (zero !== undefined || digits.length === 2))
  if (areCents) return { add: Number(digits) / 100, length: whole.length }
  const more = unit ? centsBehindTenths(rest) : none
  return { add: Number(digits) / 10 + more.add, length: whole.length + more.length }
}

/** 八毛五, 5角3分. */
function centsBehindTenths(after: string): Cents {
  const [whole = '', digit = '', unit] = lastDigit.exec(after) ?? []
  if (whole === '' || (!unit && beginsOther(after.slice(whole.length)))) return none
  return { add: Number(digitsIn(digit)) / 100, length: whole.length }
}

/** What may stand behind pence: an end, or a word that goes on. "12 days" and "12 Nov" are no pence. */
const afterPence =
  /^\s*(?:$|[,;!?)]|\.(?!\d)|(?:again|on|at|from|for|to|in|with|by|card|today|yesterday|last|and|but|is|was|has|not|never|that|which|an?|each|per|surcharge|fee|charged?|tip|usd|aud|cad|nzd|deposit|refund|cash|back|missing|short|extra|total|plus|or so)\b)/
const penceWord = /^ ?(?:p|pence|cents?)\b/

/** "Eighteen pound fifty" is 18.50: two digits or a word of tens behind the unit are hundredths. */
function spokenPence(after: string): Cents {
  const pence = penceSaid(after)
  const unit = penceWord.exec(after.slice(pence.length))?.[0].length ?? 0
  const isPence = unit > 0 || (pence.add >= 0.1 && afterPence.test(after.slice(pence.length)))
  return isPence && pence.add > 0 ? { ...pence, length: pence.length + unit } : none
}

function penceSaid(after: string): Cents {
  const said = belowHundred(after)
  return said ? { add: said.value / 100, length: said.length } : none
}

/** "£24 50" and nothing more. */
const centsEnd = /^ [1-9]\d\s*(?:$|[,;!?]|\.(?!\d))/

/** Pence behind £12: only where the word is said, or nothing follows. */
function namedPence(after: string): Cents {
  const pence = penceSaid(after)
  return penceWord.test(after.slice(pence.length)) || centsEnd.test(after)
    ? spokenPence(after)
    : none
}

const yen = /^\s?(?:日元|日币|円|yen\b|jpy\b)/

/** 一块打过来: all at once, and no yuan. */
const together = /^一块(?:[打发结来去刷付算]|到[账卡]|过来)/

/** 15:32 £68: a sign with a space in front belongs to the number behind it. */
const signOfNext = /^\s+[£$€¥]\s?\d/

/** A number with the currency in front of it or behind it, and with its smaller unit. */
export function priced(low: string, written: Written): Priced {
  const { start, end: over } = written
  const before = currencyBefore(low.slice(Math.max(0, start - 14), start), low.slice(start, over))
  const behind = low.slice(over, over + 24)
  const isNot = together.test(low.slice(start, over + 4)) || signOfNext.test(behind)
  const after = isNot ? undefined : currencyAfter(behind)
  if (before) return pricedBefore(low, written, { before, after })
  if (!after) return saidInIndia(low, written) ?? withSmallUnit(low, written)
  const end = written.end + after.length
  const cents = centsBehind(low, written.end, end)
  const value = written.value + cents.add
  return { ...written, value, currency: after.currency, end: end + cents.length }
}

/** Lakhs and crores are of rupees where no other money is named. */
function saidInIndia(low: string, written: Written): Priced | undefined {
  const isIndian = /\d ?(?:lakh|crore)|\b(?:lakh|crore)s?\b/.test(
    low.slice(written.start, written.end),
  )
  return isIndian ? { ...written, currency: 'INR' } : undefined
}

interface Marks {
  before: { currency: string; length: number }
  after: { currency: string; length: number } | undefined
}

/** ¥300円 and "$50 AUD": the word behind tells which yuan or dollar the sign is. */
function corrects(after: string, of: Marks): boolean {
  if (yen.test(after)) return true
  return of.before.currency === 'USD' && dollars.includes(of.after?.currency ?? '')
}

/** 人民币五百元五角: the unit behind may repeat the mark in front, or correct it. */
function pricedBefore(low: string, written: Written, { before, after }: Marks): Priced {
  const start = written.start - before.length
  const repeats =
    after &&
    (after.currency === before.currency ||
      corrects(low.slice(written.end, written.end + 8), { before, after }))
  const end = written.end + (repeats ? after.length : 0)
  const cents = repeats ? centsBehind(low, written.end, end) : namedPence(low.slice(end, end + 40))
  return {
    ...written,
    start,
    value: written.value + cents.add,
    currency: repeats ? after.currency : before.currency,
    end: end + cents.length,
  }
}

function centsBehind(low: string, start: number, end: number): Cents {
  const inTheMiddle =
    /^[£€]$/.test(low.slice(start, end)) && /^\d\d(?![\d.,])/.exec(low.slice(end, end + 3))
  if (inTheMiddle) return { add: Number(inTheMiddle[0]) / 100, length: 2 }
  const isYuan = /[块元圆]$/.test(low.slice(start, end))
  return isYuan ? hundredths(low.slice(end, end + 6)) : spokenPence(low.slice(end, end + 40))
}

/** 一毛钱都没到: none at all. */
const noTenth = /^一[毛角]钱?[也都]?没/

/** 五毛, 五分钱, 50p and 99 cents stand without a larger unit. */
function withSmallUnit(low: string, written: Written): Priced {
  const after = low.slice(written.end, written.end + 8)
  if (noTenth.test(low.slice(written.start, written.end + 4))) return written
  const [whole, tenths, , pence, cents] =
    /^(?:(毛|角)|(分钱)(?![也都没不])|( ?pence\b| penny\b|(?:p| p(?! ?\.?m))(?![a-z]))|( ?cents?\b|c(?![a-z\d])))/.exec(
      after,
    ) ?? []
  if (!whole) return written
  const end = written.end + whole.length
  if (pence ?? cents)
    return { ...written, value: written.value / 100, currency: pence ? 'GBP' : 'USD', end }
  const more = tenths ? centsBehindTenths(after.slice(whole.length)) : none
  const value = written.value / (tenths ? 10 : 100) + more.add
  const money = /^钱/.exec(low.slice(end + more.length))?.[0].length ?? 0
  return { ...written, value, currency: 'CNY', end: end + more.length + money }
}
