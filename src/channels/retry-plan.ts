import type { Delivery, DeliveryResult } from '../ports/outbox.ts'
import type { Attempt } from './attempt.ts'

export interface RetryLimits {
  /** The longest wait after the first failure; it doubles with each further one. */
  firstWaitMs: number
  longestWaitMs: number
  /** A wait that the other system asks for is kept up to this long. */
  longestAskedWaitMs: number
  maxAttempts: number
  maxAgeMs: number
}

const minute = 60_000

/** A system that is down for hours gets everything when it is back; after a day a person looks. */
export const usualRetryLimits: RetryLimits = {
  firstWaitMs: 1_000,
  longestWaitMs: 10 * minute,
  longestAskedWaitMs: 60 * minute,
  maxAttempts: 100,
  maxAgeMs: 24 * 60 * minute,
}

interface Surroundings {
  now: Date
  /** From 0 up to 1. */
  random: () => number
  limits: RetryLimits
}

/** How an attempt ends its delivery: sent, again later, or parked. */
export function planRetry(
  delivery: Delivery,
  attempt: Attempt,
  { now, random, limits }: Surroundings,
): DeliveryResult {
  const { id } = delivery
  const at = now.toISOString()
  if (attempt.kind === 'sent') return { id, at, sent: true }

  const { reason } = attempt
  const parked = attempt.kind === 'refused' || isGivenUp(delivery, now, limits)
  const waitMs = waitAfter(delivery.attempts, attempt, { random, limits })
  const notBefore = new Date(now.getTime() + waitMs).toISOString()
  const untried = attempt.kind === 'untried'
  return { id, at, sent: false, reason, notBefore, parked, ...(untried && { untried }) }
}

function isGivenUp({ attempts, createdAt }: Delivery, now: Date, limits: RetryLimits): boolean {
  const ageMs = now.getTime() - Date.parse(createdAt)
  return attempts >= limits.maxAttempts || ageMs >= limits.maxAgeMs
}

/** Full jitter: those that failed together do not come back together. */
function waitAfter(
  attempts: number,
  attempt: Exclude<Attempt, { kind: 'sent' }>,
  { random, limits }: Omit<Surroundings, 'now'>,
): number {
  if (attempt.kind === 'refused') return 0
  if (attempt.kind === 'untried') return attempt.waitMs * (1 + random())
  const doubled = limits.firstWaitMs * 2 ** Math.min(attempts - 1, 30)
  const wait = random() * Math.min(doubled, limits.longestWaitMs)
  return Math.max(wait, Math.min(attempt.retryAfterMs ?? 0, limits.longestAskedWaitMs))
}
