import { z } from 'zod'
import type { Presence, ProcessFacts } from '../ports/presence.ts'
import type { RedisLink } from './link.ts'

export interface RedisPresenceOptions {
  link: Pick<RedisLink, 'ask' | 'isUp' | 'onUp'>
  namespace: string
  /** What this process says of itself; its `id` never changes. */
  describe(): ProcessFacts
  /** Told after each announcement, for gauges. */
  onChange?: ((alive: number) => void) | undefined
  times?: { announceMs: number; expiryMs: number } | undefined
}

export interface RedisPresence extends Presence {
  start(): void
  /** Says goodbye, so that nobody counts on this process until its expiry. */
  stop(): Promise<void>
}

/** A process that misses three announcements in a row counts as dead. */
const usualTimes = { announceMs: 3_000, expiryMs: 10_000 }
const answerMs = 500

const facts = z.object({
  id: z.string(),
  startedAt: z.string(),
  sockets: z.number(),
  turnsInHand: z.number(),
})

/**
 * Announces this process and learns of the others. Each process is a key with an
 * expiry; a set holds their ids, so that nobody has to search Redis for them.
 */
export function redisPresence(options: RedisPresenceOptions): RedisPresence {
  const { link, namespace, describe, onChange } = options
  const { announceMs, expiryMs } = options.times ?? usualTimes
  const all = `${namespace}:processes`
  const keyOf = (id: string) => `${namespace}:process:${id}`
  let others: ProcessFacts[] = []
  let timer: NodeJS.Timeout | undefined

  async function announce(): Promise<void> {
    const self = describe()
    const ids = await link.ask(async (client) => {
      const [, , members] = await Promise.all([
        client.set(keyOf(self.id), JSON.stringify(self), { PX: expiryMs }),
        client.sAdd(all, self.id),
        client.sMembers(all),
      ])
      return members.filter((id) => id !== self.id)
    }, answerMs)
    others = ids && ids.length > 0 ? await recall(ids) : []
    onChange?.(others.length + 1)
  }

  async function recall(ids: string[]): Promise<ProcessFacts[]> {
    const found = await link.ask((client) => client.mGet(ids.map(keyOf)), answerMs)
    const gone = ids.filter((_id, index) => found && !found[index])
    if (gone.length > 0) await link.ask((client) => client.sRem(all, gone), answerMs)
    return (found ?? []).flatMap((text) => read(text) ?? [])
  }

  return {
    deployment() {
      const self = describe()
      const redis = link.isUp() ? 'answers' : 'away'
      const processes = [self, ...(link.isUp() ? others : [])]
      processes.sort((one, other) => one.startedAt.localeCompare(other.startedAt))
      return { redis, self: self.id, processes }
    },
    start() {
      link.onUp(() => void announce())
      timer = setInterval(() => void announce(), announceMs)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      const { id } = describe()
      await link.ask(
        (client) => Promise.all([client.del(keyOf(id)), client.sRem(all, id)]),
        answerMs,
      )
    },
  }
}

function read(text: string | null): ProcessFacts | undefined {
  if (text === null) return undefined
  try {
    return facts.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
