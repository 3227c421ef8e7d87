import type { Selectable } from 'kysely'
import type { ConversationRow } from '../ports/store.ts'
import { fromJson, utc } from './encoding.ts'
import type { Db, Schema } from './schema.ts'

export async function insertConversation(
  db: Db,
  row: Omit<ConversationRow, 'version' | 'updatedAt'>,
): Promise<void> {
  const createdAt = utc(row.createdAt)
  await db
    .insertInto('conversation')
    .values({
      id: row.id,
      channel: row.channel,
      identity: JSON.stringify(row.identity),
      state: JSON.stringify(row.state),
      version: 0,
      created_at: createdAt,
      updated_at: createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function readConversation(db: Db, id: string): Promise<ConversationRow | undefined> {
  const row = await db
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && conversationOf(row)
}

/** The row as the rest of the system knows it. */
export function conversationOf(row: Selectable<Schema['conversation']>): ConversationRow {
  return {
    id: row.id,
    channel: row.channel,
    identity: fromJson(row.identity),
    state: fromJson(row.state),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** Replaces the state if `version` is still the stored one; false when a newer turn was first. */
export async function replaceState(
  db: Db,
  turn: Pick<ConversationRow, 'id' | 'version' | 'state'> & { at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('conversation')
    .set({ state: JSON.stringify(turn.state), version: turn.version + 1, updated_at: utc(turn.at) })
    .where('id', '=', turn.id)
    .where('version', '=', turn.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
