import type { Db } from './schema.ts'

/** No limit counts over more than a day; older windows only take room. */
const KEEP_MS = 48 * 3_600_000

/** Counts one up and answers the new count; drops windows long past. */
export async function countUp(db: Db, key: string, windowStart: string): Promise<number> {
  const { n } = await db
    .insertInto('guess')
    .values({ key, window_start: windowStart, n: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet((eb) => ({ n: eb('guess.n', '+', 1) })),
    )
    .returning('n')
    .executeTakeFirstOrThrow()
  const oldest = new Date(Date.parse(windowStart) - KEEP_MS).toISOString()
  await db.deleteFrom('guess').where('window_start', '<', oldest).execute()
  return n
}

export async function countOf(db: Db, key: string, windowStart: string): Promise<number> {
  const row = await db
    .selectFrom('guess')
    .select('n')
    .where('key', '=', key)
    .where('window_start', '=', windowStart)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** Writes one row, to prove that writing works. */
export async function touchProbe(db: Db): Promise<void> {
  await db
    .insertInto('probe')
    .values({ id: 1, n: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ n: eb('probe.n', '+', 1) })),
    )
    .execute()
}
