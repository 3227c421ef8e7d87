import type { Severity } from '../domain/tickets/ticket.ts'
import type { JsonObject } from '../ports/json.ts'
import type { ConversationRow, HandoffRow, Store } from '../ports/store.ts'

/** Who calls whom, and what the colleague has to know instead of reading a transcript. */
export interface CallForPerson {
  conversation: ConversationRow
  reason: string
  severity: Severity
  facts: JsonObject
  now: Date
}

export interface Queued {
  handoff: HandoffRow
  /** 1 is next. */
  position: number
  /** False when the conversation was in the queue already. */
  fresh: boolean
}

const countedAtMost = 500

/** Puts a conversation in the queue, once: a second call finds the first. Reads only. */
export async function callAPerson(call: CallForPerson, store: Store): Promise<Queued> {
  const known = await store.handoffOf(call.conversation.id)
  if (known && known.state !== 'closed') {
    return { handoff: known, position: await store.queuePosition(known.id), fresh: false }
  }
  const waiting = await store.handoffs('queued', countedAtMost)
  const at = call.now.toISOString()
  const handoff: HandoffRow = {
    id: `${call.conversation.id}:${call.conversation.version + 1}`,
    conversationId: call.conversation.id,
    state: 'queued',
    reason: call.reason,
    priority: call.severity,
    facts: call.facts,
    createdAt: at,
    updatedAt: at,
  }
  return { handoff, position: waiting.length + 1, fresh: true }
}
