import type { Plan } from '../diagnosis/plan.ts'
import { instantAt, localTime } from '../local-time.ts'
import { promisedInstant } from '../promises/promised-instant.ts'
import type { SettlementAnswer } from '../settlement/settlement-answer.ts'

/** When money is expected and when its absence becomes a ticket. UTC instants, as they are kept. */
export interface Expectation {
  /** As it was named: an instant with offset, or a day. */
  expectedBy: string
  dueAt: string
  wholeDay: boolean
  /** When a ticket is due without the money; absent when no rule says. */
  ticketAt?: string | undefined
  timeZone: string
}

export interface Dated {
  plan: Plan
  settlement?: SettlementAnswer | undefined
  timeZone: string
}

/** Nobody is woken by a ticket that is due from midnight on. */
const morning = '08:00'
/** A credit at the last minute shows in the record a moment later. */
const momentMs = 2 * 60_000

/** What a plan lets the customer expect; undefined when it names no date. */
export function expectationOf({ plan, settlement, timeZone }: Dated): Expectation | undefined {
  if (!plan.expectedBy) return undefined
  const { dueAt, wholeDay } = promisedInstant(plan.expectedBy, timeZone)
  const ticketAt = ticketMoment({ plan, settlement, timeZone }, dueAt)
  return {
    expectedBy: plan.expectedBy,
    dueAt: dueAt.toISOString(),
    wholeDay,
    ticketAt: ticketAt?.toISOString(),
    timeZone,
  }
}

/** The morning of the ticket day, or the hour that the window itself names on that day. */
function ticketMoment({ plan, settlement, timeZone }: Dated, dueAt: Date): Date | undefined {
  const { ticketFrom } = plan
  if (!ticketFrom) return undefined
  const times = [instantAt(ticketFrom, morning, timeZone), new Date(dueAt.getTime() + momentMs)]
  const exact = settlement ? new Date(settlement.ticketFromAt) : undefined
  if (exact && localTime(exact, timeZone).day === ticketFrom) times.push(exact)
  return new Date(Math.max(...times.map((at) => at.getTime())))
}
