import type { Selectable } from 'kysely'
import type { CountedPromises } from '../domain/promises/kept-rates.ts'
import type { PromiseFilter, PromiseRow } from '../ports/promises.ts'
import { utc } from './encoding.ts'
import type { Db, Schema } from './schema.ts'

/** Inserts promises or replaces the ones with their ids, inside the caller's transaction. */
export async function savePromises(db: Db, promises: readonly PromiseRow[]): Promise<void> {
  for (const promise of promises) await savePromise(db, promise)
}

async function savePromise(db: Db, promise: PromiseRow): Promise<void> {
  const changing = {
    cause: promise.cause,
    due_at: utc(promise.dueAt),
    state: promise.state,
    happened_at: promise.happenedAt ? utc(promise.happenedAt) : null,
    checked_at: promise.checkedAt ? utc(promise.checkedAt) : null,
  }
  await db
    .insertInto('promise')
    .values({
      ...changing,
      id: promise.id,
      conversation_id: promise.conversationId,
      transaction_id: promise.transactionId,
      provider: promise.provider,
      window_id: promise.windowId ?? null,
      named_at: utc(promise.namedAt),
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

export async function readPromise(db: Db, id: string): Promise<PromiseRow | undefined> {
  const row = await db.selectFrom('promise').selectAll().where('id', '=', id).executeTakeFirst()
  return row && promiseOf(row)
}

export async function listPromises(db: Db, filter: PromiseFilter): Promise<PromiseRow[]> {
  const { conversationId, state, before, limit } = filter
  let query = db.selectFrom('promise').selectAll()
  if (conversationId !== undefined) query = query.where('conversation_id', '=', conversationId)
  if (state !== undefined) query = query.where('state', '=', state)
  if (before !== undefined) {
    const last = await readPromise(db, before)
    if (!last) return []
    query = query.where((eb) =>
      eb(eb.refTuple('named_at', 'id'), '<', eb.tuple(last.namedAt, before)),
    )
  }
  const rows = await query.orderBy('named_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(promiseOf)
}

export async function countByEnd(db: Db, since: string | undefined): Promise<CountedPromises[]> {
  const rows = await db
    .selectFrom('promise')
    .select(['window_id', 'provider', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .$if(since !== undefined, (query) => query.where('named_at', '>=', utc(since ?? '')))
    .groupBy(['provider', 'window_id', 'state'])
    .execute()
  return rows.map(({ window_id: windowId, count, ...row }) => ({
    ...row,
    windowId,
    count: Number(count),
  }))
}

function promiseOf(row: Selectable<Schema['promise']>): PromiseRow {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    transactionId: row.transaction_id,
    provider: row.provider,
    ...(row.window_id !== null && { windowId: row.window_id }),
    cause: row.cause,
    dueAt: row.due_at,
    namedAt: row.named_at,
    state: row.state,
    ...(row.happened_at !== null && { happenedAt: row.happened_at }),
    ...(row.checked_at !== null && { checkedAt: row.checked_at }),
  }
}
