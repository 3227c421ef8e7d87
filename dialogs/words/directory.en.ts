import type { ContactProblem } from '../../src/domain/complaints/route-contact.ts'

/** What helps when a customer turns to somebody about a problem. */
export interface ContactAdvice {
  /** What to have at hand, with the reference that matters. */
  have: string
  /** What to say, in the first person. */
  say: string
  /** Which answer to insist on. */
  expect: string
}
export type DirectoryWords = Readonly<Record<ContactProblem, ContactAdvice>>

export const directoryEn: DirectoryWords = {
  payout: {
    have: 'merchant number, day and amount of the sales, last four digits of the payout account',
    say: 'My card sales of that day have not been paid out.',
    expect: 'whether and when the payout was sent, to which last four digits, and its trace number',
  },
  terminal: {
    have: 'terminal number, the message on the screen, when it last worked',
    say: 'My terminal does not work. Please check it and tell me how I can take payments today.',
    expect: 'the cause, a date for repair or exchange, and a case number',
  },
  hold: {
    have: 'merchant number, day and amount held, and what you have handed in already',
    say: 'My money is being held. Please tell me why, and what you need from me.',
    expect: 'the reason, the list of documents, and by when it is decided',
  },
  fee: {
    have: 'the contract, the amount of the sale and the amount received',
    say: 'Please explain how this fee was worked out.',
    expect: 'the rate in the contract, each deduction, and a correction if it is wrong',
  },
  debit: {
    have: 'day, time and amount of the debit, last four digits, the bank’s message, the slip if any',
    say: 'My card was debited but the shop says the payment failed.',
    expect: 'whether the debit is final or only held, and by when it goes back',
  },
  unauthorised: {
    have: 'last four digits, and day, time, amount and shop name as your statement shows them',
    say: 'I did not make this payment. Please block the card and register my report.',
    expect: 'the card blocked at once, and a reference for the report',
  },
  refund_not_posted: {
    have: 'the refund’s reference number, its day and amount, last four digits',
    say: 'A refund was sent on that day. Please trace it by its reference number.',
    expect: 'whether it arrived, on which day it was posted, or that it never came',
  },
  refund_not_submitted: {
    have: 'the slip or order number, amount, day, and what was agreed',
    say: 'Please submit the refund to the card I paid with, and give me its reference number.',
    expect: 'the day it was submitted and its reference number',
  },
  void: {
    have: 'the slip of the sale and the slip of the cancellation',
    say: 'This sale was cancelled. Please confirm it and give me the reference number.',
    expect: 'a slip or reference number of the cancellation',
  },
  preauth: {
    have: 'day and amount of the hold, last four digits, booking or contract number',
    say: 'Please release the hold that is left on my card.',
    expect: 'confirmation of the release with its reference number',
  },
  contradiction: {
    have: 'the reference number, day, time and amount, and what each side told you',
    say: 'My bank and the payment company tell me opposite things about this payment.',
    expect: 'which side has to act, and a case number',
  },
  goods: {
    have: 'the order or slip, photos, and your messages with the shop',
    say: 'What I paid for was not delivered or is not as agreed. This is what I want.',
    expect: 'a clear yes or no, in writing',
  },
  unlicensed: {
    have: 'slips, contract, chat records, and the names and accounts the money came from',
    say: 'Somebody without a licence receives my card sales and pays me by transfer.',
    expect: 'whether you are their registered merchant, and a receipt for your report',
  },
  fraud_loss: {
    have: 'the payee’s name, account and bank, amount and time, and all records',
    say: 'I have been defrauded. Please try to stop the payment.',
    expect: 'a report number; whether money can be stopped depends on how fast it moved on',
  },
  fraud_attempt: {
    have: 'the number that called, what was demanded, links or pictures',
    say: 'Somebody demanded this of me. I have not paid. Please register it.',
    expect: 'advice on what to secure, and a note of your report',
  },
  scam_text: {
    have: 'the text, unopened links and the sender’s number',
    say: 'Forward the text as it is.',
    expect: 'at most a short confirmation',
  },
  complaint: {
    have: 'the ticket number, what happened, your loss, and earlier answers',
    say: 'I complain about this, and this is what would put it right.',
    expect: 'a case number, the date of the final answer, and where you can go after it',
  },
}
