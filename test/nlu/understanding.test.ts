import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../src/domain/locale.ts'
import { Failure } from '../../src/errors.ts'
import { createUnderstanding } from '../../src/nlu/create-understanding.ts'
import { loadExamples, parseExamples } from '../../src/nlu/example-set.ts'
import { readLimit } from '../../src/nlu/reading-form.ts'
import { intentNames, type UnderstandingContext } from '../../src/ports/understanding.ts'

const folder = join(import.meta.dirname, '../../dialogs')
const examples = loadExamples(folder)
const cacheFolders = [join(import.meta.dirname, '../../node_modules/.cache/daozhang/models')]
const understanding = createUnderstanding({ examples, cacheFolders })
const context: UnderstandingContext = {
  now: new Date('2026-11-23T02:00:00Z'),
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
}
const understood = (text: string, locale = context.locale) =>
  understanding.understand(text, { ...context, locale })
const best = (text: string) => understood(text).intents[0]?.name

function heldOut(locale: 'zh-CN' | 'en') {
  const path = join(import.meta.dirname, `held-out.${locale.toLowerCase()}.txt`)
  return parseExamples(readFileSync(path, 'utf8'), path)
}

describe('examples', () => {
  it.each(locales)('hold at least sixty sentences of every intent in %s', (locale) => {
    for (const name of intentNames) {
      const count = examples[locale].filter((example) => example.intent === name).length
      expect(count, name).toBeGreaterThanOrEqual(60)
    }
  })

  it.each(locales)('hold at least 150 sentences of what is not ours in %s', (locale) => {
    const others = examples[locale].filter((example) => example.intent === 'out_of_scope')
    expect(others.length).toBeGreaterThanOrEqual(150)
  })

  it.each(locales)('say nothing twice in %s', (locale) => {
    const texts = examples[locale].map(({ text }) => text.toLowerCase())
    const known = new Set<string>()
    expect(texts.filter((text) => known.size === known.add(text).size)).toEqual([])
  })

  it.each(locales)('share no sentence with the held-out ones in %s', (locale) => {
    const known = new Set(examples[locale].map((example) => example.text))
    expect(heldOut(locale).filter((example) => known.has(example.text))).toEqual([])
  })

  it('are refused under an unknown heading', () => {
    expect(() => parseExamples('# no_such_thing\nhello', 'a file')).toThrow(Failure)
  })

  it('are refused before the first heading', () => {
    expect(() => parseExamples('hello', 'a file')).toThrow(Failure)
  })
})

