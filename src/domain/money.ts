import type { Locale } from './locale.ts'

/** An amount in whole minor units (fen, cents) of an ISO 4217 currency. Never a fraction. */
export interface Money {
  minor: number
  currency: string
}

/**
 * How many decimals a currency has: 2 for CNY, 0 for JPY, 3 for KWD. As in ISO 4217, list one, which is
 * what records of payments count in; browsers and Node round HUF, IDR and PKR to whole ones.
 */
export function currencyDecimals(currency: string): number {
  return decimalsOf.get(currency) ?? 2
}

const decimalsOf = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency) => [currency, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3] as const),
  ...'CLF UYW'.split(' ').map((currency) => [currency, 4] as const),
])

/** Making a formatter costs more than a hundred uses of it. */
const formats = new Map<number, Intl.NumberFormat>()

function plainFormat(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals)
  if (known) return known
  const made = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  formats.set(decimals, made)
  return made
}

/** Money as a customer reads it: `¥10,000.00` in Chinese, `CNY 10,000.00` in English. */
export function formatMoney(money: Money, locale: Locale): string {
  const decimals = currencyDecimals(money.currency)
  const value = money.minor / 10 ** decimals
  const digits = plainFormat(decimals).format(Math.abs(value))
  const sign = value < 0 ? '-' : ''
  if (money.currency === 'CNY' && locale === 'zh-CN') return `${sign}¥${digits}`
  return `${sign}${money.currency} ${digits}`
}
