import { randomUUID } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { Failure } from '../errors.ts'
import { sqliteBulk } from './copy/sqlite-bulk.ts'
import { checkRoom, lockDataDirectory, prepareDataDirectory } from './data-directory.ts'
import type { Engine } from './engine.ts'
import { sqliteFullText } from './full-text.ts'
import { groupCommit, type TransactionControl } from './group-commit.ts'
import type { Db, Schema } from './schema.ts'
import { nodeSqliteDialect, readingDialect } from './sqlite-dialect.ts'
import { asFailure, isTrouble } from './sqlite-errors.ts'

export interface SqliteOptions {
  dataDir: string
  /** The most pages of 4 KiB the database may grow to. Unlimited when absent. */
  maxPages?: number | undefined
  /** Sees the SQL of every statement, without its values. */
  trace?: ((sql: string) => void) | undefined
}

const BUSY_TIMEOUT_MS = 2_000

/** The embedded database. One process owns the directory until `close`. */
export function openSqlite(options: SqliteOptions): Engine {
  prepareDataDirectory(options.dataDir)
  const unlock = lockDataDirectory(options.dataDir)
  try {
    return engineOn(openDatabase(options), unlock, options)
  } catch (error) {
    unlock()
    throw asFailure(error)
  }
}

function openDatabase({ dataDir, maxPages }: SqliteOptions): DatabaseSync {
  const path = join(dataDir, 'daozhang.db')
  const database = new DatabaseSync(path, {
    timeout: BUSY_TIMEOUT_MS,
    enableForeignKeyConstraints: true,
  })
  chmodSync(path, 0o600)
  database.exec(`
    pragma secure_delete = on;
    pragma temp_store = memory;
    pragma cache_size = -32000;
    pragma journal_size_limit = 67108864;
  `)
  const { journal_mode: mode } = database.prepare('pragma journal_mode = wal').get() ?? {}
  if (mode !== 'wal') {
    database.close()
    throw new Failure(
      'store_unavailable',
      `${dataDir} cannot hold a write-ahead log: use a local disk`,
    )
  }
  database.exec('pragma synchronous = full')
  if (maxPages !== undefined) database.exec(`pragma max_page_count = ${Math.trunc(maxPages)}`)
  return database
}

/** A connection of its own for reading: it sees what is committed, and waits for no writer. */
function openReader({ dataDir }: SqliteOptions): DatabaseSync {
  const reader = new DatabaseSync(join(dataDir, 'daozhang.db'), {
    timeout: BUSY_TIMEOUT_MS,
    readOnly: true,
  })
  reader.exec('pragma temp_store = memory; pragma cache_size = -16000')
  return reader
}

function engineOn(database: DatabaseSync, unlock: () => void, options: SqliteOptions): Engine {
  const { trace } = options
  const log = trace && { log: ({ query }: { query: { sql: string } }) => trace(query.sql) }
  const db: Db = new Kysely<Schema>({ dialect: nodeSqliteDialect(database), ...log })
  const reader = openReader(options)
  const reading: Db = new Kysely<Schema>({ dialect: readingDialect(reader), ...log })
  const scrubber = createScrubber(database)
  const { write, drained } = groupCommit(db, transactionControl(database, scrubber.catchUp))
  const exclusively = <T>(job: () => T) => db.connection().execute(async () => job())

  return {
    identityColumn: 'integer primary key autoincrement',
    instantIn: (column, key) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${column} ->> '${key}')`,
    appendOnly: sqliteAppendOnly,
    json: (column) => column,
    fullText: sqliteFullText,
    owner: randomUUID(),
    shared: false,
    write,
    async read(job) {
      try {
        return await job(reading)
      } catch (error) {
        throw asFailure(error)
      }
    },
    claim: write,
    // `begin immediate` keeps every other writer out already.
    beginMigration: async () => undefined,
    // One connection writes, a job at a time.
    alone: async () => undefined,
    checkRoom: () => checkRoom(options.dataDir),
    scrub: () =>
      exclusively(scrubber.scrub).catch((error: unknown) => {
        throw asFailure(error)
      }),
    bulk: sqliteBulk,
    async close() {
      await drained()
      reader.close()
      await exclusively(() => database.close())
      unlock()
    },
  }
}

function sqliteAppendOnly(table: string): string[] {
  return ['update', 'delete'].map(
    (change) => `create trigger ${table}_no_${change} before ${change} on ${table}
      begin select raise(abort, '${table} is only added to'); end`,
  )
}

function transactionControl(database: DatabaseSync, afterCommit: () => void): TransactionControl {
  const begin = database.prepare('begin immediate')
  const commit = database.prepare('commit')
  const savepoint = database.prepare('savepoint job')
  const release = database.prepare('release job')
  return {
    begin: () => void begin.run(),
    commit() {
      commit.run()
      afterCommit()
    },
    rollback() {
      if (database.isTransaction) database.exec('rollback')
    },
    savepoint: () => void savepoint.run(),
    release: () => void release.run(),
    rollbackToSavepoint: () => database.exec('rollback to job; release job'),
    isTrouble,
    asFailure,
  }
}

/**
 * `secure_delete` wipes overwritten rows in the pages; older copies of the pages wait in the
 * write-ahead log until it is emptied. A reader in another program can hold that up: it is then
 * tried again after each commit.
 */
function createScrubber(database: DatabaseSync) {
  let owed = false

  function scrub(): void {
    owed = true
    database.exec('pragma busy_timeout = 0')
    try {
      const result = database.prepare('pragma wal_checkpoint(truncate)').get()
      owed = result?.busy !== 0
    } finally {
      database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`)
    }
  }

  /** Never throws: it follows a commit, which holds whatever comes after it. */
  function catchUp(): void {
    if (!owed) return
    try {
      scrub()
    } catch {
      // On a full disk there is no room for it yet.
    }
  }

  return { scrub, catchUp }
}
