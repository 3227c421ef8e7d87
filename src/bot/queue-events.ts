import { formatMoment } from '../../dialogs/format.ts'
import type { Memory } from '../../dialogs/memory.ts'
import { handoffEntity } from '../../dialogs/talk-to-a-person/call-person.ts'
import { personTexts } from '../../dialogs/talk-to-a-person/texts.ts'
import { ticketEntity } from '../../dialogs/words/ticket-entity.ts'
import type { Queued } from '../actions/call-a-person.ts'
import { callBackBy } from '../actions/promise-call-back.ts'
import { callBackMs, ownerSilence } from '../domain/handoff/times.ts'
import { causePolicy } from '../domain/tickets/cause-policy.ts'
import type { JsonObject } from '../ports/json.ts'
import type { HandoffRow } from '../ports/store.ts'
import {
  type Around,
  backInQueue,
  decided,
  isBefore,
  ownerTimers,
  standing,
  waitTimers,
} from './handoff-turn.ts'
import { createTurnActions } from './turn-actions.ts'
import type { TurnDecision } from './turn-decision.ts'

/** The place is told anew when it has changed: as an event, which no client shows as words. */
export async function tellPlace(
  memory: Memory,
  row: HandoffRow | undefined,
  around: Around,
): Promise<TurnDecision> {
  if (row?.state !== 'queued') return decided(memory)
  const queued = await standing(row, memory, around)
  if (memory.handoff?.place === queued.position) return decided(memory)
  return toldPlace(memory, queued)
}

function toldPlace(memory: Memory, queued: Queued): TurnDecision {
  const { handoff, position } = queued
  const waits = { id: handoff.id, state: 'queued' as const, place: position }
  const known: Memory = { ...memory, handoff: { ...memory.handoff, ...waits } }
  const entity = handoffEntity({ ...queued, id: handoff.id })
  const event = {
    type: 'event',
    name: 'support.handoff',
    from: { id: 'daozhang', name: '到账', role: 'bot' },
    entities: [entity],
  }
  return { ...decided(known), replies: [JSON.parse(JSON.stringify(event)) as JsonObject] }
}

/**
 * Somebody has waited long, or the desk has opened: who was not promised anything yet gets an
 * apology and a promise, once.
 */
export async function onWaitTimer(memory: Memory, around: Around): Promise<TurnDecision> {
  const row = await around.needs.store.handoffOf(around.input.conversation.id)
  if (row?.state !== 'queued') return decided(memory)
  const { now } = around.input
  const queued = await standing(row, memory, around)
  const opensAt = queued.closed?.opensAt
  if (queued.closed) {
    const timers = opensAt ? waitTimers(row, around, new Date(opensAt)) : []
    return { ...decided(memory), timers }
  }
  const tickets = await around.needs.store.tickets({
    conversationId: row.conversationId,
    limit: 10,
  })
  const promised = tickets.map(callBackBy).find((by) => by !== undefined)
  if (promised === undefined) return promise(memory, row, { around, queued })
  if (Date.parse(promised) <= now.getTime())
    return { ...decided(memory), replies: [missedNote(row)] }
  // What was promised for the opening hours still runs: only the place is told.
  return {
    ...toldPlace(memory, queued),
    timers: waitTimers(row, around, new Date(promised)),
  }
}

/** For the leads: what was promised did not happen. */
function missedNote({ id }: HandoffRow): JsonObject {
  const from = { id: 'daozhang', name: '到账', role: 'bot' }
  return {
    type: 'event',
    name: 'support.note',
    from,
    value: { about: 'call_back_missed', handoff: id },
  }
}

async function promise(
  memory: Memory,
  row: HandoffRow,
  { around, queued }: { around: Around; queued: Queued },
): Promise<TurnDecision> {
  const { input, needs } = around
  const { conversation, now } = input
  const { locale } = memory
  const { actions, effects } = createTurnActions(needs, {
    conversation,
    inboundId: input.inbound.id,
    locale,
    now,
    facts: () => memory.facts,
  })
  const by = new Date(now.getTime() + callBackMs).toISOString()
  const ticket = await actions.promiseCallBack({
    by,
    category: memory.verdict ? causePolicy[memory.verdict.cause].category : 'other',
    severity: row.priority,
  })
  const text = personTexts[locale].tooLong(ticket.no, formatMoment(by, locale, needs.timeZone))
  const entities = [handoffEntity({ ...queued, id: row.id }), ticketEntity(ticket)]
  const ticketNos = [...new Set([...memory.ticketNos, ticket.no])]
  const handoff = { id: row.id, state: 'queued' as const, place: queued.position }
  const turn = decided({ ...memory, ticketNos, handoff }, [{ text, entities }])
  return { ...turn, tickets: effects.tickets }
}

/** Looks after the owner: one who is gone, or leaves a message unanswered, loses the conversation. */
export async function onOwnerTimer(memory: Memory, around: Around): Promise<TurnDecision> {
  const { store } = around.needs
  const row = await store.handoffOf(around.input.conversation.id)
  if (row?.state !== 'active' || !row.agent) return decided(memory)
  const owner = await store.agent(row.agent)
  if (!owner) return decided(memory)
  const { claimedAt = row.createdAt, lastCustomerAt, lastAgentAt } = row
  const seen = { owner, claimedAt, lastCustomerAt, lastAgentAt }
  const silence = ownerSilence(seen, around.input.now)
  if (!silence) return { ...decided(memory), timers: ownerTimers(row, around) }
  const ahead = (await store.handoffs('queued', 500)).filter((each) => isBefore(each, row))
  const say = { text: personTexts[memory.locale].takenBack(ahead.length + 1) }
  const decision = await backInQueue(row, memory, { around, say })
  return { ...decision, replies: [...decision.replies, silenceNote(row, silence)] }
}

/** For the console: why the conversation is no longer theirs. */
function silenceNote({ agent = '', agentName = '' }: HandoffRow, why: string): JsonObject {
  const from = { id: 'daozhang', name: '到账', role: 'bot' }
  const value = { about: 'taken_back', agent, agentName, why }
  return { type: 'event', name: 'support.note', from, value }
}
