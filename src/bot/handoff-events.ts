import type { Message } from '../../dialogs/flow.ts'
import type { Memory } from '../../dialogs/memory.ts'
import { personTexts } from '../../dialogs/talk-to-a-person/texts.ts'
import { type HandoffAct, objection } from '../domain/handoff/acts.ts'
import type { HandoffEntity } from '../domain/support-entity.ts'
import type { JsonObject } from '../ports/json.ts'
import type { HandoffRow } from '../ports/store.ts'
import { type ActValue, readAct } from './handoff-acts.ts'
import { closed, rated, statusTold } from './handoff-end.ts'
import {
  type Around,
  answered,
  backInQueue,
  decided,
  ownerTimers,
  waitTimers,
} from './handoff-turn.ts'
import type { Incoming } from './incoming.ts'
import { tellPlace } from './queue-events.ts'
import type { TurnDecision } from './turn-decision.ts'

type EventIn = Incoming & { kind: 'event' }

/** One act of somebody at the desk, with the conversation's latest handoff. */
interface Acted {
  memory: Memory
  row: HandoffRow | undefined
  value: JsonObject
  around: Around
}

type Handler = (acted: Acted) => TurnDecision | Promise<TurnDecision>

/** What happens at the desk arrives as an event of the conversation, in order with everything else. */
export async function onHandoffEvent(
  { name, value }: EventIn,
  memory: Memory,
  around: Around,
): Promise<TurnDecision> {
  const handler = handlers[name]
  if (!handler) return decided(memory)
  const row = await around.needs.store.handoffOf(around.input.conversation.id)
  return handler({ memory, row, value, around })
}

const handlers: Record<string, Handler> = {
  'handoff.claim': (acted) => claimed('claim', acted),
  'handoff.assign': (acted) => claimed('assign', acted),
  'handoff.step-in': (acted) => claimed('step-in', acted),
  'handoff.message': spoken,
  'handoff.transfer': transferred,
  'handoff.place': ({ memory, row, around }) => tellPlace(memory, row, around),
  'handoff.close': ({ memory, row, value, around }) => {
    const act = readAct('handoff.close', value)
    const may = act && row && !objection('close', row, actorOf(act))
    return may
      ? closed(row, memory, { around, outcome: act.outcome ?? 'returned' })
      : decided(memory)
  },
  'handoff.status': ({ memory, row, value, around }) => {
    const act = readAct('handoff.status', value)
    return act && row ? statusTold(row, memory, { around, act }) : decided(memory)
  },
  'support.note': noted,
  'support.rating': ({ memory, row, value, around }) => {
    const act = readAct('support.rating', value)
    return act && row ? rated(row, memory, { around, ...act }) : decided(memory)
  },
}

/** Without a name it comes from inside, or from the holder of the admin token. */
function actorOf({ by, lead }: { by?: string | undefined; lead?: boolean | undefined }) {
  return { actor: { id: by, lead: lead ?? by === undefined } }
}

/** Somebody takes the conversation: the first of two wins, and nobody has more than they may. */
async function claimed(
  act: HandoffAct,
  { memory, row, value, around }: Acted,
): Promise<TurnDecision> {
  const claim = readAct('handoff.claim', value)
  if (!claim) return decided(memory)
  const { agent, capacity } = claim
  const mine = row?.state === 'active' && row.agent === agent
  if (mine || objection(act, row, { ...actorOf(claim), taker: agent })) return decided(memory)
  const { store } = around.needs
  const has = capacity === undefined ? 0 : ((await store.activeByAgent()).get(agent) ?? 0)
  if (capacity !== undefined && has >= capacity) return decided(memory)
  const account = await store.agent(agent)
  const taken = takenBy(row, { memory, around, name: claim.name ?? account?.name ?? agent, agent })
  const entity: HandoffEntity = { type: 'support/handoff', state: 'active', agent: taken.agentName }
  const text = personTexts[memory.locale].joined(taken.agentName ?? agent)
  const handoff = { id: taken.id, state: 'active' as const }
  const known: Memory = { ...memory, handoff, question: undefined, questionCount: 0 }
  return {
    ...decided(known, [{ text, entities: [entity] }], [taken]),
    ...(capacity !== undefined && { room: { agent, most: capacity } }),
    timers: [...waitTimers(undefined, around), ...ownerTimers(account && taken, around)],
  }
}

function takenBy(
  row: HandoffRow | undefined,
  {
    memory,
    around,
    name,
    agent,
  }: Pick<Acted, 'memory' | 'around'> & { name: string; agent: string },
): HandoffRow {
  const { input } = around
  const at = input.now.toISOString()
  const open: HandoffRow =
    row && row.state !== 'closed' ? row : steppedInto(memory.locale, { input, at })
  return {
    ...open,
    state: 'active',
    agent,
    agentName: name,
    meantFor: undefined,
    claimedAt: at,
    lastAgentAt: undefined,
    updatedAt: at,
  }
}

/** Nobody called: an agent takes a conversation up by themselves. */
function steppedInto(
  language: Memory['locale'],
  { input, at }: { input: Around['input']; at: string },
): HandoffRow {
  const { id: conversationId, version } = input.conversation
  return {
    id: `${conversationId}:${version + 1}`,
    conversationId,
    state: 'queued',
    reason: 'stepped_in',
    priority: 'P3',
    language,
    facts: {},
    createdAt: at,
    updatedAt: at,
  }
}

/** The agent's words, marked as a person's. */
function spoken({ memory, row, value, around }: Acted): TurnDecision {
  const act = readAct('handoff.message', value)
  if (!act || !row || objection('message', row, actorOf(act))) return decided(memory)
  const decision = decided(memory, [{ text: act.text }], [answered(row, around.input.now)])
  const name = act.byName ?? row.agentName ?? row.agent ?? ''
  const from = { id: 'agent', name, role: 'channel' }
  return { ...decision, replies: decision.replies.map((reply) => ({ ...reply, from })) }
}

/** Back in the queue at the old place, for somebody in particular or for whoever knows it well. */
async function transferred({ memory, row, value, around }: Acted): Promise<TurnDecision> {
  const act = readAct('handoff.transfer', value)
  if (!act || !row || objection('transfer', row, actorOf(act))) return decided(memory)
  const { to, toName, skill, language, note } = act
  const moved = {
    ...row,
    meantFor: to,
    skill: skill ?? row.skill,
    language: language ?? row.language,
  }
  const name = to === undefined ? undefined : (toName ?? to)
  const say: Message = { text: personTexts[memory.locale].passedOn(name) }
  const decision = await backInQueue(moved, memory, { around, say })
  const notes = note === undefined ? [] : [noteOf({ ...act, text: note }, 'transfer')]
  return { ...decision, replies: [...decision.replies, ...notes] }
}

/** A private note: in the log for those at the desk, never on its way to the customer. */
function noted({ memory, value }: Acted): TurnDecision {
  const act = readAct('support.note', value)
  if (!act) return decided(memory)
  return { ...decided(memory), replies: [noteOf(act, 'agent')] }
}

function noteOf({ text, by, byName }: ActValue<'support.note'>, about: string): JsonObject {
  const value = { about, text, ...(by && { by }), ...(byName && { byName }) }
  const from = { id: 'agent', name: byName ?? '', role: 'channel' }
  return { type: 'event', name: 'support.note', from, value }
}
