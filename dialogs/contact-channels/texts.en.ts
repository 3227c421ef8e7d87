import type { ContactProblem } from '../../src/domain/complaints/route-contact.ts'

export const en = {
  askRegion: 'Which country or region is this about?',
  intro: 'The right contacts, in this order:',
  steps: {
    now: 'now',
    if_unsolved: 'if that does not help',
    after_own_complaint: 'once the institution has answered or its time is up',
  },
  uncertain: 'they may not take a case from a business',
  have: 'Have ready: the reference number or order number, amount, day and time, last four digits, and the ticket number if there is one. Never a PIN, a code or the full card number.',
  say: {
    payout: 'Say: “My card sales of that day were not paid out. Please tell me the settlement and payout state, and the trace number.”',
    fraud_loss: 'Say: “I have been defrauded. Please stop the payment”, with the payee, bank, amount and time.',
    refund_not_posted: 'Say: “A refund was sent on that day; please trace it by its reference number.”',
    other: 'Say what happened, what you want, and by when, and ask for a reference number of the call.',
  } as Partial<Record<ContactProblem | 'other', string>> & { other: string },
}
export type ContactTexts = typeof en
