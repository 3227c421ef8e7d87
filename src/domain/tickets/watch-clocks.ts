import type { CalendarOf } from '../calendar.ts'
import {
  type ClockInstants,
  clockInstants,
  clockWarning,
  isMore,
} from '../complaints/clock-warnings.ts'
import { isOptional } from '../complaints/clocks.ts'
import { isOpen, type Ticket, type TicketClock } from './ticket.ts'

/** What became of the clocks at an instant: the ticket, changed or not, and whether a rule is broken. */
export interface ClockLook {
  ticket: Ticket
  /** The clocks that warn more than they did. */
  news: TicketClock[]
  /** One of them has run out and nothing replaces it: for a lead, now. */
  broken: boolean
}

/**
 * Takes in what the clocks warn of, each stage once. A limit of the law that has run out makes the
 * ticket urgent. An ended ticket is answered: its clocks stand.
 */
export function lookAtClocks(
  ticket: Ticket,
  { at, calendarOf }: { at: string; calendarOf: CalendarOf },
): ClockLook {
  if (!isOpen(ticket.state)) return { ticket, news: [], broken: false }
  const clocks = ticket.clocks.map((clock) => warned(clock, new Date(at), calendarOf))
  const news = clocks.filter((clock, index) => clock !== ticket.clocks[index])
  if (news.length === 0) return { ticket, news, broken: false }
  const broken = news.some((clock) => clock.warned === 'over' && !isOptional(clock.regime))
  const told = news.map((clock) => ({
    at,
    by: 'system' as const,
    event: `clock_${clock.warned}`,
    note: clock.regime,
  }))
  const urgent = broken && { severity: 'P1' as const, escalated: true }
  const changed = { ...ticket, clocks, history: [...ticket.history, ...told], updatedAt: at }
  return { ticket: { ...changed, ...urgent }, news, broken }
}

function warned(clock: TicketClock, now: Date, calendarOf: CalendarOf): TicketClock {
  const warning = clockWarning(clock, now, calendarOf)
  return warning !== 'none' && isMore(warning, clock.warned ?? 'none')
    ? { ...clock, warned: warning }
    : clock
}

/** When to look at the clocks next; undefined when nothing is left to warn of. */
export function nextClockLook(ticket: Ticket, calendarOf: CalendarOf): Date | undefined {
  if (!isOpen(ticket.state)) return undefined
  const times = ticket.clocks.flatMap((clock) => nextLook(clock, clockInstants(clock, calendarOf)))
  return times.toSorted((one, other) => one.getTime() - other.getTime()).at(0)
}

function nextLook({ warned }: TicketClock, { half, most, due }: ClockInstants): Date[] {
  if (warned === undefined) return [half]
  if (warned === 'half') return [most]
  // The very last second is in time.
  return warned === 'most' ? [new Date(due.getTime() + 1000)] : []
}
