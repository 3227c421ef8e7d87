import { type Selectable, sql } from 'kysely'
import type { Delivery, DeliveryResult } from '../ports/outbox.ts'
import { utc } from './encoding.ts'
import type { Engine } from './engine.ts'
import { isFree } from './processes.ts'
import type { Db, Schema } from './schema.ts'

/** The tables in which something waits to be delivered, in a line for each conversation. */
export type Line = 'outbox' | 'desk_outbox'

/** What every line keeps of each delivery; a line may keep more beside. */
type Row = Selectable<Schema['outbox']>

/** The columns used here are the same in all lines: for the types one name stands for each. */
function tableOf(line: Line): 'outbox' {
  return line as 'outbox'
}

/** What a delivery has when it is put in line at an instant. */
export function atTheEnd(at: string) {
  return {
    state: 'new' as const,
    attempts: 0,
    not_before: at,
    owner: null,
    reason: null,
    created_at: at,
    updated_at: at,
  }
}

/** Claims the due heads of the lines. Rows that another process looks at are passed over. */
export async function claimDue(
  db: Db,
  engine: Pick<Engine, 'shared' | 'owner'>,
  { line, now, limit }: { line: Line; now: string; limit: number },
): Promise<Delivery[]> {
  const table = tableOf(line)
  const free = (owner: string) =>
    engine.shared ? isFree(owner) : sql<boolean>`(${sql.ref(owner)} is null)`
  const heads = db
    .selectFrom(`${table} as mine`)
    .select('mine.id')
    .where('mine.state', '=', sql.lit('new'))
    .where('mine.not_before', '<=', utc(now))
    .where(free('mine.owner'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom(`${table} as other`)
            .select(sql.lit(1).as('one'))
            .whereRef('other.conversation_id', '=', 'mine.conversation_id')
            .where('other.state', '=', sql.lit('new'))
            .where((eb) =>
              // A later one may be under way when an earlier one is replayed.
              eb.or([eb('other.seq', '<', eb.ref('mine.seq')), eb.not(free('other.owner'))]),
            ),
        ),
      ),
    )
    .orderBy('mine.not_before')
    .limit(limit)
    .$if(engine.shared, (query) => query.forUpdate().skipLocked())
  const rows = await db
    .updateTable(table)
    .set((eb) => ({ owner: engine.owner, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', heads)
    .returningAll()
    .execute()
  return rows.map(deliveryOf)
}

/** What a process that is gone was sending is free again: for an engine with one process at a time. */
export async function freeDeliveries(db: Db, line: Line): Promise<void> {
  const owned = db.updateTable(tableOf(line)).set({ owner: null })
  await owned.where('owner', 'is not', null).execute()
}

/** Writes down how an attempt of `owner` ended; false when it is not theirs any more. */
export async function endDelivery(
  db: Db,
  result: DeliveryResult,
  { line, owner }: { line: Line; owner: string },
): Promise<boolean> {
  const ended = result.sent
    ? { state: 'sent' as const, reason: null }
    : {
        state: result.parked ? ('parked' as const) : ('new' as const),
        reason: result.reason,
        not_before: utc(result.notBefore),
      }
  const untried = !result.sent && result.untried === true
  const { numUpdatedRows } = await db
    .updateTable(tableOf(line))
    .set({ ...ended, owner: null, updated_at: utc(result.at) })
    .$if(untried, (query) => query.set((eb) => ({ attempts: eb('attempts', '-', 1) })))
    .where('id', '=', result.id)
    .where('state', '=', sql.lit('new'))
    .where('owner', '=', owner)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A row of a line as the port names its fields. */
export function deliveryOf(row: Row): Delivery {
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
