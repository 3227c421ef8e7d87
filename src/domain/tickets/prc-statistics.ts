import type { Ticket, TicketCategory } from './ticket.ts'

/*
 * The three codes of the PRC complaint statistics for banks (JR/T 0169-2018): by channel, business
 * and reason.
 */

/** C: the ten reasons. */
export const prcReasons = {
  C1: 'service attitude and quality',
  C2: 'facilities, equipment and systems',
  C3: 'rules and process',
  C4: 'marketing',
  C5: 'disclosure',
  C6: 'product return',
  C7: 'free choice',
  C8: 'contract terms',
  C9: 'safety of funds',
  C10: 'information security',
} as const
export type PrcReason = keyof typeof prcReasons

/** A: where the complaint arose, as far as our channels tell them apart. */
export type PrcChannel =
  | 'front.electronic.net'
  | 'front.electronic.mobile'
  | 'front.electronic.public_platform'
  | 'front.electronic.phone'
  | 'front.branch'

/** B: the business it is about. */
export type PrcBusiness = 'cards' | 'payment_and_settlement' | 'other'

export interface PrcStatistic {
  channel: PrcChannel
  business: PrcBusiness
  reason: PrcReason
}

const byCategory: Readonly<Record<TicketCategory, Omit<PrcStatistic, 'channel'>>> = {
  payout_late: { business: 'payment_and_settlement', reason: 'C3' },
  payout_failed: { business: 'payment_and_settlement', reason: 'C2' },
  payout_destination: { business: 'payment_and_settlement', reason: 'C3' },
  payout_missing: { business: 'payment_and_settlement', reason: 'C2' },
  risk_hold: { business: 'payment_and_settlement', reason: 'C3' },
  fee_dispute: { business: 'payment_and_settlement', reason: 'C5' },
  amount_mismatch: { business: 'payment_and_settlement', reason: 'C5' },
  duplicate_charge: { business: 'cards', reason: 'C2' },
  one_sided: { business: 'cards', reason: 'C2' },
  refund_late: { business: 'cards', reason: 'C3' },
  refund_failed: { business: 'cards', reason: 'C2' },
  preauth_hold: { business: 'cards', reason: 'C3' },
  declined: { business: 'cards', reason: 'C3' },
  unauthorised: { business: 'cards', reason: 'C9' },
  fraud: { business: 'payment_and_settlement', reason: 'C9' },
  fraud_unlicensed: { business: 'payment_and_settlement', reason: 'C9' },
  chargeback: { business: 'cards', reason: 'C3' },
  receipt_retrieval: { business: 'cards', reason: 'C3' },
  terminal_fault: { business: 'payment_and_settlement', reason: 'C2' },
  onboarding: { business: 'payment_and_settlement', reason: 'C3' },
  service_quality: { business: 'other', reason: 'C1' },
  mis_selling: { business: 'payment_and_settlement', reason: 'C4' },
  privacy: { business: 'other', reason: 'C10' },
  complaint_overdue: { business: 'other', reason: 'C1' },
  other: { business: 'other', reason: 'C3' },
}

const byChannel: Readonly<Record<Ticket['channel'], PrcChannel>> = {
  web: 'front.electronic.net',
  email: 'front.electronic.net',
  app: 'front.electronic.mobile',
  wechat: 'front.electronic.public_platform',
  phone: 'front.electronic.phone',
  human: 'front.branch',
}

/** How a ticket counts in the statistics. A contract term under dispute counts as C8. */
export function prcStatistic({
  category,
  channel,
  kind,
}: Pick<Ticket, 'category' | 'channel' | 'kind'>): PrcStatistic {
  const { business, reason } = byCategory[category]
  const overTerms = category === 'fee_dispute' && kind === 'complaint'
  return { channel: byChannel[channel], business, reason: overTerms ? 'C8' : reason }
}
