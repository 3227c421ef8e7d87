import type { Message } from '../../dialogs/flow.ts'
import type { Memory } from '../../dialogs/memory.ts'
import { placeMessage } from '../../dialogs/talk-to-a-person/call-person.ts'
import { callAPerson, type Queued } from '../actions/call-a-person.ts'
import { ownerLookMs, waitPatienceMs } from '../domain/handoff/times.ts'
import type { HandoffRow } from '../ports/store.ts'
import type { TimerChange } from '../ports/timers.ts'
import { writeMemory } from './memory-schema.ts'
import { renderTurn } from './render.ts'
import type { ActionNeeds } from './turn-actions.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'

/** What a turn about a handoff is decided with. */
export interface Around {
  input: TurnInput
  needs: ActionNeeds
}

/** A turn that says this and changes these rows; an open question stays open. */
export function decided(
  memory: Memory,
  say: Message[] = [],
  handoffs: HandoffRow[] = [],
): TurnDecision {
  return { state: writeMemory(memory), replies: renderTurn({ say, memory }), tickets: [], handoffs }
}

/** A conversation whose customer has just heard from the desk. */
export function answered(row: HandoffRow, now: Date): HandoffRow {
  const at = now.toISOString()
  return { ...row, lastAgentAt: at, updatedAt: at }
}

/** Where an open handoff stands in the queue, and what is known of the wait. */
export function standing(row: HandoffRow, memory: Memory, around: Around): Promise<Queued> {
  const { conversation, now } = around.input
  const { reason, priority: severity } = row
  return callAPerson({ conversation, reason, severity, language: memory.locale, now }, around.needs)
}

/** A conversation without its owner: at its old place, with the reason kept, and told truthfully. */
export async function backInQueue(
  row: HandoffRow,
  memory: Memory,
  { around, say, unreached }: { around: Around; say: Message; unreached?: true },
): Promise<TurnDecision> {
  const at = around.input.now.toISOString()
  const waiting: HandoffRow = {
    ...row,
    state: 'queued',
    agent: undefined,
    agentName: undefined,
    claimedAt: undefined,
    updatedAt: at,
  }
  const queue = await around.needs.store.handoffs('queued', countedAtMost)
  const position = queue.filter((each) => isBefore(each, waiting)).length + 1
  const handoff = { id: row.id, state: 'queued' as const, place: position, unreached }
  const known: Memory = { ...memory, handoff }
  const queueLength = queue.length + 1
  const called = { id: row.id, position, queueLength, fresh: false, nobody: false }
  const { entities } = placeMessage(known, called, around.needs.timeZone)
  return {
    ...decided(known, [{ ...say, entities }], [waiting]),
    timers: [...ownerTimers(undefined, around), ...waitTimers(waiting, around)],
  }
}

const countedAtMost = 500

/** Whether one is served before the other. */
export function isBefore(one: HandoffRow, other: HandoffRow): boolean {
  const [first, second] = [one, other].map((row) => [row.priority, row.createdAt, row.id].join('|'))
  return (first ?? '') < (second ?? '')
}

/** The kind of timer that sees to somebody who waits. */
export const waitTimer = 'handoff-wait'
/** The kind of timer that looks after the owner of a conversation. */
export const ownerTimer = 'handoff-owner'

/** Set for somebody who waits, called off when they do not any more. */
export function waitTimers(
  row: HandoffRow | undefined,
  { input }: Around,
  dueAt = new Date(input.now.getTime() + waitPatienceMs),
): TimerChange[] {
  return [timerOf(waitTimer, row, { input, dueAt })]
}

/** Set while an agent with an account has the conversation. */
export function ownerTimers(row: HandoffRow | undefined, { input }: Around): TimerChange[] {
  const dueAt = new Date(input.now.getTime() + ownerLookMs)
  return [timerOf(ownerTimer, row, { input, dueAt })]
}

function timerOf(
  kind: string,
  row: HandoffRow | undefined,
  { input, dueAt }: { input: TurnInput; dueAt: Date },
): TimerChange {
  const { id: conversationId } = input.conversation
  const id = `${kind}|${conversationId}`
  if (!row) return { cancel: id }
  const payload = { handoffId: row.id }
  return { set: { id, conversationId, kind, payload, dueAt: dueAt.toISOString() } }
}
