import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hardSigns, signCatalogue } from '../../../src/domain/fraud/catalogue.ts'
import { detectFraudSigns } from '../../../src/domain/fraud/detect-fraud-signs.ts'
import { fraudSigns } from '../../../src/domain/fraud/signs.ts'
import { innocent, sentences } from './sentences.ts'

const found = (text: string) => detectFraudSigns(text).map(({ sign }) => sign)

describe.each(fraudSigns)('sign %s', (sign) => {
  it.each(sentences[sign].shows)('is found in %j', (text) => {
    expect(found(text)).toContain(sign)
  })

  it.each(sentences[sign].not)('is not found in %j', (text) => {
    expect(found(text)).not.toContain(sign)
  })

  it('is shown by at least eight sentences and missed by four in each language', () => {
    const chinese = (text: string) => /\p{Script=Han}/u.test(text)
    const { shows, not } = sentences[sign]
    expect(shows.filter(chinese).length).toBeGreaterThanOrEqual(8)
    expect(shows.filter((text) => !chinese(text)).length).toBeGreaterThanOrEqual(8)
    expect(not.filter(chinese).length).toBeGreaterThanOrEqual(4)
    expect(not.filter((text) => !chinese(text)).length).toBeGreaterThanOrEqual(4)
  })
})

describe('detectFraudSigns', () => {
  it.each(innocent)('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['验 证 码', '对方要我提供验 证 码', 'W8'],
    ['dots between characters', '客服让我把验·证·码告诉他', 'W8'],
    ['traditional characters', '客服要我把驗證碼告訴他', 'W8'],
    ['a homophone', '有人要我的蜜码', 'W8'],
    ['full-width letters', '客服问我要ＣＶＶ', 'W8'],
    ['capitals', 'HE ASKED ME FOR MY PIN', 'W8'],
    ['a split abbreviation', 'the caller wants the O.T.P', 'W8'],
    ['zero-width characters', '要我转到安\u200b全\u200b账户', 'W1'],
    [
      'a typographic apostrophe',
      'He said I’d lose it unless I move my money to a safe account',
      'W1',
    ],
    ['a disguised verb', '帮我淘现', 'W7'],
    ['spaces in a name', 'he wants me to use Any Desk', 'W9'],
  ])('sees through %s', (_how, text, sign) => {
    expect(found(text)).toContain(sign)
  })

  it.each([
    '没有人问我要验证码',
    '客服没有让我提供密码',
    '我不会把密码告诉别人',
    'Nobody asked me to share my screen',
    'He did not ask for my PIN',
    'I never gave him the code',
  ])('takes a denial as one: %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    '如果不提供验证码给他，他说要冻结我的账户',
    'If I do not share my screen he will block my account',
    'They told me not to tell anyone and to move my money to a safe account',
  ])('does not take a threat for a denial: %j', (text) => {
    expect(detectFraudSigns(text).some(({ hard }) => hard)).toBe(true)
  })

  it('names several signs, hard ones first', () => {
    const text = '自称客服的人说机器要停用，让我下载会议软件共享屏幕，再把验证码告诉他'
    const signs = detectFraudSigns(text)
    expect(signs.map(({ sign }) => sign)).toEqual(expect.arrayContaining(['W2', 'W8', 'W9', 'W10']))
    expect(signs.map(({ hard }) => hard)).toEqual(
      [...signs.map(({ hard }) => hard)].sort().reverse(),
    )
  })

  it('knows the four hard signs', () => {
    expect(hardSigns).toEqual(['W1', 'W8', 'W9', 'W11'])
    expect(signCatalogue.map(({ sign }) => sign).sort()).toEqual([...fraudSigns].sort())
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(Array.isArray(detectFraudSigns(text))).toBe(true)
      }),
    )
  })
})
