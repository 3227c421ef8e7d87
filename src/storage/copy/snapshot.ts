import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { Failure } from '../../errors.ts'
import { migrations } from '../migrate.ts'
import type { Db, Schema } from '../schema.ts'
import { nodeSqliteDialect } from '../sqlite-dialect.ts'
import { asFailure } from '../sqlite-errors.ts'
import type { StoreOptions } from '../store.ts'
import type { Bulk } from './bulk.ts'
import type { Header, Part, Source } from './source.ts'
import { sqliteBulk } from './sqlite-bulk.ts'
import { copiedTables, ownerColumn } from './tables.ts'
import { createTally } from './tally.ts'

/** A database at one instant. */
export interface Snapshot extends Source {
  /** True when a process that shares the database was alive at that instant. */
  isInUse(): Promise<boolean>
}

/** Reads a database as it is at this instant, while others may go on writing into it. */
export async function withSnapshot<T>(
  options: StoreOptions,
  takenAt: string,
  job: (source: Snapshot) => Promise<T>,
): Promise<T> {
  const read = async (db: Db, bulk: Bulk) => job(await sourceOf(db, bulk, takenAt))
  if (!('url' in options)) return inSqlite(options.dataDir, read)
  const { postgresSnapshot } = await import('../postgres.ts')
  return postgresSnapshot(options, read)
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

async function sourceOf(db: Db, bulk: Bulk, takenAt: string): Promise<Snapshot> {
  const header: Header = {
    format: 'daozhang',
    version: 1,
    takenAt,
    migrations: await appliedMigrations(db, bulk),
    tables: await tablesOf(db, bulk),
    lastNumber: await bulk.lastNumber(db),
  }
  return { header, parts: () => partsOf(db, bulk, header), isInUse: () => bulk.isInUse(db) }
}

async function appliedMigrations(db: Db, bulk: Bulk): Promise<string[]> {
  if ((await bulk.columnsOf(db, 'migration')).length === 0) {
    throw new Failure('config_invalid', 'The database is empty: there is nothing to copy')
  }
  const { rows } = await sql<{ name: string }>`
    select name from migration order by version`.execute(db)
  const names = rows.map(({ name }) => name)
  const unknown = names.find((name, index) => migrations[index]?.name !== name)
  if (unknown === undefined) return names
  const message = `The data was written by a newer release (it has ${unknown}): copy it with that one`
  throw new Failure('config_invalid', message)
}

async function tablesOf(db: Db, bulk: Bulk): Promise<Header['tables']> {
  const tables: Header['tables'] = {}
  for (const table of copiedTables) {
    const columns = await bulk.columnsOf(db, table)
    if (columns.length > 0) tables[table] = columns.filter((column) => column !== ownerColumn)
  }
  return tables
}

async function* partsOf(db: Db, bulk: Bulk, header: Header): AsyncGenerator<Part> {
  const tally = createTally(header)
  for (const [table, columns] of Object.entries(header.tables)) {
    for await (const rows of bulk.rowsOf(db, table, columns)) {
      tally.add(table, rows)
      yield { table, rows }
    }
  }
  yield { totals: tally.totals() }
}
