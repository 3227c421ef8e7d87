import type { BackUpWay, PlanPart } from '../../src/domain/contingency/plan.ts'

const questions: Record<PlanPart, string> = {
  shop: 'What is the shop called, as it should stand on the sheet?',
  serviceLine: 'Who is your acquirer or payment company, and what is its service line?',
  people:
    'Which people belong on the list? Role and phone number of up to four: manager, accountant, account manager, repairs. No card numbers, no passwords.',
  ways: 'How else can customers pay you meanwhile? Choose several, or name your own.',
  funds:
    'For how many days can the business wait for its takings? Add what you know: the cash reserve, which payments can wait, which account it comes from. Or say “skip”.',
  decider: 'Who decides, when it happens, what is paid and what waits?',
}

const ways: Record<BackUpWay, string> = {
  second_terminal: 'A second terminal',
  other_code: 'Another provider’s QR code',
  bank_transfer: 'Bank transfer',
  cash: 'Cash',
}

const parts: Record<PlanPart, string> = {
  shop: 'Shop',
  serviceLine: 'Service line',
  people: 'People',
  ways: 'Back-up ways',
  funds: 'Funds',
  decider: 'Decides',
}

export const en = {
  intro:
    'Let us make it: six short questions, then you get one page to print. Say “skip” for anything you would rather fill in by hand, and put things right at any time.',
  goOn: 'Let us go on with your contingency plan.',
  questions,
  counted: (place: number, of: number, question: string) => `${place}/${of} ${question}`,
  ways,
  moreWays: (chosen: string) => `Noted: ${chosen}. Anything else?`,
  enough: 'That is all',
  skip: 'Skip',
  corrected: (part: string) => `Changed: ${part}.`,
  whichRight: 'All right, once more:',
  parts,
  done: 'Your contingency plan:',
  changed: 'Your plan, with the change:',
  again: 'Here is your contingency plan again:',
  toFillIn: (names: string) => `To fill in by hand: ${names}`,
  fund: {
    wait: 'Takings can be missed for',
    reserve: 'Reserve',
    canWait: 'Can wait',
    account: 'Account',
  },
  days: (count: string) => `${count} ${count === '1' ? 'day' : 'days'}`,
  steps:
    'When it happens: do not run the card again; keep the slip and its 12-digit reference (RRN); see whether the T+1 day is over; then call the service line and write down who said what.',
  review: (day: string) => `Look at it again by ${day}, and practise it twice a year.`,
  howToChange:
    'To change something, say what is right, for example “the shop is called …”. “New plan” starts another one.',
  sheet: (until: string) =>
    `The page to print. The link works until ${until}; whoever has it can read the page.`,
  sheetAgain: (until: string) =>
    `The page at the same address has all of this; the link now works until ${until}.`,
  because:
    'It stands on the sheet for whoever is in the shop when it happens, and is used for nothing else. “Skip” leaves a line to write on.',
  offer: 'Shall I make one with you? Six short questions, then one page to print.',
  offerYes: 'Yes, make my plan',
  offerNo: 'No, thanks',
  declined: 'All right. Say “make a contingency plan” whenever you like.',
}
export type ContingencyPlanTexts = typeof en
