import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './errors.ts'

export interface Secrets {
  adminToken: string
  directLineSecret: string
  /** Signs the tokens of Direct Line; must stay the same over restarts. */
  tokenKey: Uint8Array
}

interface Given {
  dataDir: string
  adminToken?: string | undefined
  directLineSecret?: string | undefined
  tokenKey?: string | undefined
}

/** The secrets given, or ones made once and kept in the data folder, readable by its owner only. */
export function loadSecrets({ dataDir, adminToken, directLineSecret, tokenKey }: Given): Secrets {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return {
    adminToken: adminToken ?? kept(join(dataDir, 'admin-token')),
    directLineSecret: directLineSecret ?? kept(join(dataDir, 'direct-line-secret')),
    tokenKey: new TextEncoder().encode(tokenKey ?? kept(join(dataDir, 'token-key'))),
  }
}

/** Made once. Several processes may start at the same instant: the first one's file is everybody's. */
function kept(path: string): string {
  const known = readIfThere(path)
  if (known) return known
  const mine = `${path}.${process.pid}`
  try {
    writeFileSync(mine, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    // Whole or not at all, and never over a file that is there.
    linkSync(mine, path)
  } catch (error) {
    // Another process was first, or there is no room.
    if (!readIfThere(path)) throw cannotKeep(error)
  } finally {
    rmSync(mine, { force: true })
  }
  return readFileSync(path, 'utf8').trim()
}

function cannotKeep(cause: unknown): Failure {
  const message =
    'DATA_DIR: generated secrets cannot be kept in it. Accepted: a folder that can be written, with room in it.'
  return new Failure('store_unavailable', message, { cause })
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}
