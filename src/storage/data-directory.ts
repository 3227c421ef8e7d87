import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../errors.ts'

/** Enough bytes that a full disk shows itself at the start, and room for a turn. */
const PROBE_BYTES = 64 * 1024

const accepted = 'Accepted: a folder that can be written and that no other process holds.'

/** Makes the directory and proves that it can be written and synced. Throws `store_unavailable`. */
export function prepareDataDirectory(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeDurably(probe, Buffer.alloc(PROBE_BYTES))
  } catch (error) {
    const why = reasonOf(error)
    throw new Failure('store_unavailable', `DATA_DIR: the folder ${why}. ${accepted}`, {
      cause: error,
    })
  } finally {
    removeQuietly(probe)
  }
}

/**
 * Throws `store_unavailable` when so little room is left that a turn would not fit. A write-ahead
 * log keeps the space of what was rolled back: one small row may still fit where no turn does.
 */
export function checkRoom(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize >= PROBE_BYTES) return
  throw new Failure('store_unavailable', `DATA_DIR: the folder ${reasons.ENOSPC}`)
}

/**
 * Holds the directory for this process's life; the kernel lets go when it dies, however it dies.
 * Throws `store_locked` with the holder's pid. Returns the function that lets go.
 */
export function lockDataDirectory(dataDir: string): () => void {
  const pidFile = join(dataDir, 'daozhang.pid')
  const lock = new DatabaseSync(join(dataDir, 'daozhang.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    const who = holderOf(pidFile)
    const message = `DATA_DIR: the folder is in use by ${who}. ${accepted}`
    throw new Failure('store_locked', message, { cause: error })
  }
  // The pid is only for the sentence above. It has a file of its own: closing any other handle on
  // the lock file would drop the kernel's lock.
  writeQuietly(pidFile, `${process.pid}\n`)
  return () => {
    removeQuietly(pidFile)
    lock.close()
  }
}

function writeDurably(path: string, bytes: Buffer): void {
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function writeQuietly(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch {
    // On a full disk the lock holds all the same.
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A directory that cannot be written has nothing to remove.
  }
}

function holderOf(pidFile: string): string {
  try {
    return `the process ${readFileSync(pidFile, 'utf8').trim()}`
  } catch {
    return 'another process'
  }
}

const reasons: Record<string, string> = {
  EACCES: 'cannot be written: no permission',
  EPERM: 'cannot be written: no permission',
  EROFS: 'cannot be written: the file system is read-only',
  ENOSPC: 'cannot be written: the disk is full',
  EDQUOT: 'cannot be written: the disk quota is used up',
  ENOTDIR: 'is not a directory',
  EEXIST: 'is not a directory',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return reasons[code] ?? `cannot be used (${code})`
}
