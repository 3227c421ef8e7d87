import type { Cue, QuestionSlot } from '../domain/diagnosis/story.ts'
import type { Locale } from '../domain/locale.ts'

/** What a message may want. Several at once are possible. */
export const intentNames = [
  'money_not_arrived',
  'settlement_window_question',
  'charged_no_slip',
  'duplicate_charge',
  'refund_not_received',
  'preauth_hold',
  'response_code_question',
  'payout_destination_question',
  'amount_mismatch',
  'fraud_report',
  'fraud_check',
  'fraud_suspected',
  'illegal_cashout_request',
  'risk_hold_inquiry',
  'check_status',
  'file_complaint',
  'complaint_status',
  'complaint_escalation',
  'complaint_withdrawal',
  'talk_to_human',
  'security_question',
  'unrecognized_charge',
  'receipt_retrieval',
  'dispute_response',
  'pos_application_info',
  'terminal_fault',
  'contingency_plan',
  'correct_details',
  'contact_channels',
  'payout_paid_not_credited',
  'provide_details',
  'void_question',
  'privacy_request',
  'resolved_close',
  'declined_but_charged',
  'knowledge_question',
  'greeting',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'dont_know',
  'refuse_to_say',
  'why_asked',
  'repeat',
  'start_over',
  'cancel',
  'wait_a_moment',
  'abuse',
  'self_harm',
  'bot_identity',
  'switch_language',
  'out_of_scope',
] as const
export type IntentName = (typeof intentNames)[number]

/** Where in the message it was said: UTF-16 offsets, `end` exclusive. */
interface Span {
  text: string
  start: number
  end: number
  /** Named only to say that it is wrong: the second of "4471, not 4417". */
  mistaken?: true | undefined
}

/** How a payment was made. */
export type PaymentChannel = 'card' | 'qr' | 'online' | 'app'

export type AmountRole = 'sale' | 'received' | 'recorded' | 'fee' | 'loss'

export type ReferenceType =
  | 'last4'
  | 'rrn'
  | 'orderNo'
  | 'authCode'
  | 'terminalId'
  | 'merchantId'
  | 'batchNo'
  | 'code'
  | 'ticketNo'
  | 'country'
  | 'region'
  | 'provider'

/** One thing a message names. Amounts in minor units; days and times in the customer's zone. */
export type Entity =
  | (Span & {
      type: 'amount'
      minor: number
      /** The upper end when a range was named; `minor` is then the lower one. */
      maxMinor?: number | undefined
      /** Absent when no currency was named. */
      currency?: string | undefined
      role?: AmountRole | undefined
      approximate?: boolean | undefined
    })
  | (Span & { type: 'date'; iso: string; alternatives?: string[] | undefined })
  | (Span & { type: 'time'; iso: string })
  | (Span & { type: 'elapsed'; days: number })
  | (Span & { type: 'channel'; value: PaymentChannel })
  | (Span & { type: 'role'; value: 'merchant' | 'cardholder' })
  | (Span & { type: ReferenceType; value: string })

/**
 * What only describes a payment. No question of ours is answered with it, so a message that names
 * nothing else has named nothing.
 */
export function isCircumstance({ type }: Entity): boolean {
  return type === 'provider' || type === 'channel' || type === 'region'
}

export interface Understood {
  language: Locale
  /** Best first; confidence 0..1, calibrated. Empty when nothing is recognised. */
  intents: { name: IntentName; confidence: number }[]
  entities: Entity[]
  cues: Cue[]
}

export interface UnderstandingContext {
  now: Date
  /** IANA zone of the customer: relative days and ambiguous times are read in it. */
  timeZone: string
  /** The language spoken so far; decides when a message shows none (`10000`, `ok`). */
  locale: Locale
  expecting?: QuestionSlot | undefined
}

/** Turns a message into what it wants and names. Pure and synchronous; never throws. */
export interface Understanding {
  understand(text: string, context: UnderstandingContext): Understood
}
