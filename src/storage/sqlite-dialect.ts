import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'

/** Shapes of statements are few; beyond this something builds them from data. */
const MAX_STATEMENTS = 500

/** Kysely's SQLite dialect over Node's own SQLite; every statement is prepared once. */
export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({ database: preparingOnce(database) })
}

/**
 * The same over a connection that only reads, a statement at a time: each runs at once, so none has
 * to wait for another.
 */
export function readingDialect(database: DatabaseSync): SqliteDialect {
  return new ReadingDialect({ database: preparingOnce(database) })
}

class ReadingDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new ReadingAdapter()
  }
}

/** Kysely lets only one query at a time use a connection that is the only one. */
class ReadingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

function preparingOnce(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    prepare(sql) {
      const known = statements.get(sql)
      if (known) return known
      if (statements.size >= MAX_STATEMENTS) statements.clear()
      const statement = prepare(database, sql)
      statements.set(sql, statement)
      return statement
    },
    close() {
      statements.clear()
      database.close()
    },
  }
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql)
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values.map(bindable)),
    run: (values) => statement.run(...values.map(bindable)),
    iterate: (values) => statement.iterate(...values.map(bindable)),
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'bigint' || value instanceof Uint8Array) return value
  throw new TypeError(`SQLite cannot keep a ${typeof value}`)
}
