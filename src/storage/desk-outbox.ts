import { type Selectable, sql } from 'kysely'
import type { DeskNote } from '../ports/desk.ts'
import type { Delivery, DeliveryResult } from '../ports/outbox.ts'
import type { TurnCommit } from '../ports/store.ts'
import { fromJson, utc } from './encoding.ts'
import type { Engine } from './engine.ts'
import { isFree } from './processes.ts'
import type { Db, Schema } from './schema.ts'

/** Notes of one turn come after those of every turn before it. */
const notesOfATurn = 10

/** Puts a turn's notes to a desk elsewhere in line, inside the caller's transaction. */
export async function enqueueNotes(db: Db, turn: TurnCommit): Promise<void> {
  const { desk = [], version, at } = turn
  if (desk.length === 0) return
  const instant = utc(at)
  await db
    .insertInto('desk_outbox')
    .values(
      desk.map(({ key, conversationId, news }, index) => ({
        id: key,
        conversation_id: conversationId,
        seq: version * notesOfATurn + index,
        news: JSON.stringify(news),
        state: 'new' as const,
        attempts: 0,
        not_before: instant,
        owner: null,
        reason: null,
        created_at: instant,
        updated_at: instant,
      })),
    )
    .execute()
}

/** Claims the due heads of the lines, one of each conversation. */
export async function claimNotes(
  db: Db,
  engine: Pick<Engine, 'shared' | 'owner'>,
  { now, limit }: { now: string; limit: number },
): Promise<Delivery[]> {
  const free = (owner: string) =>
    engine.shared ? isFree(owner) : sql<boolean>`(${sql.ref(owner)} is null)`
  const heads = db
    .selectFrom('desk_outbox')
    .select('desk_outbox.id')
    .where('desk_outbox.state', '=', sql.lit('new'))
    .where('desk_outbox.not_before', '<=', utc(now))
    .where(free('desk_outbox.owner'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('desk_outbox as other')
            .select(sql.lit(1).as('one'))
            .whereRef('other.conversation_id', '=', 'desk_outbox.conversation_id')
            .where('other.state', '=', sql.lit('new'))
            .whereRef('other.seq', '<', 'desk_outbox.seq'),
        ),
      ),
    )
    .orderBy('desk_outbox.not_before')
    .limit(limit)
    .$if(engine.shared, (query) => query.forUpdate().skipLocked())
  const rows = await db
    .updateTable('desk_outbox')
    .set((eb) => ({ owner: engine.owner, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', heads)
    .returningAll()
    .execute()
  return rows.map(deliveryOf)
}

/** What a process that is gone was handing over is free again. */
export async function freeNotes(db: Db): Promise<void> {
  await db.updateTable('desk_outbox').set({ owner: null }).where('owner', 'is not', null).execute()
}

export async function endNote(db: Db, owner: string, result: DeliveryResult): Promise<boolean> {
  const ended = result.sent
    ? { state: 'sent' as const, reason: null }
    : {
        state: result.parked ? ('parked' as const) : ('new' as const),
        reason: result.reason,
        not_before: utc(result.notBefore),
      }
  const { numUpdatedRows } = await db
    .updateTable('desk_outbox')
    .set({ ...ended, owner: null, updated_at: utc(result.at) })
    .where('id', '=', result.id)
    .where('state', '=', sql.lit('new'))
    .where('owner', '=', owner)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function readNote(db: Db, id: string): Promise<DeskNote | undefined> {
  const row = await db.selectFrom('desk_outbox').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { key: row.id, conversationId: row.conversation_id, news: fromJson(row.news) }
}

function deliveryOf(row: Selectable<Schema['desk_outbox']>): Delivery {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: Number(row.seq),
    state: row.state,
    attempts: row.attempts,
    notBefore: row.not_before,
    ...(row.reason !== null && { reason: row.reason }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
