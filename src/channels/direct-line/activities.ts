import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Failure } from '../../errors.ts'
import type { NewFile } from '../../ports/files.ts'
import type { JsonObject } from '../../ports/json.ts'
import type { ConversationRow } from '../../ports/store.ts'
import { badArgument } from '../../web/refusal.ts'
import { ok, type Reply } from '../../web/reply.ts'
import type { WebRequest } from '../../web/request.ts'
import { safeKey } from '../../web/safe-key.ts'
import { takeLimit } from '../../web/server.ts'
import { validate } from '../../web/validate.ts'
import { notKeptFile } from '../not-kept-file.ts'
import { accessTo, noConversation } from './access.ts'
import { botAccount, channel, type DirectLineDependencies } from './dependencies.ts'
import { activityLimit, type ClientActivity, clientActivity } from './shapes.ts'
import { activitySet, pageSize, parseWatermark } from './watermark.ts'

/** `POST conversations/:id/activities`: answers the id as soon as the message is durable. */
export async function postActivity(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  const { conversation } = await accessTo(request, dependencies)
  await takeLimit(dependencies.limit, 'conversation', conversation.id)
  const sent = validate(clientActivity, await request.json(activityLimit), 'The activity')
  if (sent.type === 'message') return receiveMessage(conversation, sent, dependencies)
  if (sent.type === 'typing') passTyping(conversation, dependencies)
  else if (sent.type !== 'event') throw badArgument(notTaken)
  else if (sent.name === 'support.rating') return receiveRating(conversation, sent, dependencies)
  // No other event of a customer is acted on; the id keeps clients content.
  return ok({ id: randomUUID() })
}

const notTaken = 'Activities of this type are not taken. Send type "message" with a "text".'

function passTyping(conversation: ConversationRow, { fanOut }: DirectLineDependencies): void {
  const from = { id: conversation.identity.userId, role: 'user' }
  fanOut.typing(conversation.id, { type: 'typing', id: randomUUID(), from })
}

const rating = z.object({
  score: z.number().int().min(1).max(5),
  comment: z.string().max(2000).nullish(),
})

/** How the customer judges the person they talked to. */
async function receiveRating(
  conversation: ConversationRow,
  sent: ClientActivity,
  { inbox }: DirectLineDependencies,
): Promise<Reply> {
  const { score, comment } = validate(rating, sent.value, 'The value of support.rating')
  const own = sent.channelData?.clientActivityID
  const accepted = await inbox.receive({
    channel,
    conversationId: conversation.id,
    dedupeKey: own ? `c:${safeKey(own)}` : `n:${randomUUID()}`,
    silent: true,
    activity: {
      type: 'event',
      name: 'support.rating',
      value: { score, ...(comment && { comment }) },
      channelId: channel,
      conversation: { id: conversation.id },
      from: { id: conversation.identity.userId, role: 'user' },
    },
  })
  if (!accepted) throw noConversation()
  return ok({ id: accepted.id })
}

interface SentMessage extends ClientActivity {
  /** What an upload brought; the files that an activity only names stay where they are. */
  carried?: { attachments: JsonObject[]; files: NewFile[] } | undefined
}

/** Puts a customer's message into the inbox. One that says nothing is taken: the bot answers it. */
export async function receiveMessage(
  conversation: ConversationRow,
  sent: SentMessage,
  { inbox, metrics }: DirectLineDependencies,
): Promise<Reply> {
  const { attachments, files } = sent.carried ?? {
    attachments: (sent.attachments ?? []).map(({ name }) =>
      notKeptFile({ name, notKept: 'named' }),
    ),
    files: [],
  }
  const own = sent.channelData?.clientActivityID
  const accepted = await inbox.receive({
    channel,
    conversationId: conversation.id,
    // The prefix keeps a client from taking the key of an internal event.
    dedupeKey: own ? `c:${safeKey(own)}` : `n:${randomUUID()}`,
    activity: inboundMessage(conversation, sent, attachments),
    files,
  })
  if (!accepted) throw noConversation()
  metrics.accepted.inc({ channel, result: accepted.duplicate ? 'repeated' : 'new' })
  return ok({ id: accepted.id })
}

/** Only the fields we know; who speaks comes from the conversation, whatever the client says. */
function inboundMessage(
  { id, identity }: ConversationRow,
  sent: ClientActivity,
  attachments: JsonObject[],
): JsonObject {
  const { text, textFormat, value, locale, localTimestamp, localTimezone, channelData } = sent
  return {
    type: 'message',
    channelId: channel,
    conversation: { id },
    from: { id: identity.userId, role: 'user', ...(identity.name && { name: identity.name }) },
    recipient: botAccount,
    text: text ?? '',
    ...(textFormat && { textFormat }),
    ...(value !== undefined && { value }),
    ...(locale && { locale }),
    ...(localTimestamp && { localTimestamp }),
    ...(localTimezone && { localTimezone }),
    ...(channelData && { channelData: knownChannelData(channelData) }),
    ...(attachments.length > 0 && { attachments }),
  }
}

function knownChannelData(data: NonNullable<ClientActivity['channelData']>): JsonObject {
  const { clientActivityID, postBack, messageBack } = data
  return {
    ...(clientActivityID && { clientActivityID: safeKey(clientActivityID) }),
    ...(postBack !== undefined && { postBack }),
    ...(messageBack?.displayText && { messageBack: { displayText: messageBack.displayText } }),
  }
}

/**
 * `GET conversations/:id/activities?watermark=`. A client that gets one 5xx or 429 here stops
 * polling for good, so a store that is away answers "nothing new".
 */
export async function getActivities(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  const after = parseWatermark(request.query.get('watermark'))
  try {
    const { conversation } = await accessTo(request, dependencies)
    return ok(await readPage(conversation.id, after, dependencies))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    dependencies.log.warn('poll_without_store', { code: error.code, requestId: request.id })
    return ok({ activities: [], watermark: String(after) })
  }
}

async function readPage(id: string, after: number, { store }: DirectLineDependencies) {
  const logged = await store.activitiesAfter(id, after, pageSize)
  if (logged.length > 0 || after === 0) return activitySet(logged, after)
  // A watermark from the future (a restored backup) would hide every message up to it.
  return activitySet([], Math.min(after, await store.lastSeq(id)))
}
