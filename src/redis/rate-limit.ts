import { createHash } from 'node:crypto'
import { ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel'
import { buckets, type RateLimit } from '../ports/rate-limit.ts'
import type { RedisClient } from './connection.ts'
import type { RedisLink } from './link.ts'

export interface SharedRateLimitOptions {
  link: Pick<RedisLink, 'ask'>
  /** Counts by itself while Redis does not answer. */
  local: RateLimit
  namespace: string
  /** The longest a request waits for Redis. */
  answerMs?: number | undefined
}

/** Redis answers in under a millisecond; a request must not feel that it does not. */
const usualAnswerMs = 40
/** So many requests in a row find Redis late before the next ones do without it… */
const lateInARow = 3
/** … for this long. */
const restMs = 1_000

/**
 * The token bucket of `src/web/rate-limit.ts`, in Redis and by Redis's clock: one round trip, and no
 * two processes can take the same token.
 */
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local burst, perSecond = tonumber(ARGV[1]), tonumber(ARGV[2])
local level = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens, at = tonumber(level[1]) or burst, tonumber(level[2]) or now
tokens = math.min(burst, tokens + math.max(0, now - at) / 1000 * perSecond)
local wait = 0
if tokens >= 1 then tokens = tokens - 1 else wait = math.ceil((1 - tokens) / perSecond) end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.3f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(burst / perSecond * 1000) + 1000)
return wait
`
const scriptId = createHash('sha1').update(script).digest('hex')

/** Limits that all processes share, and each process's own while Redis is away or late. */
export function sharedRateLimit(options: SharedRateLimitOptions): RateLimit {
  const { link, local, namespace, answerMs = usualAnswerMs } = options
  const circuit = circuitBreaker(
    handleWhenResult((wait) => wait === undefined),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(lateInARow) },
  )
  return async (bucket, key) => {
    const { burst, perSecond } = buckets[bucket]
    const call = {
      keys: [`${namespace}:limit:${bucket}:${hidden(key)}`],
      arguments: [String(burst), String(perSecond)],
    }
    const wait = await circuit
      .execute(() => link.ask((client) => take(client, call), answerMs))
      .catch(() => undefined)
    return wait ?? local(bucket, key)
  }
}

interface Call {
  keys: string[]
  arguments: string[]
}

async function take(client: RedisClient, call: Call): Promise<number> {
  try {
    return Number(await client.evalSha(scriptId, call))
  } catch (error) {
    const isUnknown = error instanceof Error && error.message.startsWith('NOSCRIPT')
    if (!isUnknown) throw error
    return Number(await client.eval(script, call))
  }
}

/** No customer's address stands in Redis. */
function hidden(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22)
}
