import { toOffsetIso } from '../domain/local-time.ts'
import { retentionUntil } from '../domain/tickets/retention.ts'
import { isOpen, type Ticket, type TicketEvent } from '../domain/tickets/ticket.ts'
import { changeState } from '../domain/tickets/ticket-states.ts'
import { type ActPlace, withFreshDate } from './act-on-ticket.ts'

/** The ticket opened again by its customer, with their words; undefined when it is too late. */
export function reopenedByCustomer(
  ticket: Ticket,
  words: string,
  place: ActPlace,
): Ticket | undefined {
  const at = toOffsetIso(place.now, place.timeZone)
  const result = changeState(ticket, { to: 'reopened', at, by: 'customer', note: words })
  return result.kind === 'changed' ? withFreshDate(result.ticket, place) : undefined
}

/** The ticket judged by its customer; undefined while it is not answered. Judged again, the last counts. */
export function ratedByCustomer(
  ticket: Ticket,
  { score, comment }: { score: NonNullable<Ticket['csat']>; comment?: string | undefined },
  { now, timeZone }: Pick<ActPlace, 'now' | 'timeZone'>,
): Ticket | undefined {
  if (isOpen(ticket.state)) return undefined
  const at = toOffsetIso(now, timeZone)
  const event: TicketEvent = { at, by: 'customer', event: 'rated', note: comment ?? String(score) }
  return {
    ...ticket,
    csat: score,
    history: [...ticket.history, event],
    updatedAt: at,
    retentionUntil: retentionUntil(at),
  }
}
