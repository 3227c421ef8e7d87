import type { FraudSign } from '../../src/domain/fraud/signs.ts'
import type { Fixer } from '../../src/domain/tickets/cause-policy.ts'

export const en = {
  customer: (role: string, trusted: boolean, language: string) =>
    `${role}, ${trusted ? 'signed in' : 'not verified'}, writes ${language}.`,
  roles: { merchant: 'Merchant', cardholder: 'Cardholder', unknown: 'Customer' },
  languages: { en: 'English', 'zh-CN': 'Chinese' },
  payment: (what: string) => `About ${what}.`,
  noPayment: 'No payment has been named or found yet.',
  found: (cause: string) => `Found: ${cause}.`,
  notFound: 'The cause is not known yet.',
  ending: (last4: string) => `card ending ${last4}`,
  of: (day: string) => `of ${day}`,
  aPayment: 'a payment',
  promisedLine: (what: string, due: string) => `Promised: ${what} by ${due}.`,
  thePayment: 'the payment',
  money: 'the money',
  answer: (no: string) => `an answer to ticket ${no}`,
  callBack: (no: string) => `somebody writes back (ticket ${no})`,
  ruledOutByRecord: 'the record speaks against it',
  because: {
    asked: 'The customer asked for a person.',
    fraud: 'Signs of fraud: a loss, or somebody is trying just now.',
    not_understood: 'The bot did not understand twice.',
    not_found: 'Look-ups found nothing while money is missing.',
    abuse: 'The customer is very angry.',
    vulnerable: 'The customer may be in danger or cannot cope.',
    policy: 'A rule demands a person for this.',
    stepped_in: 'A colleague stepped in; nobody was called.',
    complaint_clock: 'A time limit of the law has run out; the customer has not been told.',
  } as Record<string, string>,
  sources: {
    transaction_record: 'payment record',
    merchant_record: 'merchant’s file',
    payout_record: 'payout record',
    complaint_record: 'complaint record',
    settlement_rule: 'settlement rule',
    incident_feed: 'known incidents',
    customer: 'the customer',
  } as Record<string, string>,
  warnings: {
    vulnerable: 'Be careful: the customer may be vulnerable.',
    legal:
      'The customer mentions a lawyer, the press or a regulator. Commit to nothing in passing.',
    notTrusted: 'Not verified: do not read out details of the record.',
    guessing: 'Details did not match several times: check who this is first.',
    complained: 'The customer has complained elsewhere already.',
  },
  sign: (sign: FraudSign) => `Sign of fraud (${sign}) was warned of.`,
  fixers: {
    nobody: ['Explain that nothing is wrong and when the money comes.', 'It is on its usual way.'],
    customer: [
      'Tell the customer what only they can do, and check that it worked.',
      'The customer has to act.',
    ],
    merchant: ['Ask the merchant to act, and say what exactly.', 'The merchant has to act.'],
    issuer: [
      'Give the reference and send the customer to their card’s bank.',
      'Only the issuer can change it.',
    ],
    acquirer: [
      'Trace it with the acquirer and write the result into the ticket.',
      'It is in our own hands.',
    ],
    receiving_bank: [
      'Ask the receiving bank for the credit, with the payout reference.',
      'The receiving bank has it.',
    ],
    provider: ['Ask the provider, with the transaction id.', 'The provider has to act.'],
    risk_team: [
      'Ask the risk team what is missing and by when it is decided.',
      'The risk team holds it.',
    ],
    authority: [
      'Say which authority has frozen it and how the customer reaches it.',
      'An authority decides; we cannot lift it.',
    ],
    police: [
      'Check that the steps that stop the loss are done, and that the police know.',
      'Money is being lost.',
    ],
    regulator: ['Give the report site and what to have at hand.', 'A supervisor is in charge.'],
    complaints_team: [
      'Send the final answer, or the reason for the delay with a date.',
      'A time limit has passed.',
    ],
  } as Record<Fixer, [what: string, why: string]>,
  next: {
    danger: [
      'Make sure the customer is safe before anything else.',
      'A life comes before a payment.',
    ],
    noPayment: [
      'Ask for the reference number on the slip, or amount, day and last four digits.',
      'The payment has not been found.',
    ],
    overdue: ['Answer the ticket first.', 'Its time limit has passed.'],
  } as Record<'danger' | 'noPayment' | 'overdue', [what: string, why: string]>,
}

export type CardWords = typeof en
