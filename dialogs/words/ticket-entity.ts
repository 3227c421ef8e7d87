import type { TicketEntity } from '../../src/domain/support-entity.ts'
import type { Ticket } from '../../src/domain/tickets/ticket.ts'

/** A ticket as it is published beside the words that tell of it. */
export function ticketEntity(ticket: Ticket): TicketEntity {
  return {
    type: 'support/ticket',
    no: ticket.no,
    category: ticket.category,
    severity: ticket.severity,
    state: ticket.state,
    dueAt: ticket.dueAt,
  }
}
