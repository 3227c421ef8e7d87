/** Lines alike that are written in each span of time: enough to see what is wrong. */
const MOST_ALIKE = 20
const SPAN_MS = 10_000

/**
 * Trouble that stays, such as a full disk, would else write a line for each request. Answers
 * whether a line may be written, and how many like it were left out since the last one.
 */
export function createLogQuota(now: () => number = () => performance.now()) {
  const seen = new Map<string, { since: number; count: number }>()

  return function take(kind: string): { write: boolean; leftOut: number } {
    const known = seen.get(kind)
    if (known && now() - known.since < SPAN_MS) {
      known.count += 1
      return { write: known.count <= MOST_ALIKE, leftOut: 0 }
    }
    seen.set(kind, { since: now(), count: 1 })
    return { write: true, leftOut: Math.max(0, (known?.count ?? 0) - MOST_ALIKE) }
  }
}
