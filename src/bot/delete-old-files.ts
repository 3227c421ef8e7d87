import type { Log } from '../observability/log.ts'
import type { Clock } from '../ports/clock.ts'
import { deletedByAge, type FileStore } from '../ports/files.ts'
import { createRepeatedWork, type RepeatedWork } from './repeated-work.ts'

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
export function createOldFiles(needs: OldFilesNeeds): RepeatedWork {
  return createRepeatedWork({
    work: (isStopped) => deleteOld(needs, isStopped),
    everyMs,
    atStart: true,
    log: needs.log,
    broken: 'old_files_not_deleted',
  })
}

async function deleteOld(
  { store, clock, log, keptDays }: OldFilesNeeds,
  isStopped: () => boolean,
): Promise<void> {
  const now = clock.now()
  const at = now.toISOString()
  const before = new Date(now.getTime() - keptDays * dayMs).toISOString()
  const tooOld = () => store.filesBefore(before, atOnce)
  for (let ids = await tooOld(); ids.length > 0 && !isStopped(); ids = await tooOld()) {
    for (const id of ids) await store.deleteFile({ id, by: deletedByAge, at })
    log.info('old_files_deleted', { count: ids.length })
  }
}
