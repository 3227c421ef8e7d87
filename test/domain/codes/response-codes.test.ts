import { describe, expect, it } from 'vitest'
import {
  explainCode,
  neverSwipeAgain,
  normaliseCode,
  responseCodes,
} from '../../../src/domain/codes/response-codes.ts'
import { locales } from '../../../src/domain/locale.ts'
import { asksForSecret } from '../../../src/domain/never-ask.ts'

const posCodes =
  '00 01 02 03 04 05 06 07 09 10 11 12 13 14 15 21 22 25 30 33 34 38 40 41 43 45 51 54 55 57 58 59 61 62 63 64 65 68 75 77 90 91 92 94 95 96 97 98 99 A0 A2 A4 A5 A6'.split(
    ' ',
  )
const gatewayCodes = '00 01 02 03 04 05 10 11 12 13 34 35 36 37 38 60 61 63 66 73 78 A6'.split(' ')

const all = (['iso8583_39', 'unionpay_acp'] as const).flatMap((scheme) =>
  [...(responseCodes[scheme]?.values() ?? [])].map((entry) => ({ scheme, ...entry })),
)

describe('response codes', () => {
  it('hold every POS code and every gateway code once', () => {
    expect([...(responseCodes.iso8583_39?.keys() ?? [])]).toEqual(posCodes)
    expect([...(responseCodes.unionpay_acp?.keys() ?? [])]).toEqual(gatewayCodes)
  })

  it.each(all)('$scheme $code stands on its own, in both languages', (entry) => {
    for (const words of [entry.meaning, entry.cardholder, entry.merchant]) {
      for (const locale of locales) {
        const text = words[locale]
        expect(text.length).toBeGreaterThan(3)
        expect(text).not.toMatch(/\b(as|see) [0-9A]\d\b|[同见] ?[0-9A]\d/i)
        expect(text).not.toMatch(/fraud|blacklist|suspect|欺诈|黑名单|可疑|疑似|诈骗/i)
        expect(asksForSecret(text)).toBe(false)
      }
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(words.en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('explainCode', () => {
  it.each([
    ['iso8583_39', '03', 'decline_acquirer', 'none_expected'],
    ['unionpay_acp', '03', 'system_unknown', 'possible'],
    ['iso8583_39', '05', 'decline_issuer', 'none_expected'],
    ['unionpay_acp', '05', 'system_unknown', 'possible'],
    ['iso8583_39', '00', 'approved', 'moved'],
    ['iso8583_39', '10', 'approved_partial', 'moved'],
    ['iso8583_39', 'A4', 'approved_confirm', 'moved'],
    ['iso8583_39', '90', 'system_retry', 'none_expected'],
    ['unionpay_acp', '34', 'query_not_found', 'possible'],
  ] as const)('reads %s %s as %s with money %s', (...[scheme, code, kind, moneyRisk]) => {
    expect(explainCode({ scheme, code })).toMatchObject({ scheme, code, class: kind, moneyRisk })
  })

  it.each('06 09 30 68 91 92 94 96 98 A0'.split(' '))(
    'never advises a second swipe after %s',
    (code) => {
      const found = explainCode({ scheme: 'iso8583_39', code })
      expect(neverSwipeAgain).toContain(code)
      expect(found).toMatchObject({
        safeToRetry: false,
        moneyRisk: 'possible',
        retry: 'check_first',
      })
      expect(found?.cardholder.en).toMatch(/do not pay again until/i)
      expect(found?.cardholder['zh-CN']).toContain('弄清之前请不要再付一次')
      expect(found?.merchant.en).toMatch(/do not run (the|this) card again until/i)
      expect(found?.merchant['zh-CN']).toMatch(/之前不要再刷/)
    },
  )

  it.each(all)('$scheme $code is safe to retry only when no money can have moved', (entry) => {
    const found = explainCode(entry)
    expect(found?.safeToRetry).toBe(entry.moneyRisk === 'none_expected')
    expect(entry.retry === 'check_first').toBe(entry.moneyRisk === 'possible')
    expect(entry.retry === 'not_needed').toBe(entry.moneyRisk === 'moved')
  })

  it.each([
    ['5', '05'],
    ['a0', 'A0'],
    ['Ａ０', 'A0'],
    [' 6 8 ', '68'],
    ['５１', '51'],
    ['00', '00'],
    ['0', '00'],
  ])('reads %j as %s', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code)
    expect(explainCode({ scheme: 'iso8583_39', code: typed })?.code).toBe(code)
  })

  it.each([
    ['iso8583_39', 'C0'],
    ['iso8583_39', '051'],
    ['stripe', '51'],
    ['other', '00'],
    ['iso8583_39', ''],
    ['iso8583_39', '__proto__'],
  ] as const)('knows nothing of %s %j', (scheme, code) => {
    expect(explainCode({ scheme, code })).toBeUndefined()
  })
})

describe('acquirer overrides', () => {
  const other = { 'zh-CN': '本收单机构的说法', en: 'As this acquirer puts it' }

  it('replace a part and keep the rest', () => {
    const found = explainCode(
      { scheme: 'iso8583_39', code: '22' },
      { iso8583_39: { '22': { meaning: other } } },
    )
    expect(found).toMatchObject({ meaning: other, class: 'decline_acquirer', mayVary: false })
    expect(explainCode({ scheme: 'iso8583_39', code: '22' })?.mayVary).toBe(true)
  })

  it("add an acquirer's own code", () => {
    const own = {
      code: 'C0',
      class: 'system_unknown',
      actionClass: 'E',
      moneyRisk: 'possible',
      retry: 'check_first',
      meaning: other,
      cardholder: other,
      merchant: other,
    } as const
    const overrides = { iso8583_39: { C0: own } }
    const found = explainCode({ scheme: 'iso8583_39', code: 'c0' }, overrides)
    expect(found).toMatchObject({ code: 'C0', safeToRetry: false })
  })

  it('leave out a code of which only a part is known', () => {
    const overrides = { iso8583_39: { C0: { meaning: other } } }
    expect(explainCode({ scheme: 'iso8583_39', code: 'C0' }, overrides)).toBeUndefined()
  })

  it('cannot make a second swipe safe while the outcome is open', () => {
    const overrides = { iso8583_39: { '91': { moneyRisk: 'none_expected' } } } as const
    expect(explainCode({ scheme: 'iso8583_39', code: '91' }, overrides)?.safeToRetry).toBe(false)
  })
})
