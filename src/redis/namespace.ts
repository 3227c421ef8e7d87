import { createHash } from 'node:crypto'
import { resolve } from 'node:path'

/**
 * Names a deployment by where it keeps its data, so that two on one Redis do not mix and all
 * processes on one database agree. Holds neither address nor password.
 */
export function namespaceOf(place: { databaseUrl?: string | undefined; dataDir: string }): string {
  const where = place.databaseUrl ? withoutSecrets(place.databaseUrl) : resolve(place.dataDir)
  return `daozhang:${createHash('sha256').update(where).digest('hex').slice(0, 12)}`
}

function withoutSecrets(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}
