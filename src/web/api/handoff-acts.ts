import { randomUUID } from 'node:crypto'
import { mayActAs } from '../../domain/agents/agent.ts'
import { type HandoffAct, type HandoffObjection, objection } from '../../domain/handoff/acts.ts'
import type { Json, JsonObject } from '../../ports/json.ts'
import type { HandoffRow } from '../../ports/store.ts'
import { Refusal } from '../refusal.ts'
import type { WebRequest } from '../request.ts'
import { safeKey } from '../safe-key.ts'
import type { ApiDependencies } from './dependencies.ts'
import type { Caller } from './operation.ts'
import { notFound } from './operation.ts'

/** One act at the desk, on its way into the conversation. */
export interface DeskAct {
  act: HandoffAct
  conversationId: string
  /** What the event says besides who acts. */
  value: Record<string, string | number | undefined>
  /** Who gets the conversation. */
  taker?: string | undefined
  caller: Caller
  headers: WebRequest['headers']
}

const sentences: Record<HandoffObjection, string> = {
  AlreadyClaimed: 'Another agent has this conversation.',
  NotClaimed: 'Claim the conversation first.',
  NotYours: 'Another agent has this conversation; only they, or a lead, may do this.',
  Closed: 'This handoff is closed already.',
  Full: 'You have as many conversations as you may. End one first, or ask a lead.',
}

export function refusalOf(code: HandoffObjection): Refusal {
  return new Refusal(409, code, sentences[code])
}

/** Who acts, as the rules see them. */
export function actorOf({ agentId, role }: Caller) {
  return { id: agentId, lead: mayActAs(role, 'lead') }
}

/** The conversation's latest handoff, when the act may go ahead on it. */
export async function mayAct(
  { act, conversationId, taker, caller }: DeskAct,
  { store }: ApiDependencies,
): Promise<HandoffRow | undefined> {
  const row = await store.handoffOf(conversationId)
  if (!row && act !== 'step-in') throw notFound('handoff')
  const why = objection(act, row, { actor: actorOf(caller), taker })
  if (why) throw refusalOf(why)
  return row
}

/**
 * The bot decides what the act does, in its own turn: two agents who claim at once are ordered.
 * Answers once it has taken effect, with the handoff as it then is.
 */
export async function doAct(act: DeskAct, dependencies: ApiDependencies) {
  const before = await mayAct(act, dependencies)
  const { id, duplicate } = await tell(eventName(act.act), act, dependencies)
  const worked = await dependencies.whenWorked(act.conversationId, id)
  const after = await dependencies.store.handoffOf(act.conversationId)
  if (worked && !duplicate) refuseWhatWasNot(act, before, after)
  return { id, handoff: after ?? null }
}

const eventName = (act: HandoffAct) => `handoff.${act}`

const takes: readonly HandoffAct[] = ['claim', 'assign', 'step-in']

/** Somebody else was first, or there was no room when it came to it. */
function refuseWhatWasNot(
  { act, taker, value }: DeskAct,
  before: HandoffRow | undefined,
  after: HandoffRow | undefined,
): void {
  if (!takes.includes(act) || after?.agent === taker) return
  if (after?.state === 'active') throw refusalOf('AlreadyClaimed')
  const untouched = after?.updatedAt === before?.updatedAt
  if (untouched && value.capacity !== undefined) throw refusalOf('Full')
}

/** Puts an event of the desk into the conversation. Throws 404 for an unknown one. */
export async function tell(
  name: string,
  { conversationId, value, caller, headers }: Omit<DeskAct, 'act'>,
  { store, inbox }: ApiDependencies,
): Promise<{ id: string; duplicate: boolean }> {
  const conversation = await store.conversation(conversationId)
  if (!conversation) throw notFound('conversation')
  const key = headers['idempotency-key']
  const own = typeof key === 'string' ? safeKey(key.slice(0, 200)) : randomUUID()
  const result = await inbox.receive({
    channel: conversation.channel,
    conversationId,
    dedupeKey: `a:${name}:${own}`,
    silent: true,
    activity: {
      type: 'event',
      name,
      value: withoutGaps({ ...value, ...whoActs(caller) }),
      channelId: conversation.channel,
      conversation: { id: conversationId },
      from: { id: 'agent', role: 'channel' },
    },
  })
  if (!result) throw notFound('conversation')
  return result
}

/** Nothing for the holder of the admin token: what comes without a name may do everything. */
function whoActs({ agentId: by, name: byName, role }: Caller): Record<string, Json | undefined> {
  return by === undefined ? {} : { by, byName, lead: mayActAs(role, 'lead') }
}

function withoutGaps(value: Record<string, Json | undefined>): JsonObject {
  const kept: JsonObject = {}
  for (const [name, item] of Object.entries(value)) if (item !== undefined) kept[name] = item
  return kept
}
