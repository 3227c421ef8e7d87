import { describe, expect, it } from 'vitest'
import { paperName } from '../../dialogs/verdict/paper-name.ts'

describe('a paper that a record names', () => {
  it.each([
    ['营业执照', 'en', 'business licence'],
    ['签购单', 'en', 'signed slip'],
    ['Invoice', 'zh-CN', '发票'],
    ['营业执照', 'zh-CN', '营业执照'],
    ['invoice', 'en', 'invoice'],
    ['some form of their own', 'zh-CN', 'some form of their own'],
  ] as const)('%s is called in %s: %s', (name, locale, called) => {
    expect(paperName(name, locale)).toBe(called)
  })
})
