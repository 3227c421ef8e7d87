import type { Inbox } from '../../ports/inbox.ts'
import type { JsonObject } from '../../ports/json.ts'
import type { Store } from '../../ports/store.ts'

/** What a desk elsewhere says: what became of the call, or an agent's words to the customer. */
export type ToldByDesk =
  | { state: 'accepted' | 'completed' | 'failed'; agent?: string | undefined }
  | { text: string; agent?: string | undefined }

export interface ToldNeeds {
  store: Pick<Store, 'conversation'>
  inbox: Pick<Inbox, 'receive'>
}

/**
 * Puts what a desk says into the conversation, once for each `key` of the desk's own. False when
 * there is no such conversation. Who says it must be known to be the desk before this is called.
 */
export async function toldByDesk(
  { conversationId, key, told }: { conversationId: string; key: string; told: ToldByDesk },
  { store, inbox }: ToldNeeds,
): Promise<boolean> {
  const conversation = await store.conversation(conversationId)
  if (!conversation) return false
  const { channel } = conversation
  const accepted = await inbox.receive({
    channel,
    conversationId,
    dedupeKey: `d:${key}`,
    silent: true,
    activity: {
      type: 'event',
      ...eventOf(told),
      channelId: channel,
      conversation: { id: conversationId },
      from: { id: 'agent', role: 'channel' },
    },
  })
  return accepted !== undefined
}

function eventOf(told: ToldByDesk): { name: string; value: JsonObject } {
  const { agent } = told
  if ('text' in told) {
    const by = agent === undefined ? {} : { byName: agent }
    return { name: 'handoff.message', value: { text: told.text, ...by } }
  }
  const by = agent === undefined ? {} : { agent }
  return { name: 'handoff.status', value: { state: told.state, ...by } }
}
