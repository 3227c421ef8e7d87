import { sql } from 'kysely'
import { Failure } from '../../errors.ts'
import { migrations } from '../migrate.ts'
import { atOneInstant } from '../one-instant.ts'
import type { Db } from '../schema.ts'
import type { StoreOptions } from '../store.ts'
import type { Bulk } from './bulk.ts'
import type { Header, Part, Source } from './source.ts'
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
  return atOneInstant(options, async (db, bulk) => job(await sourceOf(db, bulk, takenAt)))
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
