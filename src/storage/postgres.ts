import { randomUUID } from 'node:crypto'
import { Socket } from 'node:net'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { Failure } from '../errors.ts'
import type { Bulk } from './copy/bulk.ts'
import { postgresBulk } from './copy/postgres-bulk.ts'
import type { Engine } from './engine.ts'
import { postgresFullText } from './full-text.ts'
import { isWorthRepeating, postgresFailure } from './postgres-errors.ts'
import type { Db, Schema } from './schema.ts'

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. Never logged. */
  url: string
  /** Connections for transactions, and as many again for reads: ten in all by default. */
  connections?: number | undefined
  /** Milliseconds of silence after which a connection with a question open is given up. */
  silenceMs?: number | undefined
}

/** A server takes a hundred connections as it is shipped: enough for nine processes. */
const CONNECTIONS = 5
const STATEMENT_MS = 10_000
const LOCK_MS = 3_000
const CONNECT_MS = 5_000
/** Longer than any statement may take, so that the server's own word comes first. */
const SILENCE_MS = 15_000
const REPEATS = 5
/** Any number, as long as nothing else on the database uses it. */
const MIGRATION_LOCK = 7_246_811
const aloneLocks = { audit: 7_246_812, agents: 7_246_813 } as const

/** A database that many processes share. Throws `store_unavailable` when it cannot be reached. */
export async function openPostgres(options: PostgresOptions): Promise<Engine> {
  const durable = connect(options, 'on')
  // A crash of the database may forget who took a conversation: it is then taken again. So the
  // claims, and the reads, need not wait for its disk.
  const relaxed = connect(options, 'off')
  const engine = engineOn(durable, relaxed)
  try {
    await engine.read((db) => sql`select 1`.execute(db))
    return engine
  } catch (error) {
    await engine.close()
    throw cannotBeUsed(error)
  }
}

/** Runs `job` on the state of this instant; others go on writing. */
export async function postgresSnapshot<T>(
  options: PostgresOptions,
  job: (db: Db, bulk: Bulk) => Promise<T>,
): Promise<T> {
  const db = connect({ ...options, connections: 1 }, 'on')
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  try {
    return await snapshot.execute(async (db) => {
      await sql`set local statement_timeout = 0`.execute(db)
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(db)
      return job(db, postgresBulk)
    })
  } catch (error) {
    throw error instanceof Failure ? error : cannotBeUsed(postgresFailure(error))
  } finally {
    await db.destroy()
  }
}

/** Trouble with the database as a sentence about its setting; any other error stays itself. */
function cannotBeUsed(error: unknown): unknown {
  if (!(error instanceof Failure)) return error
  const why = error.message
  const accepted = 'Accepted: a Postgres that answers and takes this user.'
  return new Failure('store_unavailable', `DATABASE_URL: ${why}. ${accepted}`, { cause: error })
}

function connect(options: PostgresOptions, synchronousCommit: 'on' | 'off'): Db {
  const silenceMs = options.silenceMs ?? SILENCE_MS
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: 'daozhang',
    max: options.connections ?? CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: SILENCE_MS,
    options: `-c synchronous_commit=${synchronousCommit}`,
    keepAlive: true,
    types: { getTypeParser: parserOf },
    stream: () => impatientSocket(silenceMs),
  })
  // An idle connection that breaks is replaced with the next question.
  pool.on('error', () => undefined)
  // One that breaks in use, between two statements, tells the next statement so. Without a listener
  // the client's event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** A connection that was cut without a word would else be waited for until the system gives up. */
function impatientSocket(silenceMs: number): Socket {
  const socket = new Socket()
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('The database does not answer')))
  return socket
}

/** Counts and numbers of rows come as JavaScript numbers: none of ours outgrows them. */
const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)

function engineOn(durable: Db, relaxed: Db): Engine {
  return {
    identityColumn: 'bigint generated always as identity primary key',
    instantIn: (column, key) =>
      `to_char((${column}::json ->> '${key}')::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    appendOnly: postgresAppendOnly,
    json: (column) => `${column}::json`,
    fullText: postgresFullText,
    owner: randomUUID(),
    shared: true,
    read: (job) => attempt(() => job(relaxed)),
    claim: (job) => attempt(() => job(relaxed)),
    write: (job) => attempt(() => durable.transaction().execute(job)),
    checkRoom: () => undefined,
    async beginMigration(db) {
      await sql`set local statement_timeout = 0`.execute(db)
      await sql`set local lock_timeout = 0`.execute(db)
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(db)
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db)
    },
    async alone(db, what) {
      await sql`select pg_advisory_xact_lock(${sql.lit(aloneLocks[what])})`.execute(db)
    },
    // Postgres overwrites nothing in place: see SECURITY.md.
    scrub: async () => undefined,
    bulk: postgresBulk,
    async close() {
      await Promise.all([durable.destroy(), relaxed.destroy()])
    },
  }
}

function postgresAppendOnly(table: string): string[] {
  return [
    `create function ${table}_is_only_added_to() returns trigger language plpgsql as
      $$ begin raise exception '${table} is only added to'; end $$`,
    `create trigger ${table}_no_change before update or delete or truncate on ${table}
      for each statement execute function ${table}_is_only_added_to()`,
  ]
}

/** Runs `job`; once more when two transactions were in each other's way. */
async function attempt<T>(job: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await job()
    } catch (error) {
      if (turn < REPEATS && isWorthRepeating(error)) continue
      throw postgresFailure(error)
    }
  }
}
