import { type Bucket, buckets, type RateLimit } from '../ports/rate-limit.ts'

interface Level {
  tokens: number
  at: number
}

const mostKeys = 50_000

/** A limit that answers without waiting. */
export type LocalRateLimit = (...asked: Parameters<RateLimit>) => number

/** No limits: for load runs. */
export const unlimited: RateLimit = () => 0

/** Token buckets in this process. `now` is in milliseconds. Memory is bounded: oldest keys go. */
export function createRateLimit(now: () => number): LocalRateLimit {
  const levels = new Map<string, Level>()
  return (bucket, key) => {
    const name = `${bucket} ${key}`
    const level = refill(levels.get(name), buckets[bucket], now())
    levels.delete(name)
    levels.set(name, level)
    if (levels.size > mostKeys) dropOldest(levels)
    if (level.tokens >= 1) {
      level.tokens -= 1
      return 0
    }
    return Math.ceil((1 - level.tokens) / buckets[bucket].perSecond)
  }
}

function refill(level: Level | undefined, bucket: Bucket, at: number): Level {
  if (!level) return { tokens: bucket.burst, at }
  const gained = (Math.max(0, at - level.at) / 1000) * bucket.perSecond
  return { tokens: Math.min(bucket.burst, level.tokens + gained), at }
}

function dropOldest(levels: Map<string, Level>): void {
  const oldest = levels.keys().next().value
  if (oldest !== undefined) levels.delete(oldest)
}
