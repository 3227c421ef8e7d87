import { type RawBuilder, sql } from 'kysely'
import type { Db } from './schema.ts'

/** The database's own clock, in milliseconds: the clocks of the processes may differ. */
const databaseNow = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)`

/** Says that the process lives, for so many milliseconds from now. */
export async function announce(db: Db, id: string, lifeMs: number): Promise<void> {
  const until = sql<number>`${databaseNow} + ${sql.lit(lifeMs)}`
  await db
    .insertInto('process')
    .values({ id, seen_until: until })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_until: until }))
    .execute()
  await db.deleteFrom('process').where('seen_until', '<', forgottenAt).execute()
}

/** Rows of processes long dead only take room. */
const forgottenAt = sql<number>`${databaseNow} - ${sql.lit(86_400_000)}`

/** The process gives all it owns free. */
export async function withdraw(db: Db, id: string): Promise<void> {
  await db.deleteFrom('process').where('id', '=', id).execute()
}

/** True for a row that no living process owns. */
export function isFree(owner: string): RawBuilder<boolean> {
  const column = sql.ref(owner)
  return sql<boolean>`(${column} is null or not exists (
    select 1 from process where process.id = ${column} and process.seen_until > ${databaseNow}))`
}
