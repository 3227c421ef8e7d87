import { type Selectable, sql } from 'kysely'
import type { JsonObject } from '../ports/json.ts'
import type { InboundText, LoggedActivity } from '../ports/store.ts'
import { activityId, fromJson, laterThan, parseInboundId, typedText } from './encoding.ts'
import type { Db, Schema } from './schema.ts'

interface Entry {
  conversationId: string
  direction: 'in' | 'out'
  activity: JsonObject
  at: string
}

interface End {
  seq: number
  at?: string
}

/*
 * Limits are spelt out in the SQL of what every turn reads: SQLite plans a statement anew, each
 * time it runs, when its limit is bound to it.
 */

/** The last entry of a conversation's log; `seq` 0 when it is empty. */
export async function endOfLog(db: Db, conversationId: string): Promise<End> {
  const last = await db
    .selectFrom('activity')
    .select(['seq', 'at'])
    .where('conversation_id', '=', conversationId)
    .orderBy('seq', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()
  return last ?? { seq: 0 }
}

/** The last number of each log that has one. */
export async function endsOfLogs(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('activity')
    .select('conversation_id')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('conversation_id', 'in', ids)
    .groupBy('conversation_id')
    .execute()
  return new Map(rows.map((row) => [row.conversation_id, Number(row.last)]))
}

/** The next entry after `end`, with its id, number and time. The time never repeats in a log. */
export function nextEntry(end: End, entry: Entry): LoggedActivity {
  const { conversationId, direction } = entry
  const seq = end.seq + 1
  const id = activityId(conversationId, seq)
  const at = laterThan(end.at, entry.at)
  const conversation = { ...asObject(entry.activity.conversation), id: conversationId }
  const activity = { ...entry.activity, id, timestamp: at, conversation }
  return { conversationId, seq, id, direction, activity, at }
}

export async function appendEntry(db: Db, entry: LoggedActivity): Promise<void> {
  const typed = entry.direction === 'in' && typedText(entry.activity) !== undefined
  await db
    .insertInto('activity')
    .values({
      conversation_id: entry.conversationId,
      seq: entry.seq,
      direction: entry.direction,
      has_text: typed ? 1 : 0,
      activity: JSON.stringify(entry.activity),
      at: entry.at,
    })
    .execute()
}

export async function entriesAfter(
  db: Db,
  { conversationId, seq, limit }: { conversationId: string; seq: number; limit: number },
): Promise<LoggedActivity[]> {
  const rows = await db
    .selectFrom('activity')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(sql.lit(limit))
    .execute()
  return rows.map(entryOf)
}

/** The last entries of a log, or those before `seq`; oldest first. */
export async function entriesBefore(
  db: Db,
  {
    conversationId,
    seq,
    limit,
  }: { conversationId: string; seq?: number | undefined; limit: number },
): Promise<LoggedActivity[]> {
  const rows = await db
    .selectFrom('activity')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .$if(seq !== undefined, (query) => query.where('seq', '<', seq ?? 0))
    .orderBy('seq', 'desc')
    .limit(sql.lit(limit))
    .execute()
  return rows.reverse().map(entryOf)
}

/** One entry, by the id that channels and clients see. */
export async function entryOfId(db: Db, id: string): Promise<LoggedActivity | undefined> {
  const ref = parseInboundId(id)
  if (ref?.seq === undefined) return undefined
  const row = await db
    .selectFrom('activity')
    .selectAll()
    .where('conversation_id', '=', ref.conversationId)
    .where('seq', '=', ref.seq)
    .executeTakeFirst()
  return row && entryOf(row)
}

/** The customer's last texts, oldest first. */
export async function lastTexts(
  db: Db,
  conversationId: string,
  count: number,
): Promise<InboundText[]> {
  const rows = await db
    .selectFrom('activity')
    .select(['seq', 'activity'])
    .where('conversation_id', '=', conversationId)
    .where('has_text', '=', sql.lit(1))
    .orderBy('seq', 'desc')
    .limit(sql.lit(count))
    .execute()
  return rows.reverse().map((row) => ({
    id: activityId(conversationId, row.seq),
    text: typedText(fromJson(row.activity)) ?? '',
  }))
}

/** Puts another text into one logged activity. An id that is not in this log changes nothing. */
export async function rewriteText(
  db: Db,
  conversationId: string,
  { id, text }: InboundText,
): Promise<void> {
  const ref = parseInboundId(id)
  if (ref?.conversationId !== conversationId || ref.seq === undefined) return
  const entry = db.selectFrom('activity').select('activity')
  const row = await entry
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', ref.seq)
    .executeTakeFirst()
  if (!row) return
  const activity = JSON.stringify({ ...fromJson<JsonObject>(row.activity), text })
  await db
    .updateTable('activity')
    .set({ activity })
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', ref.seq)
    .execute()
}

function entryOf(row: Selectable<Schema['activity']>): LoggedActivity {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    id: activityId(row.conversation_id, row.seq),
    direction: row.direction,
    activity: fromJson(row.activity),
    at: row.at,
  }
}

function asObject(value: JsonObject[string] | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
