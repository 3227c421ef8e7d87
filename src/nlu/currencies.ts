/* Names of currencies, read against lower-case, simplified text; the longer before the shorter. */
type Names = readonly (readonly [string, string])[]

/** What may stand on either side of a number: 港币500, 500港币. */
const names: Names = [
  ['新台币', 'TWD'],
  ['台币', 'TWD'],
  ['新加坡元', 'SGD'],
  ['新西兰元', 'NZD'],
  ['瑞士法郎', 'CHF'],
  ['瑞郎', 'CHF'],
  ['澳门元', 'MOP'],
  ['澳门币', 'MOP'],
  ['人民币', 'CNY'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['美刀', 'USD'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['港纸', 'HKD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['日币', 'JPY'],
  ['日圆', 'JPY'],
  ['韩元', 'KRW'],
  ['韩币', 'KRW'],
  ['澳元', 'AUD'],
  ['澳币', 'AUD'],
  ['加元', 'CAD'],
  ['加币', 'CAD'],
  ['新币', 'SGD'],
  ['纽元', 'NZD'],
  ['纽币', 'NZD'],
  ['泰铢', 'THB'],
  ['林吉特', 'MYR'],
  ['马币', 'MYR'],
  ['卢比', 'INR'],
  ['卢布', 'RUB'],
  ['迪拉姆', 'AED'],
]

/** Codes of ISO 4217 that are said; those that are also words, such as `all` and `try`, are left out. */
const codes =
  'usd eur gbp jpy hkd twd aud cad sgd nzd krw thb myr inr chf mop aed sek nok dkk pln php rub'.split(
    ' ',
  )

/** Signs and words before a number only. */
const marks: Names = [
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['cn¥', 'CNY'],
  ['jp¥', 'JPY'],
  ['¥', 'CNY'],
  ['us\\$', 'USD'],
  ['hk\\$', 'HKD'],
  ['nt\\$', 'TWD'],
  ['au?\\$', 'AUD'],
  ['ca?\\$', 'CAD'],
  ['sg?\\$', 'SGD'],
  ['nz\\$', 'NZD'],
  ['\\$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['rs\\.?', 'INR'],
  ['rm', 'MYR'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ...codes.map((code) => [code, code.toUpperCase()] as const),
  ...names,
]

/** Signs and words behind a number only. */
const words: Names = [
  ...names,
  ['刀(?!片)', 'USD'],
  ['欧(?![洲盟美])', 'EUR'],
  ['镑', 'GBP'],
  ['円', 'JPY'],
  ['块钱', 'CNY'],
  ['块', 'CNY'],
  ['元人民币', 'CNY'],
  ['元整', 'CNY'],
  ['圆整', 'CNY'],
  ['元', 'CNY'],
  ['圆', 'CNY'],
  ['(?:rmb|cny|yuan|kuai|renminbi)\\b', 'CNY'],
  ['hong kong dollars?\\b', 'HKD'],
  ['(?:australian|aussie) dollars?\\b', 'AUD'],
  ['canadian dollars?\\b', 'CAD'],
  ['singapore dollars?\\b', 'SGD'],
  ['(?:new zealand|kiwi) dollars?\\b', 'NZD'],
  ['(?:us dollars?|dollars?|bucks?)\\b', 'USD'],
  ['(?:pounds?(?: sterling)?|quid)\\b', 'GBP'],
  ['euros?\\b', 'EUR'],
  ['yen\\b', 'JPY'],
  ['won\\b', 'KRW'],
  ['baht\\b', 'THB'],
  ['rupees?\\b', 'INR'],
  ['ringgit\\b', 'MYR'],
  ['swiss francs?\\b', 'CHF'],
  ['dirhams?\\b', 'AED'],
  ...codes.map((code) => [`${code}\\b`, code.toUpperCase()] as const),
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'CNY'],
  ['\\$', 'USD'],
]

const beforeNumber = marks.map(([mark, currency]) => ({
  // A mark of letters must not be the tail of a longer word.
  pattern: new RegExp(`(?<![a-z])${mark}\\s{0,2}:?\\s{0,2}$`),
  currency,
}))

const afterNumber = words.map(([word, currency]) => ({
  pattern: new RegExp(`^\\s{0,2}${word}`),
  currency,
}))

interface CurrencyMark {
  currency: string
  /** Length of the mark with the space between it and the number. */
  length: number
}

/** The currency mark that ends `before`, the text in front of a number. */
export function currencyBefore(before: string): CurrencyMark | undefined {
  const tail = before.slice(-10)
  for (const { pattern, currency } of beforeNumber) {
    const found = pattern.exec(tail)
    if (found) return { currency, length: found[0].length }
  }
  return undefined
}

/** The currency word that begins `after`, the text behind a number. */
export function currencyAfter(after: string): CurrencyMark | undefined {
  const head = after.slice(0, 24)
  for (const { pattern, currency } of afterNumber) {
    const found = pattern.exec(head)
    if (found) return { currency, length: found[0].length }
  }
  return undefined
}
