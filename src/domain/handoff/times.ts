import type { Agent } from '../agents/agent.ts'
import { presenceAt } from '../agents/presence.ts'

const minuteMs = 60_000

/** After so long in the queue without anybody the customer gets a promise instead. */
export const waitPatienceMs = 10 * minuteMs
/** Somebody calls back within this time after the desk has opened. */
export const callBackMs = 60 * minuteMs
/** An owner who leaves a customer's message this long loses the conversation. */
export const unansweredMs = 5 * minuteMs
/** How often an owner is looked after. */
export const ownerLookMs = minuteMs

/** What is known of the owner of a conversation when they are looked after. Instants are ISO UTC. */
export interface OwnerSeen {
  owner: Pick<Agent, 'presence' | 'seenAt' | 'disabled'>
  claimedAt: string
  lastCustomerAt?: string | undefined
  lastAgentAt?: string | undefined
}

/** Why a conversation is taken from its owner; undefined: it is not. */
export type OwnerSilence = 'gone' | 'unanswered' | undefined

/** Whether the owner is gone without a word, or leaves a message unanswered. */
export function ownerSilence(seen: OwnerSeen, now: Date): OwnerSilence {
  const { owner, claimedAt } = seen
  // Who says "away" or "offline" keeps what they have, as long as it is answered.
  const vanished = owner.presence === 'online' && presenceAt(owner, now) !== 'online'
  const justClaimed = now.getTime() - Date.parse(claimedAt) < ownerLookMs
  if (owner.disabled || (vanished && !justClaimed)) return 'gone'
  return isUnanswered(seen, now) ? 'unanswered' : undefined
}

function isUnanswered({ lastCustomerAt, lastAgentAt, claimedAt }: OwnerSeen, now: Date): boolean {
  if (lastCustomerAt === undefined) return false
  if (lastAgentAt !== undefined && lastAgentAt >= lastCustomerAt) return false
  // What was said before the claim is answered from the claim on.
  const since = Math.max(Date.parse(lastCustomerAt), Date.parse(claimedAt))
  return now.getTime() - since >= unansweredMs
}
