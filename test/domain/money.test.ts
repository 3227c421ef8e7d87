import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyDecimals, formatMoney } from '../../src/domain/money.ts'

describe('currencyDecimals', () => {
  it.each([
    ['CNY', 2],
    ['USD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['KWD', 3],
    ['TND', 3],
    // Node shows these without decimals, records count them in hundredths.
    ['HUF', 2],
    ['IDR', 2],
    ['PKR', 2],
    ['XXX', 2],
  ])('counts %s with %i decimals, as ISO 4217 does', (currency, decimals) => {
    expect(currencyDecimals(currency)).toBe(decimals)
  })
})

describe('formatMoney', () => {
  it.each([
    { minor: 1_000_000, currency: 'CNY', locale: 'zh-CN', written: '¥10,000.00' },
    { minor: 1_000_000, currency: 'CNY', locale: 'en', written: 'CNY 10,000.00' },
    { minor: -1250, currency: 'EUR', locale: 'en', written: '-EUR 12.50' },
    { minor: 1_450_000, currency: 'HUF', locale: 'en', written: 'HUF 14,500.00' },
    { minor: 980, currency: 'JPY', locale: 'zh-CN', written: 'JPY 980' },
    { minor: 1_234_567, currency: 'KWD', locale: 'en', written: 'KWD 1,234.567' },
  ] as const)(
    'writes $minor of $currency in $locale as $written',
    ({ locale, written, ...money }) => {
      expect(formatMoney(money, locale)).toBe(written)
    },
  )

  it('loses no minor unit of any sum', () => {
    const sums = fc.tuple(fc.integer(), fc.constantFrom('CNY', 'JPY', 'KWD', 'HUF'))
    fc.assert(
      fc.property(sums, ([minor, currency]) => {
        const digits = formatMoney({ minor, currency }, 'en').replaceAll(/[^\d-]/g, '')
        expect(Number(digits)).toBe(minor)
      }),
    )
  })
})
