import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinyinInPlace, withoutBlanks } from '../../src/nlu/pinyin.ts'

const meant = (text: string) => withoutBlanks(pinyinInPlace(text))

describe('Chinese typed by its sound', () => {
  it.each([
    ['wo de qian mei dao zhang', '我 的 钱 没到 账'],
    ['wode qian hai mei daozhang', '我的 钱 还没 到账'],
    ['tuikuan shenme shihou dao zhang', '退款 什么时候 到账'],
    ['zuo tian shua le 10000 kuai, wei hao 6225', '昨天 刷 了 10000 块, 尾号 6225'],
    ['pos ji shua ka', 'pos 机 刷卡'],
    ['woyaozhuanrengong', '我yao转人工'],
    ['shanghu', '商户'],
    ['rengong', '人工'],
    ['zrg', '转人工'],
  ])('is read without a character beside it: %s', (typed, read) => {
    expect(meant(typed)).toBe(read)
  })

  it.each([
    ['我的qian呢', '我的钱呢'],
    ['钱hai没dao', '钱还没到'],
    ['钱去na了', '钱去哪了'],
    ['刷卡1w没dz', '刷卡1w没到账'],
    ['xyk被kou了2次', '信用卡被扣了2次'],
    ['我要tousu', '我要投诉'],
  ])('is read between characters: %s', (typed, read) => {
    expect(meant(typed)).toBe(read)
  })

  it.each([
    'where is my money',
    'he can take me home',
    'the man made a sale',
    'can he cancen',
    'ma',
    'no',
    'hi men',
    'order de-44091',
    '单号de-44091',
    '我的payout没来',
    'pos坏了',
    '用app付的',
    'constructor',
    '__proto__',
    '用constructor付的',
  ])('is not heard in what is something else: %s', (typed) => {
    expect(pinyinInPlace(typed)).toBe(typed)
  })

  it('keeps every place: as wide as it was, what is not read where it was', () => {
    const piece = fc.constantFrom(
      'wo',
      'de',
      'qian',
      'daozhang',
      ' ',
      '钱',
      'no',
      '10',
      '-',
      ',',
      'the',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const typed = pieces.join('')
        const read = pinyinInPlace(typed)
        expect(read.length).toBe(typed.length)
        for (let at = 0; at < typed.length; at += 1) {
          if (!/[a-z]/.test(typed.charAt(at)) && typed.charAt(at) !== ' ') {
            expect(read.charAt(at)).toBe(typed.charAt(at))
          }
        }
      }),
    )
  })

  it('is read in no time, however long the run of letters is', () => {
    for (const letters of ['a', 'zhuang', 'n', 'daozhang']) {
      const typed = letters.repeat(2_000 / letters.length)
      expect(pinyinInPlace(typed)).toBe(typed)
    }
  })
})
