export const en = {
  notAgain: 'Please do not pay or charge again until we know how the first one ended.',
  letMeLook: 'Let me look. ',
  onceFound: 'Once I have found it I can tell you the day. ',
  askRole:
    'Are you the business waiting to be paid, or the cardholder waiting for money back (or charged)?',
  roleMerchant: 'The business, waiting to be paid',
  roleCardholder: 'The cardholder',
  askReference:
    'Please give me the 12-digit reference number on the slip (or the order number). If you have neither: the amount, the day and the last four digits of the card.',
  askReferenceAgain:
    'Nothing matches. Is there a 12-digit reference number on the slip? Or give me another detail: amount, day, last four digits.',
  askAmount: 'How much was it?',
  askDate: 'Which day was it, and roughly what time?',
  askLast4:
    'What are the last four digits of the card? (Only the last four, never the full number.)',
  askTerminal: 'What is the terminal number on the slip? (8 characters)',
  askCandidate: 'I found several. Which one is it?',
  noneOfThese: 'None of these',
  askSlip: 'What did the slip or the screen say?',
  slip: {
    slip_approved: 'Approved',
    slip_declined: 'Failed or declined',
    no_slip: 'Nothing printed, no result',
    slip_other_name: 'Printed, but with another company’s name',
  },
  askAccountChange: 'Have you changed the settlement account lately?',
  accountChange: { account_changed: 'Yes, changed', account_not_changed: 'No, not changed' },
  askBankDebit: 'Does your bank show that the money was taken?',
  bankDebit: { bank_debited: 'Yes, taken', bank_not_debited: 'No, not taken' },
  futureDate: (day: string) => `${day} has not come yet. Which day do you mean?`,
  notProven: 'To protect the account I have to check one more detail before I can speak about it.',
  locked:
    'The details did not match several times. To protect the account I have stopped looking and am asking a colleague to help you.',
  unavailable: 'The transaction system does not answer right now, and I do not want to guess.',
  unavailableChoice:
    'I can file a ticket so that a colleague looks, hand you to a person, or look again in a few minutes.',
  fileTicket: 'File a ticket',
  callPerson: 'Talk to a person',
  tryLater: 'Look again later',
  tryAgainSoon: 'All right; write “look again” in a few minutes.',
  recheck: 'look again',
  ticketFiled: (no: string, due: string) =>
    `Ticket ${no} is filed; you get an answer by ${due}. Send me anything new, and say “talk to a person” whenever you like.`,
  /** A person says it: nobody has to be called. */
  ticketFiledByPerson: (no: string, due: string) =>
    `I have filed ticket ${no}; you get an answer by ${due}. Just send me anything new.`,
  ticketKept: (no: string, due: string) =>
    `This already has ticket ${no}, with an answer due by ${due}. I have added what you just said.`,
  ticketStands: (no: string, due: string) =>
    `This already has ticket ${no}, with an answer due by ${due}.`,
  noUse: 'No problem. ',
  cannotFind: 'With this alone I cannot tell which payment it is, so I ask a colleague to help.',
  waiting: {
    unavailableChoice:
      'I can file a ticket so that a colleague looks, or look again in a few minutes. You keep your place in line.',
    ticketFiled: (no: string, due: string) =>
      `Ticket ${no} is filed; you get an answer by ${due}. Send me anything new; my colleague sees it, too.`,
  },
}

export type PaymentTexts = typeof en
