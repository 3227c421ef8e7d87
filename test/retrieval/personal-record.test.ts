import { describe, expect, it } from 'vitest'
import { asksForOwnRecord } from '../../src/retrieval/personal-record.ts'

describe('asksForOwnRecord', () => {
  it.each([
    ['en', 'where is my 10,000 from yesterday'],
    ['en', 'I took $450 on Friday and nothing came'],
    ['en', 'has my payout arrived yet'],
    ['en', 'payment 202611220001 please'],
    ['en', 'the card ending 4417'],
    ['zh-CN', '昨天刷了一万没到账'],
    ['zh-CN', '我的货款到账了吗'],
    ['zh-CN', '帮我查一下'],
    ['zh-CN', '尾号4417那笔'],
    ['zh-CN', '我11月18日的5000块在哪'],
  ] as const)('(%s) sees a record in "%s"', (locale, text) => {
    expect(asksForOwnRecord(text, locale)).toBe(true)
  })

  it.each([
    ['en', 'I sold for 10,000 and got 9,940, why?'],
    ['en', 'When is a Friday sale paid?'],
    ['en', 'How do I check the status of my ticket?'],
    ['en', 'What is 12363 for, I want to complain today'],
    ['en', 'Where is the reference on a slip?'],
    ['zh-CN', '刷一万为什么只到9940'],
    ['zh-CN', '周五晚上的交易什么时候到'],
    ['zh-CN', '我的工单怎么查进度'],
    ['zh-CN', '12378 和 12363 有什么区别'],
    ['zh-CN', '参考号在小票哪里'],
  ] as const)('(%s) sees a general question in "%s"', (locale, text) => {
    expect(asksForOwnRecord(text, locale)).toBe(false)
  })
})
