import { ErrorReply } from '@redis/client'
import type { Log } from '../observability/log.ts'
import { type Connection, connect, inTime, type RedisClient, rest } from './connection.ts'

export interface RedisLinkOptions {
  /** `redis://` or `rediss://`. Never logged: it may hold a password. */
  url: string
  /** The one channel this process listens to. */
  channel: string
  log: Pick<Log, 'info' | 'warn'>
  times?: Partial<LinkTimes> | undefined
}

export interface LinkTimes {
  beatMs: number
  answerMs: number
  /** The longest rest between two tries to connect. */
  restMs: number
}

/** One connection to Redis that is always either proven alive or given up for a new one. */
export interface RedisLink {
  isUp(): boolean
  /** Runs commands; undefined when Redis is away, refuses, or is later than `ms`. Never rejects. */
  ask<T>(commands: (client: RedisClient) => Promise<T>, ms: number): Promise<T | undefined>
  /** Sends to the channel and forgets: what is lost is found by looking. */
  send(message: string): void
  onMessage(listener: (message: string) => void): void
  /** Told each time the channel is listened to again: what was sent before may have been missed. */
  onUp(listener: () => void): void
  start(): void
  close(): Promise<void>
}

const usualTimes: LinkTimes = { beatMs: 1_000, answerMs: 1_000, restMs: 2_000 }
const firstRestMs = 100

/** Keeps a connection for as long as the process lives, whatever Redis does. */
export function createRedisLink(options: RedisLinkOptions): RedisLink {
  const { channel, log } = options
  const times = { ...usualTimes, ...options.times }
  const messageListeners: ((message: string) => void)[] = []
  const upListeners: (() => void)[] = []
  const ending = new AbortController()
  const refusals = firstRefusals(log)
  let connection: Connection | undefined
  let kept: Promise<void> | undefined

  const onMessage = (message: string) => {
    for (const tell of messageListeners) tell(message)
  }

  async function keep(): Promise<void> {
    const ended = aborted(ending.signal)
    let failures = 0
    while (!ending.signal.aborted) {
      const error = await live(ended, () => {
        if (failures > 0) log.info('redis_back', { attempt: failures })
        failures = 0
      })
      if (ending.signal.aborted) return
      if (failures === 0) log.warn('redis_away', { error })
      failures += 1
      await rest(restMs(failures, times.restMs), ending.signal)
    }
  }

  /** One connection from first to last; answers the class of the error that ended it. */
  async function live(ended: Promise<void>, onUp: () => void): Promise<string | undefined> {
    try {
      connection = await connect({ ...options, ...times, onMessage })
      refusals.forget()
      onUp()
      for (const tell of upListeners) tell()
      await Promise.race([connection.died, ended])
      return undefined
    } catch (error) {
      return nameOf(error)
    } finally {
      connection?.end()
      connection = undefined
    }
  }

  async function ask<T>(commands: (client: RedisClient) => Promise<T>, ms: number) {
    if (!connection) return undefined
    try {
      return await inTime(commands(connection.client), ms)
    } catch (error) {
      refusals.note(error)
      return undefined
    }
  }

  return {
    isUp: () => connection !== undefined,
    ask,
    send: (message) => void ask((client) => client.publish(channel, message), times.answerMs),
    onMessage: (listener) => void messageListeners.push(listener),
    onUp: (listener) => void upListeners.push(listener),
    start: () => {
      kept ??= keep()
    },
    async close() {
      ending.abort()
      await kept
    },
  }
}

/** Logs one refusal a connection: an account without the right to publish would fill the log. */
function firstRefusals(log: Pick<Log, 'warn'>) {
  let noted = false
  return {
    note(error: unknown): void {
      if (noted || !(error instanceof ErrorReply)) return
      noted = true
      log.warn('redis_refused', { code: error.message.split(' ')[0] })
    },
    forget(): void {
      noted = false
    },
  }
}

/** Longer after each failure, and not the same for all processes. */
function restMs(failures: number, most: number): number {
  return Math.min(most, firstRestMs * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2)
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : 'unknown'
}
