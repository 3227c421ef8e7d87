import type { Db } from './schema.ts'

/** How one engine runs transactions on its one connection. All calls are synchronous. */
export interface TransactionControl {
  begin(): void
  commit(): void
  /** Harmless when the engine has already rolled back by itself. */
  rollback(): void
  savepoint(): void
  release(): void
  rollbackToSavepoint(): void
  /** True when the error says that the whole transaction is lost. */
  isTrouble(error: unknown): boolean
  asFailure(error: unknown): unknown
}

interface Job {
  run(db: Db): Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

const MAX_BATCH = 256

/**
 * Writes that arrive together share one transaction, and so one wait for the disk. Each job keeps
 * its own savepoint: one that fails takes nothing else with it. All are answered after the commit.
 */
export function groupCommit(db: Db, control: TransactionControl) {
  let waiting: Job[] = []
  let flushing: Promise<void> | undefined

  function write<T>(run: (db: Db) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // The value comes from this very `run`, so its type is T.
      waiting.push({ run, resolve: (value) => resolve(value as T), reject })
      flushing ??= flushSoon()
    })
  }

  async function flushSoon(): Promise<void> {
    while (waiting.length > 0) {
      // Gathers what this round of the event loop brings, and lets the rest of the process breathe
      // when one writer asks for the next write as soon as it has its answer.
      await new Promise((resolve) => setImmediate(resolve))
      const batch = waiting.slice(0, MAX_BATCH)
      waiting = waiting.slice(MAX_BATCH)
      await db
        .connection()
        .execute((connection) => runBatch(batch, connection, control))
        .catch((error: unknown) => rejectAll(batch, control.asFailure(error)))
    }
    flushing = undefined
  }

  /** Resolves when nothing is left to write. */
  async function drained(): Promise<void> {
    while (flushing) await flushing
  }

  return { write, drained }
}

async function runBatch(batch: Job[], db: Db, control: TransactionControl): Promise<void> {
  const answers: (() => void)[] = []
  try {
    control.begin()
    for (const job of batch) answers.push(await runJob(job, db, control))
    control.commit()
  } catch (error) {
    control.rollback()
    rejectAll(batch, control.asFailure(error))
    return
  }
  for (const answer of answers) answer()
}

/** Runs one job in its savepoint; answers how to settle it once the batch is on disk. */
async function runJob(job: Job, db: Db, control: TransactionControl): Promise<() => void> {
  control.savepoint()
  try {
    const value = await job.run(db)
    control.release()
    return () => job.resolve(value)
  } catch (error) {
    if (control.isTrouble(error)) throw error
    control.rollbackToSavepoint()
    return () => job.reject(control.asFailure(error))
  }
}

function rejectAll(batch: Job[], error: unknown): void {
  for (const job of batch) job.reject(error)
}
