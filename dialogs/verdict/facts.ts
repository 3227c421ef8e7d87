/** What the words of a verdict may name, already formatted for the customer's language. */
export interface VerdictFacts {
  role: 'merchant' | 'cardholder'
  /** The sale as recorded, or as told when there is no record. */
  amount?: string | undefined
  saleWhen?: string | undefined
  card?: string | undefined
  tradeDay?: string | undefined
  expected?: string | undefined
  /** The time that has passed, when the money is overdue. */
  wasDue?: string | undefined
  ticketFrom?: string | undefined
  overdue: boolean
  provisional: boolean
  /** The last four of the account the payout went to, the old one and the current one. */
  to?: string | undefined
  oldTo?: string | undefined
  currentTo?: string | undefined
  creditedWhen?: string | undefined
  net?: string | undefined
  fee?: string | undefined
  received?: string | undefined
  payoutAmount?: string | undefined
  told?: string | undefined
  reason?: string | undefined
  documents?: string | undefined
  /** On record, and only by the customer's word. */
  submitted: boolean
  saidSubmitted: boolean
  refundAmount?: string | undefined
  refundWhen?: string | undefined
  refundRef?: string | undefined
  disputeDue?: string | undefined
  releaseBy?: string | undefined
  incident?: string | undefined
  codeMeaning?: string | undefined
  codeAdvice?: string | undefined
  deductions?: string | undefined
  traceRef?: string | undefined
  rrn?: string | undefined
  daysOff?: string | undefined
  nextInstance?: string | undefined
  merchant?: string | undefined
  noRefund: boolean
  /** `HH:MM`: when the merchant's day ends. */
  cutoff?: string | undefined
  /** Of two equal charges one was undone: only one counts. */
  oneUndone: boolean
  /** The customer says that the bank took the money. */
  debited: boolean
}

export type Line = (facts: VerdictFacts) => string

/** The words of one cause: the answer first, then why, what to do now, and what if not. */
export interface CauseWords {
  /** A short name, as it stands in a list of what was ruled out. */
  name: string
  headline: Line
  why: Line
  now: Line
  otherwise: Line
}
