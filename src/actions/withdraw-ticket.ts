import { toOffsetIso } from '../domain/local-time.ts'
import { isOpen, type Ticket } from '../domain/tickets/ticket.ts'
import { changeState } from '../domain/tickets/ticket-states.ts'

/** The ticket taken back by its customer, who may have it opened again; undefined once it has ended. */
export function withdrawTicket(
  ticket: Ticket,
  { now, timeZone }: { now: Date; timeZone: string },
): Ticket | undefined {
  if (!isOpen(ticket.state)) return undefined
  const change = { to: 'withdrawn', at: toOffsetIso(now, timeZone), by: 'customer' } as const
  const result = changeState(ticket, change)
  return result.kind === 'changed' ? result.ticket : undefined
}
