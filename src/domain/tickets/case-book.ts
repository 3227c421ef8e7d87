import type { Cause } from '../diagnosis/causes.ts'
import type { Ticket, TicketCategory } from './ticket.ts'
import { endedAt } from './ticket-states.ts'

/** From so few cases on, a figure could point at somebody: they are counted among the others. */
export const fewestCases = 3

/** What happened on the way, as far as the history holds it. */
export const caseSigns = [
  'waited_for_customer',
  'waited_for_third_party',
  'wrote_again',
  'reopened',
  'escalated',
] as const
export type CaseSign = (typeof caseSigns)[number]

/** In time and not escalated; late or escalated; taken back in time. */
export const caseOutcomes = ['success', 'failure', 'withdrawn'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

export type ResolutionCode = NonNullable<Ticket['resolution']>['code']

/** An ended ticket without anything that points at a person: no name, number, amount or word. */
export interface EndedCase {
  /** What it was about: its cause, or its category where none was found. */
  subject: Cause | TicketCategory
  category: TicketCategory
  /** From filing to the end. */
  hours: number
  inTime: boolean
  outcome: CaseOutcome
  /** Absent where no written result was given. */
  result?: ResolutionCode | undefined
  /** Money was given back or paid. */
  redress: boolean
  signs: CaseSign[]
}

/** What some cases have in common. */
export interface CaseFigures {
  count: number
  /** Half were ended within so many hours. */
  medianHours: number
  /** Nine of ten were ended within so many hours. */
  slowestTenthHours: number
  inTime: number
  outcomes: Record<CaseOutcome, number>
  /** Written results, the most frequent first. */
  results: [code: ResolutionCode, count: number][]
  redress: number
  signs: Record<CaseSign, number>
}

/** The cases of one cause, or of one category without a cause. */
export interface CaseGroup extends CaseFigures {
  subject: Cause | TicketCategory
}

/** A month of ended cases in which nobody can be recognised. */
export interface CaseBook {
  /** How many ended in all. */
  count: number
  /** Absent where there are too few to say more than how many. */
  all?: CaseFigures | undefined
  /** The most frequent first. */
  groups: CaseGroup[]
  /** Cases of subjects with too few of them. */
  others: { count: number; figures?: CaseFigures | undefined }
  /** Cases by category, the most frequent first; those with too few are counted together. */
  categories: { named: [category: TicketCategory, count: number][]; others: number }
  successes?: CaseFigures | undefined
  failures?: CaseFigures | undefined
}

/** The facts of an ended ticket. */
export function caseOf(ticket: Ticket): EndedCase {
  const end = endedAt(ticket) ?? ticket.updatedAt
  const inTime = Date.parse(end) <= Date.parse(ticket.dueAt)
  const { category, cause, resolution } = ticket
  return {
    subject: cause ?? category,
    category,
    hours: Math.max(0, (Date.parse(end) - Date.parse(ticket.createdAt)) / 3_600_000),
    inTime,
    outcome: outcomeOf(ticket, inTime),
    result: resolution?.code,
    redress: (resolution?.redressMinor ?? 0) > 0,
    signs: signsOf(ticket),
  }
}

function outcomeOf({ state, escalated }: Ticket, inTime: boolean): CaseOutcome {
  if (!inTime || escalated) return 'failure'
  return state === 'withdrawn' ? 'withdrawn' : 'success'
}

const signOfEvent: Readonly<Record<string, CaseSign>> = {
  waiting_customer: 'waited_for_customer',
  waiting_third_party: 'waited_for_third_party',
  contact: 'wrote_again',
  reopened: 'reopened',
}

function signsOf({ history, escalated }: Ticket): CaseSign[] {
  const seen = new Set<CaseSign | undefined>(history.map(({ event }) => signOfEvent[event]))
  if (escalated) seen.add('escalated')
  return caseSigns.filter((sign) => seen.has(sign))
}

/** The cases as a book: grouped, and no group so small that it points at somebody. */
export function caseBook(cases: readonly EndedCase[]): CaseBook {
  const { named, others } = keptApart(cases, ({ subject }) => subject)
  const withOutcome = (wanted: CaseOutcome) => cases.filter(({ outcome }) => outcome === wanted)
  return {
    count: cases.length,
    all: figuresIfEnough(cases),
    groups: named.map(([subject, each]) => ({ subject, ...figuresOf(each) })),
    others: { count: others.length, figures: figuresIfEnough(others) },
    categories: categoriesOf(cases),
    successes: figuresIfEnough(withOutcome('success')),
    failures: figuresIfEnough(withOutcome('failure')),
  }
}

function categoriesOf(cases: readonly EndedCase[]): CaseBook['categories'] {
  const { named, others } = keptApart(cases, ({ category }) => category)
  return { named: named.map(([category, { length }]) => [category, length]), others: others.length }
}

/**
 * Groups that are large enough, the largest first, and all other cases. So that taking the groups
 * from the whole does not leave one or two, the smallest group joins them when they are too few.
 */
function keptApart<Name extends string>(
  cases: readonly EndedCase[],
  nameOf: (each: EndedCase) => Name,
): { named: [Name, EndedCase[]][]; others: EndedCase[] } {
  const groups = [...Map.groupBy(cases, nameOf)].sort(
    ([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1),
  )
  const named = groups.filter(([, { length }]) => length >= fewestCases)
  const others = groups.filter(([, { length }]) => length < fewestCases).flatMap(([, each]) => each)
  const tooFew = others.length > 0 && others.length < fewestCases
  const joined = tooFew ? (named.pop()?.[1] ?? []) : []
  return { named, others: [...others, ...joined] }
}

function figuresIfEnough(cases: readonly EndedCase[]): CaseFigures | undefined {
  return cases.length >= fewestCases ? figuresOf(cases) : undefined
}

function figuresOf(cases: readonly EndedCase[]): CaseFigures {
  const hours = cases.map((each) => each.hours).toSorted((a, b) => a - b)
  const count = (holds: (each: EndedCase) => boolean) => cases.filter(holds).length
  const withOutcome = (wanted: CaseOutcome) => count(({ outcome }) => outcome === wanted)
  const withSign = (sign: CaseSign) => [sign, count(({ signs }) => signs.includes(sign))] as const
  return {
    count: cases.length,
    medianHours: within(hours, 0.5),
    slowestTenthHours: within(hours, 0.9),
    inTime: count(({ inTime }) => inTime),
    outcomes: {
      success: withOutcome('success'),
      failure: withOutcome('failure'),
      withdrawn: withOutcome('withdrawn'),
    },
    results: tally(cases.flatMap(({ result }) => result ?? [])),
    redress: count(({ redress }) => redress),
    // `fromEntries` forgets which keys it was given.
    signs: Object.fromEntries(caseSigns.map(withSign)) as Record<CaseSign, number>,
  }
}

/** The least of the sorted values that so large a share lies within. */
function within(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0
}

/** How often each occurs, the most frequent first. */
function tally<Name extends string>(names: readonly Name[]): [Name, number][] {
  const counts = new Map<Name, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
}
