import type { DisputeState, Refund, TransactionRecord } from './transaction.ts'

/** The one customer-facing stage derived from the six tracks of a record. */
export const stages = [
  'NOT_FOUND',
  'FRAUD',
  'DECLINED',
  'UNKNOWN_OUTCOME',
  'REVERSED',
  'AUTH_HOLD',
  'DISPUTED',
  'REFUNDING',
  'REFUND_FAILED',
  'REFUNDED',
  'PAYOUT_FAILED',
  'CREDITED',
  'PAYOUT_SENT',
  'PAYOUT_IN_TRANSIT',
  'HELD_RISK',
  'NETTED',
  'SETTLING_ON_TIME',
  'SETTLING_OVERDUE',
] as const
export type Stage = (typeof stages)[number]

/** The stations of money on its way to the shop's account, in their order. */
export const stationNames = ['authorised', 'cleared', 'settled', 'paid_out', 'credited'] as const
export type StationName = (typeof stationNames)[number]

/** A station whose date is known. `at`: an ISO instant with offset, or a day where only that is known. */
export interface DatedStation {
  station: StationName
  at: string
  /** It has not happened: the money is due by then. */
  expected?: true | undefined
}

/** What the record alone cannot say: deductions found in the payout, and whether the window is over. */
export interface StageContext {
  /** A merchant reads past a partial refund to the payout; for a cardholder the refund is the matter. */
  role: 'merchant' | 'cardholder'
  payoutHasDeductions: boolean
  overdue: boolean
}

const openDisputes: readonly DisputeState[] = ['inquiry', 'needs_response', 'under_review']

export function hasOpenDispute(record: TransactionRecord): boolean {
  return openDisputes.includes(record.dispute.state)
}

/** The refund that counts: the one made last. */
export function latestRefund(record: TransactionRecord): Refund | undefined {
  return record.refunds
    .filter((refund) => refund.state !== 'none' && refund.state !== 'canceled')
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    .at(-1)
}

/** First match wins, in the order of the list of stages. */
export function deriveStage(record: TransactionRecord | undefined, context: StageContext): Stage {
  if (!record) return 'NOT_FOUND'
  const own = paymentStage(record) ?? refundStage(record, context)
  if (own) return own
  // How and when the shop is paid is the shop's own matter.
  if (context.role === 'cardholder') return 'SETTLING_ON_TIME'
  return payoutStage(record) ?? settlementStage(record, context)
}

function paymentStage(record: TransactionRecord): Stage | undefined {
  switch (record.payment) {
    case 'declined':
    case 'failed':
      return 'DECLINED'
    case 'unknown':
    case 'processing':
    case 'created':
    case 'pending_customer':
      return 'UNKNOWN_OUTCOME'
    case 'reversed':
    case 'canceled':
    case 'expired':
      return isRefundedInFull(record) ? undefined : 'REVERSED'
    case 'authorized':
    case 'partially_authorized':
      return 'AUTH_HOLD'
    case 'captured':
      return record.type === 'void' || record.type === 'reversal' ? 'REVERSED' : undefined
  }
}

function isRefundedInFull(record: TransactionRecord): boolean {
  const refund = latestRefund(record)
  return refund !== undefined && refund.amountMinor >= record.amount.minor
}

function refundStage(record: TransactionRecord, context: StageContext): Stage | undefined {
  if (hasOpenDispute(record)) return 'DISPUTED'
  const refund = latestRefund(record)
  if (!refund) return undefined
  if (refund.state === 'failed') return 'REFUND_FAILED'
  if (refund.state !== 'succeeded') return 'REFUNDING'
  const partial = refund.amountMinor < record.amount.minor
  return partial && context.role === 'merchant' ? undefined : 'REFUNDED'
}

function payoutStage(record: TransactionRecord): Stage | undefined {
  switch (record.payout.state) {
    case 'failed':
    case 'returned':
    case 'frozen':
    case 'canceled':
      return 'PAYOUT_FAILED'
    case 'credited':
      return 'CREDITED'
    case 'sent':
      return 'PAYOUT_SENT'
    case 'scheduled':
    case 'in_transit':
      return 'PAYOUT_IN_TRANSIT'
    default:
      return undefined
  }
}

function settlementStage(record: TransactionRecord, context: StageContext): Stage {
  if (record.settlement.state === 'held') return 'HELD_RISK'
  if (record.settlement.state === 'netted' || context.payoutHasDeductions) return 'NETTED'
  return context.overdue ? 'SETTLING_OVERDUE' : 'SETTLING_ON_TIME'
}
