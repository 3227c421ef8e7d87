import type { DeskNews, DeskNote } from '../ports/desk.ts'
import type { JsonObject } from '../ports/json.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'

interface Handoff {
  id: string
  state: string
}

/** What a turn means to the desk: a call, words of somebody who waits, the end of it. */
export function deskNotes(
  { conversation, inbound }: TurnInput,
  { state }: Pick<TurnDecision, 'state'>,
): DeskNote[] {
  const before = handoffIn(conversation.state)
  const after = handoffIn(state)
  const isMessage = inbound.activity.type === 'message' && inbound.seq !== 0
  return newsOf(before, after, isMessage ? inbound.id : undefined).map((news) => ({
    key: `${inbound.id}:${news.kind}`,
    conversationId: conversation.id,
    news,
  }))
}

function newsOf(
  before: Handoff | undefined,
  after: Handoff | undefined,
  activityId: string | undefined,
): DeskNews[] {
  if (!after) return []
  const handoffId = after.id
  const was = before?.id === after.id ? before.state : 'closed'
  const moved: DeskNews[] = was === after.state ? [] : changeOf(was, after)
  // The call itself brings the whole transcript along.
  const speaks = was !== 'closed' && after.state !== 'closed' && activityId !== undefined
  return speaks ? [{ kind: 'message', handoffId, activityId }, ...moved] : moved
}

function changeOf(was: string, { id: handoffId, state }: Handoff): DeskNews[] {
  if (state === 'queued') return [{ kind: 'initiate', handoffId }]
  if (state === 'active') return [{ kind: 'status', handoffId, state: 'accepted' }]
  return was === 'closed' ? [] : [{ kind: 'status', handoffId, state: 'completed' }]
}

function handoffIn({ handoff }: JsonObject): Handoff | undefined {
  if (typeof handoff !== 'object' || handoff === null || Array.isArray(handoff)) return undefined
  const { id, state } = handoff
  return typeof id === 'string' && typeof state === 'string' ? { id, state } : undefined
}
