import { sql } from 'kysely'
import { isFree } from '../processes.ts'
import type { Db } from '../schema.ts'
import { type Bulk, batchSize, columnList, rowOf } from './bulk.ts'
import type { Row, Value } from './source.ts'

/** Whole tables of Postgres, read through a cursor. */
export const postgresBulk: Bulk = {
  async columnsOf(db, table) {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name = ${table}
      order by ordinal_position`.execute(db)
    return rows.map(({ name }) => name)
  },
  rowsOf,
  withGivenNumbers: sql`overriding system value`,
  async lastNumber(db) {
    const { rows } = await sql<{ last: number | null }>`
      select pg_sequence_last_value(pg_get_serial_sequence('inbox', 'recv_seq')::regclass)
        as last`.execute(db)
    return rows[0]?.last ?? 0
  },
  async countOnAfter(db, last) {
    await sql`select setval(pg_get_serial_sequence('inbox', 'recv_seq'), ${Math.max(last, 1)},
      ${last > 0})`.execute(db)
  },
  async isInUse(db) {
    if ((await postgresBulk.columnsOf(db, 'process')).length === 0) return false
    const { rows } = await sql`
      select 1 from process as living where not ${isFree('living.id')} limit 1`.execute(db)
    return rows.length > 0
  },
}

async function* rowsOf(db: Db, table: string, columns: readonly string[]): AsyncGenerator<Row[]> {
  const toRow = rowOf(columns)
  const cursor = sql.ref(`copy_${table}`)
  await sql`declare ${cursor} no scroll cursor for
    select ${columnList(columns)} from ${sql.table(table)}`.execute(db)
  for (;;) {
    const { rows } = await sql<Record<string, Value>>`
      fetch ${sql.lit(batchSize)} from ${cursor}`.execute(db)
    if (rows.length === 0) break
    yield rows.map(toRow)
  }
  await sql`close ${cursor}`.execute(db)
}
