import { z } from 'zod'
import { Failure } from '../../errors.ts'
import type { Inbox } from '../../ports/inbox.ts'
import type { JsonObject } from '../../ports/json.ts'
import type { ConversationRow, Store } from '../../ports/store.ts'
import { Refusal } from '../../web/refusal.ts'
import { ok, type Reply } from '../../web/reply.ts'
import type { Route, WebRequest } from '../../web/request.ts'
import { safeKey } from '../../web/safe-key.ts'
import { validate } from '../../web/validate.ts'
import { toldByDesk } from '../desk/told-by-desk.ts'
import { notKeptFile } from '../not-kept-file.ts'
import type { Authenticate } from './authenticate.ts'
import { isAllowedServiceUrl } from './service-url.ts'
import { conversationReference, type ServiceActivity, serviceActivity } from './shapes.ts'

export interface MessagesDependencies {
  store: Pick<Store, 'conversation' | 'createConversation'>
  inbox: Inbox
  now: () => Date
  /** Absent without Microsoft credentials. */
  authenticate?: Authenticate | undefined
  /**
   * The local Bot Framework Emulator, without credentials: only when it was asked for and the
   * server listens on loopback. The caller decides both.
   */
  emulator?: boolean | undefined
  /**
   * A desk elsewhere says over this channel what has become of a call (`handoff.status`). Without
   * such a desk nobody is believed who says so.
   */
  deskStatus?: boolean | undefined
  /** Further hosts replies may go to. */
  serviceHosts?: readonly string[] | undefined
  /** Told of each conversation before its message is taken in: from then on replies go there. */
  remember(conversationId: string, reference: JsonObject): Promise<void>
}

const activityLimit = 700 * 1024

/** `POST /api/messages`: activities of the Bot Framework service go to the same inbox as all. */
export function messagesRoute(dependencies: MessagesDependencies): Route {
  return {
    method: 'POST',
    path: '/api/messages',
    handler: (request) => receive(request, dependencies),
  }
}

async function receive(request: WebRequest, dependencies: MessagesDependencies): Promise<Reply> {
  const { authenticate, emulator } = dependencies
  if (!authenticate && !emulator) {
    const message =
      'This address is closed: no Microsoft credentials are configured (MICROSOFT_APP_ID).'
    throw new Refusal(403, 'NotConfigured', message)
  }
  const { authorization } = request.headers
  // Before the body is read: strangers get no work out of us.
  if (authenticate && !authorization) {
    throw new Refusal(401, 'Unauthorized', 'Send the Bot Framework token in Authorization.')
  }
  const body = await request.json(activityLimit)
  const activity = validate(serviceActivity, body, 'The activity')
  await authenticate?.(activity, authorization ?? '')
  checkServiceUrl(activity, dependencies)
  return take(activity, dependencies)
}

function checkServiceUrl(activity: ServiceActivity, dependencies: MessagesDependencies): void {
  const allow = {
    hosts: dependencies.serviceHosts,
    loopback: !dependencies.authenticate && dependencies.emulator,
  }
  if (isAllowedServiceUrl(activity.serviceUrl, allow)) return
  throw new Refusal(403, 'ServiceUrlNotAllowed', 'Replies are not sent to this serviceUrl.')
}

/** Messages and greetings are worked; other activities are acknowledged, as the service expects. */
async function take(activity: ServiceActivity, dependencies: MessagesDependencies): Promise<Reply> {
  const status = dependencies.deskStatus ? statusIn(activity) : undefined
  if (status) return takeStatus(activity, status, dependencies)
  if (activity.type !== 'message' && !welcomesSomebody(activity)) return ok({})
  const { inbox, remember } = dependencies
  const conversation = await findOrCreate(activity, dependencies)
  await remember(conversation.id, referenceOf(activity))
  const accepted = await inbox.receive({
    channel: activity.channelId,
    conversationId: conversation.id,
    dedupeKey: `s:${safeKey(activity.id)}`,
    silent: activity.type !== 'message',
    activity: inboundActivity(activity),
  })
  return accepted ? ok({ id: accepted.id }) : ok({})
}

function welcomesSomebody(activity: ServiceActivity): boolean {
  if (activity.type !== 'conversationUpdate' || !Array.isArray(activity.membersAdded)) return false
  return activity.membersAdded.some((member) => member?.id !== activity.recipient.id)
}

const handoffStatus = z.object({
  state: z.enum(['accepted', 'completed', 'failed']),
  agent: z.string().max(100).optional(),
})

function statusIn({ type, name, value }: ServiceActivity) {
  if (type !== 'event' || name !== 'handoff.status') return undefined
  return handoffStatus.safeParse(value).data
}

async function takeStatus(
  activity: ServiceActivity,
  told: z.infer<typeof handoffStatus>,
  dependencies: MessagesDependencies,
): Promise<Reply> {
  const conversationId = conversationIdOf(activity)
  const conversation = await dependencies.store.conversation(conversationId)
  // On some channels customers send events, too: none may speak for the desk.
  if (conversation?.identity.userId === userIdOf(activity)) return ok({})
  await toldByDesk({ conversationId, key: safeKey(activity.id), told }, dependencies)
  return ok({})
}

/** Ids of other systems live in a space of their own: none can name a Direct Line conversation. */
function conversationIdOf({ channelId, conversation }: ServiceActivity): string {
  return `${channelId}:${conversation.id}`
}

function userIdOf({ channelId, from }: ServiceActivity): string {
  return `${channelId}:${from.id}`
}

type Found = Pick<ConversationRow, 'id'>

async function findOrCreate(
  activity: ServiceActivity,
  { store, now }: MessagesDependencies,
): Promise<Found> {
  const id = conversationIdOf(activity)
  if (await store.conversation(id)) return { id }
  const { channelId: channel, locale } = activity
  const identity = { userId: userIdOf(activity), trusted: false, ...(locale && { locale }) }
  try {
    await store.createConversation({
      id,
      channel,
      identity,
      state: {},
      createdAt: now().toISOString(),
    })
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'state_conflict') throw error
  }
  return { id }
}

function inboundActivity(activity: ServiceActivity): JsonObject {
  const { type, channelId, from, recipient, conversation, text, value, locale } = activity
  const files = (activity.attachments ?? []).filter(({ contentUrl }) => contentUrl)
  return {
    type,
    channelId,
    conversation: { id: conversation.id },
    from: { id: userIdOf(activity), role: 'user', ...(from.name && { name: from.name }) },
    recipient: { id: recipient.id, role: 'bot' },
    ...(type === 'message' && { text: text ?? '' }),
    ...(type !== 'message' && { membersAdded: [{ id: from.id }, { id: recipient.id }] }),
    ...(value !== undefined && { value }),
    // They stay with the service: an address that somebody names is not called.
    ...(files.length > 0 && {
      attachments: files.map(({ name }) =>
        notKeptFile({ name: name ?? undefined, notKept: 'named' }),
      ),
    }),
    ...(locale && { locale }),
    // The service's own id: a reply names it. One that cannot be kept as it is, is not named.
    ...(safeKey(activity.id) === activity.id && { channelData: { activityId: activity.id } }),
  }
}

function referenceOf(activity: ServiceActivity): JsonObject {
  const { channelId, serviceUrl, conversation, from, recipient } = activity
  const reference = conversationReference.parse({
    channelId,
    serviceUrl,
    conversation,
    bot: { id: recipient.id, name: recipient.name ?? undefined },
    user: { id: from.id, name: from.name ?? undefined },
  })
  return JSON.parse(JSON.stringify(reference))
}
