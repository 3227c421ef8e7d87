/** A bucket holds `burst` tokens and fills again at `perSecond`. */
export interface Bucket {
  burst: number
  perSecond: number
}

export const buckets = {
  /** New tokens and conversations from one address. */
  start: { burst: 30, perSecond: 0.5 },
  /** Any other request from one address, the Direct Line poll excepted. */
  address: { burst: 240, perSecond: 20 },
  /** Messages into one conversation. */
  conversation: { burst: 20, perSecond: 1 },
} satisfies Record<string, Bucket>

export type BucketName = keyof typeof buckets

/** Answers how many seconds to wait; 0 means go ahead. */
export type RateLimit = (bucket: BucketName, key: string) => number

interface Level {
  tokens: number
  at: number
}

const mostKeys = 50_000

/** No limits: for load runs. */
export const unlimited: RateLimit = () => 0

/** Token buckets in this process. `now` is in milliseconds. Memory is bounded: oldest keys go. */
export function createRateLimit(now: () => number): RateLimit {
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
