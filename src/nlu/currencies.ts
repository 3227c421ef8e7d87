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
  ['葡币', 'MOP'],
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
  ['澳刀', 'AUD'],
  ['加刀', 'CAD'],
  ['纽刀', 'NZD'],
  ['泰铢', 'THB'],
  ['林吉特', 'MYR'],
  ['马币', 'MYR'],
  ['卢比', 'INR'],
  ['卢布', 'RUB'],
  ['迪拉姆', 'AED'],
  ['越南盾', 'VND'],
  ['印尼盾', 'IDR'],
  ['菲律宾比索', 'PHP'],
  ['瑞典克朗', 'SEK'],
  ['丹麦克朗', 'DKK'],
  ['挪威克朗', 'NOK'],
  ['沙特里亚尔', 'SAR'],
  ['雷亚尔', 'BRL'],
  ['兰特', 'ZAR'],
  ['奈拉', 'NGN'],
  ['兹罗提', 'PLN'],
]

/** The same for signs and English words. */
const eitherSide: Names = [
  ['₽', 'RUB'],
  ['naira', 'NGN'],
  ['taka', 'BDT'],
  ['ringgit', 'MYR'],
  ['baht', 'THB'],
  ['dhs', 'AED'],
]

/** Codes of ISO 4217 that are said; those that are also words, such as `all` and `try`, are left out. */
const codes =
  'usd eur gbp jpy hkd twd aud cad sgd nzd krw thb myr inr chf mop aed sek nok dkk pln php rub zar ngn brl mxn vnd idr sar qar huf czk egp kes ghs ugx tzs pkr lkr bdt npr ils bgn uah kzt isk kwd bhd omr jod tnd dzd mur etb rwf zmw xof xaf rsd azn uzs ron'.split(
    ' ',
  )

