import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { Row, Value } from './source.ts'

/** How an engine reads and fills whole tables. Names of tables and columns are ours, never data. */
export interface Bulk {
  /** None when there is no such table. */
  columnsOf(db: Db, table: string): Promise<string[]>
  /** All rows, some at a time. Only inside a transaction. */
  rowsOf(db: Db, table: string, columns: readonly string[]): AsyncIterable<Row[]>
  /** What an insert says to bring its own numbers for the column that counts by itself. */
  withGivenNumbers: RawBuilder<unknown>
  /** The highest number that `inbox` has given out. */
  lastNumber(db: Db): Promise<number>
  /** `inbox` counts on after `last`. */
  countOnAfter(db: Db, last: number): Promise<void>
  /** True while a process that shares the database lives. */
  isInUse(db: Db): Promise<boolean>
}

/** Rows read and written at a time: few enough that even the longest fit into memory. */
export const batchSize = 200

/** A row by its column names, as a list of values. */
export function rowOf(columns: readonly string[]) {
  return (named: Record<string, Value>): Row => columns.map((column) => named[column] ?? null)
}

/** The columns for a `select` or an `insert`. */
export function columnList(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)))
}

/** Inserts rows as they are. */
export async function insertRows(
  db: Db,
  { withGivenNumbers }: Pick<Bulk, 'withGivenNumbers'>,
  { table, columns, rows }: { table: string; columns: readonly string[]; rows: readonly Row[] },
): Promise<void> {
  if (rows.length === 0) return
  const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`))
  const into = sql`insert into ${sql.table(table)} (${columnList(columns)})`
  await sql`${into} ${withGivenNumbers} values ${values}`.execute(db)
}
