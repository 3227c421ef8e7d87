import type { Concern } from '../src/domain/diagnosis/case-evidence.ts'
import type { IntentName, Understood } from '../src/ports/understanding.ts'

interface Angle {
  concern: Concern
  /** Who usually says so; a role that was named or signed in wins. */
  role: 'merchant' | 'cardholder'
}

const angles: Partial<Record<IntentName, Angle>> = {
  duplicate_charge: { concern: 'duplicate', role: 'cardholder' },
  refund_not_received: { concern: 'refund', role: 'cardholder' },
  preauth_hold: { concern: 'hold', role: 'cardholder' },
  charged_no_slip: { concern: 'charge', role: 'cardholder' },
  declined_but_charged: { concern: 'charge', role: 'cardholder' },
  unrecognized_charge: { concern: 'charge', role: 'cardholder' },
  settlement_window_question: { concern: 'payout', role: 'merchant' },
  payout_paid_not_credited: { concern: 'payout', role: 'merchant' },
  payout_destination_question: { concern: 'payout', role: 'merchant' },
  amount_mismatch: { concern: 'payout', role: 'merchant' },
  risk_hold_inquiry: { concern: 'payout', role: 'merchant' },
  dispute_response: { concern: 'payout', role: 'merchant' },
  receipt_retrieval: { concern: 'payout', role: 'merchant' },
}

const sureEnough = 0.5

/** Which track of the record the message is about, and who normally asks. */
export function angleOf({ intents }: Understood): Angle | undefined {
  const top = intents.find(({ name, confidence }) => angles[name] && confidence >= sureEnough)
  return top ? angles[top.name] : undefined
}
