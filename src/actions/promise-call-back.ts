import { toOffsetIso } from '../domain/local-time.ts'
import { isOpen, type Ticket } from '../domain/tickets/ticket.ts'

/** The event in a ticket's history that holds the promise; its note is the ISO instant. */
export const callBackEvent = 'call_back_promised'

interface Clock {
  now: Date
  timeZone: string
}

/** The ticket with the promise that somebody writes to the customer by then. */
export function withCallBack(ticket: Ticket, by: string | undefined, clock: Clock): Ticket {
  const at = toOffsetIso(clock.now, clock.timeZone)
  const promised = by && toOffsetIso(new Date(by), clock.timeZone)
  const entry = { at, by: 'bot' as const, event: callBackEvent, note: promised }
  return { ...ticket, history: [...ticket.history, entry], updatedAt: at }
}

/** The latest promise of a call back in a ticket, as an ISO instant. */
export function callBackBy({ history }: Pick<Ticket, 'history'>): string | undefined {
  return history.findLast(({ event }) => event === callBackEvent)?.note
}

/** The newest of these tickets that still needs somebody. */
export function newestOpen(tickets: readonly Ticket[]): Ticket | undefined {
  return tickets.findLast(({ state }) => isOpen(state))
}
