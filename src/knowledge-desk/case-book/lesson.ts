import type { Cause } from '../../domain/diagnosis/causes.ts'
import type { TicketCategory } from '../../domain/tickets/ticket.ts'

/** What a case was about: its cause, or its category where no cause was found. */
export type Subject = Cause | TicketCategory

/** What lessons are kept for: every cause, and the categories that no cause stands for. */
export type LessonSubject =
  | Cause
  | 'onboarding'
  | 'service_quality'
  | 'privacy'
  | 'receipt_retrieval'
  | 'other'

/** A reviewed lesson, in one language. */
export interface Lesson {
  /** What puts such a case right. */
  helps: string
  /** What keeps it from happening, or from taking long. */
  avoid: string
}

/** The subject whose lesson fits a category without a cause best. */
const ofCategory: Record<TicketCategory, LessonSubject> = {
  payout_late: 'RC_BANK_DELAY',
  payout_failed: 'RC_SETTLE_ACCOUNT_INVALID',
  payout_destination: 'RC_OLD_ACCOUNT',
  payout_missing: 'RC_BANK_POSTING_DELAY',
  risk_hold: 'RC_RISK_HOLD',
  fee_dispute: 'RC_NET_OF_FEES',
  amount_mismatch: 'RC_NETTED',
  duplicate_charge: 'RC_DUPLICATE_CHARGE',
  one_sided: 'RC_ONE_SIDED',
  refund_late: 'RC_REFUND_IN_PROGRESS',
  refund_failed: 'RC_REFUND_FAILED',
  preauth_hold: 'RC_PREAUTH_OPEN',
  declined: 'RC_DECLINED',
  unauthorised: 'RC_UNAUTHORISED',
  fraud: 'RC_FRAUD_VICTIM',
  fraud_unlicensed: 'RC_ERQING',
  chargeback: 'RC_DISPUTE_HOLD',
  receipt_retrieval: 'receipt_retrieval',
  terminal_fault: 'RC_TERMINAL_FAULT',
  onboarding: 'onboarding',
  service_quality: 'service_quality',
  mis_selling: 'RC_ACTIVATION_DEPOSIT',
  privacy: 'privacy',
  complaint_overdue: 'RC_COMPLAINT_OVERDUE',
  other: 'other',
}

/** The subject under which the lesson of a case stands. */
export function lessonSubject(subject: Subject): LessonSubject {
  return isCategory(subject) ? ofCategory[subject] : subject
}

/** Whether a case went without a cause. */
export function isCategory(subject: Subject): subject is TicketCategory {
  return Object.hasOwn(ofCategory, subject)
}

/** The article that says more on each subject. */
export const lessonArticles: Record<LessonSubject, string> = {
  RC_WITHIN_WINDOW: 'settlement/t1-d1-t0-d0',
  RC_AFTER_CUTOFF: 'settlement/cut-off',
  RC_NON_WORKING_DAY: 'settlement/holidays',
  RC_PAYOUT_SCHEDULE: 'settlement/payout-schedule',
  RC_FIRST_PAYOUT: 'settlement/first-payout',
  RC_DECLINED: 'codes/overview',
  RC_TIMEOUT_REVERSED: 'codes/68-timeout',
  RC_ONE_SIDED: 'transaction/do-not-pay-twice',
  RC_NOT_CAPTURED: 'transaction/close-the-batch',
  RC_OFFLINE_NOT_UPLOADED: 'transaction/close-the-batch',
  RC_VOIDED: 'transaction/void-or-refund',
  RC_REVERSED_BY_CASHIER: 'transaction/void-or-refund',
  RC_ENTRY_ERROR: 'transaction/void-or-refund',
  RC_WRONG_PROVIDER: 'transaction/slip-and-rrn',
  RC_NET_OF_FEES: 'settlement/net-of-fees',
  RC_NETTED: 'settlement/netting',
  RC_DUPLICATE_CHARGE: 'transaction/duplicate-charge',
  RC_SETTLE_ACCOUNT_INVALID: 'settlement/payout-returned',
  RC_ACCOUNT_LIMIT: 'settlement/type-ii-account',
  RC_OLD_ACCOUNT: 'settlement/changed-account',
  RC_BANK_POSTING_DELAY: 'settlement/sent-not-credited',
  RC_RISK_HOLD: 'settlement/risk-hold-documents',
  RC_KYC_EXPIRED: 'settlement/risk-hold-documents',
  RC_MERCHANT_LIMIT: 'settlement/large-sales',
  RC_DISPUTE_HOLD: 'disputes/evidence',
  RC_JUDICIAL_FREEZE: 'settlement/risk-hold',
  RC_REGULATORY: 'merchant/rules-and-licences',
  RC_ACQUIRER_INCIDENT: 'merchant/contingency-plan',
  RC_BANK_DELAY: 'start/why-late',
  RC_TERMINAL_FAULT: 'merchant/terminal-care',
  RC_NETWORK: 'merchant/network',
  RC_ERQING: 'fraud/unlicensed-settlement',
  RC_ACTIVATION_DEPOSIT: 'fraud/activation-fee',
  RC_FRAUD_VICTIM: 'fraud/already-lost-money',
  RC_FRAUD_ATTEMPT: 'fraud/fake-support',
  RC_UNAUTHORISED: 'transaction/unknown-charge',
  RC_MALICIOUS_REFUND: 'merchant/internal-control',
  RC_CASHOUT: 'fraud/cash-out',
  RC_REFUND_IN_PROGRESS: 'refund/refund-times',
  RC_REFUND_FAILED: 'refund/refund-failed',
  RC_REFUND_AS_REVERSAL: 'refund/refund-vanished',
  RC_PREAUTH_OPEN: 'transaction/pre-authorisation',
  RC_COMPLAINT_OVERDUE: 'complaints/how-we-handle',
  RC_NOT_FOUND: 'transaction/slip-and-rrn',
  onboarding: 'merchant/application-documents',
  service_quality: 'complaints/how-we-handle',
  privacy: 'privacy/card-numbers',
  receipt_retrieval: 'disputes/retrieval',
  other: 'merchant/case-lessons',
}
