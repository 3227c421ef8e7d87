import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** How the two sides of the provider protocol know each other: a token or a signing secret. */
export type ProtocolAuth = { kind: 'bearer'; token: string } | { kind: 'hmac'; secret: string }

/** What is signed of a request. */
export interface SignedParts {
  method: string
  /** Path and query exactly as they are sent: `/v1/transactions?last4=6225`. */
  target: string
  body: string
}

/** A signature is good for so long before and after the time it names, in milliseconds. */
const signatureWindowMs = 5 * 60_000

function digest(secret: string, seconds: string, { method, target, body }: SignedParts): string {
  return createHmac('sha256', secret).update(`${seconds}.${method}.${target}.${body}`).digest('hex')
}

/** Compares without telling by its duration where, or at which length, the texts differ. */
function sameSecret(left: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(left), hash(right))
}

/** The header that proves who asks: `authorization` or `x-signature`. */
export function authHeaders(
  auth: ProtocolAuth,
  parts: SignedParts,
  now: Date,
): Record<string, string> {
  if (auth.kind === 'bearer') return { authorization: `Bearer ${auth.token}` }
  const seconds = String(Math.floor(now.getTime() / 1000))
  return { 'x-signature': `t=${seconds},v1=${digest(auth.secret, seconds, parts)}` }
}

function isSigned(header: string, secret: string, { parts, now }: Proof): boolean {
  const [, seconds, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/i.exec(header.trim()) ?? []
  if (seconds === undefined || given === undefined) return false
  const fresh = Math.abs(now.getTime() - Number(seconds) * 1000) <= signatureWindowMs
  return sameSecret(given.toLowerCase(), digest(secret, seconds, parts)) && fresh
}
interface Proof {
  headers: Readonly<Record<string, string | undefined>>
  parts: SignedParts
  now: Date
}

/** True when the request (header names in lower case) comes from someone who knows the secret. */
export function isAuthentic(auth: ProtocolAuth, proof: Proof): boolean {
  const { headers } = proof
  if (auth.kind === 'hmac') return isSigned(headers['x-signature'] ?? '', auth.secret, proof)
  const [, token = ''] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? []
  return sameSecret(token, auth.token)
}
