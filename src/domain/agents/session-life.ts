/** How long a sign-in lasts without a call, and at the longest. */
export const sessionLife = { idleMs: 12 * 3_600_000, longestMs: 7 * 86_400_000 } as const

/** A last call is noted no more often than this: reading must not mean writing. */
const noteMs = 60_000

/** ISO instants. */
export interface SessionTimes {
  createdAt: string
  /** The last call that was noted. */
  seenAt: string
}

/** Whether a sign-in still counts at `now`. */
export function isSessionAlive({ createdAt, seenAt }: SessionTimes, now: Date): boolean {
  const { idleMs, longestMs } = sessionLife
  const at = now.getTime()
  return at - Date.parse(seenAt) < idleMs && at - Date.parse(createdAt) < longestMs
}

/** Whether a call at `now` is worth noting. */
export function isCallNoted({ seenAt }: Pick<SessionTimes, 'seenAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(seenAt) >= noteMs
}
