import { type Selectable, sql } from 'kysely'
import type { TimerChange, TimerRow } from '../ports/timers.ts'
import { fromJson, utc } from './encoding.ts'
import type { Engine } from './engine.ts'
import { acceptInbound } from './inbox.ts'
import type { Db, Schema } from './schema.ts'

/** Sets, moves and calls off timers, inside the caller's transaction. */
export async function changeTimers(db: Db, changes: readonly TimerChange[]): Promise<void> {
  for (const change of changes) {
    if ('set' in change) await setTimer(db, change.set)
    else await db.deleteFrom('timer').where('id', '=', change.cancel).execute()
  }
}

async function setTimer(db: Db, timer: TimerRow): Promise<void> {
  const changing = {
    kind: timer.kind,
    payload: JSON.stringify(timer.payload),
    due_at: utc(timer.dueAt),
  }
  await db
    .insertInto('timer')
    .values({ ...changing, id: timer.id, conversation_id: timer.conversationId })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

export async function listTimers(db: Db, conversationId: string): Promise<TimerRow[]> {
  const rows = await db
    .selectFrom('timer')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('due_at')
    .execute()
  return rows.map(timerOf)
}

/**
 * Conversations with a timer due, then each in a transaction of its own: the conversation's row is
 * locked first, as every turn does, so that no two can wait for each other.
 */
export async function fireDue(engine: Engine, now: string, limit: number): Promise<string[]> {
  const at = utc(now)
  const due = await engine.read((db) => conversationsDue(db, at, limit))
  const fired: string[] = []
  for (const id of due) {
    if (await engine.write((db) => fireIn(db, id, { at, engine }))) fired.push(id)
  }
  return fired
}

async function conversationsDue(db: Db, at: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('timer')
    .select('conversation_id')
    .where('due_at', '<=', at)
    .orderBy('due_at')
    .limit(sql.lit(limit))
    .execute()
  return [...new Set(rows.map((row) => row.conversation_id))]
}

async function fireIn(
  db: Db,
  conversationId: string,
  { at, engine }: { at: string; engine: Engine },
): Promise<boolean> {
  const conversation = await db
    .selectFrom('conversation')
    .select('channel')
    .where('id', '=', conversationId)
    .$if(engine.shared, (query) => query.forUpdate())
    .executeTakeFirst()
  const rows = await db
    .deleteFrom('timer')
    .where('conversation_id', '=', conversationId)
    .where('due_at', '<=', at)
    .returningAll()
    .execute()
  const inOrder = rows.toSorted((one, other) => (one.due_at < other.due_at ? -1 : 1))
  for (const row of inOrder) {
    const channel = conversation?.channel ?? ''
    await acceptInbound(db, inboundOf(timerOf(row), { channel, at }), engine)
  }
  return rows.length > 0
}

function inboundOf(timer: TimerRow, { channel, at }: { channel: string; at: string }) {
  const { id, conversationId, kind, payload, dueAt } = timer
  return {
    channel,
    conversationId,
    dedupeKey: `t:${id}:${dueAt}`,
    silent: true,
    at,
    activity: {
      type: 'event',
      name: `timer.${kind}`,
      value: { ...payload, id, dueAt },
      channelId: channel,
      conversation: { id: conversationId },
    },
  }
}

function timerOf(row: Selectable<Schema['timer']>): TimerRow {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    kind: row.kind,
    payload: fromJson(row.payload),
    dueAt: row.due_at,
  }
}
