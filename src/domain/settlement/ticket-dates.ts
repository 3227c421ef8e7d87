import { addBusinessDays, coveredThroughout } from '../business-days.ts'
import type { Day } from '../calendar.ts'
import { addDays, instantAt, localTime } from '../local-time.ts'
import type { Arrival } from './expected-arrival.ts'
import { type SettlementTerms, spanCalendar } from './settlement-terms.ts'
import type { Span } from './settlement-window.ts'

const HOUR_MS = 3_600_000

/** From when lateness becomes a ticket, and how bad it is. Days are in the terms' time zone. */
export interface TicketDates {
  ticketFrom: Day
  ticketFromAt: Date
  severeFrom?: Day | undefined
  hardCap?: Day | undefined
  /** False when the ticket day lies past a year the calendar does not know. */
  calendarLoaded: boolean
}

/** The escalation dates of an arrival. `saleAt` is the instant of the sale. */
export function ticketDates(arrival: Arrival, saleAt: Date, terms: SettlementTerms): TicketDates {
  const { window, timeZone } = terms
  const { grace, ticketAfter } = window
  const afterGrace = spanAfter(
    { day: arrival.expectedDay, instant: arrival.deadline },
    grace,
    terms,
  )
  const notBefore =
    ticketAfter && spanAfter({ day: arrival.tradeDay, instant: saleAt }, ticketAfter, terms)
  const ticketFromAt = notBefore && notBefore > afterGrace ? notBefore : afterGrace
  const ticketFrom = localTime(ticketFromAt, timeZone).day
  return {
    ticketFrom,
    ticketFromAt,
    severeFrom: severeFrom(arrival, ticketFrom, terms),
    hardCap: hardCap(arrival.tradeDay, window.hardCapDays),
    calendarLoaded: coveredThroughout(
      addDays(arrival.expectedDay, 1),
      ticketFrom,
      spanCalendar(ticketAfter ?? grace, terms),
    ),
  }
}

/** Days end at midnight, or at the window's ticket time; hours run from the instant. */
function spanAfter(start: { day: Day; instant: Date }, span: Span, terms: SettlementTerms): Date {
  if (span.unit === 'hour') return new Date(start.instant.getTime() + span.n * HOUR_MS)
  const day = addBusinessDays(start.day, span.n, spanCalendar(span, terms))
  return instantAt(day, terms.window.ticketTime ?? '00:00', terms.timeZone)
}

function severeFrom(arrival: Arrival, ticketFrom: Day, terms: SettlementTerms): Day | undefined {
  const { severeAfter, ticketSeverity } = terms.window
  if (ticketSeverity === 'P2') return ticketFrom
  if (!severeAfter) return undefined
  const calendar = spanCalendar(severeAfter, terms)
  const day = addBusinessDays(arrival.expectedDay, severeAfter.n, calendar)
  return coveredThroughout(addDays(arrival.expectedDay, 1), day, calendar) ? day : undefined
}

function hardCap(tradeDay: Day, days: number | undefined): Day | undefined {
  return days === undefined ? undefined : addDays(tradeDay, days)
}
