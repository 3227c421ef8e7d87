/** How often a wrong password may be given before the door stays shut, and for how long. */
export interface LockRule {
  /** Wrong ones that cost nothing. */
  free: number
  firstMs: number
  mostMs: number
}

/** Of one login, whoever tries it. */
export const loginRule: LockRule = { free: 5, firstMs: 60_000, mostMs: 3_600_000 }

/** From one address, whatever logins are tried: an office has one address for many people. */
export const addressRule: LockRule = { free: 30, firstMs: 60_000, mostMs: 3_600_000 }

/** Wrong ones are forgotten a day after the last. */
const forgottenMs = 86_400_000

/** Tries that did not succeed, so far. ISO instants. */
export interface Tries {
  count: number
  lastAt: string
  lockedUntil?: string | undefined
}

/** Milliseconds until another try is allowed; 0: now. */
export function lockedFor(tries: Tries | undefined, now: Date): number {
  if (tries?.lockedUntil === undefined) return 0
  return Math.max(0, Date.parse(tries.lockedUntil) - now.getTime())
}

/**
 * The tries with one more. It counts as wrong from the start, so that a hundred at the same moment do
 * not all slip through; who gave the right password has it taken back.
 */
export function withOneMore(tries: Tries | undefined, rule: LockRule, now: Date): Tries {
  const isOld = !tries || now.getTime() - Date.parse(tries.lastAt) > forgottenMs
  const count = (isOld ? 0 : tries.count) + 1
  const lastAt = now.toISOString()
  if (count < rule.free) return { count, lastAt }
  const lockMs = Math.min(rule.mostMs, rule.firstMs * 2 ** (count - rule.free))
  return { count, lastAt, lockedUntil: new Date(now.getTime() + lockMs).toISOString() }
}
