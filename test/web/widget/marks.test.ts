import { describe, expect, it } from 'vitest'
import { withMarks } from '../../../src/web/widget/text/marks.ts'
import { en } from '../../../src/web/widget/words/en.ts'
import { zhCn } from '../../../src/web/widget/words/zh-cn.ts'

describe('what was hidden in a message', () => {
  it.each([
    ['卡号[card ••••0128]，密码[hidden]', 'zh-CN', '卡号[卡号 ••••0128]，密码[已隐藏]'],
    ['账号[account ••••3000] [id hidden]', 'zh-CN', '账号[账号 ••••3000] [证件号已隐藏]'],
    ['my card [card ••••0128]', 'en', 'my card [card ••••0128]'],
    ['a [note] of mine', 'zh-CN', 'a [note] of mine'],
  ] as const)('is told in the language of the page: %s', (text, locale, shown) => {
    expect(withMarks(text, locale === 'en' ? en : zhCn)).toBe(shown)
  })
})
