import type { CaseOutcome, CaseSign, ResolutionCode } from '../../domain/tickets/case-book.ts'
import type { Fixer } from '../../domain/tickets/cause-policy.ts'

/** The words of the case book. Counts, shares and durations come written already. */
export interface CaseWords {
  title(month: string): string
  subtitle(span: string, made: string): string
  soFar: string
  restsOn(span: string, cases: number): string
  none(span: string): string
  tooFew(cases: number): string
  anonymous(fewest: number): string
  figures: {
    cases: string
    inTime: string
    median: string
    slowestTenth: string
    redress: string
  }
  outcomes: Record<CaseOutcome, string>
  byCause: string
  byCauseTitle: string
  byTime: string
  byTimeTitle: string
  byTimeLegend: [median: string, slowestTenth: string]
  duration(median: string, slowestTenth: string): string
  byCategory: string
  categoryHead: [category: string, cases: string]
  others: string
  compare: string
  compareIntro: string
  compareHead: [what: string, successes: string, failures: string]
  noComparison: string
  signs: Record<CaseSign, string>
  lessons: string
  lessonsIntro: string
  howLong(figures: { count: number; median: string; slowestTenth: string; inTime: string }): string
  results: string
  resultNames: Record<ResolutionCode, string>
  onTheWay: string
  redress: string
  fixedBy: string
  fixers: Record<Fixer, string>
  helps: string
  avoidable: string
  article: string
  /** Between counts. */
  comma: string
}

export const casesEn: CaseWords = {
  title: (month) => `Case book, ${month}`,
  subtitle: (span, made) =>
    `Tickets that ended from ${span}: what it was, what helped, how long it took, what could have been avoided. Made on ${made}.`,
  soFar: 'The month is not over yet.',
  restsOn: (span, cases) =>
    `From ${span}; rests on ${cases} ended ${cases === 1 ? 'ticket' : 'tickets'}.`,
  none: (span) =>
    `No ticket ended from ${span}. Once one does, this page shows what helped and what could have been avoided.`,
  tooFew: (cases) => `Only ${cases} ended: too few to say more without pointing at somebody.`,
  anonymous: (fewest) =>
    `Nobody can be recognised here: no names, numbers, amounts or words of customers. Kinds of case with fewer than ${fewest} tickets are counted together.`,
  figures: {
    cases: 'tickets ended',
    inTime: 'by the date told',
    median: 'half ended within',
    slowestTenth: 'nine of ten within',
    redress: 'with money given back',
  },
  outcomes: {
    success: 'in time',
    failure: 'late or escalated',
    withdrawn: 'taken back by the customer',
  },
  byCause: 'What the cases were about',
  byCauseTitle: 'Tickets by cause',
  byTime: 'How long they took',
  byTimeTitle: 'From filing to the end',
  byTimeLegend: ['half ended within', 'nine of ten ended within'],
  duration: (median, slowestTenth) => `${median} / ${slowestTenth}`,
  byCategory: 'By category',
  categoryHead: ['category', 'tickets'],
  others: 'Others',
  compare: 'Successes and failures side by side',
  compareIntro:
    'A success ended by the date that was told and without escalation; a failure was late or escalated.',
  compareHead: ['on the way', 'successes', 'failures'],
  noComparison: 'There are too few of one kind to compare them.',
  signs: {
    waited_for_customer: 'waited for the customer',
    waited_for_third_party: 'waited for a bank or another company',
    wrote_again: 'the customer wrote again',
    reopened: 'opened again',
    escalated: 'escalated',
  },
  lessons: 'Cause by cause',
  lessonsIntro:
    'The counts are from the tickets; what puts such a case right and keeps it from happening is our own advice.',
  howLong: ({ count, median, slowestTenth, inTime }) =>
    `${count} tickets. Half ended within ${median}, nine of ten within ${slowestTenth}; ${inTime} by the date told.`,
  results: 'Results',
  resultNames: {
    upheld: 'customer right',
    partly_upheld: 'customer partly right',
    not_upheld: 'customer not right',
    withdrawn: 'taken back',
    referred: 'passed to another body',
    goodwill: 'goodwill',
  },
  onTheWay: 'On the way',
  redress: 'money given back',
  fixedBy: 'Usually put right by',
  fixers: {
    nobody: 'time alone',
    customer: 'the customer',
    merchant: 'the merchant',
    issuer: 'the card’s issuer',
    acquirer: 'the acquirer',
    receiving_bank: 'the receiving bank',
    provider: 'the provider',
    risk_team: 'the risk team',
    authority: 'the authority',
    police: 'the police',
    regulator: 'the regulator',
    complaints_team: 'the complaints team',
  },
  helps: 'What helps',
  avoidable: 'How to avoid it',
  article: 'More',
  comma: '; ',
}
