import { describe, expect, it } from 'vitest'
import {
  deriveStage,
  hasOpenDispute,
  latestRefund,
  type Stage,
  type StageContext,
} from '../../src/domain/stage.ts'
import {
  disputeStates,
  paymentStates,
  payoutStates,
  type Refund,
  type TransactionRecord,
} from '../../src/domain/transaction.ts'
import { sampleRecord } from './diagnosis/sample.ts'

type Change = Partial<TransactionRecord>

const inTime: StageContext = { role: 'merchant', payoutHasDeductions: false, overdue: false }
const refund = (change: Partial<Refund>): Refund => ({
  id: 'R1',
  state: 'pending',
  amountMinor: 1_000_000,
  createdAt: '2026-11-16T15:00:00+08:00',
  ...change,
})
const stageOf = (change: Change, context: Partial<StageContext> = {}) =>
  deriveStage(sampleRecord(change), { ...inTime, ...context })

describe('deriveStage', () => {
  it('says NOT_FOUND without a record', () => {
    expect(deriveStage(undefined, inTime)).toBe('NOT_FOUND')
  })

  it.each<[Stage, string, Change, Partial<StageContext>?]>([
    ['DECLINED', 'a declined payment', { payment: 'declined' }],
    ['DECLINED', 'a failed payment', { payment: 'failed' }],
    ['UNKNOWN_OUTCOME', 'an unknown outcome', { payment: 'unknown' }],
    ['UNKNOWN_OUTCOME', 'a payment in processing', { payment: 'processing' }],
    ['UNKNOWN_OUTCOME', 'a payment the customer has to confirm', { payment: 'pending_customer' }],
    ['REVERSED', 'a reversed payment', { payment: 'reversed' }],
    ['REVERSED', 'a canceled payment', { payment: 'canceled' }],
    ['REVERSED', 'an expired hold', { payment: 'expired' }],
    ['REVERSED', 'a void that went through', { type: 'void' }],
    ['REVERSED', 'a reversal that went through', { type: 'reversal' }],
    ['AUTH_HOLD', 'an authorisation', { payment: 'authorized' }],
    ['AUTH_HOLD', 'a partial authorisation', { payment: 'partially_authorized' }],
    ['DISPUTED', 'an inquiry', { dispute: { state: 'inquiry' } }],
    ['DISPUTED', 'a dispute that needs an answer', { dispute: { state: 'needs_response' } }],
    ['DISPUTED', 'a dispute under review', { dispute: { state: 'under_review' } }],
    ['REFUNDING', 'a pending refund', { refunds: [refund({})] }],
    [
      'REFUNDING',
      'a refund that needs an action',
      { refunds: [refund({ state: 'requires_action' })] },
    ],
    ['REFUND_FAILED', 'a failed refund', { refunds: [refund({ state: 'failed' })] }],
    ['REFUNDED', 'a full refund', { refunds: [refund({ state: 'succeeded' })] }],
    ['PAYOUT_FAILED', 'a failed payout', { payout: { state: 'failed' } }],
    ['PAYOUT_FAILED', 'a returned payout', { payout: { state: 'returned' } }],
    ['PAYOUT_FAILED', 'a frozen payout', { payout: { state: 'frozen' } }],
    ['PAYOUT_FAILED', 'a canceled payout', { payout: { state: 'canceled' } }],
    ['CREDITED', 'a confirmed credit', { payout: { state: 'credited' } }],
    ['PAYOUT_SENT', 'a payout sent, not confirmed', { payout: { state: 'sent' } }],
    ['PAYOUT_IN_TRANSIT', 'a payout under way', { payout: { state: 'in_transit' } }],
    ['PAYOUT_IN_TRANSIT', 'a payout with a date', { payout: { state: 'scheduled' } }],
    ['HELD_RISK', 'a held settlement', { settlement: { state: 'held' } }],
    ['NETTED', 'a netted settlement', { settlement: { state: 'netted' } }],
    ['NETTED', 'deductions in the payout', {}, { payoutHasDeductions: true }],
    ['SETTLING_ON_TIME', 'a wait that is not over', {}],
    ['SETTLING_OVERDUE', 'a wait that is over', {}, { overdue: true }],
    [
      'SETTLING_ON_TIME',
      'tracks nobody reports',
      { settlement: { state: 'not_reported' }, payout: { state: 'not_reported' } },
    ],
  ])('says %s for %s', (...[stage, , change, context]) => {
    expect(stageOf(change, context)).toBe(stage)
  })

  const everything: Change = {
    dispute: { state: 'needs_response' },
    refunds: [refund({})],
    payout: { state: 'returned' },
    settlement: { state: 'held' },
  }
  const late = { payoutHasDeductions: true, overdue: true }

  it.each<[Stage, string, Change]>([
    ['DECLINED', 'a decline before all else', { ...everything, payment: 'declined' }],
    [
      'UNKNOWN_OUTCOME',
      'an unknown outcome before a dispute',
      { ...everything, payment: 'unknown' },
    ],
    ['AUTH_HOLD', 'a hold before a dispute', { ...everything, payment: 'authorized' }],
    ['DISPUTED', 'a dispute before a refund', everything],
    ['REFUNDING', 'a refund before a payout', { ...everything, dispute: { state: 'won' } }],
    [
      'PAYOUT_FAILED',
      'a returned payout before a hold',
      { ...everything, dispute: { state: 'won' }, refunds: [] },
    ],
    [
      'CREDITED',
      'a credit before a hold',
      { payout: { state: 'credited' }, settlement: { state: 'held' } },
    ],
    ['HELD_RISK', 'a hold before deductions', { settlement: { state: 'held' } }],
    ['NETTED', 'deductions before lateness', {}],
  ])('says %s: %s', (stage, _order, change) => {
    expect(stageOf(change, late)).toBe(stage)
  })

  it.each<[Stage, string, StageContext['role'], number]>([
    ['CREDITED', 'a merchant reads past a partial refund', 'merchant', 10_000],
    ['REFUNDED', 'a partial refund is the matter of a cardholder', 'cardholder', 10_000],
    ['REFUNDED', 'a full refund is the matter of a merchant too', 'merchant', 1_000_000],
  ])('says %s: %s', (...[stage, , role, amountMinor]) => {
    const refunds = [refund({ state: 'succeeded', amountMinor })]
    expect(stageOf({ refunds, payout: { state: 'credited' } }, { role })).toBe(stage)
  })

  it('says REVERSED for an undone payment of a merchant with a part refunded', () => {
    const refunds = [refund({ state: 'succeeded', amountMinor: 100 })]
    expect(stageOf({ payment: 'canceled', refunds })).toBe('REVERSED')
  })

  it('says how the refund of an undone payment stands', () => {
    const refunds = [refund({ state: 'pending' })]
    expect(stageOf({ payment: 'canceled', refunds })).toBe('REFUNDING')
  })

  it.each(paymentStates)('finds a stage for payment %s with every payout', (payment) => {
    const found = payoutStates.map((state) => stageOf({ payment, payout: { state } }))
    expect(found.every((stage) => typeof stage === 'string')).toBe(true)
    if (payment !== 'captured') expect(new Set(found).size).toBe(1)
  })
})

describe('latestRefund', () => {
  it('is the one made last, whatever the order of the list', () => {
    const refunds = [
      refund({ id: 'late', createdAt: '2026-11-18T09:00:00+08:00' }),
      refund({ id: 'early', createdAt: '2026-11-17T09:00:00+08:00' }),
    ]
    expect(latestRefund(sampleRecord({ refunds }))?.id).toBe('late')
    expect(latestRefund(sampleRecord({ refunds: refunds.toReversed() }))?.id).toBe('late')
  })

  it.each(['none', 'canceled'] as const)('passes over a refund that is %s', (state) => {
    expect(latestRefund(sampleRecord({ refunds: [refund({ state })] }))).toBeUndefined()
  })
})

it.each(disputeStates)('hasOpenDispute knows whether %s is open', (state) => {
  const open = ['inquiry', 'needs_response', 'under_review'].includes(state)
  expect(hasOpenDispute(sampleRecord({ dispute: { state } }))).toBe(open)
})
