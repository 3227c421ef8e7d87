import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { Failure } from '../errors.ts'
import type { Bulk } from './copy/bulk.ts'
import { sqliteBulk } from './copy/sqlite-bulk.ts'
import type { Db, Schema } from './schema.ts'
import { nodeSqliteDialect } from './sqlite-dialect.ts'
import { asFailure } from './sqlite-errors.ts'
import type { StoreOptions } from './store.ts'

/** Reads a database as it is at this instant, while others go on writing into it. */
export async function atOneInstant<T>(
  options: StoreOptions,
  job: (db: Db, bulk: Bulk) => Promise<T>,
): Promise<T> {
  if (!('url' in options)) return inSqlite(options.dataDir, job)
  const { postgresSnapshot } = await import('./postgres.ts')
  return postgresSnapshot(options, job)
}

/** A second connection, which only reads: the folder's lock stays with the service. */
async function inSqlite<T>(dataDir: string, job: (db: Db, bulk: Bulk) => Promise<T>): Promise<T> {
  const path = embeddedFile(dataDir)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly: true })
    database.exec('begin')
    return await job(new Kysely<Schema>({ dialect: nodeSqliteDialect(database) }), sqliteBulk)
  } catch (error) {
    throw asFailure(error)
  } finally {
    database?.close()
  }
}

/** The file of the embedded store. Throws a sentence when there is none. */
export function embeddedFile(dataDir: string): string {
  const path = join(dataDir, 'daozhang.db')
  if (existsSync(path)) return path
  throw new Failure('config_invalid', `There is no embedded store in ${dataDir}`)
}
