import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseNext, type Waiting } from '../../../src/domain/handoff/choose.ts'

const me = { id: 'me', languages: ['en' as const], skills: ['refunds'] }
const waiting = (more: Partial<Waiting> & { name: string }): Waiting & { name: string } => ({
  priority: 'P3',
  createdAt: '2026-11-23T10:00:00.000Z',
  language: 'en',
  skill: 'general',
  ...more,
})
const old = waiting({ name: 'old', createdAt: '2026-11-23T08:00:00.000Z' })
const urgent = waiting({ name: 'urgent', priority: 'P1', language: 'zh-CN', skill: 'fraud' })
const chinese = waiting({
  name: 'chinese',
  language: 'zh-CN',
  createdAt: '2026-11-23T07:00:00.000Z',
})
const refund = waiting({ name: 'refund', skill: 'refunds' })
const payout = waiting({ name: 'payout', skill: 'payouts', createdAt: '2026-11-23T07:00:00.000Z' })
const forMe = waiting({ name: 'for me', priority: 'P4', meantFor: 'me' })
const forThem = waiting({ name: 'for them', priority: 'P1', meantFor: 'they' })

describe('chooseNext', () => {
  it.each([
    ['the longest waiting', [refund, old], 'old'],
    ['danger first, whatever language', [old, urgent], 'urgent'],
    ['a language the agent speaks', [chinese, refund], 'refund'],
    ['what the agent knows before what they do not', [payout, refund], 'refund'],
    ['what is meant for the agent before all', [urgent, forMe], 'for me'],
    ['nothing that is meant for another', [forThem, refund], 'refund'],
    ['what nobody else speaks, when nothing else is left', [chinese], 'chinese'],
  ])('takes %s', (_what, queue, name) => {
    expect(chooseNext(queue, me)?.name).toBe(name)
    expect(chooseNext(queue.toReversed(), me)?.name).toBe(name)
  })

  it('takes nobody out of an empty queue', () => {
    expect(chooseNext([], me)).toBeUndefined()
    expect(chooseNext([forThem], me)).toBeUndefined()
  })

  it('chooses the same whatever order the queue is read in', () => {
    const some = fc.shuffledSubarray([old, urgent, chinese, refund, payout, forMe, forThem])
    fc.assert(
      fc.property(some, (queue) => {
        expect(chooseNext(queue, me)).toBe(chooseNext(queue.toReversed(), me))
      }),
    )
  })
})
