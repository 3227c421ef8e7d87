import { failureKind } from '../errors.ts'
import type { Log } from '../observability/log.ts'
import type { SearchStore } from '../ports/search.ts'

export interface SearchFollower {
  start(): void
  /** Takes in what is waiting now; resolves when nothing is. */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

interface FollowerOptions {
  store: Pick<SearchStore, 'indexNext'>
  log: Pick<Log, 'error'>
  /** How often it looks, in milliseconds. */
  everyMs?: number | undefined
}

/** So few at once that a turn hardly waits for them. */
const atOnce = 10

/** Keeps the search behind the conversations: no turn waits for it, and it never runs twice at once. */
export function createSearchFollower({
  store,
  log,
  everyMs = 1_000,
}: FollowerOptions): SearchFollower {
  let stopped = false
  let running: Promise<void> | undefined
  let poll: NodeJS.Timeout | undefined

  async function work(): Promise<void> {
    while (!stopped && (await store.indexNext(atOnce)) > 0) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  function catchUp(): Promise<void> {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    start() {
      poll = setInterval(() => {
        catchUp().catch((error: unknown) => log.error('search_not_followed', failureKind(error)))
      }, everyMs)
      poll.unref()
    },
    catchUp,
    async stop() {
      stopped = true
      clearInterval(poll)
      await running?.catch(() => undefined)
    },
  }
}
