import type { CalendarOf } from '../../../domain/calendar.ts'
import { clockInstants, clockWarning } from '../../../domain/complaints/clock-warnings.ts'
import { finalDate, isOptional } from '../../../domain/complaints/clocks.ts'
import { regimeOf } from '../../../domain/complaints/regimes.ts'
import { toOffsetIso } from '../../../domain/local-time.ts'
import { workplaceOf } from '../../../domain/tickets/due-at.ts'
import { targetsOf } from '../../../domain/tickets/targets.ts'
import type { Ticket, TicketClock } from '../../../domain/tickets/ticket.ts'
import { nextStates } from '../../../domain/tickets/ticket-states.ts'

export interface ViewPlace {
  now: Date
  /** IANA zone in which instants are shown. */
  timeZone: string
  calendarOf: CalendarOf
}

/** A ticket as the desk sees it at an instant. */
export function viewTicket(ticket: Ticket, place: ViewPlace) {
  const { now, timeZone, calendarOf } = place
  const workplace = workplaceOf({ region: ticket.region, timeZone, calendarOf })
  return {
    ...ticket,
    clocks: ticket.clocks.map((clock) => viewClock(clock, place)),
    target: targetsOf(ticket, now, workplace),
    next: nextStates(ticket, now.toISOString()),
  }
}

function viewClock(clock: TicketClock, { now, timeZone, calendarOf }: ViewPlace) {
  const { half, most } = clockInstants(clock, calendarOf)
  const left = Date.parse(finalDate(clock)) - now.getTime()
  return {
    ...clock,
    warn: clockWarning(clock, now, calendarOf),
    halfAt: toOffsetIso(half, timeZone),
    mostAt: toOffsetIso(most, timeZone),
    leftSeconds: Math.floor(left / 1000),
    optional: isOptional(clock.regime),
    extendable: Boolean(regimeOf(clock.regime)?.extended?.length),
  }
}
