import { describe, expect, it } from 'vitest'
import type { Cause } from '../../../src/domain/diagnosis/causes.ts'
import { diagnose } from '../../../src/domain/diagnosis/diagnose.ts'
import { sampleCase, type Told } from './sample.ts'

const unsettled = { settlement: { state: 'not_applicable' } } as const
const held = (publicReason: string): Told['record'] => ({
  settlement: { state: 'held', hold: { publicReason } },
})
const incident = (scope: string) => [
  { id: 'I1', scope, startedAt: '2026-11-17T08:00:00+08:00', publicText: {} },
]
const complaint = {
  no: 'C1',
  merchantId: 'M1001',
  openedAt: '2026-10-01T10:00:00+08:00',
  regime: 'cn_bank',
  state: 'open',
}
const diagnosed = (told: Told) => diagnose(sampleCase(told))

/** Where two causes compete: each was once decided the wrong way. */
describe('diagnose, between two causes', () => {
  it.each<[Cause, string, Told]>([
    ['RC_PAYOUT_SCHEDULE', 'money held only for the minimum', { record: held('低于起结金额') }],
    ['RC_FIRST_PAYOUT', 'money held only for the first payout', { record: held('首笔结算') }],
    [
      'RC_TERMINAL_FAULT',
      'a decline whose code blames the terminal',
      {
        record: {
          payment: 'failed',
          responseCode: { scheme: 'iso8583_39', code: '97' },
          ...unsettled,
        },
      },
    ],
    [
      'RC_COMPLAINT_OVERDUE',
      'an overdue complaint about a payment that is not found',
      {
        record: null,
        merchant: {},
        overdueComplaint: complaint,
        story: { cues: ['already_complained'] },
      },
    ],
    [
      'RC_NETWORK',
      'a payment not found where the network failed',
      { record: null, story: { cues: ['network_fault'] } },
    ],
    [
      'RC_NET_OF_FEES',
      'money that has arrived during an incident',
      { record: { payout: { state: 'credited' } }, incidents: incident('acquirer') },
    ],
    [
      'RC_SETTLE_ACCOUNT_INVALID',
      'an account name with the word Limited',
      {
        record: {
          payout: {
            state: 'returned',
            failureText: 'Name mismatch: Morning Light Trading Limited',
          },
        },
      },
    ],
    ['RC_WITHIN_WINDOW', 'an incident of another shop', { incidents: incident('M10010') }],
    [
      'RC_WITHIN_WINDOW',
      'an incident of another provider',
      { incidents: incident('provider:stripe') },
    ],
  ])('names %s for %s', (cause, _why, told) => {
    expect(diagnosed(told).cause).toBe(cause)
  })

  it.each<[string, Told['record']]>([
    ['held by a court', held('法院协助冻结')],
    ['held for an expired licence', held('营业执照已过期')],
    ['returned by the bank', { payout: { state: 'returned', failureText: '户名不符' } }],
    ['frozen', { payout: { state: 'frozen' } }],
    ['netted', { settlement: { state: 'netted' } }],
  ])('tells a cardholder nothing of a shop whose money is %s', (_how, record) => {
    const shown = (change: Told['record']) => {
      const { stage, cause, candidates, evidence } = diagnosed({
        role: 'cardholder',
        record: change,
      })
      return { stage, cause, candidates, evidence }
    }
    expect(shown(record)).toEqual(shown({}))
  })

  it('names no refund to a cardholder when the record shows none', () => {
    const { candidates } = diagnosed({ role: 'cardholder' })
    expect(candidates[0]?.cause).not.toMatch(/REFUND/)
  })
})
