import type { Locale } from '../../domain/locale.ts'
import { paymentCompanies } from '../../domain/payment-companies.ts'

/*
 * What must stand in a passage exactly as it stands in a sentence: numbers and what they count, days,
 * addresses, currencies, codes, names. What is written in another way counts as missing: then the passage
 * itself is shown, which is never wrong.
 */

const digits = '\\d+(?:[.,:/-]\\d+)*'
const spelled =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|half|double|twice|dozen|hundred|thousand|million|quarter'
/** A number, and what it counts. */
const counted: Record<Locale, RegExp> = {
  en: new RegExp(
    `(?<![a-z0-9+])(${digits}|(?:${spelled})\\b)(?:[- ]?(%|per ?cent)|[- ]((?:(?:working|business|calendar|trading)[- ])?(?:day|week|month|year|hour|minute|second|yuan|dollar|euro|pound|time)s?)\\b)?`,
    'gu',
  ),
  'zh-CN': new RegExp(
    `(${digits}|[零〇一二两三四五六七八九十百千万亿半几]+) ?(?:(%)|个?(工作日|自然日|交易日|营业日|天|日|周|星期|月|年|小时|分钟|秒|元|块|美元|欧元|英镑|港元|倍|次|笔|位))?`,
    'gu',
  ),
}
/** Words that hold a numeral and count nothing. */
const countless =
  /一般|一下|一样|一起|一定|一些|一旦|一致|一边|一并|一直|统一|唯一|进一步|逐一|任一|同一|另一|其一|万一|十分|千万|第三方|三方/gu

const addresses = /https?:\/\/[^\s，。；]+|\b(?:[\w-]+\.)+[a-z]{2,}\b|[\w.+-]+@[\w.-]+/gu
/** T+1, OTP-free codes, RC05: letters with digits or signs. */
const codes = /[a-z]+[+\d][a-z\d+]*/gu
const latinWords = /[a-z][a-z'-]*/gu

const currencies: Record<string, RegExp> = {
  CNY: /¥|￥|\brmb\b|\bcny\b|\byuan\b|人民币|(?<![美欧港日韩澳加])元|块钱/u,
  USD: /us\$|(?<!hk)\$|\busd\b|dollar|美元|美金/u,
  EUR: /€|\beur\b|\beuros?\b|欧元/u,
  GBP: /£|\bgbp\b|pounds?\b|sterling|英镑/u,
  HKD: /hk\$|\bhkd\b|港币|港元/u,
  JPY: /\bjpy\b|\byen\b|日元|日圆/u,
}

const named: Record<Locale, RegExp> = {
  en: /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:today|tomorrow|yesterday|tonight|midnight|noon|weekend|holidays?)\b/gu,
  'zh-CN':
    /(?:周|星期|礼拜)[一二三四五六日天末]|今天|明天|昨天|当天|当日|次日|隔天|节假日|午夜|中午/gu,
}

/** The facts of a text, each as one string; those of a sentence must all be among its passage's. */
export function hardFactsOf(text: string, locale: Locale): Set<string> {
  const plain = text.normalize('NFKC').toLowerCase()
  const all = (pattern: RegExp) => [...plain.matchAll(pattern)].map(([found]) => found)
  return new Set([
    ...numbersIn(plain, locale),
    ...all(addresses),
    ...all(codes),
    ...all(named[locale]),
    ...(locale === 'zh-CN' ? all(latinWords) : capitalised(text)),
    ...Object.keys(currencies).filter((code) => currencies[code]?.test(plain)),
    ...paymentCompanies.flatMap(({ names }) => names.filter((name) => holds(plain, name))),
  ])
}

function numbersIn(plain: string, locale: Locale): string[] {
  const text = locale === 'zh-CN' ? plain.replaceAll(countless, ' ') : plain
  return [...text.matchAll(counted[locale])].flatMap(([, number = '', percent, unit]) => {
    const counts = percent ? '%' : unit?.replace(/s$/u, '').replace('-', ' ')
    return counts === undefined ? [number] : [number, `${number} ${counts}`]
  })
}

/** Names inside an English sentence; its first word is large anyway. */
function capitalised(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\d,;:)”"’'] ?)\b\p{Lu}[\p{L}\d]*/gu)].map(([found]) =>
    found.toLowerCase(),
  )
}

function holds(plain: string, name: string): boolean {
  if (!/^[a-z0-9 ]+$/u.test(name)) return plain.includes(name)
  return new RegExp(`\\b${name}\\b`, 'u').test(plain)
}
