import {
  type Activity,
  BotAdapter,
  EventFactory,
  type ResourceResponse,
  type Transcript,
  TurnContext,
} from 'botbuilder'
import type { DeskNote } from '../../ports/desk.ts'
import type { JsonObject } from '../../ports/json.ts'
import type { ConversationRow, LoggedActivity, Store } from '../../ports/store.ts'

export interface EventNeeds {
  store: Pick<Store, 'conversation' | 'activitiesBefore' | 'activity'>
  /** The facts card of a conversation, as plain data. */
  facts(conversation: ConversationRow, log: readonly LoggedActivity[]): Promise<JsonObject>
}

/** What a desk elsewhere needs of a long talk; the rest is in our own console. */
const longestTranscript = 2_000

/**
 * A note to the desk as the Bot Framework activity for it: `handoff.initiate` with the facts card and
 * the redacted transcript, `handoff.status`, or the customer's message as it stands in the log. Read
 * when it is handed over: what was hidden since is hidden here, too. Undefined when its conversation
 * or message is gone.
 */
export async function handoffEvent(
  { conversationId, news }: DeskNote,
  needs: EventNeeds,
): Promise<JsonObject | undefined> {
  const { store } = needs
  const conversation = await store.conversation(conversationId)
  if (!conversation) return undefined
  if (news.kind === 'message') return (await store.activity(news.activityId))?.activity
  if (news.kind === 'status') {
    return plain(EventFactory.createHandoffStatus({ id: conversationId } as never, news.state))
  }
  const log = await store.activitiesBefore(conversationId, undefined, longestTranscript)
  const context = { ...(await needs.facts(conversation, log)), handoffId: news.handoffId }
  return plain(EventFactory.createHandoffInitiation(turnIn(conversation), context, said(log)))
}

/** Only what was said: private notes and machinery stay here. */
function said(log: readonly LoggedActivity[]): Transcript {
  const messages = log.filter(({ activity }) => activity.type === 'message')
  return { activities: messages.map(({ activity }) => activity as unknown as Activity) }
}

function turnIn({ id, channel, identity }: ConversationRow): TurnContext {
  const activity = {
    type: 'message',
    channelId: channel,
    conversation: { id },
    from: { id: identity.userId, role: 'user' },
    recipient: { id: 'daozhang', role: 'bot' },
  }
  return new TurnContext(new SilentAdapter(), activity as Partial<Activity> as Activity)
}

/** The event factory wants a turn to read from; nothing is ever sent through it. */
class SilentAdapter extends BotAdapter {
  override async sendActivities(): Promise<ResourceResponse[]> {
    throw new Error('an event for the desk is never sent to the customer')
  }
  override async updateActivity(): Promise<void> {
    throw new Error('an event for the desk is never sent to the customer')
  }
  override async deleteActivity(): Promise<void> {
    throw new Error('an event for the desk is never sent to the customer')
  }
  override async continueConversation(): Promise<void> {
    throw new Error('an event for the desk is never sent to the customer')
  }
}

function plain(activity: unknown): JsonObject {
  return JSON.parse(JSON.stringify(activity))
}
