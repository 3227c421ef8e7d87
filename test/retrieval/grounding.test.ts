import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { isGrounded } from '../../src/retrieval/grounding/grounded.ts'
import { loadLibrary } from '../../src/retrieval/load-articles.ts'

const passages: Record<Locale, string[]> = {
  en: [
    'The cut-off ends the processing day; sales after it belong to the next trading day, so the money comes a day later.',
    'In mainland China 23:00 is common, and 22:00 and midnight exist. Your contract decides.',
    'The bank usually refunds within 5 working days if the shop agrees. Do not pay again. We never ask for your card number. Call 95516 or see www.example.com.',
    'No. You pay ¥120 with UnionPay, at most twice a month.',
  ],
  'zh-CN': [
    '日切之前的交易算当天，正好到点或之后的算下一个交易日。',
    '常见的是 23:00，也有 22:00 的，以您的合同为准。',
    '商户同意的话，银行通常 5 个工作日内退回。不要再付一次。请打 95516。',
    '用银联付 120 元，每月最多两次。',
  ],
}

const stands = (locale: Locale, sentence: string, supportedBy: number) =>
  isGrounded([{ sentence, supportedBy }], { question: '', locale, passages: passages[locale] })

describe('an answer stands in its passages', () => {
  it.each<[Locale, number, string]>([
    ['en', 0, 'Sales after it belong to the next trading day, so the money comes a day later.'],
    ['en', 1, 'In mainland China 23:00 is common.'],
    ['en', 1, 'In mainland China 23:00 is common. Your contract decides.'],
    ['en', 2, 'If the shop agrees, the bank usually refunds within 5 working days.'],
    ['en', 2, 'Don’t pay again.'],
    ['zh-CN', 0, '日切之前的交易算当天。'],
    ['zh-CN', 1, '常见的是23:00，以您的合同为准。'],
    ['zh-CN', 2, '商户同意的话，银行通常 5 个工作日内退回。'],
    ['zh-CN', 3, '用银联付120元。'],
  ])('when it leaves out and adds nothing (%s, passage %i): %s', (locale, passage, sentence) => {
    expect(stands(locale, sentence, passage)).toBe(true)
  })

  it.each<[string, Locale, number, string]>([
    ['a number', 'en', 1, 'In mainland China 23:30 is common.'],
    ['a part of a number', 'en', 2, 'Call 955.'],
    [
      'a number in words',
      'en',
      2,
      'The bank usually refunds within six working days if the shop agrees.',
    ],
    ['a unit', 'en', 2, 'The bank usually refunds within 5 working hours if the shop agrees.'],
    ['a kind of day', 'en', 2, 'The bank usually refunds within 5 days if the shop agrees.'],
    ['a telephone number', 'en', 2, 'Call 95588.'],
    ['an address', 'en', 2, 'See www.examp1e.com.'],
    ['a currency', 'en', 3, 'You pay $120 with UnionPay.'],
    ['a company', 'en', 3, 'You pay ¥120 with Stripe.'],
    ['a negation less', 'en', 2, 'Do pay again.'],
    ['a negation more', 'en', 1, 'Your contract never decides.'],
    ['a negation on another word', 'en', 2, 'Pay again. Do not call 95516.'],
    ['a condition less', 'en', 2, 'The bank usually refunds within 5 working days.'],
    ['a certainty', 'en', 2, 'The bank refunds within 5 working days if the shop agrees.'],
    ['a limit less', 'en', 3, 'You pay ¥120 with UnionPay, twice a month.'],
    ['another who', 'en', 2, 'The shop usually refunds within 5 working days if the bank agrees.'],
    ['before for after', 'en', 0, 'Sales before it belong to the next trading day.'],
    ['a word', 'en', 1, 'Your manager decides.'],
    ['courtesy', 'en', 1, 'Thank you for asking! Your contract decides.'],
    ['a request for a secret', 'en', 2, 'We ask for your card number.'],
    ['another passage', 'en', 0, 'Your contract decides.'],
    ['no passage', 'en', 9, 'Your contract decides.'],
    ['another language', 'en', 1, '以您的合同为准。'],
    ['French', 'en', 1, 'Votre contrat décide.'],
    ['drawing', 'en', 1, '**Your contract decides.**'],
    ['a link', 'en', 1, '[Your contract](https://x.example) decides.'],
    ['a bell', 'en', 1, 'Your contract decides.\u0007'],
    ['nothing', 'en', 1, ' '],
    ['a bare no', 'en', 3, 'No.'],
    ['half a sentence', 'en', 1, 'Your contract'],
    ['a number', 'zh-CN', 1, '常见的是 23:30，以您的合同为准。'],
    ['a number in words', 'zh-CN', 2, '商户同意的话，银行通常六个工作日内退回。'],
    ['a unit', 'zh-CN', 2, '商户同意的话，银行通常 5 小时内退回。'],
    ['a negation less', 'zh-CN', 2, '要再付一次。'],
    ['a negation more', 'zh-CN', 1, '不以您的合同为准。'],
    ['a condition less', 'zh-CN', 2, '银行通常 5 个工作日内退回。'],
    ['a certainty', 'zh-CN', 2, '商户同意的话，银行 5 个工作日内退回。'],
    ['another who', 'zh-CN', 2, '银行同意的话，商户通常 5 个工作日内退回。'],
    ['after for before', 'zh-CN', 0, '日切之后的交易算当天。'],
    ['a currency', 'zh-CN', 3, '用银联付 120 美元。'],
    ['a company', 'zh-CN', 3, '用支付宝付 120 元。'],
    ['an addition', 'zh-CN', 2, '不要再付一次，请先转账给客服。'],
    ['another language', 'zh-CN', 1, 'Your contract decides.'],
  ])(
    'and does not when it has %s of its own (%s, passage %i): %s',
    (...[, locale, at, sentence]) => {
      expect(stands(locale, sentence, at)).toBe(false)
    },
  )

  it('is no longer than a short screen, and says something', () => {
    const claims = (count: number) =>
      Array.from({ length: count }, () => ({ sentence: 'Your contract decides.', supportedBy: 1 }))
    const asked = { question: '', locale: 'en', passages: passages.en } as const
    expect(isGrounded(claims(2), asked)).toBe(true)
    expect(isGrounded(claims(0), asked)).toBe(false)
    expect(isGrounded(claims(6), asked)).toBe(false)
  })
})

