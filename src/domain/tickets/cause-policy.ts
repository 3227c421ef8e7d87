import type { Cause } from '../diagnosis/causes.ts'
import type { Severity, TicketCategory, TicketKind } from './ticket.ts'

/** What has to be the case before a ticket or a person is due. */
export const escalationTimes = [
  'at_once',
  'after_ticket_from',
  'after_business_days',
  'after_calendar_days',
  'after_hours',
  'past_deadline',
  'past_public_time',
  'if_refused',
  'if_contradicted',
  'never',
] as const
export type EscalationTime = (typeof escalationTimes)[number]

/** `n` counts days or hours from the sale, the payout or the refund. `human`: no ticket alone. */
export interface Escalation {
  when: EscalationTime
  n?: number | undefined
  severity: Severity
  human: boolean
}

export type Fixer =
  | 'nobody'
  | 'customer'
  | 'merchant'
  | 'issuer'
  | 'acquirer'
  | 'receiving_bank'
  | 'provider'
  | 'risk_team'
  | 'authority'
  | 'police'
  | 'regulator'
  | 'complaints_team'

/** How a cause becomes a ticket. `severity` is the one its ticket opens with when it is due. */
export interface CausePolicy {
  category: TicketCategory
  kind: TicketKind
  severity: Severity
  fixedBy: readonly Fixer[]
  escalation: Escalation
}

type Row = [
  category: TicketCategory,
  kind: TicketKind,
  severity: Severity,
  fixedBy: readonly Fixer[],
  escalation: Escalation,
]

