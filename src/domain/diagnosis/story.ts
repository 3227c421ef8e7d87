/**
 * Plain statements about what happened, as far as the message makes them.
 * They feed the diagnosis as evidence from the story, never as facts of the record.
 */
export const cues = [
  'bank_debited',
  'bank_not_debited',
  'no_slip',
  'slip_approved',
  'slip_declined',
  'slip_other_name',
  'slip_name_matches',
  'not_my_transaction',
  'charged_twice',
  'paid_by_person',
  'activation_fee',
  'terminal_fault',
  'network_fault',
  'account_changed',
  'account_not_changed',
  'old_account_closed',
  'documents_requested',
  'documents_submitted',
  'refund_agreed',
  'refund_to_other_card',
  'refund_without_sale',
  'original_line_gone',
  'both_lines_present',
  'voided_by_merchant',
  'weekly_or_manual_payout',
  'first_payout',
  'offline_sale',
  'preauth',
  'shop_closed_or_refuses',
  'loss_happened',
  'card_data_given',
  'legal_threat',
  'vulnerable',
  'already_complained',
] as const
export type Cue = (typeof cues)[number]

/** What a question asks for, as it is published with it. */
export const publishedSlots = [
  'role',
  'amount',
  'date',
  'time',
  'last4',
  'rrn',
  'authCode',
  'orderNo',
  'terminalId',
  'merchantId',
  'slip',
  'code',
  'account',
  'documents',
  'candidate',
  'confirm',
  'consent',
  'ticketNo',
  'satisfaction',
  'other',
] as const
export type PublishedSlot = (typeof publishedSlots)[number]

/**
 * What the open question asks for; shifts the reading of bare numbers and short answers. A part of a
 * contingency plan is `other` to everybody else.
 */
export const questionSlots = [...publishedSlots, 'plan'] as const
export type QuestionSlot = (typeof questionSlots)[number]
