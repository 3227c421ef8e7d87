import type { Cue } from './story.ts'

/**
 * What was seen: in the record, the rules, the feeds, or told by the customer (`said_…`).
 * Causes are confirmed and denied by these names alone, so the catalogue reads as a table.
 */
export const recordObservations = [
  'nothing_found',
  'record_found',
  'payment_declined',
  'payment_approved',
  'captured',
  'outcome_unknown',
  'payment_reversed',
  'payment_voided',
  'auth_only',
  'hold_expiring',
  'is_preauth',
  'offline_not_uploaded',
  'timeout_code',
  'terminal_fault_code',
  'limit_code',
  'reversal_record',
  'reversed_after_approval',
  'held',
  'not_held',
  'hold_documents_expired',
  'hold_over_limit',
  'hold_new_rule',
  'hold_by_authority',
  'hold_below_minimum',
  'hold_first_payout',
  'hold_dispute',
  'netted',
  'not_netted',
  'available_not_paid',
  'payout_on_request',
  'payout_scheduled',
  'payout_came_back',
  'payout_not_returned',
  'return_reason_account',
  'return_reason_limit',
  'type_two_account',
  'net_over_type_two_limit',
  'payout_frozen',
  'payout_sent',
  'credited',
  'credited_net_of_fee',
  'to_old_account',
  'to_current_account',
  'account_changed_lately',
  'within_window',
  'overdue',
  'cutoff_moved_the_day',
  'days_off_moved_the_day',
  'no_day_off_in_between',
  'before_cutoff',
  'first_payout_window',
  'earlier_payouts_exist',
  'dispute_open',
  'no_dispute',
  'acquirer_incident',
  'bank_incident',
  'rule_incident',
  'no_incident',
  'merchant_unknown_to_acquirer',
  'merchant_documents_expired',
  'merchant_over_limit',
  'merchant_suspended',
  'complaint_past_its_clock',
  'refund_pending',
  'refund_pending_too_long',
  'refund_failed',
  'refund_succeeded',
  'refund_as_reversal',
  'no_refund_recorded',
  'without_refund',
  'refund_without_sale',
  'two_captures',
  'pair_with_one_reversed',
  'single_charge',
  'received_equals_net',
  'received_less_than_net',
  'fee_above_contract',
  'amount_differs_from_story',
  'amount_matches_story',
  'activation_sum',
] as const
export type RecordObservation = (typeof recordObservations)[number]

export type Observation = RecordObservation | `said_${Cue}`

/** Where an observation comes from, as it is shown to integrators. */
export type EvidenceSource =
  | 'transaction_record'
  | 'merchant_record'
  | 'payout_record'
  | 'complaint_record'
  | 'settlement_rule'
  | 'incident_feed'
  | 'customer'
