import type { CalendarOf } from '../calendar.ts'
import { earliestFinalDate, endOf, finalDate, latestEnd } from '../complaints/clocks.ts'
import { regimeOf } from '../complaints/regimes.ts'
import { regionTimeZones } from '../complaints/region.ts'
import { retentionUntil } from './retention.ts'
import { isOpen, type Ticket, type TicketEvent } from './ticket.ts'

export interface Extension extends Pick<TicketEvent, 'agent' | 'act'> {
  /** The regime of the clock, as the ticket has it. */
  regime: string
  /** The last day of the longer limit, `YYYY-MM-DD` in the regime's zone. */
  until: string
  /** What the customer is told: the rules ask for it. */
  reason: string
  /** ISO instant with offset. */
  at: string
}

export type ExtensionResult =
  | { kind: 'extended'; ticket: Ticket }
  | { kind: 'ended' }
  | { kind: 'no_such_clock' }
  /** The rules of this regime know no longer limit. */
  | { kind: 'not_extendable' }
  /** A notice after the limit is no extension. */
  | { kind: 'too_late'; dueAt: string }
  | { kind: 'not_later'; dueAt: string }
  | { kind: 'too_long'; latest: string }

/** Gives a clock of the law more time, as far as its regime allows, or says why it cannot. */
export function extendClock(
  ticket: Ticket,
  extension: Extension,
  calendarOf: CalendarOf,
): ExtensionResult {
  if (!isOpen(ticket.state)) return { kind: 'ended' }
  const clock = ticket.clocks.find(({ regime }) => regime === extension.regime)
  if (!clock) return { kind: 'no_such_clock' }
  const regime = regimeOf(clock.regime)
  if (!regime?.extended?.length) return { kind: 'not_extendable' }
  const dueAt = finalDate(clock)
  if (Date.parse(extension.at) > Date.parse(dueAt)) return { kind: 'too_late', dueAt }
  const until = endOf(extension.until, regionTimeZones[regime.region])
  if (Date.parse(until) <= Date.parse(dueAt)) return { kind: 'not_later', dueAt }
  const latest = latestEnd(regime, new Date(clock.startAt), calendarOf)
  if (Date.parse(until) > Date.parse(latest)) return { kind: 'too_long', latest }
  return { kind: 'extended', ticket: longer(ticket, extension, until) }
}

/** A longer limit warns anew, from its own half on. */
function longer(ticket: Ticket, extension: Extension, extendedTo: string): Ticket {
  const { regime, reason, at, agent, act } = extension
  const clocks = ticket.clocks.map((clock) =>
    clock.regime === regime ? { ...clock, extendedTo, reason, warned: undefined } : clock,
  )
  return {
    ...ticket,
    clocks,
    dueAt: earliestFinalDate(clocks) ?? extendedTo,
    history: [...ticket.history, { at, by: 'agent', event: 'extended', note: reason, agent, act }],
    updatedAt: at,
    retentionUntil: retentionUntil(at),
  }
}
