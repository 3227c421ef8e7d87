import type { IncomingHttpHeaders } from 'node:http'
import type { ConversationRow } from '../../ports/store.ts'
import { Refusal } from '../../web/refusal.ts'
import type { WebRequest } from '../../web/request.ts'
import { bearerOf, sameSecret } from '../../web/secrets.ts'
import { channel, type DirectLineDependencies } from './dependencies.ts'
import type { ConversationToken } from './tokens.ts'

/** Who calls: the holder of the secret, or of a token bound to one conversation. */
export type Caller = { kind: 'secret' } | { kind: 'token'; token: ConversationToken }

type Keys = Pick<DirectLineDependencies, 'secret' | 'tokens'>

/** Throws `Refusal` 401 without credentials, 403 with wrong or expired ones. */
export async function callerOf(headers: IncomingHttpHeaders, keys: Keys): Promise<Caller> {
  const bearer = bearerOf(headers.authorization)
  if (!bearer) {
    const message = 'Send the Direct Line token: Authorization: Bearer <token>.'
    throw new Refusal(401, 'MissingToken', message)
  }
  if (sameSecret(bearer, keys.secret)) return { kind: 'secret' }
  const token = await keys.tokens.verifyConversation(bearer)
  checkOrigin(headers.origin, token.origins)
  return { kind: 'token', token }
}

/** Throws 403 for a page outside `allowed`. A caller that names no origin is no browser. */
export function checkOrigin(
  origin: string | undefined,
  allowed: readonly string[] | undefined,
): void {
  if (!origin || !allowed || allowed.includes(origin)) return
  throw new Refusal(403, 'BadArgument', 'This page may not open the conversation.')
}

/** Only an integrator's back end: throws 401 or 403 for everybody else. */
export function requireSecret(headers: IncomingHttpHeaders, secret: string): void {
  const bearer = bearerOf(headers.authorization)
  if (!bearer) {
    const message = 'Send the Direct Line secret: Authorization: Bearer <secret>.'
    throw new Refusal(401, 'MissingToken', message)
  }
  if (sameSecret(bearer, secret)) return
  throw new Refusal(403, 'BadArgument', 'The Direct Line secret is wrong.')
}

export interface Access {
  caller: Caller
  conversation: ConversationRow
}

/**
 * The conversation named in the path, for a caller who may see it. Somebody else's conversation
 * and one that does not exist are the same 404.
 */
export async function accessTo(
  request: WebRequest,
  dependencies: Keys & Pick<DirectLineDependencies, 'store'>,
): Promise<Access> {
  const caller = await callerOf(request.headers, dependencies)
  const id = request.params.conversationId ?? ''
  if (caller.kind === 'token' && caller.token.conv !== id) throw noConversation()
  const conversation = await dependencies.store.conversation(id)
  if (conversation?.channel !== channel) throw noConversation()
  return { caller, conversation }
}

export function noConversation(): Refusal {
  return new Refusal(404, 'BadArgument', 'There is no such conversation. Start a new one.')
}
