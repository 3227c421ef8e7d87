import { describe, expect, it } from 'vitest'
import { check } from '../../../src/web/widget/talk/guard.ts'

describe('the check before sending', () => {
  it.each([
    'card 4111 1111 1111 1111',
    '卡号6222021234567890128',
    '卡号６２２２０２１２３４５６７８９０１２８',
    '卡号六二二二零二一二三四五六七八九零一二八',
    '4111-1111-1111-1111 exp 12/29 cvv 123',
  ])('hides the number of "%s"', async (typed) => {
    const { text, isChanged } = await check(typed)
    expect(isChanged).toBe(true)
    expect(text).toContain('[card ••••')
    expect(text.match(/\p{Nd}/gu)?.length ?? 0).toBeLessThanOrEqual(4)
  })

  it.each([
    'order number 202611240012345',
    'RRN 426812345678',
    '参考号 426812345678，订单号 2026112400123456',
    'call me on 138 0013 8000',
    'my number is +44 20 7946 0958',
    'terminal 10234567, merchant 898310253110099',
    '昨天下午3点20刷了10000块，尾号6225',
    'yesterday 15:20, 10,000 yuan, card 6225, RRN 426812345678',
  ])('lets "%s" pass as it is', async (typed) => {
    expect(await check(typed)).toEqual({ text: typed, isChanged: false })
  })
})
