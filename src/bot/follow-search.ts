import type { Log } from '../observability/log.ts'
import type { SearchStore } from '../ports/search.ts'
import { createRepeatedWork, type RepeatedWork } from './repeated-work.ts'

interface FollowerOptions {
  store: Pick<SearchStore, 'indexNext'>
  log: Pick<Log, 'error'>
  /** How often it looks, in milliseconds. */
  everyMs?: number | undefined
}

/** So few at once that a turn hardly waits for them. */
const atOnce = 10

/** Keeps the search behind the conversations: no turn waits for it. A run takes in all that is waiting. */
export function createSearchFollower({
  store,
  log,
  everyMs = 1_000,
}: FollowerOptions): RepeatedWork {
  async function work(isStopped: () => boolean): Promise<void> {
    while (!isStopped() && (await store.indexNext(atOnce)) > 0) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return createRepeatedWork({ work, everyMs, log, broken: 'search_not_followed' })
}
