/** Currency marks before a number, longest first. Read against lower-case text. */
const marks: readonly (readonly [string, string])[] = [
  ['人民币', 'CNY'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['cn¥', 'CNY'],
  ['jp¥', 'JPY'],
  ['¥', 'CNY'],
  ['us\\$', 'USD'],
  ['hk\\$', 'HKD'],
  ['nt\\$', 'TWD'],
  ['au\\$', 'AUD'],
  ['a\\$', 'AUD'],
  ['ca\\$', 'CAD'],
  ['c\\$', 'CAD'],
  ['s\\$', 'SGD'],
  ['nz\\$', 'NZD'],
  ['\\$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['gbp', 'GBP'],
  ['jpy', 'JPY'],
  ['hkd', 'HKD'],
  ['twd', 'TWD'],
  ['aud', 'AUD'],
  ['cad', 'CAD'],
  ['sgd', 'SGD'],
  ['nzd', 'NZD'],
  ['krw', 'KRW'],
  ['thb', 'THB'],
  ['myr', 'MYR'],
  ['inr', 'INR'],
  ['chf', 'CHF'],
  ['mop', 'MOP'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['港币', 'HKD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
]

/** Currency words after a number, longest first where one begins another. */
const words: readonly (readonly [string, string])[] = [
  ['新台币', 'TWD'],
  ['台币', 'TWD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['美刀', 'USD'],
  ['刀(?!片)', 'USD'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['港纸', 'HKD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['镑', 'GBP'],
  ['日元', 'JPY'],
  ['日币', 'JPY'],
  ['円', 'JPY'],
  ['韩元', 'KRW'],
  ['韩币', 'KRW'],
  ['澳元', 'AUD'],
  ['澳币', 'AUD'],
  ['加币', 'CAD'],
  ['新币', 'SGD'],
  ['加元', 'CAD'],
  ['加币', 'CAD'],
  ['新币', 'SGD'],
  ['新加坡元', 'SGD'],
  ['泰铢', 'THB'],
  ['块钱', 'CNY'],
  ['块', 'CNY'],
  ['元人民币', 'CNY'],
  ['元整', 'CNY'],
  ['圆整', 'CNY'],
  ['元', 'CNY'],
  ['圆', 'CNY'],
  ['人民币', 'CNY'],
  ['(?:rmb|cny|yuan|kuai|renminbi)\\b', 'CNY'],
  ['(?:hong kong dollars?|hkd)\\b', 'HKD'],
  ['(?:australian dollars?|aud)\\b', 'AUD'],
  ['(?:canadian dollars?|cad)\\b', 'CAD'],
  ['(?:singapore dollars?|sgd)\\b', 'SGD'],
  ['(?:us dollars?|dollars?|bucks?|usd)\\b', 'USD'],
  ['(?:pounds?(?: sterling)?|quid|gbp)\\b', 'GBP'],
  ['(?:euros?|eur)\\b', 'EUR'],
  ['(?:yen|jpy)\\b', 'JPY'],
  ['(?:won|krw)\\b', 'KRW'],
  ['(?:baht|thb)\\b', 'THB'],
  ['(?:rupees?|inr)\\b', 'INR'],
  ['(?:ringgit|myr)\\b', 'MYR'],
  ['nzd\\b', 'NZD'],
  ['twd\\b', 'TWD'],
  ['chf\\b', 'CHF'],
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
