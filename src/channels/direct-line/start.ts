import { randomUUID } from 'node:crypto'
import { Failure } from '../../errors.ts'
import type { JsonObject } from '../../ports/json.ts'
import type { Identity } from '../../ports/store.ts'
import { Refusal } from '../../web/refusal.ts'
import { ok, type Reply } from '../../web/reply.ts'
import type { WebRequest } from '../../web/request.ts'
import { isSameOrigin } from '../../web/same-origin.ts'
import { validate } from '../../web/validate.ts'
import { accessTo, callerOf, requireSecret } from './access.ts'
import { botAccount, channel, type DirectLineDependencies } from './dependencies.ts'
import { generateBody, startBody } from './shapes.ts'
import { anonymousIdentity, type ConversationToken, tokenLifetime } from './tokens.ts'
import { parseWatermark } from './watermark.ts'

type Grant = Omit<ConversationToken, 'use' | 'user'>

/** `POST tokens/generate`: the secret buys a token for a new conversation. */
export async function generateToken(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  requireSecret(request.headers, dependencies.secret)
  const body = validate(generateBody, (await request.json()) ?? {})
  const { user, trustedOrigins, locale } = body
  const identity: Identity = user
    ? { userId: user.id, trusted: true, ...rest(user), ...(locale && { locale }) }
    : anonymousIdentity(locale)
  const origins = trustedOrigins?.map((url) => new URL(url).origin)
  return tokenReply({ conv: newId(), identity, origins }, dependencies)
}

function rest(user: {
  name?: string | undefined
  role?: Identity['role']
  merchantId?: string | undefined
}) {
  const { name, role, merchantId } = user
  return { ...(name && { name }), ...(role && { role }), ...(merchantId && { merchantId }) }
}

/**
 * `POST tokens/anonymous`, a route of our own: our chat page, and the widget on pages that the operator
 * named, get a token without ever holding the secret. Rate-limited by address.
 */
export async function anonymousToken(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  const isOwn = isSameOrigin(request.headers, request.origin)
  const { origin } = request.headers
  if (!isOwn && !isNamed(origin, dependencies.widgetOrigins ?? [])) {
    const message =
      'This page may not start a chat here. Name its origin in WIDGET_ORIGINS, or give it a token of tokens/generate.'
    throw new Refusal(403, 'BadArgument', message)
  }
  const { locale } = validate(startBody, (await request.json()) ?? {})
  // A token of another page is of use on that page only.
  const origins = isOwn || !origin ? undefined : [origin]
  return tokenReply({ ...newGrant(locale), origins }, dependencies)
}

/** The token proves nothing about the visitor: all that a page gains by asking is our work. */
function isNamed(origin: string | undefined, named: readonly string[]): boolean {
  return origin !== undefined && (named.includes('*') || named.includes(origin))
}

/** `POST tokens/refresh`: the same conversation and identity, another half hour. */
export async function refreshToken(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  const caller = await callerOf(request.headers, dependencies)
  if (caller.kind === 'token') return tokenReply(caller.token, dependencies)
  throw new Refusal(400, 'BadArgument', 'Only a token can be refreshed; the secret never expires.')
}

async function tokenReply(grant: Grant, dependencies: DirectLineDependencies): Promise<Reply> {
  const token = await dependencies.tokens.conversation(grant)
  return ok({ conversationId: grant.conv, token, expires_in: tokenLifetime })
}

/** `POST conversations`: 201 for a new conversation, 200 when the token's was already started. */
export async function startConversation(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  const caller = await callerOf(request.headers, dependencies)
  const { locale } = validate(startBody, (await request.json()) ?? {})
  const grant: Grant = caller.kind === 'token' ? withLocale(caller.token, locale) : newGrant(locale)
  const created = await createOnce(grant, dependencies)
  // Also on a repeat: a crash between the two would leave the customer without a greeting.
  await greet(grant, dependencies)
  const body = await connection({ grant, from: 0, request }, dependencies)
  return { status: created ? 201 : 200, json: body }
}

/** `GET conversations/:id?watermark=`: how a client comes back after a reload or a lost socket. */
export async function reconnect(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  const { caller, conversation } = await accessTo(request, dependencies)
  const from = parseWatermark(request.query.get('watermark'))
  const grant: Grant =
    caller.kind === 'token'
      ? caller.token
      : { conv: conversation.id, identity: conversation.identity }
  return ok(await connection({ grant, from, request }, dependencies))
}

async function connection(
  how: { grant: Grant; from: number; request: WebRequest },
  { tokens }: DirectLineDependencies,
): Promise<JsonObject> {
  const { conv, origins } = how.grant
  const token = await tokens.conversation(how.grant)
  const ticket = await tokens.stream({ conv, from: how.from, origins })
  const base = how.request.origin.replace(/^http/, 'ws')
  const streamUrl = `${base}/v3/directline/conversations/${conv}/stream?t=${ticket}`
  return { conversationId: conv, token, expires_in: tokenLifetime, streamUrl }
}

async function createOnce(
  { conv, identity }: Grant,
  { store, now }: DirectLineDependencies,
): Promise<boolean> {
  if (await store.conversation(conv)) return false
  const row = { id: conv, channel, identity, state: {}, createdAt: now().toISOString() }
  try {
    await store.createConversation(row)
    return true
  } catch (error) {
    // Two tabs may start the same conversation at the same instant.
    if (error instanceof Failure && error.code === 'state_conflict') return false
    throw error
  }
}

/** Tells the bot, once, that a customer is here. */
async function greet({ conv, identity }: Grant, { inbox }: DirectLineDependencies): Promise<void> {
  const user = { id: identity.userId, role: 'user' }
  await inbox.receive({
    channel,
    conversationId: conv,
    dedupeKey: 'start',
    silent: true,
    activity: {
      type: 'conversationUpdate',
      channelId: channel,
      from: user,
      recipient: botAccount,
      conversation: { id: conv },
      membersAdded: [botAccount, user],
      ...(identity.locale && { locale: identity.locale }),
    },
  })
}

/** A locale the integrator gave stands; a client may only fill the gap. */
function withLocale(grant: Grant, locale: string | undefined): Grant {
  if (!locale || grant.identity.locale) return grant
  return { ...grant, identity: { ...grant.identity, locale } }
}

function newGrant(locale: string | undefined): Grant {
  return { conv: newId(), identity: anonymousIdentity(locale) }
}

/** 122 random bits. */
function newId(): string {
  return randomUUID()
}
