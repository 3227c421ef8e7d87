import { Failure } from '../errors.ts'
import type { Inbox } from '../ports/inbox.ts'
import { createTurnDoor, type RedactActivity } from './turn-door.ts'
import { failureKind } from './turn-failure.ts'
import { createTurnQueue } from './turn-queue.ts'
import { createTurnWorker, type TurnWorkerOptions } from './turn-worker.ts'

export interface TurnsOptions extends TurnWorkerOptions {
  redact: RedactActivity
  limits?: Partial<TurnLimits> | undefined
}

export interface TurnLimits {
  /** Conversations worked at once. */
  capacity: number
  /** A decision that takes longer counts as failed. */
  decideMs: number
  /** How often work is looked for that no wake-up told of. */
  pollMs: number
  /** How long `stop` waits for the work in hand. */
  drainMs: number
}

export interface Turns extends Inbox {
  /** Takes up the work left from before; resolves when it is in line. */
  start(): Promise<void>
  /** Takes no more messages and works what is in line; what is left waits for the next start. */
  stop(): Promise<void>
}

const usualLimits: TurnLimits = { capacity: 32, decideMs: 20_000, pollMs: 1_000, drainMs: 8_000 }

/** More timers due at once go off with the next look. */
const TIMER_LIMIT = 500

/** More waiting conversations than this are taken up with the next look. */
const SCAN_LIMIT = 10_000

/**
 * The turn pipeline: what is received is redacted, stored and acknowledged, then worked in order,
 * one turn of a conversation at a time, each committed at once or not at all.
 */
export function createTurns(options: TurnsOptions): Turns {
  const { store, fanOut, log } = options
  const limits = { ...usualLimits, ...options.limits }
  const { takeTurn } = createTurnWorker(options, limits.decideMs)
  const queue = createTurnQueue({
    capacity: limits.capacity,
    work: takeTurn,
    onTrouble: (conversationId, error) =>
      log.error('turn_interrupted', { conversationId, ...failureKind(error) }),
  })
  const door = createTurnDoor({
    ...options,
    onAccepted(conversationId, visible) {
      if (visible) fanOut.publish(conversationId)
      queue.wake(conversationId)
    },
  })
  let poll: NodeJS.Timeout | undefined
  let stopped = false

  async function takeUp(): Promise<void> {
    const now = options.clock.now().toISOString()
    for (const id of await store.fireTimers(now, TIMER_LIMIT)) queue.wake(id)
    for (const id of await store.conversationsWithWork(SCAN_LIMIT)) queue.wake(id)
  }

  return {
    async receive(message) {
      if (stopped) throw new Failure('store_unavailable', 'The process is stopping')
      return door.receive(message)
    },
    async start() {
      await takeUp()
      poll = setInterval(() => {
        takeUp().catch((error: unknown) => log.error('work_not_found', failureKind(error)))
      }, limits.pollMs)
      poll.unref()
    },
    async stop() {
      stopped = true
      clearInterval(poll)
      await within(limits.drainMs, queue.idle())
      queue.close()
    },
  }
}

/** Resolves with `work`, or after `ms`, whichever is first. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}
