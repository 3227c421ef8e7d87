import { type Selectable, sql } from 'kysely'
import type { HandoffRow } from '../ports/store.ts'
import { fromJson, utc } from './encoding.ts'
import type { Db, Schema } from './schema.ts'

/** Inserts a handoff or replaces the one with its id. A second open one in a conversation throws. */
export async function saveHandoff(db: Db, handoff: HandoffRow): Promise<void> {
  const changing = {
    state: handoff.state,
    reason: handoff.reason,
    priority: handoff.priority,
    agent: handoff.agent ?? null,
    facts: JSON.stringify(handoff.facts),
    updated_at: utc(handoff.updatedAt),
  }
  await db
    .insertInto('handoff')
    .values({
      ...changing,
      id: handoff.id,
      conversation_id: handoff.conversationId,
      created_at: utc(handoff.createdAt),
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

/** Waiting and active ones as they are served: urgent first, then oldest. Others newest first. */
export async function listHandoffs(
  db: Db,
  state: HandoffRow['state'] | undefined,
  limit: number,
): Promise<HandoffRow[]> {
  const all = db.selectFrom('handoff').selectAll().limit(limit)
  const some = state === undefined ? all : all.where('state', '=', state)
  const served = state === 'queued' || state === 'active'
  const ordered = served
    ? some.orderBy('priority').orderBy('created_at').orderBy('id')
    : some.orderBy('created_at', 'desc').orderBy('id', 'desc')
  return (await ordered.execute()).map(handoffOfRow)
}

/** The conversation's latest. */
export async function latestHandoff(
  db: Db,
  conversationId: string,
): Promise<HandoffRow | undefined> {
  const row = await db
    .selectFrom('handoff')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && handoffOfRow(row)
}

/** 1 for the one served next; 0 when it is not waiting. */
export async function placeInQueue(db: Db, id: string): Promise<number> {
  const { place } = await db
    .selectFrom('handoff as mine')
    .innerJoin('handoff as ahead', 'ahead.state', 'mine.state')
    .select((eb) => eb.fn.countAll<number>().as('place'))
    .where('mine.id', '=', id)
    .where('mine.state', '=', sql.lit('queued'))
    .where(
      sql<boolean>`(ahead.priority, ahead.created_at, ahead.id)
        <= (mine.priority, mine.created_at, mine.id)`,
    )
    .executeTakeFirstOrThrow()
  return Number(place)
}

function handoffOfRow(row: Selectable<Schema['handoff']>): HandoffRow {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    state: row.state,
    reason: row.reason,
    priority: row.priority,
    ...(row.agent !== null && { agent: row.agent }),
    facts: fromJson(row.facts),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
