import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
}

/** The secrets given, or ones made once and kept in the data folder, readable by its owner only. */
export function loadSecrets({ dataDir, adminToken, directLineSecret }: Given): Secrets {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return {
    adminToken: adminToken ?? kept(join(dataDir, 'admin-token')),
    directLineSecret: directLineSecret ?? kept(join(dataDir, 'direct-line-secret')),
    tokenKey: new TextEncoder().encode(kept(join(dataDir, 'token-key'))),
  }
}

function kept(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    const made = randomBytes(32).toString('base64url')
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return made
  }
}
