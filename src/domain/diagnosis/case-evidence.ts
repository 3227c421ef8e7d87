import type { SettlementAnswer } from '../settlement/settlement-answer.ts'
import type {
  ComplaintRecord,
  Incident,
  Merchant,
  Payout,
  TransactionRecord,
} from '../transaction.ts'
import type { Cue } from './story.ts'

/** What the customer is worried about; decides which track of the record matters. */
export type Concern = 'payout' | 'amount' | 'charge' | 'refund' | 'hold' | 'duplicate'

/** What the customer told us, beside the record. Amounts in minor units of the record's currency. */
export interface Story {
  concern: Concern
  cues: readonly Cue[]
  amountMinor?: number | undefined
  /** Other sums that were named beside it. */
  otherAmountsMinor?: readonly number[] | undefined
  amountIsApproximate?: boolean | undefined
  receivedMinor?: number | undefined
}

/** Everything the diagnosis may look at. Nothing in it is a guess. */
export interface CaseEvidence {
  role: 'merchant' | 'cardholder'
  record?: TransactionRecord | undefined
  /** Other records of the same card, amount and shop, close in time. */
  twins: readonly TransactionRecord[]
  merchant?: Merchant | undefined
  merchantKnown: boolean
  payouts: readonly Payout[]
  /** The payout that carries this transaction, when the provider says so. */
  payout?: Payout | undefined
  /** The window with the provider's own date when there is one. */
  settlement?: SettlementAnswer | undefined
  /** The window by the rule alone. */
  rule?: SettlementAnswer | undefined
  /** The window of the latest refund, of the hold or of the reversal the record shows. */
  sideWindow?: SettlementAnswer | undefined
  overdueComplaint?: ComplaintRecord | undefined
  incidents: readonly Incident[]
  story: Story
  now: Date
}
