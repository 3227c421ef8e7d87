import type { Concern } from '../src/domain/diagnosis/case-evidence.ts'
import type { Cue } from '../src/domain/diagnosis/story.ts'
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
  amount_mismatch: { concern: 'amount', role: 'merchant' },
  risk_hold_inquiry: { concern: 'payout', role: 'merchant' },
  dispute_response: { concern: 'payout', role: 'merchant' },
  receipt_retrieval: { concern: 'payout', role: 'merchant' },
}

const sureEnough = 0.5

/** What a statement says of it when the wish itself is vague ("it has not arrived"). */
const toldAngles: Partial<Record<Cue, Angle>> = {
  bank_debited: { concern: 'charge', role: 'cardholder' },
  charged_twice: { concern: 'duplicate', role: 'cardholder' },
  refund_agreed: { concern: 'refund', role: 'cardholder' },
  original_line_gone: { concern: 'refund', role: 'cardholder' },
  preauth: { concern: 'hold', role: 'cardholder' },
  voided_by_merchant: { concern: 'charge', role: 'cardholder' },
  not_my_transaction: { concern: 'charge', role: 'cardholder' },
  paid_by_person: { concern: 'payout', role: 'merchant' },
  documents_requested: { concern: 'payout', role: 'merchant' },
  documents_submitted: { concern: 'payout', role: 'merchant' },
  account_changed: { concern: 'payout', role: 'merchant' },
  first_payout: { concern: 'payout', role: 'merchant' },
  weekly_or_manual_payout: { concern: 'payout', role: 'merchant' },
}

/** So sure must a guess be to stand against what is known of the customer. */
const sureAgainstRole = 0.85

/**
 * Which track of the record the message is about, and who normally asks. "Still not received" from a
 * known merchant is about takings, though a refund was guessed.
 */
export function angleOf(
  { intents, cues }: Understood,
  knownRole: Angle['role'] | undefined,
): Angle | undefined {
  for (const { name, confidence } of intents) {
    const angle = angles[name]
    if (!angle || confidence < sureEnough) continue
    if (knownRole && contradicts(angle, knownRole) && confidence < sureAgainstRole) continue
    return angle
  }
  const cue = cues.find((each) => toldAngles[each])
  return cue ? toldAngles[cue] : undefined
}

/** A wrong sum is met on both sides. */
function contradicts({ concern, role }: Angle, known: Angle['role']): boolean {
  return role !== known && concern !== 'amount'
}
