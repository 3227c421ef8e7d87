import type { Cause } from '../diagnosis/causes.ts'
import type { Locale } from '../locale.ts'
import type { References, TransactionRecord } from '../transaction.ts'

export const ticketKinds = [
  'enquiry',
  'complaint',
  'fraud',
  'dispute_support',
  'technical',
] as const
export type TicketKind = (typeof ticketKinds)[number]

export const ticketCategories = [
  'payout_late',
  'payout_failed',
  'payout_destination',
  'payout_missing',
  'risk_hold',
  'fee_dispute',
  'amount_mismatch',
  'duplicate_charge',
  'one_sided',
  'refund_late',
  'refund_failed',
  'preauth_hold',
  'declined',
  'unauthorised',
  'fraud',
  'fraud_unlicensed',
  'chargeback',
  'receipt_retrieval',
  'terminal_fault',
  'onboarding',
  'service_quality',
  'mis_selling',
  'privacy',
  'complaint_overdue',
  'other',
] as const
export type TicketCategory = (typeof ticketCategories)[number]

export const severities = ['P1', 'P2', 'P3', 'P4'] as const
export type Severity = (typeof severities)[number]

export const ticketStates = [
  'draft',
  'submitted',
  'acknowledged',
  'investigating',
  'waiting_customer',
  'waiting_third_party',
  'resolved',
  'closed',
  'withdrawn',
  'referred',
  'reopened',
] as const
export type TicketState = (typeof ticketStates)[number]

/** A running time limit. `calendar` names the business calendar it is counted on. */
export interface TicketClock {
  regime: string
  startAt: string
  dueAt: string
  calendar: string
  extendedTo?: string | undefined
  reason?: string | undefined
  /** The last warning that was acted on: each is acted on once. */
  warned?: 'half' | 'most' | 'over' | undefined
}

/** A file handed in, by its hash. */
export interface TicketEvidence {
  id: string
  type: string
  sha256: string
}

/** Something that happened to a ticket: a state it went to, or a word of `ticketEvents`. */
export interface TicketEvent {
  at: string
  by: 'bot' | 'agent' | 'system' | 'customer'
  event: string
  note?: string | undefined
  /** Who of the desk did it, by name. */
  agent?: string | undefined
  /** The id of the request that did it: sent again, it is found here. */
  act?: string | undefined
}

/** What happens to a ticket beside its states. */
export const ticketEvents = [
  'contact',
  'update',
  'note',
  'assigned',
  'escalated',
  'extended',
  'clock_half',
  'clock_most',
  'clock_over',
  'rated',
] as const

/**
 * A complaint or enquiry as it is kept. Instants are ISO 8601 with offset; amounts in minor units;
 * `statement` is the customer's words after redaction. `escalated` is a flag beside the state.
 */
export interface Ticket {
  /** Empty in a draft that has no number yet. */
  no: string
  /** How often it was stored: a change of an older state of it is refused. 0 when it is new. */
  version: number
  kind: TicketKind
  category: TicketCategory
  cause?: Cause | undefined
  severity: Severity
  state: TicketState
  escalated: boolean
  /** The id of the agent who looks after it. */
  assignee?: string | undefined
  locale: Locale
  region: string
  channel: 'web' | 'app' | 'wechat' | 'phone' | 'email' | 'human'
  conversationId: string
  customer: {
    role: 'merchant' | 'cardholder' | 'prospect' | 'other'
    nameMasked?: string | undefined
    contactRef: string
    vulnerable?: boolean | undefined
    representative?: boolean | undefined
  }
  transactionId?: string | undefined
  txn?:
    | {
        ref: References
        amountMinor?: number | undefined
        currency?: string | undefined
        /** An instant or a day; as the customer told it when there is no snapshot. */
        at?: string | undefined
        last4?: string | undefined
        recordSnapshot?: TransactionRecord | undefined
      }
    | undefined
  statement: string
  desiredOutcome?: string | undefined
  lossMinor?: number | undefined
  evidence: TicketEvidence[]
  clocks: TicketClock[]
  /** The earliest final date the customer is told. */
  dueAt: string
  history: TicketEvent[]
  resolution?:
    | {
        code: 'upheld' | 'partly_upheld' | 'not_upheld' | 'withdrawn' | 'referred' | 'goodwill'
        text: string
        redressMinor?: number | undefined
        nextInstance: string
      }
    | undefined
  csat?: 1 | 2 | 3 | 4 | 5 | undefined
  reopenedFrom?: string | undefined
  rootCauseConfirmed?: boolean | undefined
  createdAt: string
  updatedAt: string
  retentionUntil: string
  /** One open ticket per customer, transaction and category. */
  dedupeKey: string
}

/** A state in which the ticket still needs somebody. */
export function isOpen(state: TicketState): boolean {
  return !['resolved', 'closed', 'withdrawn', 'referred'].includes(state)
}
