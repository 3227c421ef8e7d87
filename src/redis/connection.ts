import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@redis/client'

/** A connected client; created anew for each connection. */
export type RedisClient = ReturnType<typeof clientFor>

export interface ConnectionOptions {
  /** `redis://` or `rediss://`. Never logged: it may hold a password. */
  url: string
  /** The one channel this process listens to. */
  channel: string
  onMessage(message: string): void
  /** Between two beats; with `answerMs` the longest a dead connection is trusted. */
  beatMs: number
  /** The longest a connection or a beat may take. */
  answerMs: number
}

export interface Connection {
  client: RedisClient
  /** Rejects with the reason once the connection is dead. */
  died: Promise<never>
  end(): void
}

/** Commands waiting for an answer: more than a second's worth, little memory. */
const mostWaiting = 10_000

/**
 * Connects, listens, and asks for a sign of life each second: a black-holed connection never reports
 * an error by itself. Commands and news share the connection, so an answered beat proves both.
 */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const client = clientFor(options)
  const { promise: died, reject: die } = Promise.withResolvers<never>()
  const beating = new AbortController()
  died.catch(() => beating.abort())
  client.on('error', die)
  const end = () => {
    die(new Error('closed'))
    discard(client)
  }
  try {
    await Promise.race([died, listen(client, options)])
  } catch (error) {
    end()
    throw error
  }
  beat(client, options, beating.signal).catch(die)
  return { client, died, end }
}

/** Reconnecting is ours: the client's own would queue commands meanwhile. */
function clientFor({ url, answerMs }: Pick<ConnectionOptions, 'url' | 'answerMs'>) {
  return createClient({
    url,
    RESP: 3,
    disableOfflineQueue: true,
    commandsQueueMaxLength: mostWaiting,
    maintNotifications: 'disabled',
    socket: { reconnectStrategy: false, connectTimeout: answerMs },
  })
}

async function listen(client: RedisClient, options: ConnectionOptions): Promise<void> {
  const { channel, onMessage, answerMs } = options
  await inTime(client.connect(), answerMs)
  await inTime(client.subscribe(channel, onMessage), answerMs)
}

async function beat(
  client: RedisClient,
  { answerMs, beatMs }: ConnectionOptions,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await inTime(client.ping(), answerMs)
    await rest(beatMs, signal)
  }
}

function discard(client: RedisClient): void {
  try {
    client.destroy()
  } catch {
    // It was closed already.
  }
}

/** The work's result; rejects when it takes longer. A late result or error is dropped. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new RedisLate()), ms)
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

class RedisLate extends Error {
  override readonly name = 'RedisLate'
}

/** Resolves after `ms`, or when `signal` says so. Does not keep the process alive. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => {})
}
