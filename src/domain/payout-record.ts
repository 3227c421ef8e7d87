import type { Payout, TransactionRecord } from './transaction.ts'

/**
 * A payout that names no transactions, as a record: what a merchant sees in the bank is the payout,
 * and that is what they ask about.
 */
export function recordOfPayout(
  payout: Payout,
  at: { provider: string; now: Date },
): TransactionRecord {
  const { id, merchantId, amount, state, settDate, arrivalDate, fileCutAt, creditedAt } = payout
  const fetchedAt = at.now.toISOString()
  return {
    id,
    provider: at.provider,
    providerIds: {},
    merchantId,
    type: 'unknown',
    amount,
    createdAt: fileCutAt ?? settDate ?? arrivalDate ?? creditedAt ?? fetchedAt,
    refs: {},
    payment: 'captured',
    clearing: 'cleared',
    settlement: { state: 'available' },
    payout: {
      state,
      id,
      amount,
      arrivalDate: arrivalDate ?? settDate,
      destinationLast4: payout.destinationLast4,
      failureCode: payout.failureCode,
      failureText: payout.failureText,
      traceRef: payout.traceRef,
      creditedAt,
    },
    refunds: [],
    dispute: { state: 'none' },
    fetchedAt,
    stale: false,
  }
}

/** Whether the record stands for a whole payout rather than one payment. */
export function isPayoutRecord({ type, id, payout }: TransactionRecord): boolean {
  return type === 'unknown' && payout.id === id
}
