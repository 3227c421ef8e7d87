import { failureKind } from '../errors.ts'
import type { Log } from '../observability/log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Delivery, DeliveryResult, OutboxStore } from '../ports/outbox.ts'
import type { Attempt } from './attempt.ts'
import { planRetry, type RetryLimits, usualRetryLimits } from './retry-plan.ts'

export interface OutboxWorkerOptions {
  store: Pick<OutboxStore, 'takeDeliveries' | 'endDelivery'>
  /** Tries once. What it throws counts as a failed attempt. */
  attempt(delivery: Delivery, signal: AbortSignal): Promise<Attempt>
  clock: Clock
  /** From 0 up to 1, for the jitter. */
  random: () => number
  log: Pick<Log, 'debug' | 'warn' | 'error'>
  /** Told of each end, for figures. */
  onEnd?: ((result: DeliveryEnd) => void) | undefined
  limits?: Partial<OutboxLimits> | undefined
}

/** How an attempt ended, as figures name it. */
export type DeliveryEnd = 'sent' | 'failed' | 'parked'

export interface OutboxLimits extends RetryLimits {
  /** Conversations delivered to at once. */
  capacity: number
  /** What one attempt may take. */
  attemptMs: number
  /** How often work is looked for that no wake-up told of. */
  pollMs: number
  /** How long `stop` waits before it breaks attempts off. */
  drainMs: number
}

export interface OutboxWorker {
  /** There may be something to deliver. */
  wake(): void
  start(): void
  /** Takes nothing more and ends the attempts under way; the rest waits for the next start. */
  stop(): Promise<void>
}

const usualLimits: OutboxLimits = {
  ...usualRetryLimits,
  capacity: 16,
  attemptMs: 15_000,
  pollMs: 1_000,
  drainMs: 5_000,
}

interface Active {
  abort: AbortController
  done: Promise<void>
}

/** Works the outbox: many conversations at once, each of them one reply after the other. */
export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { store, clock, log } = options
  const limits = { ...usualLimits, ...options.limits }
  const active = new Map<string, Active>()
  /** Ends that could not be written while the store was away: none of these is sent again. */
  const owed = new Map<string, DeliveryResult>()
  let looking: Promise<void> | undefined
  let wanted = false
  let stopped = false
  let poll: NodeJS.Timeout | undefined

  function wake(): void {
    wanted = true
    if (stopped || looking) return
    looking = look()
      .catch((error: unknown) => log.error('outbox_not_worked', failureKind(error)))
      .finally(() => {
        looking = undefined
        if (wanted) wake()
      })
  }

  async function look(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false
      await payOwed()
      const room = limits.capacity - active.size
      if (room === 0) return
      const taken = await store.takeDeliveries(clock.now().toISOString(), room)
      for (const delivery of taken) begin(delivery)
    }
  }

  async function payOwed(): Promise<void> {
    for (const [id, result] of owed) {
      await store.endDelivery(result)
      owed.delete(id)
    }
  }

  function begin(delivery: Delivery): void {
    const { id } = delivery
    // When the database could not be reached for a while it takes this process for gone and may
    // give out once more what it still has in hand.
    if (active.has(id) || owed.has(id)) return
    const abort = new AbortController()
    active.set(id, { abort, done: work(delivery, abort) })
  }

  async function work(delivery: Delivery, abort: AbortController): Promise<void> {
    const attempt = stopped ? notStarted : await tryInTime(delivery, abort, { ...options, limits })
    const { random } = options
    const result = planRetry(delivery, attempt, { now: clock.now(), random, limits })
    report(delivery, result, options)
    await store.endDelivery(result).catch((error: unknown) => {
      owed.set(delivery.id, result)
      log.error('delivery_end_owed', { activityId: delivery.id, ...failureKind(error) })
    })
    active.delete(delivery.id)
    wake()
  }

  return {
    wake,
    start() {
      poll = setInterval(wake, limits.pollMs)
      poll.unref()
      wake()
    },
    async stop() {
      stopped = true
      clearInterval(poll)
      await looking
      const hurry = setTimeout(() => {
        for (const { abort } of active.values()) abort.abort('stopped')
      }, limits.drainMs)
      await Promise.all([...active.values()].map(({ done }) => done))
      clearTimeout(hurry)
      // What cannot be written even now is free again once this process is gone.
      await payOwed().catch(() => undefined)
    },
  }
}

const notStarted: Attempt = { kind: 'untried', reason: 'stopped', waitMs: 0 }

async function tryInTime(
  delivery: Delivery,
  abort: AbortController,
  { attempt, log, limits }: OutboxWorkerOptions & { limits: OutboxLimits },
): Promise<Attempt> {
  const { signal } = abort
  const timer = setTimeout(() => abort.abort('timeout'), limits.attemptMs)
  try {
    return await Promise.race([attempt(delivery, signal), whenAborted(signal)])
  } catch (error) {
    if (signal.aborted) return brokenOff(signal)
    log.warn('delivery_attempt_broke', { activityId: delivery.id, ...failureKind(error) })
    return { kind: 'busy', reason: 'attempt_broke' }
  } finally {
    clearTimeout(timer)
  }
}

/** An attempt that does not listen to its signal is not waited for. */
function whenAborted(signal: AbortSignal): Promise<Attempt> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(brokenOff(signal)), { once: true })
  })
}

function brokenOff(signal: AbortSignal): Attempt {
  return { kind: 'unreachable', reason: String(signal.reason) }
}

function report(delivery: Delivery, result: DeliveryResult, options: OutboxWorkerOptions): void {
  const { log, onEnd } = options
  const { id: activityId, conversationId, attempts: attempt } = delivery
  const where = { activityId, conversationId, attempt }
  if (result.sent) {
    log.debug('delivery_sent', where)
    onEnd?.('sent')
  } else if (result.parked) {
    log.error('delivery_parked', { ...where, code: result.reason })
    onEnd?.('parked')
  } else if (!result.untried) {
    log.warn('delivery_failed', { ...where, code: result.reason })
    onEnd?.('failed')
  }
}
