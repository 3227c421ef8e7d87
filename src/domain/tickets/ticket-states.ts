import { retentionUntil } from './retention.ts'
import type { Pause } from './service-levels.ts'
import { isOpen, type Ticket, type TicketEvent, type TicketState } from './ticket.ts'

/** Where a ticket may go from each state. */
export const transitions: Readonly<Record<TicketState, readonly TicketState[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['acknowledged', 'withdrawn', 'referred'],
  acknowledged: ['investigating', 'resolved', 'withdrawn', 'referred'],
  investigating: ['waiting_customer', 'waiting_third_party', 'resolved', 'withdrawn', 'referred'],
  waiting_customer: ['investigating', 'waiting_third_party', 'resolved', 'withdrawn', 'referred'],
  waiting_third_party: ['investigating', 'waiting_customer', 'resolved', 'withdrawn', 'referred'],
  resolved: ['closed', 'reopened'],
  closed: ['reopened'],
  withdrawn: ['reopened'],
  referred: ['reopened'],
  reopened: [
    'investigating',
    'waiting_customer',
    'waiting_third_party',
    'resolved',
    'withdrawn',
    'referred',
  ],
}

/** How long after closing a ticket may be opened again. */
export const REOPEN_DAYS = 30

/** States that pause our own targets. A clock of the law never stops. */
export const pausingStates: readonly TicketState[] = ['waiting_customer']

export interface StateChange {
  to: TicketState
  /** ISO instant with offset. */
  at: string
  by: TicketEvent['by']
  note?: string | undefined
  /** Who of the desk did it, and the id of the request. */
  agent?: string | undefined
  act?: string | undefined
  /** Needed to resolve or close unless the ticket has one: a written result with reason. */
  resolution?: Ticket['resolution']
}

export type StateChangeResult =
  | { kind: 'changed'; ticket: Ticket }
  | { kind: 'not_allowed'; from: TicketState; to: TicketState }
  /** No written result, or none that says where to turn next. */
  | { kind: 'resolution_missing' }
  | { kind: 'too_late_to_reopen'; closedAt: string }

/** Moves a ticket to another state, with its history, or says why it may not. */
export function changeState(ticket: Ticket, change: StateChange): StateChangeResult {
  const { to, at } = change
  if (!transitions[ticket.state].includes(to)) {
    return { kind: 'not_allowed', from: ticket.state, to }
  }
  const resolution = change.resolution ?? ticket.resolution
  if (needsResolution(to) && !isComplete(resolution)) return { kind: 'resolution_missing' }
  if (to === 'reopened' && isTooLate(ticket, at)) {
    return { kind: 'too_late_to_reopen', closedAt: closedAt(ticket) }
  }
  return { kind: 'changed', ticket: moved(ticket, { ...change, resolution }) }
}

function moved(ticket: Ticket, { to, at, resolution, ...who }: StateChange): Ticket {
  return {
    ...ticket,
    state: to,
    resolution: to === 'reopened' ? undefined : resolution,
    history: [...ticket.history, { at, event: to, ...who }],
    updatedAt: at,
    retentionUntil: retentionUntil(at),
  }
}

function needsResolution(to: TicketState): boolean {
  return to === 'resolved' || to === 'closed'
}

function isComplete(resolution: Ticket['resolution']): boolean {
  return Boolean(resolution?.text.trim() && resolution.nextInstance.trim())
}

function isTooLate(ticket: Ticket, at: string): boolean {
  return Date.parse(at) > Date.parse(reopenableUntil(ticket))
}

/** When the ticket was last closed, withdrawn or referred; its last change when that is unknown. */
function closedAt(ticket: Ticket): string {
  return ticket.history.findLast(({ event }) => isEnding(event))?.at ?? ticket.updatedAt
}

/**
 * When the customer had a result: the first ending since the ticket was filed or last reopened, so
 * that closing what is resolved does not move it. An ISO instant; undefined while it is open.
 */
export function endedAt(
  ticket: Pick<Ticket, 'state' | 'history' | 'updatedAt'>,
): string | undefined {
  if (isOpen(ticket.state)) return undefined
  const reopened = ticket.history.findLastIndex(({ event }) => event === 'reopened')
  const ending = ticket.history.slice(reopened + 1).find(({ event }) => isEnding(event))
  return ending?.at ?? ticket.updatedAt
}

function isEnding(event: string): boolean {
  return Object.hasOwn(transitions, event) && !isOpen(event as TicketState)
}

/** The stretches in which a ticket waited for the customer, from its history. */
export function pausesOf({ history }: Pick<Ticket, 'history'>): Pause[] {
  const changes = history.filter(({ event }) => Object.hasOwn(transitions, event))
  return changes.flatMap(({ event, at }, index) =>
    pausingStates.some((state) => state === event)
      ? [{ from: at, to: changes[index + 1]?.at }]
      : [],
  )
}

/** Where a ticket may go now; opening it again only while that is possible. `at` is an ISO instant. */
export function nextStates(ticket: Ticket, at: string): TicketState[] {
  return transitions[ticket.state].filter((to) => to !== 'reopened' || !isTooLate(ticket, at))
}

/** The last instant at which an ended ticket can be opened again, ISO in UTC. */
export function reopenableUntil(ticket: Ticket): string {
  return new Date(Date.parse(closedAt(ticket)) + REOPEN_DAYS * 86_400_000).toISOString()
}
