import { describe, expect, it } from 'vitest'
import { prcStatistic } from '../../../src/domain/tickets/prc-statistics.ts'

describe('prcStatistic', () => {
  it.each([
    ['fee_dispute', 'enquiry', 'C5'],
    ['fee_dispute', 'complaint', 'C8'],
    ['fraud', 'fraud', 'C9'],
    ['privacy', 'complaint', 'C10'],
    ['mis_selling', 'complaint', 'C4'],
    ['payout_late', 'complaint', 'C3'],
  ] as const)('counts a %s %s under %s', (category, kind, reason) => {
    expect(prcStatistic({ category, kind, channel: 'web' }).reason).toBe(reason)
  })

  it('tells the channels apart', () => {
    const ticket = { category: 'payout_late', kind: 'complaint' } as const
    expect(prcStatistic({ ...ticket, channel: 'wechat' }).channel).toBe(
      'front.electronic.public_platform',
    )
    expect(prcStatistic({ ...ticket, channel: 'phone' }).channel).toBe('front.electronic.phone')
  })
})