/** Signs and words before a number only. */
const marks: Names = [
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['cn¥', 'CNY'],
  ['jp¥', 'JPY'],
  ['¥', 'CNY'],
  ['us$', 'USD'],
  ['hk$', 'HKD'],
  ['nt$', 'TWD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['s$', 'SGD'],
  ['sg$', 'SGD'],
  ['nz$', 'NZD'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['rs', 'INR'],
  ['rs.', 'INR'],
  ['rm', 'MYR'],
  ['zł', 'PLN'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['₵', 'GHS'],
  ['৳', 'BDT'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['₫', 'VND'],
  ['mx$', 'MXN'],
  ['s/', 'PEN'],
  ['ksh', 'KES'],
  ['ksh.', 'KES'],
  ['rp', 'IDR'],
  ['rp.', 'IDR'],
  ['fr.', 'CHF'],
  ['kuai', 'CNY'],
  ['r$', 'BRL'],
  ['us dollars', 'USD'],
  ['dollars', 'USD'],
  ['pounds', 'GBP'],
  ['euros', 'EUR'],
  ['euro', 'EUR'],
  ['rupees', 'INR'],
  ...codes.map((code) => [code, code.toUpperCase()] as const),
  ...codes.map((code) => [`${code}$`, code.toUpperCase()] as const),
  ...names,
  ...eitherSide,
]

/** Currencies whose sign may be a bare $. */
export const dollars = ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD']

/** Words of several forms. */
const forms = (currency: string, ...all: string[]): Names =>
  all.flatMap((word) => [[word, currency] as const, [`${word}s`, currency] as const])

/** 300块港币, "50 dollars CAD": the unit says how much, the name of what. */
const inFull: Names = [
  ...names.flatMap(([name, currency]) => [
    [`块${name}`, currency] as const,
    [`元${name}`, currency] as const,
  ]),
  ...dollars.map((currency) => [`dollars ${currency.toLowerCase()}`, currency] as const),
]

/** Signs and words behind a number only. */
const words: Names = [
  ...names,
  ...eitherSide,
  ...inFull,
  ['刀', 'USD'],
  ['蚊', 'HKD'],
  ['欧', 'EUR'],
  ['镑', 'GBP'],
  ['円', 'JPY'],
  ['块钱', 'CNY'],
  ['块', 'CNY'],
  ['元整', 'CNY'],
  ['圆整', 'CNY'],
  ['元', 'CNY'],
  ['圆', 'CNY'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['yuan', 'CNY'],
  ['kuai', 'CNY'],
  ['renminbi', 'CNY'],
  ...forms('HKD', 'hong kong dollar', 'hk dollar'),
  ...forms('AUD', 'australian dollar', 'aussie dollar'),
  ...forms('CAD', 'canadian dollar'),
  ...forms('SGD', 'singapore dollar'),
  ...forms('NZD', 'new zealand dollar', 'kiwi dollar', 'nz dollar'),
  ...forms('USD', 'us dollar', 'dollar', 'doller', 'dolar', 'dollor', 'buck'),
  ...forms('GBP', 'pound', 'pund', 'poud', 'poun', 'pount'),
  ['pounds sterling', 'GBP'],
  ['quid', 'GBP'],
  ...forms('EUR', 'euro', 'eruo', 'uero'),
  ['yen', 'JPY'],
  ['won', 'KRW'],
  ...forms('INR', 'rupee', 'rupie', 'ruppee'),
  ...forms('CHF', 'swiss franc'),
  ['francs', 'CHF'],
  ['rand', 'ZAR'],
  ...forms('AED', 'dirham'),
  ['zloty', 'PLN'],
  ['zł', 'PLN'],
  ['kč', 'CZK'],
  ...forms('ILS', 'shekel'),
  ...forms('RUB', 'rouble', 'ruble'),
  ['rupiah', 'IDR'],
  ...forms('GHS', 'cedi'),
  ['lei', 'RON'],
  ...forms('TRY', 'lira'),
  ['tl', 'TRY'],
  ['hryvnia', 'UAH'],
  ['tenge', 'KZT'],
  ...forms('HUF', 'forint'),
  ['nicker', 'GBP'],
  ['squid', 'GBP'],
  ['bux', 'USD'],
  ['rs', 'INR'],
  ...forms('SAR', 'riyal'),
  ['reais', 'BRL'],
  ...codes.map((code) => [code, code.toUpperCase()] as const),
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'CNY'],
  ['$', 'USD'],
]

/** Characters that begin other words: 刀片, 欧洲, 一块儿. */
const notBefore: Readonly<Record<string, string>> = {
  刀: '(?!片)',
  欧: '(?![洲盟美])',
  块: '(?!儿)',
}

/** A word of letters ends where the letters end: won't is none. */
const ending = (word: string) => notBefore[word] ?? (/[a-z]$/.test(word) ? "\\b(?!['’]t)" : '')

const longestFirst = (list: Names) =>
  list.map(([word]) => word).toSorted((a, b) => b.length - a.length)
const literally = (word: string) => word.replaceAll(/[.$]/g, '\\$&')

const alternatives = longestFirst(marks).map(literally).join('|')
const currencyOfMark = new Map(marks)
const currencyOfWord = new Map(words)

/** A mark that begins with a letter must not be the tail of a longer word; behind a sign may stand a minus. */
const beforeNumber = new RegExp(
  `((?<![a-z])(?=[a-z])(?:${alternatives})|(?![a-z])(?:${alternatives}))\\s{0,2}:?\\s{0,2}-?$`,
)
/** The dash of 100.- CHF and 50,- € stands for no cents. */
const afterNumber = new RegExp(
  `^(?:[.,][-–]{1,2})?\\s{0,2}(${longestFirst(words)
    .map((word) => literally(word) + ending(word))
    .join('|')})`,
)

interface CurrencyMark {
  currency: string
  /** Length of the mark with the space between it and the number. */
  length: number
}

function markOf(found: RegExpExecArray | null, currencyOf: ReadonlyMap<string, string>) {
  const currency = currencyOf.get(found?.[1] ?? '')
  return found && currency ? { currency, length: found[0].length } : undefined
}

/** R500 and R8 500 are rand, N7,500, N4500 and #7,500 are naira; R14 and N7 are codes, #7 is a number. */
const letters = [
  { mark: /(?<![\w-])r$/, written: /^(?:\d{3,}|\d{1,3}[ ,]\d{3}|\d+\.\d\d$)/, currency: 'ZAR' },
  { mark: /(?<![\w-])[n#]$/, written: /^(?:\d{1,3}(?:,\d{3})+|\d{2,5}00$)/, currency: 'NGN' },
]

/** The currency mark that ends `before`, the text in front of the number `written`. */
export function currencyBefore(before: string, written = ''): CurrencyMark | undefined {
  const letter = letters.find((each) => each.mark.test(before) && each.written.test(written))
  if (letter) return { currency: letter.currency, length: 1 }
  return markOf(beforeNumber.exec(before.slice(-14)), currencyOfMark)
}

/** The currency word that begins `after`, the text behind a number. */
export function currencyAfter(after: string): CurrencyMark | undefined {
  return markOf(afterNumber.exec(after.slice(0, 24)), currencyOfWord)
}
