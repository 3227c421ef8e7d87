import {
  type Activity,
  ActivityHandler,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder'
import type { JsonObject } from '../ports/json.ts'

/** What the bot does with an activity: the activities it answers with. */
export type Answer = (activity: JsonObject) => Promise<JsonObject[]>

/**
 * Bot Framework as a pure function: a turn goes in, the activities it would send come out. Nothing
 * is delivered here; replies are committed with the turn and delivered from the store.
 */
class CollectingAdapter extends BotAdapter {
  readonly sent: Partial<Activity>[] = []

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.sent.push(...activities)
    return activities.map(() => ({ id: '' }))
  }

  override async updateActivity(): Promise<void> {
    throw new Error('a committed message is never changed')
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('a committed message is never taken back')
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const activity = TurnContext.applyConversationReference({ type: 'event' }, reference, true)
    await this.run(activity, logic)
  }

  async run(
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic)
  }
}

/** Runs one activity through Bot Framework's handler and gives back what it answers. */
export async function runBot(activity: JsonObject, answer: Answer): Promise<JsonObject[]> {
  const adapter = new CollectingAdapter()
  const handler = new ActivityHandler()
  let answers: JsonObject[] = []
  const reply = async (context: TurnContext, next: () => Promise<void>) => {
    answers = await answer(activity)
    if (answers.length > 0) await context.sendActivities(answers as Partial<Activity>[])
    await next()
  }
  handler.onMessage(reply)
  handler.onConversationUpdate(reply)
  handler.onEvent(reply)
  // With `expectReplies` Bot Framework would keep the replies to itself.
  const { deliveryMode: _, ...own } = activity
  await adapter.run(own as Partial<Activity>, (context) => handler.run(context))
  // Bot Framework signs every reply as the bot; an agent's words keep the agent's name.
  return adapter.sent.map((each, index) => {
    const { from } = answers[index] ?? {}
    return JSON.parse(JSON.stringify(from === undefined ? each : { ...each, from }))
  })
}
