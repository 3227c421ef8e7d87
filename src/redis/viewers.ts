import { z } from 'zod'
import { typingMs, type Viewer, type Viewers, viewedMs } from '../ports/viewers.ts'
import type { RedisLink } from './link.ts'

export interface RedisViewersOptions {
  link: Pick<RedisLink, 'ask'>
  namespace: string
  /** Milliseconds since the epoch, as all processes count them. Default: the system's. */
  now?: (() => number) | undefined
}

const answerMs = 500

const sign = z.object({ name: z.string(), at: z.number(), typingAt: z.number() })

/** Who looks at what, over all processes: a hash per conversation that forgets itself. */
export function redisViewers({ link, namespace, now = Date.now }: RedisViewersOptions): Viewers {
  const keyOf = (conversationId: string) => `${namespace}:view:${conversationId}`
  const all = (conversationId: string) =>
    link.ask((client) => client.hGetAll(keyOf(conversationId)), answerMs)
  return {
    async seen({ conversationId, agentId, name, typing }) {
      const before = read((await all(conversationId))?.[agentId])
      const typingAt = typing ? now() : (before?.typingAt ?? 0)
      const value = JSON.stringify({ name, at: now(), typingAt })
      await link.ask(async (client) => {
        const key = keyOf(conversationId)
        await Promise.all([client.hSet(key, agentId, value), client.pExpire(key, viewedMs)])
      }, answerMs)
    },
    async of(conversationId) {
      const seen = Object.entries((await all(conversationId)) ?? {})
      return seen
        .flatMap(([agentId, text]) => viewerOf(agentId, text, now()) ?? [])
        .toSorted((one, other) => one.name.localeCompare(other.name))
    },
  }
}

function viewerOf(agentId: string, text: string, at: number): Viewer | undefined {
  const seen = read(text)
  if (!seen || at - seen.at > viewedMs) return undefined
  return { agentId, name: seen.name, typing: at - seen.typingAt <= typingMs }
}

function read(text: string | undefined): z.infer<typeof sign> | undefined {
  if (text === undefined) return undefined
  try {
    return sign.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
