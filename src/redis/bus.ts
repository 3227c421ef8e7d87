import type { Log } from '../observability/log.ts'
import type { FanOut, WorkOffers } from '../ports/fan-out.ts'
import type { Presence, ProcessFacts } from '../ports/presence.ts'
import type { RateLimit } from '../ports/rate-limit.ts'
import type { Viewers } from '../ports/viewers.ts'
import { redisFanOut } from './fan-out.ts'
import { createRedisLink, type RedisLinkOptions } from './link.ts'
import { redisPresence } from './presence.ts'
import { sharedRateLimit } from './rate-limit.ts'
import { redisViewers } from './viewers.ts'

export interface RedisBusOptions {
  url: string
  /** Names the deployment: see `namespaceOf`. */
  namespace: string
  /** Delivers within this process. */
  local: FanOut
  /** The id of this process, as `describe` gives it. */
  self: string
  describe(): ProcessFacts
  /** Told every few seconds how many processes live. */
  onAlive?: ((alive: number) => void) | undefined
  log: Pick<Log, 'info' | 'warn'>
  times?: RedisLinkOptions['times']
  /** The longest a request waits for a limit, in milliseconds; usually 40. */
  limitAnswerMs?: number | undefined
}

/** Everything this process does over Redis, on one connection. */
export interface RedisBus {
  fanOut: FanOut & WorkOffers
  presence: Presence
  /** Who looks at which conversation, over all processes. */
  viewers: Viewers
  isUp(): boolean
  /** Told each time Redis is back: news may have been missed. */
  onUp(listener: () => void): void
  /** The same limit, shared by all processes. */
  share(local: RateLimit): RateLimit
  start(): void
  close(): Promise<void>
}

/** Redis carries wake-ups, presence and rate limits, never a fact: all of it may vanish at any time. */
export function createRedisBus(options: RedisBusOptions): RedisBus {
  const { url, namespace, local, self, describe, log, times } = options
  const link = createRedisLink({ url, channel: `${namespace}:news`, log, times })
  const presence = redisPresence({
    link,
    namespace,
    describe,
    onChange: options.onAlive,
  })
  return {
    fanOut: redisFanOut({ link, local, self }),
    presence,
    viewers: redisViewers({ link, namespace }),
    isUp: link.isUp,
    onUp: link.onUp,
    share: (limit) =>
      sharedRateLimit({ link, local: limit, namespace, answerMs: options.limitAnswerMs }),
    start() {
      presence.start()
      link.start()
    },
    async close() {
      await presence.stop()
      await link.close()
    },
  }
}
