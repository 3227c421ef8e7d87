import type { JsonObject } from '../ports/json.ts'
import type { Delivery, DeliveryCounts, DeliveryFilter } from '../ports/outbox.ts'
import type { LoggedActivity } from '../ports/store.ts'
import { atTheEnd, deliveryOf } from './delivery-line.ts'
import { fromJson, utc } from './encoding.ts'
import type { Db } from './schema.ts'

export async function saveReference(db: Db, id: string, reference: JsonObject): Promise<void> {
  const text = JSON.stringify(reference)
  await db
    .updateTable('conversation')
    .set({ reference: text })
    .where('id', '=', id)
    // Said again with each message and hardly ever new: nothing is written then.
    .where((eb) => eb.or([eb('reference', 'is', null), eb('reference', '<>', text)]))
    .execute()
}

export async function readReference(db: Db, id: string): Promise<JsonObject | undefined> {
  const row = await db
    .selectFrom('conversation')
    .select('reference')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.reference ? fromJson(row.reference) : undefined
}

/** Puts replies in line for delivery, inside the caller's transaction. */
export async function enqueueReplies(db: Db, replies: readonly LoggedActivity[]): Promise<void> {
  if (replies.length === 0) return
  await db
    .insertInto('outbox')
    .values(
      replies.map(({ id, conversationId, seq, at }) => ({
        ...atTheEnd(at),
        id,
        conversation_id: conversationId,
        seq,
      })),
    )
    .execute()
}

export async function readDelivery(db: Db, id: string): Promise<Delivery | undefined> {
  const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()
  return row && deliveryOf(row)
}

/** What was sent is not counted: it only grows. */
export async function countWaiting(db: Db): Promise<DeliveryCounts> {
  const rows = await db
    .selectFrom('outbox')
    .select('state')
    .select((eb) => [eb.fn.countAll().as('count'), eb.fn.min('created_at').as('oldest')])
    .where('state', 'in', ['new', 'parked'])
    .groupBy('state')
    .execute()
  const waiting = rows.find(({ state }) => state === 'new')
  const parked = rows.find(({ state }) => state === 'parked')
  return {
    waiting: Number(waiting?.count ?? 0),
    parked: Number(parked?.count ?? 0),
    ...(waiting && { oldestWaiting: waiting.oldest }),
  }
}

export async function listDeliveries(db: Db, filter: DeliveryFilter): Promise<Delivery[]> {
  const { state, after, limit } = filter
  let query = db.selectFrom('outbox').selectAll()
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) {
    const last = await db
      .selectFrom('outbox')
      .select('created_at')
      .where('id', '=', after)
      .executeTakeFirst()
    if (!last) return []
    query = query.where((eb) =>
      eb(eb.refTuple('created_at', 'id'), '>', eb.tuple(last.created_at, after)),
    )
  }
  const rows = await query.orderBy('created_at').orderBy('id').limit(limit).execute()
  return rows.map(deliveryOf)
}

/** Puts one parked delivery, or all of them, back in line; answers how many. */
export async function unpark(db: Db, at: string, id?: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'new', attempts: 0, not_before: utc(at), updated_at: utc(at) })
    .where('state', '=', 'parked')
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
