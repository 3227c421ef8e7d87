import { Refusal } from './refusal.ts'

/**
 * The most work one process takes in hand. One core works some 350 turns a second: two thousand in
 * line are answered in about six seconds, before a customer gives up or a client calls its message
 * lost. Writes share a commit, 256 at a time: two thousand wait long only when the disk is stuck.
 * A request holds at most a quarter of a megabyte: a thousand bound the memory.
 */
export const mostInHand: Readonly<WorkInHand> = { requests: 1_000, turns: 2_000, writes: 2_000 }

/** Seconds after which trying again makes sense. */
const busyWait = 2
const stoppingWait = 5

export interface WorkInHand {
  /** HTTP requests being answered. */
  requests: number
  /** Conversations in line for a turn or taking one. */
  turns: number
  /** Messages that wait to be durable. */
  writes: number
}

/** How much this process has in hand, and whether it takes more. */
export interface Pressure {
  /** Why no new work is taken now; shown to operators. */
  reason(): string | undefined
  /** A request is being answered; returns the function that ends it. */
  enter(): () => void
  /** From now on no new work is taken. */
  stop(): void
  isStopping(): boolean
}

export interface PressureOptions {
  /** What waits behind the doors. */
  behind(): Omit<WorkInHand, 'requests'>
  most?: Partial<WorkInHand> | undefined
}

/** Nothing waits unbounded: beyond `most`, new work is refused while it can still be said. */
export function createPressure({ behind, most }: PressureOptions): Pressure {
  const limits = { ...mostInHand, ...most }
  let requests = 0
  let stopping = false

  return {
    reason() {
      if (stopping) return 'stopping'
      const { turns, writes } = behind()
      if (turns >= limits.turns) return 'too many turns in line'
      if (writes >= limits.writes) return 'too many messages wait for the store'
      if (requests > limits.requests) return 'too many requests in hand'
      return undefined
    },
    enter() {
      requests += 1
      return () => {
        requests -= 1
      }
    },
    stop() {
      stopping = true
    },
    isStopping: () => stopping,
  }
}

/** What a request is told that is not taken. `status` is 429 where clients retry only that. */
export function notTaken(pressure: Pressure, status: 503 | 429): Refusal | undefined {
  if (!pressure.reason()) return undefined
  const refusal = pressure.isStopping()
    ? new Refusal(status, 'Stopping', 'This process is stopping. Try again: another one answers.')
    : new Refusal(status, 'Overloaded', 'Too much work in hand. Nothing was done. Try again soon.')
  refusal.retryAfter = pressure.isStopping() ? stoppingWait : busyWait
  return refusal
}
