import { type Selectable, sql } from 'kysely'
import type { JsonObject } from '../ports/json.ts'
import type { Delivery, DeliveryCounts, DeliveryFilter, DeliveryResult } from '../ports/outbox.ts'
import type { LoggedActivity } from '../ports/store.ts'
import { fromJson, utc } from './encoding.ts'
import type { Engine } from './engine.ts'
import { isFree } from './processes.ts'
import type { Db, Schema } from './schema.ts'

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
        id,
        conversation_id: conversationId,
        seq,
        state: 'new' as const,
        attempts: 0,
        not_before: at,
        owner: null,
        reason: null,
        created_at: at,
        updated_at: at,
      })),
    )
    .execute()
}

/** Claims the due heads of the lines. Rows that another process looks at are passed over. */
export async function claimDue(
  db: Db,
  engine: Pick<Engine, 'shared' | 'owner'>,
  { now, limit }: { now: string; limit: number },
): Promise<Delivery[]> {
  const free = (owner: string) =>
    engine.shared ? isFree(owner) : sql<boolean>`(${sql.ref(owner)} is null)`
  const heads = db
    .selectFrom('outbox')
    .select('outbox.id')
    .where('outbox.state', '=', sql.lit('new'))
    .where('outbox.not_before', '<=', utc(now))
    .where(free('outbox.owner'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as other')
            .select(sql.lit(1).as('one'))
            .whereRef('other.conversation_id', '=', 'outbox.conversation_id')
            .where('other.state', '=', sql.lit('new'))
            .where((eb) =>
              // A later one may be under way when an earlier one is replayed.
              eb.or([eb('other.seq', '<', eb.ref('outbox.seq')), eb.not(free('other.owner'))]),
            ),
        ),
      ),
    )
    .orderBy('outbox.not_before')
    .limit(limit)
    .$if(engine.shared, (query) => query.forUpdate().skipLocked())
  const rows = await db
    .updateTable('outbox')
    .set((eb) => ({ owner: engine.owner, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', heads)
    .returningAll()
    .execute()
  return rows.map(deliveryOf)
}

/** What a process that is gone was sending is free again: for an engine with one process at a time. */
export async function freeDeliveries(db: Db): Promise<void> {
  await db.updateTable('outbox').set({ owner: null }).where('owner', 'is not', null).execute()
}

export async function endDelivery(db: Db, owner: string, result: DeliveryResult): Promise<boolean> {
  const ended = result.sent
    ? { state: 'sent' as const, reason: null }
    : {
        state: result.parked ? ('parked' as const) : ('new' as const),
        reason: result.reason,
        not_before: utc(result.notBefore),
      }
  const untried = !result.sent && result.untried === true
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ ...ended, owner: null, updated_at: utc(result.at) })
    .$if(untried, (query) => query.set((eb) => ({ attempts: eb('attempts', '-', 1) })))
    .where('id', '=', result.id)
    .where('state', '=', sql.lit('new'))
    .where('owner', '=', owner)
    .executeTakeFirst()
  return numUpdatedRows === 1n
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

function deliveryOf(row: Selectable<Schema['outbox']>): Delivery {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    state: row.state,
    attempts: row.attempts,
    notBefore: row.not_before,
    ...(row.reason !== null && { reason: row.reason }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
