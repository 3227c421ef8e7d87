import type { Memory } from '../../dialogs/memory.ts'
import { callAPerson } from '../actions/call-a-person.ts'
import type { CalendarOf } from '../domain/calendar.ts'
import { toOffsetIso } from '../domain/local-time.ts'
import type { Ticket } from '../domain/tickets/ticket.ts'
import { lookAtClocks, nextClockLook } from '../domain/tickets/watch-clocks.ts'
import type { JsonObject } from '../ports/json.ts'
import type { HandoffRow } from '../ports/store.ts'
import type { TimerChange } from '../ports/timers.ts'
import { writeMemory } from './memory-schema.ts'
import type { ActionNeeds } from './turn-actions.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'

/** The kind of timer that looks at a ticket's clocks. */
export const ticketTimer = 'ticket'

/** Keeps each ticket's one timer in step with its clocks: committed with every change of it. */
export function ticketTimers(tickets: readonly Ticket[], calendarOf: CalendarOf): TimerChange[] {
  return tickets.map((ticket) => {
    const { no, conversationId } = ticket
    const id = `${ticketTimer}|${no}`
    const at = nextClockLook(ticket, calendarOf)
    if (!at) return { cancel: id }
    const dueAt = at.toISOString()
    return { set: { id, conversationId, kind: ticketTimer, payload: { ticketNo: no }, dueAt } }
  })
}

/** A look that keeps failing on our side is tried again: no clock goes unwatched. */
export function laterTicketTimer(
  { ticketNo }: JsonObject,
  { now, conversation }: Pick<TurnInput, 'now' | 'conversation'>,
): TimerChange {
  const no = String(ticketNo ?? '')
  const id = `${ticketTimer}|${no}`
  const dueAt = new Date(now.getTime() + triedAgainMs).toISOString()
  const payload = { ticketNo: no }
  return { set: { id, conversationId: conversation.id, kind: ticketTimer, payload, dueAt } }
}

const triedAgainMs = 10 * 60_000

/** The desk is warned at half and at four fifths; a limit that has run out is a lead's at once. */
export async function onTicketTimer(
  value: JsonObject,
  memory: Memory,
  { input, needs }: { input: TurnInput; needs: ActionNeeds },
): Promise<TurnDecision> {
  const state = writeMemory(memory)
  const before = await needs.store.ticket(String(value.ticketNo ?? ''))
  if (!before) return { state, replies: [], tickets: [], handoffs: [] }
  const at = toOffsetIso(input.now, needs.timeZone)
  const { ticket, news, broken } = lookAtClocks(before, { at, calendarOf: needs.calendarOf })
  const handoffs = broken ? [await callForLead(memory, { input, needs })] : []
  if (news.length > 0) return { state, replies: [], tickets: [ticket], handoffs }
  // It went off early, or late: the timer is set anew for what is left.
  const timers = ticketTimers([before], needs.calendarOf)
  return { state, replies: [], tickets: [], handoffs: [], timers }
}

/** A place in the queue that the customer hears nothing of; one that is there becomes urgent. */
async function callForLead(
  memory: Memory,
  { input, needs }: { input: TurnInput; needs: ActionNeeds },
): Promise<HandoffRow> {
  const { conversation, now } = input
  const call = { conversation, reason: 'complaint_clock', severity: 'P1' as const, now }
  const { handoff, fresh } = await callAPerson({ ...call, language: memory.locale }, needs)
  return fresh ? handoff : { ...handoff, priority: 'P1', updatedAt: now.toISOString() }
}