describe('intents', () => {
  it.each(locales)('are found in at least 85 of 100 sentences never seen, in %s', (locale) => {
    const sentences = heldOut(locale)
    const found = sentences.filter(({ intent, text }) =>
      understood(text, locale).intents.some(({ name }) => name === intent),
    )
    expect(sentences.length).toBeGreaterThanOrEqual(150)
    expect(found.length / sentences.length).toBeGreaterThanOrEqual(0.85)
  })

  it.each(locales)('come first in at least 80 of 100 sentences never seen, in %s', (locale) => {
    const sentences = heldOut(locale)
    const first = sentences.filter(
      ({ intent, text }) => understood(text, locale).intents[0]?.name === intent,
    )
    expect(first.length / sentences.length).toBeGreaterThanOrEqual(0.8)
  })

  it.each(locales)('are right more often when they are surer, in %s', (locale) => {
    const answers = heldOut(locale).map(({ intent, text }) => {
      const [top] = understood(text, locale).intents
      return { sure: (top?.confidence ?? 0) >= 0.75, right: top?.name === intent }
    })
    const share = (list: typeof answers) => list.filter((a) => a.right).length / list.length
    const sure = answers.filter((answer) => answer.sure)
    expect(share(sure)).toBeGreaterThan(0.88)
    expect(share(sure)).toBeGreaterThan(share(answers.filter((answer) => !answer.sure)))
  })

  it.each([
    ['转人工', 'talk_to_human'],
    ['我的钱没到账，给我转人工', 'talk_to_human'],
    ['let me talk to a human now', 'talk_to_human'],
    ['客服说要我的验证码是真的吗', 'fraud_check'],
    ['我把验证码告诉他了', 'fraud_report'],
    ['i gave the caller my otp', 'fraud_report'],
    ['is this call a scam?', 'fraud_check'],
    ['怎么套现', 'illegal_cashout_request'],
    ['can i swipe my own credit card for cash', 'illegal_cashout_request'],
    ['我要投诉', 'file_complaint'],
    ['i want to complain', 'file_complaint'],
    ['我的投诉进度怎么样了', 'complaint_status'],
    ['我不想活了', 'self_harm'],
    ['i want to kill myself', 'self_harm'],
    ['是的', 'affirm'],
    ['ok', 'affirm'],
    ['不是', 'deny'],
    ['nope', 'deny'],
    ['不知道', 'dont_know'],
    ['再说一遍', 'repeat'],
    ['start over', 'start_over'],
    ['取消', 'cancel'],
    ['为什么问这个', 'why_asked'],
    ['why do you need that?', 'why_asked'],
    ['你好', 'greeting'],
    ['谢谢', 'thanks'],
    ['再见', 'goodbye'],
    ['说英文', 'switch_language'],
    ['speak chinese please', 'switch_language'],
    ['垃圾机器人', 'abuse'],
    ['我遇到七咋了 钱被骗走了', 'fraud_report'],
    ['my setlement money hasnt arived', 'money_not_arrived'],
    ['顧客刷卡了錢沒到賬', 'money_not_arrived'],
  ])('of %s begin with %s', (text, name) => {
    expect(best(text)).toBe(name)
  })

  it.each([
    ['我不需要人工', 'talk_to_human'],
    ['你是真人吗', 'talk_to_human'],
    ['怎么防止被骗', 'fraud_report'],
    ["i didn't give him the code", 'fraud_report'],
    ['业务员让我套现 我没答应', 'illegal_cashout_request'],
    ['我不想投诉', 'file_complaint'],
    ['钱到账了没有', 'resolved_close'],
    ['it has not arrived', 'resolved_close'],
  ])('of %s do not begin with %s', (text, name) => {
    expect(best(text)).not.toBe(name)
  })

  it('are several when a message wants several things', () => {
    const names = understood('钱没到账 我要投诉你们').intents.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['money_not_arrived', 'file_complaint']))
  })

  it.each(['10000', '6225', '昨天下午3点', '尾号6225', '参考号123456789012'])(
    'of the bare value %s are only details when something named stands there',
    (text) => {
      const { entities, intents } = understood(text)
      if (entities.length > 0) expect(intents[0]?.name).toBe('provide_details')
      else expect(intents[0]?.confidence ?? 0).toBeLessThan(0.9)
    },
  )
})

describe('language', () => {
  it.each([
    ['刷了10000没到账', 'en', 'zh-CN'],
    ['my money is late', 'zh-CN', 'en'],
    ['10000', 'en', 'en'],
    ['10000', 'zh-CN', 'zh-CN'],
    ['POS 提示 declined 怎么办', 'en', 'zh-CN'],
    ['my card says 余额不足 what does it mean', 'zh-CN', 'en'],
    ['ok', 'zh-CN', 'zh-CN'],
    ['T+1', 'zh-CN', 'zh-CN'],
    ['😭', 'en', 'en'],
  ] as const)('of %s, with %s spoken so far, is %s', (text, locale, language) => {
    expect(understood(text, locale).language).toBe(language)
  })
})

describe('understand', () => {
  it('answers whatever is thrown at it, with spans that fit', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom(
        '1万2',
        '¥',
        '尾号',
        '12块5',
        '[card ••••1234]',
        '3点',
        '//',
        '\u0000',
        '9'.repeat(40),
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const { entities } = understood(text)
        for (const entity of entities) {
          expect(text.slice(entity.start, entity.end)).toBe(entity.text)
          if (entity.type === 'amount') expect(Number.isSafeInteger(entity.minor)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('survives a zone nobody knows and an empty message', () => {
    const nowhere = { ...context, timeZone: 'Nowhere/Land' }
    expect(understanding.understand('昨天', nowhere).entities).toHaveLength(1)
    expect(understood('')).toEqual({ language: 'zh-CN', intents: [], entities: [], cues: [] })
  })

  it('reads no further than its limit', () => {
    const text = `${'啊'.repeat(readLimit)}刷了10000元没到账`
    expect(understood(text).entities).toEqual([])
  })

  it('gives the same answer every time', () => {
    const text = '昨天刷了1万2没到账'
    const again = createUnderstanding({ examples, cacheFolders })
    expect(again.understand(text, context)).toEqual(understood(text))
  })

  it('knows no wish without examples but still reads entities and rules', () => {
    const bare = createUnderstanding({ examples: { 'zh-CN': [], en: [] } })
    const result = bare.understand('转人工 刷了500元', context)
    expect(result.intents.map(({ name }) => name)).toEqual(['talk_to_human'])
    expect(result.entities).toHaveLength(1)
  })
})
