import type { Cause } from './causes.ts'
import type { Observation } from './observation.ts'

/**
 * One row of the catalogue of causes.
 * `prior`: how often it is the cause before anything is known, by who asks (0: never for that role);
 * our estimate, to be replaced by ticket statistics. `confirms`: how many times likelier each
 * observation makes it. `denies`: observations that rule it out, each worth telling the customer.
 */
export interface CauseRule {
  prior: { merchant: number; cardholder: number }
  confirms: Partial<Record<Observation, number>>
  denies: readonly Observation[]
}

const veryHigh = 0.3
const high = 0.15
const medium = 0.06
const low = 0.02
const rare = 0.004

/** An observation that settles the matter by itself; one that points strongly; one that hints. */
const decisive = 3000
const strong = 100
const hint = 8

export const catalogue: Record<Cause, CauseRule> = {
  RC_WITHIN_WINDOW: {
    prior: { merchant: veryHigh, cardholder: low },
    confirms: { within_window: hint, credited: 2, single_charge: hint },
    denies: [
      'overdue',
      'payout_came_back',
      'held',
      'payment_declined',
      'nothing_found',
      'outcome_unknown',
      'payment_reversed',
      'payment_voided',
      'auth_only',
    ],
  },
  RC_AFTER_CUTOFF: {
    prior: { merchant: high, cardholder: 0 },
    confirms: { cutoff_moved_the_day: strong },
    denies: ['before_cutoff', 'overdue', 'payout_came_back', 'credited', 'nothing_found'],
  },
  RC_NON_WORKING_DAY: {
    prior: { merchant: veryHigh, cardholder: 0 },
    confirms: { days_off_moved_the_day: strong },
    denies: ['no_day_off_in_between', 'overdue', 'payout_came_back', 'credited', 'nothing_found'],
  },
  RC_PAYOUT_SCHEDULE: {
    prior: { merchant: medium, cardholder: 0 },
    confirms: {
      payout_on_request: strong,
      hold_below_minimum: 60000,
      available_not_paid: strong,
      said_weekly_or_manual_payout: 30,
    },
    denies: ['payout_came_back', 'payout_sent', 'credited', 'nothing_found'],
  },
  RC_FIRST_PAYOUT: {
    prior: { merchant: medium, cardholder: 0 },
    confirms: { first_payout_window: decisive, hold_first_payout: 60000, said_first_payout: 30 },
    denies: ['earlier_payouts_exist', 'payout_came_back', 'credited', 'nothing_found'],
  },
  RC_DECLINED: {
    prior: { merchant: medium, cardholder: medium },
    confirms: {
      payment_declined: decisive,
      reversed_after_approval: strong,
      said_slip_declined: hint,
    },
    denies: ['payment_approved', 'outcome_unknown', 'payment_reversed'],
  },
  RC_TIMEOUT_REVERSED: {
    prior: { merchant: low, cardholder: medium },
    confirms: { timeout_code: strong, reversal_record: strong, payment_reversed: hint },
    denies: ['captured'],
  },
  RC_ONE_SIDED: {
    prior: { merchant: low, cardholder: medium },
    confirms: {
      said_bank_debited: 30,
      said_no_slip: 20,
      outcome_unknown: strong,
      nothing_found: hint,
      timeout_code: 2,
    },
    denies: ['captured', 'reversal_record', 'payment_voided', 'auth_only', 'said_bank_not_debited'],
  },
  RC_NOT_CAPTURED: {
    prior: { merchant: low, cardholder: 0 },
    confirms: { auth_only: 30000 },
    denies: ['captured', 'payment_declined'],
  },
  RC_OFFLINE_NOT_UPLOADED: {
    prior: { merchant: low, cardholder: rare },
    confirms: { offline_not_uploaded: 30000, said_offline_sale: 3000 },
    denies: ['captured', 'payment_declined'],
  },
  RC_VOIDED: {
    prior: { merchant: low, cardholder: low },
    confirms: { payment_voided: decisive, said_voided_by_merchant: hint },
    denies: ['captured'],
  },
  RC_REVERSED_BY_CASHIER: {
    prior: { merchant: low, cardholder: low },
    confirms: { payment_reversed: strong },
    denies: ['captured', 'timeout_code'],
  },
  RC_ENTRY_ERROR: {
    prior: { merchant: medium, cardholder: low },
    confirms: { amount_differs_from_story: 30000 },
    denies: ['amount_matches_story', 'received_equals_net'],
  },
  RC_WRONG_PROVIDER: {
    prior: { merchant: medium, cardholder: low },
    confirms: { said_slip_other_name: decisive, nothing_found: 2 },
    denies: ['captured', 'payment_approved', 'payment_declined', 'said_slip_name_matches'],
  },
  RC_NET_OF_FEES: {
    prior: { merchant: high, cardholder: 0 },
    confirms: { received_equals_net: decisive, credited_net_of_fee: hint },
    denies: ['received_less_than_net', 'payment_declined', 'payout_came_back', 'nothing_found'],
  },
  RC_NETTED: {
    prior: { merchant: medium, cardholder: 0 },
    confirms: { netted: 6000, received_less_than_net: strong },
    denies: ['not_netted', 'received_equals_net', 'payment_declined', 'nothing_found'],
  },
  RC_DUPLICATE_CHARGE: {
    prior: { merchant: rare, cardholder: medium },
    confirms: { two_captures: decisive, said_charged_twice: hint },
    denies: ['pair_with_one_reversed', 'single_charge', 'payment_declined'],
  },
  RC_SETTLE_ACCOUNT_INVALID: {
    prior: { merchant: high, cardholder: 0 },
    confirms: { return_reason_account: decisive, payout_came_back: hint },
    denies: ['payout_not_returned', 'credited', 'nothing_found', 'payment_declined'],
  },
  RC_ACCOUNT_LIMIT: {
    prior: { merchant: medium, cardholder: 0 },
    confirms: {
      return_reason_limit: decisive,
      type_two_account: 10,
      net_over_type_two_limit: 30,
    },
    denies: ['payout_not_returned', 'credited', 'nothing_found', 'payment_declined'],
  },
  RC_OLD_ACCOUNT: {
    prior: { merchant: medium, cardholder: 0 },
    confirms: { to_old_account: 6000, said_account_changed: hint },
    denies: ['to_current_account', 'said_account_not_changed', 'payment_declined', 'nothing_found'],
  },
  RC_BANK_POSTING_DELAY: {
    prior: { merchant: medium, cardholder: 0 },
    confirms: { payout_sent: strong },
    denies: ['payout_came_back', 'credited', 'payment_declined', 'nothing_found'],
  },
  RC_RISK_HOLD: {
    prior: { merchant: high, cardholder: 0 },
    confirms: { held: decisive, merchant_suspended: strong, said_documents_requested: hint },
    denies: ['not_held', 'payment_declined', 'nothing_found'],
  },
  RC_KYC_EXPIRED: {
    prior: { merchant: medium, cardholder: 0 },
    confirms: { hold_documents_expired: 30000, merchant_documents_expired: 30000 },
    denies: ['not_held', 'payment_declined', 'nothing_found'],
  },
  RC_MERCHANT_LIMIT: {
    prior: { merchant: low, cardholder: 0 },
    confirms: { hold_over_limit: 60000, merchant_over_limit: 60000 },
    denies: ['nothing_found'],
  },
  RC_DISPUTE_HOLD: {
    prior: { merchant: low, cardholder: rare },
    confirms: { dispute_open: 60000, hold_dispute: 60000 },
    denies: ['no_dispute'],
  },
  RC_JUDICIAL_FREEZE: {
    prior: { merchant: rare, cardholder: rare },
    confirms: { hold_by_authority: 3000000, payout_frozen: 30000 },
    denies: ['credited', 'payment_declined', 'nothing_found'],
  },
  RC_REGULATORY: {
    prior: { merchant: rare, cardholder: rare },
    confirms: { hold_new_rule: 3000000, rule_incident: 3000000 },
    denies: ['credited', 'payment_declined'],
  },
  RC_ACQUIRER_INCIDENT: {
    prior: { merchant: low, cardholder: low },
    confirms: { acquirer_incident: 6000 },
    denies: ['no_incident', 'credited', 'payment_declined'],
  },
  RC_BANK_DELAY: {
    prior: { merchant: low, cardholder: low },
    confirms: { bank_incident: 6000, overdue: 30 },
    denies: ['payment_declined', 'credited', 'payout_came_back', 'nothing_found', 'held'],
  },
  RC_TERMINAL_FAULT: {
    prior: { merchant: low, cardholder: 0.0005 },
    confirms: { terminal_fault_code: 30000, said_terminal_fault: 2000 },
    denies: ['captured', 'payment_reversed', 'reversal_record', 'auth_only'],
  },
  RC_NETWORK: {
    prior: { merchant: low, cardholder: 0.0005 },
    confirms: { said_network_fault: 2500 },
    denies: ['captured', 'payment_declined', 'payment_reversed', 'reversal_record', 'auth_only'],
  },
  RC_ERQING: {
    prior: { merchant: medium, cardholder: 0 },
    confirms: { merchant_unknown_to_acquirer: 60000, said_paid_by_person: 60000 },
    denies: [],
  },
  RC_ACTIVATION_DEPOSIT: {
    prior: { merchant: medium, cardholder: rare },
    confirms: { said_activation_fee: decisive, activation_sum: hint },
    denies: ['credited'],
  },
  RC_FRAUD_VICTIM: {
    prior: { merchant: rare, cardholder: rare },
    confirms: { said_loss_happened: 300000, said_card_data_given: 300000 },
    denies: [],
  },
  RC_FRAUD_ATTEMPT: {
    prior: { merchant: rare, cardholder: rare },
    confirms: {},
    denies: ['said_loss_happened'],
  },
  RC_UNAUTHORISED: {
    prior: { merchant: 0, cardholder: rare },
    confirms: { said_not_my_transaction: 600000 },
    denies: [],
  },
  RC_MALICIOUS_REFUND: {
    prior: { merchant: low, cardholder: 0 },
    confirms: {
      refund_without_sale: 60000,
      said_refund_without_sale: 30000,
      said_refund_to_other_card: 30000,
    },
    denies: [],
  },
  RC_CASHOUT: {
    prior: { merchant: 0, cardholder: 0 },
    confirms: {},
    denies: [],
  },
  RC_REFUND_IN_PROGRESS: {
    prior: { merchant: low, cardholder: veryHigh },
    confirms: { refund_pending: decisive, refund_succeeded: hint, refund_pending_too_long: 2 },
    denies: ['refund_failed', 'without_refund', 'nothing_found', 'payment_declined'],
  },
  RC_REFUND_FAILED: {
    prior: { merchant: low, cardholder: medium },
    confirms: { refund_failed: decisive },
    denies: ['refund_pending', 'refund_succeeded', 'without_refund', 'nothing_found'],
  },
  RC_REFUND_AS_REVERSAL: {
    prior: { merchant: 0, cardholder: medium },
    confirms: { refund_as_reversal: 6000, said_original_line_gone: strong },
    denies: ['refund_failed', 'without_refund', 'said_both_lines_present', 'nothing_found'],
  },
  RC_PREAUTH_OPEN: {
    prior: { merchant: 0, cardholder: high },
    confirms: { auth_only: decisive, is_preauth: hint, said_preauth: hint },
    denies: ['captured', 'payment_declined', 'nothing_found'],
  },
  RC_COMPLAINT_OVERDUE: {
    prior: { merchant: low, cardholder: low },
    confirms: { complaint_past_its_clock: 10, said_already_complained: 300 },
    denies: [],
  },
  RC_NOT_FOUND: {
    prior: { merchant: high, cardholder: high },
    confirms: { nothing_found: strong, no_refund_recorded: decisive },
    denies: ['record_found'],
  },
}
