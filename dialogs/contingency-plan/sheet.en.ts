/** The words of the printed sheet. */
export const sheetEn = {
  title: 'Contingency plan for payments',
  forWhen: 'When the terminal is down or the money does not come',
  madeOn: 'Made on',
  reviewOn: 'Review by',
  print: 'Print this page',
  goneTitle: 'This link no longer works',
  gone: 'A link to a plan works for 30 days. Write to the assistant where you made it: it shows the plan again, with a new link.',
  stepsTitle: 'First, in this order',
  steps: [
    ['Stop retrying.', 'A second try while the first is unknown can charge the customer twice.'],
    [
      'Keep the slip.',
      'Amount, date and time, and the 12-digit reference number (RRN). No slip: note terminal, amount, time.',
    ],
    [
      'Count the days.',
      'T+1 is the next working day; weekends and holidays do not count, after the cut-off it is a day later. Until then nothing is late.',
    ],
    [
      'Call the service line below.',
      'One working day late: ask whether the money is unpaid, sent, returned or held. Three: complain.',
    ],
    [
      'Keep the proof.',
      'Slips, statements, screenshots of the dashboard; below, who said what, when, and the case number.',
    ],
    ['Tell people.', 'Customers: the sale is valid. Suppliers: the day you expect the money.'],
  ],
  callTitle: 'Whom to call',
  serviceLine: 'Acquirer’s service line',
  person: 'Role, name, phone',
  waysTitle: 'How we are paid meanwhile',
  fundsTitle: 'Money',
  wait: 'We can wait for our takings',
  reserve: 'Reserve',
  canWait: 'Payments that can wait',
  account: 'Account used',
  wagesFirst: 'Wages and supplies first, the rest later.',
  decider: 'Who decides',
  logTitle: 'What was done',
  log: ['Date and time', 'Who spoke with whom', 'What was said', 'Case number'],
  never:
    'Nobody genuine needs a password, a one-time code, a full card number or a fee to release your money.',
  byHand: 'to fill in by hand',
  practise: 'Practise it twice a year: no network, no payout, a broken machine.',
}
export type SheetWords = typeof sheetEn
