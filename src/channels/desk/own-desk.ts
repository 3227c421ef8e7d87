import type { HandoffDesk } from '../../ports/desk.ts'
import { deskTopics } from '../../ports/desk-topics.ts'
import type { FanOut } from '../../ports/fan-out.ts'
import type { Inbox } from '../../ports/inbox.ts'
import type { Store } from '../../ports/store.ts'

export interface OwnDeskNeeds {
  store: Pick<Store, 'handoffs' | 'conversation'>
  inbox: Pick<Inbox, 'receive'>
  fanOut: Pick<FanOut, 'publish'>
}

/** Those further back are told their place with the next one who leaves. */
const toldAtOnce = 20

/**
 * The desk of this service: the queue is the store's, so that all there is to do is to tell open
 * consoles, and to tell those who wait that they have moved up.
 */
export function ownDesk(needs: OwnDeskNeeds): HandoffDesk {
  return {
    where: 'here',
    async hand({ key, news }) {
      needs.fanOut.publish(deskTopics.queue)
      if (news.kind === 'status') await tellPlaces(key, needs)
      return { kind: 'taken' }
    },
  }
}

/** A silent event each: the bot tells whoever has another place now. */
async function tellPlaces(key: string, { store, inbox }: OwnDeskNeeds): Promise<void> {
  for (const { conversationId } of await store.handoffs('queued', toldAtOnce)) {
    const conversation = await store.conversation(conversationId)
    if (!conversation) continue
    const { channel } = conversation
    await inbox.receive({
      channel,
      conversationId,
      dedupeKey: `p:${key}`,
      silent: true,
      activity: {
        type: 'event',
        name: 'handoff.place',
        channelId: channel,
        conversation: { id: conversationId },
      },
    })
  }
}
