import type { CalendarOf } from '../domain/calendar.ts'
import { finalDate } from '../domain/complaints/clocks.ts'
import { toOffsetIso } from '../domain/local-time.ts'
import { dueAtOf } from '../domain/tickets/due-at.ts'
import { type ExtensionResult, extendClock } from '../domain/tickets/extend-clock.ts'
import { nextInstanceOf } from '../domain/tickets/next-instance.ts'
import { retentionUntil } from '../domain/tickets/retention.ts'
import type { Ticket, TicketEvent } from '../domain/tickets/ticket.ts'
import {
  changeState,
  type StateChange,
  type StateChangeResult,
} from '../domain/tickets/ticket-states.ts'
import type { GivenResolution, TicketAct } from '../ports/ticket-acts.ts'

export interface ActPlace {
  now: Date
  /** IANA zone in which the ticket's instants are written. */
  timeZone: string
  calendarOf: CalendarOf
}

export type ActResult =
  | { kind: 'changed'; ticket: Ticket }
  /** This very request has been done. */
  | { kind: 'done'; ticket: Ticket }
  /** The ticket has been changed since the agent saw it. */
  | { kind: 'stale'; version: number }
  | Exclude<StateChangeResult, { kind: 'changed' }>
  | Exclude<ExtensionResult, { kind: 'extended' }>

/** What an act makes of a ticket, or why it cannot be done. Asked at the door and again in the turn. */
export function actOnTicket(ticket: Ticket, act: TicketAct, place: ActPlace): ActResult {
  if (isDone(ticket, act.value.act)) return { kind: 'done', ticket }
  const at = toOffsetIso(place.now, place.timeZone)
  if (act.name === 'ticket.change') return changed(ticket, act.value, { ...place, at })
  if (act.name === 'ticket.extend') {
    const result = extendClock(ticket, { ...act.value, at }, place.calendarOf)
    return result.kind === 'extended' ? { ...result, kind: 'changed' } : result
  }
  const { agent, act: id } = act.value
  return { kind: 'changed', ticket: noted(ticket, act, { at, by: 'agent', agent, act: id }) }
}

/** Whether a request has had its effect. */
export function isDone({ history }: Ticket, act: string): boolean {
  return history.some((event) => event.act === act)
}

type Change = Extract<TicketAct, { name: 'ticket.change' }>['value']
type Noted = Exclude<TicketAct, { name: 'ticket.change' | 'ticket.extend' }>

function changed(ticket: Ticket, change: Change, place: ActPlace & { at: string }): ActResult {
  const { to, version, note, resolution, agent, act } = change
  if (ticket.version !== version) return { kind: 'stale', version: ticket.version }
  const { at } = place
  const step: StateChange = { to, at, by: 'agent', note, agent, act }
  if (resolution) step.resolution = complete(resolution, ticket)
  const result = changeState(ticket, step)
  return result.kind === 'changed' && to === 'reopened'
    ? { kind: 'changed', ticket: withFreshDate(result.ticket, place) }
    : result
}

/** Opened again it is answered anew: by our own target, or by a limit of the law that is still ahead. */
export function withFreshDate(ticket: Ticket, { now, timeZone, calendarOf }: ActPlace): Ticket {
  const { severity, region } = ticket
  const clocks = ticket.clocks.filter((clock) => Date.parse(finalDate(clock)) > now.getTime())
  return { ...ticket, dueAt: dueAtOf({ severity, region, clocks, at: now, timeZone, calendarOf }) }
}

function complete(given: GivenResolution, ticket: Ticket): Ticket['resolution'] {
  return { ...given, nextInstance: given.nextInstance ?? usualInstance(ticket) }
}

/** By name, in the customer's language; where no body outside takes it, ourselves once more. */
function usualInstance(ticket: Ticket): string {
  const { own, contacts } = nextInstanceOf(ticket)
  const outside = contacts.map(({ contact }) => contact)
  const entries = outside.length > 0 ? outside : [own]
  return entries
    .map(({ name }) => name[ticket.locale])
    .join(ticket.locale === 'zh-CN' ? '、' : ', ')
}

function noted(
  ticket: Ticket,
  act: Noted,
  who: Pick<TicketEvent, 'at' | 'by' | 'agent' | 'act'>,
): Ticket {
  const event: TicketEvent = { ...who, event: words[act.name], note: noteOf(act) }
  const kept = {
    ...ticket,
    history: [...ticket.history, event],
    updatedAt: who.at,
    retentionUntil: retentionUntil(who.at),
  }
  if (act.name === 'ticket.assign') return { ...kept, assignee: act.value.assignee }
  return act.name === 'ticket.escalate' ? { ...kept, escalated: true } : kept
}

const words = {
  'ticket.assign': 'assigned',
  'ticket.escalate': 'escalated',
  'ticket.note': 'note',
} as const

function noteOf(act: Noted): string {
  if (act.name === 'ticket.assign') return act.value.assigneeName
  return act.name === 'ticket.escalate' ? act.value.reason : act.value.text
}
