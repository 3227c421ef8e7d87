import type { Log } from '../observability/log.ts'
import type { LocalFanOut } from '../ports/fan-out.ts'

export interface LookOptions {
  fanOut: Pick<LocalFanOut, 'followed' | 'publish'>
  /** The last sequence number of each of these conversations, in one question to the store. */
  lastSeqs(conversationIds: string[]): Promise<ReadonlyMap<string, number>>
  /** Whether news from other processes comes by itself. */
  isTold(): boolean
  log: Pick<Log, 'warn'>
  /** Milliseconds; default a second while not told, fifteen while told. */
  times?: { near: number; far: number } | undefined
}

export interface Look {
  start(): void
  /** Looks now: news may have been lost. */
  now(): void
  stop(): void
}

const usualTimes = { near: 1_000, far: 15_000 }

/**
 * Finds news that no wake-up told of: asks once for all conversations followed in this process, and
 * wakes those that moved. The one place where a lost wake-up is made good.
 */
export function createLook(options: LookOptions): Look {
  const { fanOut, isTold, log } = options
  const { near, far } = options.times ?? usualTimes
  let timer: NodeJS.Timeout | undefined
  let lastAt = performance.now()
  let looking = false
  let known: ReadonlyMap<string, number> = new Map()

  async function look(): Promise<void> {
    if (looking) return
    looking = true
    lastAt = performance.now()
    try {
      known = await wakeWhatMoved(options, fanOut.followed(), known)
    } catch {
      log.warn('look_failed')
    } finally {
      looking = false
    }
  }

  return {
    start() {
      timer = setInterval(() => {
        if (!isTold() || performance.now() - lastAt >= far) void look()
      }, near)
      timer.unref()
    },
    now: () => void look(),
    stop: () => clearInterval(timer),
  }
}

/** Answers how far each conversation is, for those who do not say how far they have read. */
async function wakeWhatMoved(
  { fanOut, lastSeqs }: LookOptions,
  followed: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  if (followed.size === 0) return new Map()
  const last = await lastSeqs([...followed.keys()])
  for (const [conversationId, reached] of followed) {
    const told = Number.isFinite(reached) ? reached : (known.get(conversationId) ?? 0)
    if ((last.get(conversationId) ?? 0) > told) fanOut.publish(conversationId)
  }
  return last
}
