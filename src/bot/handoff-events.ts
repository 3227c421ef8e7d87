import { finish, type Message } from '../../dialogs/flow.ts'
import { type Memory, newCase } from '../../dialogs/memory.ts'
import { smallTalkTexts } from '../../dialogs/small-talk/flow.ts'
import type { JsonObject } from '../ports/json.ts'
import type { HandoffRow, Store } from '../ports/store.ts'
import type { Incoming } from './incoming.ts'
import { writeMemory } from './memory-schema.ts'
import { renderTurn } from './render.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'

interface Surroundings {
  input: TurnInput
  needs: { store: Store }
}

type EventIn = Incoming & { kind: 'event' }

/** What an agent does arrives as an event of the conversation, in order with everything else. */
export async function onHandoffEvent(
  event: EventIn,
  memory: Memory,
  { input, needs }: Surroundings,
): Promise<TurnDecision> {
  const row = await needs.store.handoffOf(input.conversation.id)
  if (!row || row.state === 'closed') return said(memory, [], [])
  const at = input.now.toISOString()
  if (event.name === 'handoff.claim') return claimed(row, memory, { at, value: event.value })
  if (event.name === 'handoff.message') return spoken(row, memory, event.value)
  if (event.name === 'handoff.close') return closed(row, memory, at)
  return said(memory, [], [])
}

function claimed(
  row: HandoffRow,
  memory: Memory,
  { at, value }: { at: string; value: JsonObject },
): TurnDecision {
  if (row.state !== 'queued') return said(memory, [], [])
  const agent = String(value.agent ?? '')
  const text = smallTalkTexts[memory.locale].personJoined(agent)
  const known: Memory = { ...memory, handoff: { id: row.id, state: 'active' } }
  return said(
    known,
    [{ text, entities: [{ type: 'support/handoff', state: 'active' }] }],
    [{ ...row, state: 'active', agent, updatedAt: at }],
  )
}

/** The agent's words, marked as a person's. */
function spoken(row: HandoffRow, memory: Memory, value: JsonObject): TurnDecision {
  const decision = said(memory, [{ text: String(value.text ?? '') }], [])
  const from = { id: 'agent', name: row.agent ?? '', role: 'channel' }
  return { ...decision, replies: decision.replies.map((reply) => ({ ...reply, from })) }
}

/**
 * The bot comes back with a clean context; verdicts and tickets stay known. News of a watch that
 * only the agent was told is looked at again at once, for the customer.
 */
function closed(row: HandoffRow, memory: Memory, at: string): TurnDecision {
  const back: Memory = {
    ...newCase(memory),
    handoff: { id: row.id, state: 'closed' },
    watches: memory.watches.map((each) => (each.heldBack ? { ...each, nextLookAt: at } : each)),
  }
  const text = smallTalkTexts[memory.locale].personLeft
  return said(
    back,
    [{ text, entities: [{ type: 'support/handoff', state: 'closed' }] }],
    [{ ...row, state: 'closed', updatedAt: at }],
  )
}

function said(memory: Memory, say: Message[], handoffs: HandoffRow[]): TurnDecision {
  const turn = finish(memory, say)
  return { state: writeMemory(turn.memory), replies: renderTurn(turn), tickets: [], handoffs }
}
