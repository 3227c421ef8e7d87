import { randomUUID } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Identity } from '../../ports/store.ts'
import { Refusal } from '../../web/refusal.ts'

/** Seconds. The client refreshes each 15 minutes, whatever we say: a token must live longer. */
export const tokenLifetime = 30 * 60
/** Seconds. A stream address is used at once or not at all. */
export const streamTokenLifetime = 60

const identityClaims = z.object({
  userId: z.string(),
  trusted: z.boolean(),
  name: z.string().optional(),
  role: z.enum(['merchant', 'cardholder']).optional(),
  merchantId: z.string().optional(),
  locale: z.string().optional(),
})

const conversationClaims = z.object({
  use: z.literal('conversation'),
  conv: z.string(),
  /** The same as `identity.userId`: Web Chat reads it to know whose messages are the user's. */
  user: z.string(),
  identity: identityClaims,
  origins: z.array(z.string()).optional(),
})

const streamClaims = z.object({
  use: z.literal('stream'),
  conv: z.string(),
  from: z.number().int().nonnegative(),
  origins: z.array(z.string()).optional(),
})

export type ConversationToken = z.infer<typeof conversationClaims>
export type StreamToken = z.infer<typeof streamClaims>

export interface Tokens {
  /** For one conversation and one identity, half an hour. */
  conversation(token: Omit<ConversationToken, 'use' | 'user'>): Promise<string>
  /** For one web socket, one minute, reading on after `from`. */
  stream(token: Omit<StreamToken, 'use'>): Promise<string>
  /** Throws `Refusal` 403: `TokenExpired`, or `BadArgument` for all else. */
  verifyConversation(token: string): Promise<ConversationToken>
  verifyStream(token: string): Promise<StreamToken>
}

/** Signed tokens (HS256). They survive a restart as long as `key` (32 bytes or more) does. */
export function createTokens(options: { key: Uint8Array; now: () => Date }): Tokens {
  const { key, now } = options
  if (key.length < 32) throw new RangeError('The token key needs 32 bytes or more')

  const sign = (claims: ConversationToken | StreamToken, lifetime: number) => {
    const issued = Math.floor(now().getTime() / 1000)
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setJti(randomUUID())
      .setIssuedAt(issued)
      .setExpirationTime(issued + lifetime)
      .sign(key)
  }
  const verify = async <Shape extends z.ZodType>(token: string, shape: Shape) => {
    const { payload } = await verifySignature(token, key, now())
    const result = shape.safeParse(payload)
    if (!result.success) throw badToken()
    return { claims: result.data, expires: Number(payload.exp) * 1000 }
  }
  const known = rememberVerified(now, (token) => verify(token, conversationClaims))

  return {
    conversation: ({ conv, identity, origins }) =>
      sign({ use: 'conversation', conv, user: identity.userId, identity, origins }, tokenLifetime),
    stream: (token) => sign({ use: 'stream', ...token }, streamTokenLifetime),
    verifyConversation: known,
    verifyStream: async (token) => (await verify(token, streamClaims)).claims,
  }
}

interface Verified {
  claims: ConversationToken
  /** Milliseconds since 1970. */
  expires: number
}

const mostRemembered = 10_000

/**
 * A client sends the same token with every message and poll: its signature is checked once, its
 * expiry each time. The oldest are forgotten first.
 */
function rememberVerified(now: () => Date, verify: (token: string) => Promise<Verified>) {
  const verified = new Map<string, Verified>()
  return async (token: string): Promise<ConversationToken> => {
    const seen = verified.get(token)
    if (seen && now().getTime() < seen.expires) return seen.claims
    verified.delete(token)
    const fresh = await verify(token)
    verified.set(token, fresh)
    const [oldest] = verified.keys()
    if (verified.size > mostRemembered && oldest !== undefined) verified.delete(oldest)
    return fresh.claims
  }
}

/** Only our algorithm counts: a token may not choose how it is checked. */
async function verifySignature(token: string, key: Uint8Array, currentDate: Date) {
  try {
    return await jwtVerify(token, key, {
      algorithms: ['HS256'],
      currentDate,
      requiredClaims: ['exp', 'jti'],
    })
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new Refusal(403, 'TokenExpired', 'The token has expired. Ask for a new one.')
    }
    throw badToken()
  }
}

function badToken(): Refusal {
  return new Refusal(403, 'BadArgument', 'The token is not valid here. Ask for a new one.')
}

/** A customer nobody vouched for, under a fresh id. */
export function anonymousIdentity(locale?: string | undefined): Identity {
  const userId = `dl_${randomUUID().replaceAll('-', '')}`
  return { userId, trusted: false, ...(locale && { locale }) }
}
