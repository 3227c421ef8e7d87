import type {
  Severity,
  TicketCategory,
  TicketKind,
  TicketState,
} from '../../src/domain/tickets/ticket.ts'

/** What a customer reads for the codes of a ticket; a code without a word does not compile. */
export interface TicketWords {
  kinds: Readonly<Record<TicketKind, string>>
  categories: Readonly<Record<TicketCategory, string>>
  severities: Readonly<Record<Severity, string>>
  states: Readonly<Record<TicketState, string>>
}

export const ticketsEn: TicketWords = {
  kinds: {
    enquiry: 'question',
    complaint: 'complaint',
    fraud: 'fraud report',
    dispute_support: 'help with a disputed payment',
    technical: 'technical problem',
  },
  categories: {
    payout_late: 'the payout is late',
    payout_failed: 'the payout failed or was returned',
    payout_destination: 'the payout went to a different account',
    payout_missing: 'the money was sent but has not arrived',
    risk_hold: 'the money is held for a check',
    fee_dispute: 'a question about fees',
    amount_mismatch: 'the amount is not what it should be',
    duplicate_charge: 'charged twice',
    one_sided: 'the card was debited but the sale failed',
    refund_late: 'the refund is late',
    refund_failed: 'the refund failed',
    preauth_hold: 'a card hold has not been released',
    declined: 'the card was declined',
    unauthorised: 'a payment the cardholder did not make',
    fraud: 'suspected fraud',
    fraud_unlicensed: 'money passed through an unlicensed intermediary',
    chargeback: 'a payment disputed by the cardholder',
    receipt_retrieval: 'a copy of the slip is needed',
    terminal_fault: 'a problem with the terminal',
    onboarding: 'applying for card acceptance',
    service_quality: 'the quality of service',
    mis_selling: 'promised something else when it was sold',
    privacy: 'personal data',
    complaint_overdue: 'a complaint that was not answered in time',
    other: 'something else',
  },
  severities: {
    P1: 'urgent',
    P2: 'high priority',
    P3: 'normal priority',
    P4: 'low priority',
  },
  states: {
    draft: 'not sent yet',
    submitted: 'received',
    acknowledged: 'received and registered',
    investigating: 'being looked into',
    waiting_customer: 'waiting for your reply',
    waiting_third_party: 'waiting for an answer from the bank or another institution',
    resolved: 'answered',
    closed: 'closed',
    withdrawn: 'withdrawn by you',
    referred: 'passed on to the institution in charge',
    reopened: 'opened again',
  },
}
