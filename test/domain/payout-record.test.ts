import { describe, expect, it } from 'vitest'
import { isPayoutRecord, recordOfPayout } from '../../src/domain/payout-record.ts'
import { deriveStage } from '../../src/domain/stage.ts'
import type { Payout } from '../../src/domain/transaction.ts'
import { sampleRecord } from './diagnosis/sample.ts'

const payout: Payout = {
  id: 'po_1',
  merchantId: 'M1',
  state: 'failed',
  amount: { minor: 184_250, currency: 'GBP' },
  arrivalDate: '2026-05-22',
  destinationLast4: '7474',
  failureCode: 'account_closed',
}
const at = { provider: 'stripe', now: new Date('2026-05-26T08:30:00Z') }

describe('recordOfPayout', () => {
  it('carries the sum, the day, the account and the reason of the payout', () => {
    const record = recordOfPayout(payout, at)
    expect(record).toMatchObject({
      id: 'po_1',
      amount: { minor: 184_250, currency: 'GBP' },
      createdAt: '2026-05-22',
      payout: { state: 'failed', destinationLast4: '7474', failureCode: 'account_closed' },
    })
    expect(
      deriveStage(record, { role: 'merchant', payoutHasDeductions: false, overdue: false }),
    ).toBe('PAYOUT_FAILED')
  })

  it('is told apart from a payment', () => {
    expect(isPayoutRecord(recordOfPayout(payout, at))).toBe(true)
    expect(isPayoutRecord(sampleRecord({}))).toBe(false)
  })
})
