import { failureKind } from '../errors.ts'
import type { Log } from '../observability/log.ts'
import type { Clock } from '../ports/clock.ts'
import { deletedByAge, type FileStore } from '../ports/files.ts'

export interface OldFiles {
  start(): void
  /** Deletes what is too old now. */
  sweep(): Promise<void>
  stop(): Promise<void>
}

interface OldFilesNeeds {
  store: Pick<FileStore, 'filesBefore' | 'deleteFile'>
  clock: Clock
  log: Pick<Log, 'info' | 'error'>
  keptDays: number
}

const dayMs = 24 * 3_600_000
const everyMs = 3_600_000
const atOnce = 50

/** Takes customers' files away when their time is over: at the start and every hour. */
export function createOldFiles({ store, clock, log, keptDays }: OldFilesNeeds): OldFiles {
  let stopped = false
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  async function work(): Promise<void> {
    const now = clock.now()
    const at = now.toISOString()
    const before = new Date(now.getTime() - keptDays * dayMs).toISOString()
    const tooOld = () => store.filesBefore(before, atOnce)
    for (let ids = await tooOld(); ids.length > 0 && !stopped; ids = await tooOld()) {
      for (const id of ids) await store.deleteFile({ id, by: deletedByAge, at })
      log.info('old_files_deleted', { count: ids.length })
    }
  }

  function sweep(): Promise<void> {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }

  function tick(): void {
    sweep().catch((error: unknown) => log.error('old_files_not_deleted', failureKind(error)))
  }

  return {
    start() {
      tick()
      timer = setInterval(tick, everyMs)
      timer.unref()
    },
    sweep,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running?.catch(() => undefined)
    },
  }
}
