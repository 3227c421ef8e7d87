import { describe, expect, it } from 'vitest'
import { en, type FraudTexts, type StopLossRegion } from '../../../dialogs/fraud/texts.en.ts'
import { zhCn } from '../../../dialogs/fraud/texts.zh-cn.ts'
import { hardSigns } from '../../../src/domain/fraud/catalogue.ts'
import { fraudSigns } from '../../../src/domain/fraud/signs.ts'
import { asksForSecret } from '../../../src/domain/never-ask.ts'

const languages: [string, FraudTexts][] = [
  ['en', en],
  ['zh-CN', zhCn],
]
const regions: StopLossRegion[] = ['CN', 'GB', 'US', 'other']
const numbers = {
  police: '<police>',
  advice: '<advice>',
  bankLine: '<bank>',
  fraudReport: '<report>',
}
const ticket = 'TK20261123-00042K'

const everything = (texts: FraudTexts): string[] => [
  ...Object.values(texts.warning),
  ...Object.values(texts.isItReal),
  ...regions.map((region) => texts.stopLoss({ region, numbers, ticket })),
  texts.cannotTell,
  texts.flatNo,
  texts.nothingLostYet,
  texts.ifAlreadyGiven,
  texts.keepEvidence,
  texts.cashOutRefusal,
  texts.lendingRefusal,
  texts.recoveryReminder,
]

describe.each(languages)('fraud texts in %s', (locale, texts) => {
  const first = locale === 'en' ? /^No\b/ : /^不是/

  it.each(fraudSigns)(
    'answer "is this real?" for %s with No first only when it is hard',
    (sign) => {
      expect(first.test(texts.isItReal[sign])).toBe(hardSigns.includes(sign))
    },
  )

  it('never ask for a secret', () => {
    expect(everything(texts).filter(asksForSecret)).toEqual([])
  })

  it('hold no phone number of their own', () => {
    for (const text of everything(texts)) expect(text.replace(ticket, '')).not.toMatch(/\d{3}/)
  })

  it('neither blame, nor accuse, nor promise the money back', () => {
    for (const text of everything(texts)) {
      expect(text).not.toMatch(
        /should have|your fault|guarantee|criminal|早该|您不该|保证追回|一定能/i,
      )
    }
  })

  it('speak one language', () => {
    const han = everything(texts).filter((text) => /\p{Script=Han}/u.test(text))
    expect(han).toHaveLength(locale === 'en' ? 0 : everything(texts).length)
  })

  it.each(regions)(
    'stop the loss in %s: block first, then report, ticket and second scam',
    (region) => {
      const text = texts.stopLoss({ region, numbers, ticket })
      const steps = text.split('\n')
      expect(steps).toHaveLength(7)
      expect(steps[1]).toMatch(/Hang up|挂断/)
      expect(steps[2]).toMatch(/back of your card|卡背面/)
      expect(steps[5]).toContain(ticket)
      expect(steps[6]).toMatch(/second scam|二次诈骗/)
      expect(text).not.toMatch(/[?？]/)
    },
  )

  it.each([
    ['CN', ['<police>', '<advice>']],
    ['GB', ['<bank>', '<report>']],
    ['US', []],
    ['other', []],
  ] as const)('say in %s exactly the numbers %j', (region, said) => {
    const text = texts.stopLoss({ region, numbers, ticket })
    expect(text.match(/<\w+>/g) ?? []).toHaveLength(said.length)
    for (const number of said) expect(text).toContain(number)
  })

  it.each(regions)('stay readable in %s without any number', (region) => {
    expect(texts.stopLoss({ region, numbers: {}, ticket })).not.toMatch(/undefined| {2}|\(\)|（）/)
  })
})
