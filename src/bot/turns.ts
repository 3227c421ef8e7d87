import { atMost } from '../at-most.ts'
import { Failure, failureKind } from '../errors.ts'
import type { WorkOffers } from '../ports/fan-out.ts'
import type { Inbox } from '../ports/inbox.ts'
import { createTurnDoor, type RedactActivity } from './turn-door.ts'
import { createTurnQueue } from './turn-queue.ts'
import { createTurnWorker, type TurnWorkerOptions } from './turn-worker.ts'

export interface TurnsOptions extends TurnWorkerOptions {
  redact: RedactActivity
  /** Other processes that may work what this one cannot; absent: there are none. */
  offers?: WorkOffers | undefined
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
  /** With more conversations than this in line, further work is offered to other processes too. */
  offerAbove: number
}

/** What a process has in hand. */
export interface TurnsInHand {
  /** Conversations in line for a turn or taking one. */
  turns: number
  /** Messages that are not durable yet. */
  writes: number
}

export interface Turns extends Inbox {
  /** Takes up the work left from before; resolves when it is in line. */
  start(): Promise<void>
  /** Lets due timers go off and puts all waiting work in line, as every poll does. */
  takeUp(): Promise<void>
  /** Takes no more messages and works what is in line; what is left waits for the next start. */
  stop(): Promise<void>
  inHand(): TurnsInHand
}

const usualLimits: TurnLimits = {
  capacity: 32,
  decideMs: 20_000,
  pollMs: 1_000,
  drainMs: 5_000,
  offerAbove: 64,
}

/** More timers due at once go off with the next look. */
const TIMER_LIMIT = 500

/** More waiting conversations than this are taken up with the next look. */
const SCAN_LIMIT = 10_000

/**
 * The turn pipeline: what is received is redacted, stored and acknowledged, then worked in order,
 * one turn of a conversation at a time, each committed at once or not at all.
 */
export function createTurns(options: TurnsOptions): Turns {
  const { store, fanOut, log, offers } = options
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
      takeOrOffer(conversationId)
    },
  })
  let writes = 0
  let poll: NodeJS.Timeout | undefined
  let stopped = false

  /** Whoever is first takes the turn; a process that finds none left has lost one look. */
  function takeOrOffer(conversationId: string): void {
    if (stopped || queue.waiting() > limits.offerAbove) offers?.offer(conversationId)
    queue.wake(conversationId)
  }

  async function takeUp(): Promise<void> {
    const now = options.clock.now().toISOString()
    for (const id of await store.fireTimers(now, TIMER_LIMIT)) queue.wake(id)
    for (const id of await store.conversationsWithWork(SCAN_LIMIT)) queue.wake(id)
  }

  return {
    async receive(message) {
      if (stopped) throw new Failure('store_unavailable', 'The process is stopping')
      writes += 1
      try {
        return await door.receive(message)
      } finally {
        writes -= 1
      }
    },
    takeUp,
    async replay(id) {
      const conversationId = await store.replayInbound(id)
      if (conversationId !== undefined) queue.wake(conversationId)
      return conversationId !== undefined
    },
    async start() {
      await takeUp()
      offers?.onOffer((conversationId) => {
        if (!stopped) queue.wake(conversationId)
      })
      poll = setInterval(() => {
        takeUp().catch((error: unknown) => log.error('work_not_found', failureKind(error)))
      }, limits.pollMs)
      poll.unref()
    },
    async stop() {
      stopped = true
      clearInterval(poll)
      await atMost(limits.drainMs, queue.idle())
      for (const conversationId of queue.close()) offers?.offer(conversationId)
    },
    inHand: () => ({ turns: queue.waiting() + queue.active(), writes }),
  }
}
