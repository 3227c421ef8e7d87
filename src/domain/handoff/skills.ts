import type { Cause } from '../diagnosis/causes.ts'
import { causePolicy } from '../tickets/cause-policy.ts'
import type { TicketCategory } from '../tickets/ticket.ts'

/** What an agent may know well. A deployment gives its agents the ones they have. */
export const skills = ['fraud', 'payouts', 'refunds', 'disputes', 'terminal', 'general'] as const
export type Skill = (typeof skills)[number]

const skillOfCategory: Readonly<Record<TicketCategory, Skill>> = {
  payout_late: 'payouts',
  payout_failed: 'payouts',
  payout_destination: 'payouts',
  payout_missing: 'payouts',
  risk_hold: 'payouts',
  fee_dispute: 'payouts',
  amount_mismatch: 'payouts',
  duplicate_charge: 'refunds',
  one_sided: 'refunds',
  refund_late: 'refunds',
  refund_failed: 'refunds',
  preauth_hold: 'refunds',
  declined: 'terminal',
  unauthorised: 'fraud',
  fraud: 'fraud',
  fraud_unlicensed: 'fraud',
  chargeback: 'disputes',
  receipt_retrieval: 'disputes',
  terminal_fault: 'terminal',
  onboarding: 'general',
  service_quality: 'general',
  mis_selling: 'general',
  privacy: 'general',
  complaint_overdue: 'general',
  other: 'general',
}

/** What a conversation asks of whoever takes it: by its ticket, else by its cause. */
export function skillFor(known: {
  category?: TicketCategory | undefined
  cause?: Cause | undefined
}): Skill {
  const { category, cause } = known
  if (category) return skillOfCategory[category]
  return cause ? skillOfCategory[causePolicy[cause].category] : 'general'
}
