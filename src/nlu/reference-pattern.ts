import type { ReferenceType } from '../ports/understanding.ts'
import { currencyAfter } from './currencies.ts'

/** The references that are numbers and codes; places and companies are read elsewhere. */
export type ReferenceKind = Exclude<ReferenceType, 'country' | 'region' | 'provider'>

export interface ReferencePattern {
  type: ReferenceKind
  /** Its group named `value` is the reference; matched against lower-case text. */
  pattern: RegExp
  accepts?: (value: string) => boolean
}

/** Digits of a reference that is read aloud: 六三二六… */
export const spokenDigits = '零〇一二三四五六七八九幺'

/** What may open a quotation or a bracket in front of a value. */
export const opening = '("“\'‘「『【\\['

/** What may stand between a label and its value: 终端号是…, "auth code: …", "batch (000318)". */
export const is = `(?:应该?)?[\\s:=是为#${opening}]{0,4}(?:[–-]\\s)?(?:is\\s|are\\s|no\\.?\\s|number\\s|was\\s|:\\s?|叫)?[${opening}]?`

/** No word or sign for money leads to what stands here. */
export const notLedByMoney =
  '(?<!(?:[刷收付扣转汇退花费卖买打少差共]|金额|余额|额度|合计|押金|到账|\\b(?:paid|pay|charged?|took|received|sent|spent|sold|refund(?:ed)?|amount|deposit|sum|total|balance|limit|of))(?:了我?|掉|走|过|(?:应该?)?[是为]| me| us| was| is)?[\\s:]{0,2}|[¥$£€]\\s?)'

/** 5000元 is money whatever stands in front of it; in "card 4471 £31" the sign is the next number's. */
export function isPriced(low: string, start: number, end: number): boolean {
  const unit = /^\d{1,8}$/.test(low.slice(start, end)) && currencyAfter(low.slice(end, end + 24))
  return unit ? !/^\s*\d/.test(low.slice(end + unit.length)) : false
}

/** Where the value of a match stands. */
export function valueSpan(found: RegExpExecArray): [number, number] {
  return found.indices?.groups?.value ?? [found.index, found.index + found[0].length]
}
