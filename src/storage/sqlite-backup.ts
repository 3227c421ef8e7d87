import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Failure } from '../errors.ts'

/** Copies in a thread of its own: turns go on meanwhile. Plain JavaScript, so that it needs no file. */
const copy = `
  const { workerData } = require('node:worker_threads')
  const { DatabaseSync } = require('node:sqlite')
  const database = new DatabaseSync(workerData.from, { readOnly: true })
  database.prepare('vacuum into ?').run(workerData.to)
  database.close()
`

/** Writes a compact, consistent copy; it has its name only once it is whole and on disk. */
export async function backupSqlite(from: string, to: string): Promise<void> {
  if (await exists(to)) {
    throw new Failure('store_unavailable', `The backup ${to} is already there: choose a new name`)
  }
  const unfinished = `${to}.unfinished`
  try {
    await rm(unfinished, { force: true })
    await createPrivate(unfinished)
    await runWorker({ from, to: unfinished })
    await sync(unfinished)
    await rename(unfinished, to)
    await sync(dirname(to))
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new Failure('store_unavailable', `The backup ${to} could not be written`, {
      cause: error,
    })
  }
}

function runWorker(workerData: { from: string; to: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(copy, { eval: true, workerData })
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))))
  })
}

async function createPrivate(path: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  await handle.close()
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
