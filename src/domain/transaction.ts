import type { Money } from './money.ts'

/*
 * The normalised record of a card transaction: six parallel tracks, because one status cannot say
 * "payment succeeded, settlement held, payout none". `not_reported` is not `none`: many providers
 * say nothing about payouts, and then the answer comes from the settlement cycle and says so.
 * Instants are ISO 8601 with offset; days are `YYYY-MM-DD`; amounts are minor units.
 */

export const paymentStates = [
  'created',
  'pending_customer',
  'processing',
  'authorized',
  'partially_authorized',
  'captured',
  'declined',
  'failed',
  'canceled',
  'reversed',
  'expired',
  'unknown',
] as const
export type PaymentState = (typeof paymentStates)[number]

export const clearingStates = [
  'not_cleared',
  'submitted',
  'cleared',
  'rejected',
  'not_reported',
] as const
export type ClearingState = (typeof clearingStates)[number]

export const settlementStates = [
  'not_applicable',
  'pending',
  'held',
  'available',
  'netted',
  'not_reported',
] as const
export type SettlementState = (typeof settlementStates)[number]

/** `sent`: the provider says paid. `credited`: the receiving bank has confirmed. */
export const payoutStates = [
  'none',
  'scheduled',
  'in_transit',
  'sent',
  'credited',
  'failed',
  'returned',
  'frozen',
  'canceled',
  'not_reported',
] as const
export type PayoutState = (typeof payoutStates)[number]

export const refundStates = [
  'none',
  'requires_action',
  'pending',
  'succeeded',
  'failed',
  'canceled',
] as const
export type RefundState = (typeof refundStates)[number]

export const disputeStates = [
  'none',
  'inquiry',
  'needs_response',
  'under_review',
  'won',
  'lost',
  'accepted',
  'closed',
] as const
export type DisputeState = (typeof disputeStates)[number]

export const transactionTypes = [
  'sale',
  'preauth',
  'preauth_completion',
  'void',
  'refund',
  'reversal',
  'unknown',
] as const
export type TransactionType = (typeof transactionTypes)[number]

export const entryModes = [
  'chip',
  'contactless',
  'swipe',
  'keyed',
  'qr',
  'ecom',
  'offline',
  'unknown',
] as const
export type EntryMode = (typeof entryModes)[number]

/** A response code means nothing without its scheme: `03` differs between POS and online gateway. */
export const codeSchemes = [
  'iso8583_39',
  'unionpay_acp',
  'stripe',
  'adyen',
  'square',
  'paypal',
  'alipay',
  'wechat',
  'other',
] as const
export type CodeScheme = (typeof codeSchemes)[number]

export interface ResponseCode {
  scheme: CodeScheme
  code: string
  text?: string | undefined
}

/** The references printed on a slip or shown on a statement. */
export interface References {
  rrn?: string | undefined
  stan?: string | undefined
  authCode?: string | undefined
  orderNo?: string | undefined
  arn?: string | undefined
  batchNo?: string | undefined
  terminalId?: string | undefined
  merchantId?: string | undefined
}

export interface Refund {
  id: string
  state: RefundState
  amountMinor: number
  createdAt: string
  failedAt?: string | undefined
  ref?: string | undefined
  failureReason?: string | undefined
}

export interface SettlementHold {
  publicReason?: string | undefined
  since?: string | undefined
  /** What the risk team asks for. */
  documents?: string[] | undefined
  /** What has been handed in already. */
  submitted?: string[] | undefined
}

export interface TransactionRecord {
  id: string
  provider: string
  providerIds: Record<string, string>
  merchantId: string
  type: TransactionType
  amount: Money
  fee?: (Money & { lines?: { type: string; minor: number }[] | undefined }) | undefined
  net?: Money | undefined
  createdAt: string
  tradeDay?: string | undefined
  card?:
    | {
        last4?: string | undefined
        brand?: string | undefined
        funding?: 'debit' | 'credit' | 'prepaid' | 'unknown' | undefined
        issuer?: string | undefined
      }
    | undefined
  entryMode?: EntryMode | undefined
  responseCode?: ResponseCode | undefined
  refs: References
  payment: PaymentState
  clearing: ClearingState
  settlement: {
    state: SettlementState
    expectedAt?: string | undefined
    hold?: SettlementHold | undefined
  }
  payout: {
    state: PayoutState
    id?: string | undefined
    amount?: Money | undefined
    arrivalDate?: string | undefined
    destinationLast4?: string | undefined
    failureCode?: string | undefined
    failureText?: string | undefined
    traceRef?: string | undefined
    creditedAt?: string | undefined
    sentAt?: string | undefined
  }
  refunds: Refund[]
  dispute: {
    state: DisputeState
    dueAt?: string | undefined
    reason?: string | undefined
    id?: string | undefined
  }
  /** What the card statement shows. */
  descriptor?: string | undefined
  reversal?: { state: string; at?: string | undefined } | undefined
  /** For example `reversed_after_approval`. */
  outcome?: string | undefined
  /** When an uncaptured hold ends by itself. */
  captureBefore?: string | undefined
  fetchedAt: string
  stale: boolean
}

export interface Merchant {
  id: string
  name: string
  country?: string | undefined
  provider?: string | undefined
  windowId: string
  cutoff?: string | undefined
  settlementAccountLast4?: string | undefined
  /** `I`, `II`, `III`, `corporate`, … as the provider says it. */
  accountClass?: string | undefined
  feeRateBp?: number | undefined
  extraFeeMinor?: number | undefined
  /** `active`, `unknown`, `suspended`, or a word of the provider's own. */
  status: string
  accountChange?: { at: string; oldLast4: string; newLast4: string } | undefined
  staffCount?: number | undefined
}

export interface PayoutEntry {
  type: string
  grossMinor?: number | undefined
  feeMinor?: number | undefined
  netMinor: number
  ref?: string | undefined
}

export interface Payout {
  id: string
  merchantId: string
  state: PayoutState
  amount: Money
  settDate?: string | undefined
  arrivalDate?: string | undefined
  destinationLast4?: string | undefined
  failureCode?: string | undefined
  failureText?: string | undefined
  creditedAt?: string | undefined
  fileCutAt?: string | undefined
  traceRef?: string | undefined
  transactionIds?: string[] | undefined
  entries?: PayoutEntry[] | undefined
}

export interface Incident {
  id: string
  /** Whom it touches: `acquirer`, `bank`, `network`, a provider's name, a merchant id, `all`. */
  scope: string
  startedAt: string
  endsAt?: string | undefined
  publicText: { 'zh-CN'?: string | undefined; en?: string | undefined }
}

export interface Dispute {
  id: string
  transactionId?: string | undefined
  merchantId: string
  state: DisputeState
  amount: Money
  dueAt?: string | undefined
  reason?: string | undefined
}

/** A complaint that is already with the institution, with the regime whose clock runs. */
export interface ComplaintRecord {
  no: string
  merchantId: string
  openedAt: string
  regime: string
  state: string
  ackSentAt?: string | undefined
  finalResponseAt?: string | undefined
  dueAt?: string | undefined
}
