import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { type Bulk, batchSize, columnList, rowOf } from './bulk.ts'
import type { Row, Value } from './source.ts'

/** Whole tables of SQLite, read in the order of their row ids. */
export const sqliteBulk: Bulk = {
  async columnsOf(db, table) {
    const { rows } = await sql<{ name: string }>`
      select name from pragma_table_info(${table})`.execute(db)
    return rows.map(({ name }) => name)
  },
  rowsOf,
  withGivenNumbers: sql``,
  async lastNumber(db) {
    const { rows } = await sql<{ seq: number }>`
      select seq from sqlite_sequence where name = 'inbox'`.execute(db)
    return rows[0]?.seq ?? 0
  },
  async countOnAfter(db, last) {
    await sql`delete from sqlite_sequence where name = 'inbox'`.execute(db)
    await sql`insert into sqlite_sequence (name, seq) values ('inbox', ${last})`.execute(db)
  },
  // Whoever has it open holds the folder's lock.
  isInUse: async () => false,
}

async function* rowsOf(db: Db, table: string, columns: readonly string[]): AsyncGenerator<Row[]> {
  const toRow = rowOf(columns)
  let last = 0
  for (;;) {
    const { rows } = await sql<{ row_id: number } & Record<string, Value>>`
      select rowid as row_id, ${columnList(columns)} from ${sql.table(table)}
      where rowid > ${last} order by rowid limit ${sql.lit(batchSize)}`.execute(db)
    const end = rows.at(-1)
    if (!end) return
    last = end.row_id
    yield rows.map(toRow)
  }
}