interface Real {
  sentence: string
  supportedBy: number
  all: string[]
}

const library = await loadLibrary('knowledge')

/** Every sentence of the real articles, with where it stands. */
function realSentences(locale: Locale): Real[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const sentences = (text: string) =>
    text.split('\n').flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment))
  return library.articles
    .filter((article) => article.locale === locale)
    .flatMap(({ summary, body }) => {
      const all = [summary, ...body.replaceAll('**', '').split(/\n{2,}/u)]
      return all.flatMap((passage, supportedBy) =>
        sentences(passage).map((each) => {
          return { sentence: each.replace(/^- /u, '').trim(), supportedBy, all }
        }),
      )
    })
    .filter((each) => each.sentence.length < 150 && holds(each, locale))
}

const holds = ({ sentence, supportedBy, all }: Real, locale: Locale) =>
  isGrounded([{ sentence, supportedBy }], { question: '', locale, passages: all })

const real = { en: realSentences('en'), 'zh-CN': realSentences('zh-CN') }

const swapped: Record<string, string> = {
  bank: 'shop',
  shop: 'bank',
  merchant: 'cardholder',
  cardholder: 'merchant',
  银行: '商户',
  商户: '持卡人',
  持卡人: '商户',
  before: 'after',
  after: 'before',
  前: '后',
  后: '前',
}
const swap = (word: string) => swapped[word] ?? word

const changes: [name: string, change: (sentence: string) => string][] = [
  ['another number', (text) => text.replace(/\d+/u, (found) => String(Number(found) + 1))],
  [
    'another who',
    (text) => text.replace(/\b(?:bank|shop|merchant|cardholder)\b|银行|商户|持卡人/u, swap),
  ],
  ['before and after', (text) => text.replace(/\b(?:before|after)\b|[前后]/u, swap)],
  ['no "usually"', (text) => text.replace(/\b(?:usually|normally|often|may) |通常|一般|可能/u, '')],
  ['no "not"', (text) => text.replace(/ (?:not|never)\b|不要|没有/u, '')],
  [
    'a "not"',
    (text) => text.replace(/\b(?:is|are|does|can|must|will)\b|应当|到账|退回/u, '$& not 不'),
  ],
  [
    'an addition',
    (text) => text.replace(/[.。]$/u, ', then send us a gift card，请先转账给客服。'),
  ],
]

describe.each(locales)('of the sentences of our articles (%s)', (locale) => {
  it('many stand in their articles', () => {
    expect(real[locale].length).toBeGreaterThan(600)
  })

  it.each(changes)('none stands there with %s', (_, change) => {
    const changed = real[locale]
      .map((each) => ({ ...each, sentence: change(each.sentence), before: each.sentence }))
      .filter(({ sentence, before }) => sentence !== before)
    expect(changed.length).toBeGreaterThan(20)
    expect(changed.filter((each) => holds(each, locale)).map(({ sentence }) => sentence)).toEqual(
      [],
    )
  })

  it('none stands in another article', () => {
    const strangers = real[locale].filter(({ all }, at) => {
      const other = real[locale].at((at + 97) % real[locale].length)
      return other !== undefined && other.all !== all
    })
    const found = strangers.filter(({ sentence }, at) => {
      const other = real[locale].at((at + 97) % real[locale].length)
      const said = other?.all.join().toLowerCase()
      const same = said?.includes(sentence.toLowerCase().replace(/[.。]$/u, ''))
      // "Your contract decides." is said in many articles, in as many ways.
      return (
        other &&
        !same &&
        !/contract decides/iu.test(sentence) &&
        holds({ ...other, sentence }, locale)
      )
    })
    expect(found.map(({ sentence }) => sentence)).toEqual([])
  })
})
