import type { Locale } from './locale.ts'

/** An amount in whole minor units (fen, cents) of an ISO 4217 currency. Never a fraction. */
export interface Money {
  minor: number
  currency: string
}

/** How many decimals a currency has: 2 for CNY, 0 for JPY. An unknown currency counts as 2. */
export function currencyDecimals(currency: string): number {
  const known = decimalsOf.get(currency) ?? readDecimals(currency)
  decimalsOf.set(currency, known)
  return known
}

/** Making a formatter costs more than a hundred uses of it. */
const decimalsOf = new Map<string, number>()
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

function readDecimals(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
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