/** Category, kind, severity and escalation of every cause; one left out does not compile. */
export const causePolicy: Readonly<Record<Cause, CausePolicy>> = {
  RC_WITHIN_WINDOW: policy(['payout_late', 'enquiry', 'P3', ['nobody'], afterTicketFrom('P3')]),
  RC_AFTER_CUTOFF: policy(['payout_late', 'enquiry', 'P3', ['nobody'], afterTicketFrom('P3')]),
  RC_NON_WORKING_DAY: policy(['payout_late', 'enquiry', 'P3', ['nobody'], afterTicketFrom('P3')]),
  RC_PAYOUT_SCHEDULE: policy(['payout_late', 'enquiry', 'P4', ['merchant'], never()]),
  RC_FIRST_PAYOUT: policy(['payout_late', 'enquiry', 'P3', ['provider'], afterTicketFrom('P3')]),
  RC_DECLINED: policy([
    'declined',
    'enquiry',
    'P4',
    ['customer', 'issuer'],
    calendarDays(14, 'P3'),
  ]),
  RC_TIMEOUT_REVERSED: policy(['one_sided', 'enquiry', 'P3', ['acquirer'], businessDays(3, 'P3')]),
  RC_ONE_SIDED: policy([
    'one_sided',
    'enquiry',
    'P3',
    ['acquirer', 'issuer'],
    businessDays(7, 'P2'),
  ]),
  RC_NOT_CAPTURED: policy(['payout_missing', 'enquiry', 'P3', ['merchant'], pastDeadline('P2')]),
  RC_OFFLINE_NOT_UPLOADED: policy([
    'terminal_fault',
    'technical',
    'P3',
    ['merchant'],
    hours(24, 'P3'),
  ]),
  RC_VOIDED: policy(['payout_missing', 'enquiry', 'P4', ['merchant'], ifContradicted('P3')]),
  RC_REVERSED_BY_CASHIER: policy([
    'payout_missing',
    'enquiry',
    'P4',
    ['merchant'],
    ifContradicted('P3'),
  ]),
  RC_ENTRY_ERROR: policy(['amount_mismatch', 'enquiry', 'P3', ['merchant'], ifRefused('P3')]),
  RC_WRONG_PROVIDER: policy([
    'payout_missing',
    'enquiry',
    'P4',
    ['customer'],
    ifContradicted('P3'),
  ]),
  RC_NET_OF_FEES: policy(['fee_dispute', 'enquiry', 'P4', ['nobody'], ifContradicted('P3')]),
  RC_NETTED: policy(['amount_mismatch', 'enquiry', 'P4', ['nobody'], ifContradicted('P3')]),
  RC_DUPLICATE_CHARGE: policy(['duplicate_charge', 'enquiry', 'P3', ['merchant'], atOnce('P3')]),
  RC_SETTLE_ACCOUNT_INVALID: policy([
    'payout_failed',
    'enquiry',
    'P2',
    ['merchant', 'acquirer'],
    atOnce('P2'),
  ]),
  RC_ACCOUNT_LIMIT: policy([
    'payout_failed',
    'enquiry',
    'P3',
    ['merchant', 'receiving_bank'],
    atOnce('P3'),
  ]),
  RC_OLD_ACCOUNT: policy([
    'payout_destination',
    'enquiry',
    'P3',
    ['merchant'],
    ifContradicted('P3'),
  ]),
  RC_BANK_POSTING_DELAY: policy([
    'payout_missing',
    'enquiry',
    'P3',
    ['receiving_bank'],
    businessDays(5, 'P2'),
  ]),
  RC_RISK_HOLD: policy([
    'risk_hold',
    'enquiry',
    'P3',
    ['merchant', 'risk_team'],
    afterTicketFrom('P2'),
  ]),
  RC_KYC_EXPIRED: policy(['risk_hold', 'enquiry', 'P3', ['merchant'], businessDays(3, 'P3')]),
  RC_MERCHANT_LIMIT: policy(['risk_hold', 'enquiry', 'P4', ['merchant', 'acquirer'], never()]),
  RC_DISPUTE_HOLD: policy([
    'chargeback',
    'dispute_support',
    'P3',
    ['merchant'],
    pastDeadline('P2'),
  ]),
  RC_JUDICIAL_FREEZE: policy([
    'payout_failed',
    'enquiry',
    'P2',
    ['authority'],
    atOnce('P2', 'human'),
  ]),
  RC_REGULATORY: policy(['payout_late', 'enquiry', 'P3', ['provider'], never()]),
  RC_ACQUIRER_INCIDENT: policy([
    'payout_late',
    'enquiry',
    'P3',
    ['provider'],
    pastPublicTime('P2'),
  ]),
  RC_BANK_DELAY: policy([
    'payout_late',
    'enquiry',
    'P3',
    ['receiving_bank'],
    businessDays(2, 'P3'),
  ]),
  RC_TERMINAL_FAULT: policy([
    'terminal_fault',
    'technical',
    'P4',
    ['merchant', 'acquirer'],
    hours(24, 'P3'),
  ]),
  RC_NETWORK: policy(['terminal_fault', 'technical', 'P4', ['merchant'], hours(24, 'P3')]),
  RC_ERQING: policy([
    'fraud_unlicensed',
    'fraud',
    'P1',
    ['police', 'regulator'],
    atOnce('P1', 'human'),
  ]),
  RC_ACTIVATION_DEPOSIT: policy(['mis_selling', 'complaint', 'P2', ['acquirer'], atOnce('P2')]),
  RC_FRAUD_VICTIM: policy(['fraud', 'fraud', 'P1', ['issuer', 'police'], atOnce('P1', 'human')]),
  RC_FRAUD_ATTEMPT: policy(['fraud', 'fraud', 'P1', ['issuer', 'police'], atOnce('P1', 'human')]),
  RC_UNAUTHORISED: policy(['unauthorised', 'fraud', 'P1', ['issuer'], atOnce('P1', 'human')]),
  RC_MALICIOUS_REFUND: policy([
    'fraud',
    'fraud',
    'P2',
    ['merchant', 'acquirer', 'police'],
    atOnce('P2'),
  ]),
  RC_CASHOUT: policy(['other', 'enquiry', 'P4', ['nobody'], never()]),
  RC_REFUND_IN_PROGRESS: policy([
    'refund_late',
    'enquiry',
    'P3',
    ['nobody'],
    businessDays(10, 'P3'),
  ]),
  RC_REFUND_FAILED: policy(['refund_failed', 'enquiry', 'P3', ['merchant'], ifRefused('P3')]),
  RC_REFUND_AS_REVERSAL: policy(['refund_late', 'enquiry', 'P4', ['nobody'], never()]),
  RC_PREAUTH_OPEN: policy([
    'preauth_hold',
    'enquiry',
    'P3',
    ['merchant', 'issuer'],
    pastDeadline('P3'),
  ]),
  RC_COMPLAINT_OVERDUE: policy([
    'complaint_overdue',
    'complaint',
    'P1',
    ['complaints_team'],
    atOnce('P1', 'human'),
  ]),
  RC_NOT_FOUND: policy(['payout_missing', 'enquiry', 'P3', ['customer'], ifContradicted('P3')]),
}

function policy([category, kind, severity, fixedBy, escalation]: Row): CausePolicy {
  return { category, kind, severity, fixedBy, escalation }
}

function atOnce(severity: Severity, human?: 'human'): Escalation {
  return { when: 'at_once', severity, human: human === 'human' }
}

function afterTicketFrom(severity: Severity): Escalation {
  return { when: 'after_ticket_from', severity, human: false }
}

function businessDays(n: number, severity: Severity): Escalation {
  return { when: 'after_business_days', n, severity, human: false }
}

function calendarDays(n: number, severity: Severity): Escalation {
  return { when: 'after_calendar_days', n, severity, human: false }
}

function hours(n: number, severity: Severity): Escalation {
  return { when: 'after_hours', n, severity, human: false }
}

/** A hold about to expire, an answer that is due. */
function pastDeadline(severity: Severity): Escalation {
  return { when: 'past_deadline', severity, human: false }
}

function pastPublicTime(severity: Severity): Escalation {
  return { when: 'past_public_time', severity, human: false }
}

function ifRefused(severity: Severity): Escalation {
  return { when: 'if_refused', severity, human: false }
}

/** The customer, the slip or the contract says otherwise. */
function ifContradicted(severity: Severity): Escalation {
  return { when: 'if_contradicted', severity, human: false }
}

function never(): Escalation {
  return { when: 'never', severity: 'P4', human: false }
}
