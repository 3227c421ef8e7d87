import type {
  Severity,
  Ticket,
  TicketCategory,
  TicketKind,
  TicketState,
} from '../domain/tickets/ticket.ts'

/** Who of the desk acts on a ticket, and the id of the request: sent again, it is the same act. */
export interface TicketActor {
  agent: string
  act: string
}

/** A written result; without a next instance the one of the rules is taken. */
export type GivenResolution = Omit<NonNullable<Ticket['resolution']>, 'nextInstance'> & {
  nextInstance?: string | undefined
}

interface OnTicket extends TicketActor {
  no: string
}

/** What the desk does to a ticket. Each is one silent event of the ticket's conversation. */
export type TicketAct =
  | {
      name: 'ticket.change'
      value: OnTicket & {
        to: TicketState
        /** Of the ticket as the agent saw it: an older one is refused. */
        version: number
        /** For colleagues. */
        note?: string | undefined
        resolution?: GivenResolution | undefined
        /** The agent's own words to the customer. */
        tell?: string | undefined
      }
    }
  | { name: 'ticket.assign'; value: OnTicket & { assignee: string; assigneeName: string } }
  | { name: 'ticket.escalate'; value: OnTicket & { reason: string } }
  | { name: 'ticket.note'; value: OnTicket & { text: string } }
  | { name: 'ticket.extend'; value: OnTicket & { regime: string; until: string; reason: string } }

/** A ticket filed by somebody of the desk, in a conversation. */
export interface TicketFiling {
  name: 'ticket.file'
  value: TicketActor & {
    kind: TicketKind
    category: TicketCategory
    severity: Severity
    /** The customer's last words, when absent. */
    statement?: string | undefined
    desiredOutcome?: string | undefined
    tellCustomer: boolean
  }
}
