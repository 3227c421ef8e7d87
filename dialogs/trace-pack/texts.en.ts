import type { ContactProblem } from '../../src/domain/complaints/route-contact.ts'
import type {
  ClearingState,
  DisputeState,
  PaymentState,
  PayoutState,
  RefundState,
  SettlementState,
} from '../../src/domain/transaction.ts'

/** What a sentence to a bank may name; what is not known is left out of it. */
export interface SentenceParts {
  when?: string | undefined
  amount?: string | undefined
  /** `RRN 0012…`, the best reference there is. */
  reference?: string | undefined
  last4?: string | undefined
}

const joined = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ')
const payment = ({ when, amount, reference, last4 }: SentenceParts) =>
  joined([
    amount && `of ${amount}`,
    when && `on ${when}`,
    last4 && `card ending ${last4}`,
    reference && `reference ${reference}`,
  ])

export const en = {
  title: 'Details for tracing a payment',
  made: (when: string) => `Put together on ${when}`,
  sections: {
    whom: 'Whom to tell it to',
    payment: 'The payment',
    record: 'What the record shows',
    say: 'What to say',
    ask: 'What to ask for',
  },
  rows: {
    contact: 'Contact',
    customer: 'For',
    amount: 'Amount',
    fee: 'Fee',
    net: 'Net',
    when: 'Time of payment',
    tradeDay: 'Settlement day',
    type: 'Kind',
    last4: 'Card, last four digits',
    rrn: 'Reference number (RRN)',
    arn: 'Acquirer reference (ARN)',
    traceRef: 'Trace number of the payout',
    refundRef: 'Reference of the refund',
    authCode: 'Authorisation code',
    orderNo: 'Order number',
    stan: 'System trace number',
    batchNo: 'Batch',
    terminalId: 'Terminal',
    merchantId: 'Merchant number',
    descriptor: 'As the statement shows it',
    responseCode: 'Response code',
    payment: 'Payment',
    clearing: 'Clearing',
    settlement: 'Settlement',
    payout: 'Payout',
    refund: 'Refund',
    dispute: 'Dispute',
    source: 'Source',
    asOf: 'As of',
    ticket: 'Our ticket',
    answerBy: 'Answer due by',
  },
  fresh: 'read from the record just now',
  snapshot: (when: string) => `a copy of ${when}: the system does not answer right now`,
  staleRecord: 'the system itself says that this may be out of date',
  noRecord: 'There is no record here: what stands above was told by the customer.',
  payoutTo: (last4: string) => `to the account ending ${last4}`,
  on: (text: string, when: string) => `${text} (${when})`,
  never: 'Nobody needs a full card number, a PIN or a code for this. Please give none.',
  types: {
    sale: 'sale',
    preauth: 'pre-authorisation',
    preauth_completion: 'completion of a pre-authorisation',
    void: 'cancellation',
    refund: 'refund',
    reversal: 'reversal',
    unknown: 'not reported',
  },
  paymentStates: {
    created: 'started, not finished',
    pending_customer: 'waits for the payer',
    processing: 'being processed, no result yet',
    authorized: 'authorised only: held, not charged',
    partially_authorized: 'authorised in part',
    captured: 'approved and charged',
    declined: 'declined',
    failed: 'failed',
    canceled: 'cancelled',
    reversed: 'reversed',
    expired: 'expired',
    unknown: 'result not known',
  } satisfies Record<PaymentState, string> as Record<PaymentState, string>,
  clearingStates: {
    not_cleared: 'not submitted yet',
    submitted: 'submitted to the network',
    cleared: 'cleared by the network',
    rejected: 'rejected by the network',
    not_reported: 'not reported',
  } satisfies Record<ClearingState, string> as Record<ClearingState, string>,
  settlementStates: {
    not_applicable: 'none for this payment',
    pending: 'pending',
    held: 'held for a check',
    available: 'settled, ready to pay out',
    netted: 'set off against other items',
    not_reported: 'not reported',
  } satisfies Record<SettlementState, string> as Record<SettlementState, string>,
  payoutStates: {
    none: 'none yet',
    scheduled: 'scheduled',
    in_transit: 'on its way',
    sent: 'sent; the receiving bank has not confirmed it',
    credited: 'confirmed by the receiving bank',
    failed: 'failed',
    returned: 'returned by the receiving bank',
    frozen: 'frozen',
    canceled: 'cancelled',
    not_reported: 'not reported',
  } satisfies Record<PayoutState, string> as Record<PayoutState, string>,
  refundStates: {
    none: 'none',
    requires_action: 'waits for somebody to act',
    pending: 'pending',
    succeeded: 'sent to the card’s bank',
    failed: 'failed',
    canceled: 'cancelled',
  } satisfies Record<RefundState, string> as Record<RefundState, string>,
  disputeStates: {
    none: 'none',
    inquiry: 'the bank has asked',
    needs_response: 'waits for an answer',
    under_review: 'under review',
    won: 'decided for the merchant',
    lost: 'decided for the cardholder',
    accepted: 'accepted',
    closed: 'closed',
  } satisfies Record<DisputeState, string> as Record<DisputeState, string>,
  sentence: (problem: ContactProblem, parts: SentenceParts): string | undefined => {
    const what = payment(parts)
    const trace = 'Please look for it by the reference number and give me a case number.'
    switch (problem) {
      case 'payout':
        return `I took a card payment ${what}. The payout has not reached my account. Has it been sent, when, to which last four digits, and under which trace number? ${trace}`
      case 'hold':
        return `The settlement of a card payment ${what} is being held. Please tell me the reason, which documents you need, and by when it is decided.`
      case 'fee':
        return `I took a card payment ${what}. Please explain every deduction from it.`
      case 'debit':
        return `My card was debited with a payment ${what}, and it was not completed. Is it final or only held, and by when does it go back? ${trace}`
      case 'refund_not_posted':
      case 'refund_not_submitted':
        return `A refund is due to me for a payment ${what}. Has it reached you, on which day was it posted, or has it never come? ${trace}`
      case 'preauth':
        return `There is still a hold on my card for a payment ${what}. Please release it and confirm that.`
      case 'unauthorised':
        return `I did not make a payment ${what}. Please block the card, register my report and give me its reference.`
      default:
        return what === '' ? undefined : `It is about a payment ${what}. ${trace}`
    }
  },
}

export type TracePackTexts = typeof en
