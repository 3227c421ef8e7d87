import { type Selectable, sql } from 'kysely'
import type { ConversationRow } from '../ports/store.ts'
import { fromJson, utc } from './encoding.ts'
import type { Engine } from './engine.ts'
import { isFree } from './processes.ts'
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
      owner: null,
      reference: null,
      customer_ref: row.identity.merchantId ?? row.identity.userId,
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

/** Newest first: the conversations of one customer. */
export async function conversationsOf(
  db: Db,
  customerRef: string,
  limit: number,
): Promise<ConversationRow[]> {
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where('customer_ref', '=', customerRef)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(conversationOf)
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

/**
 * Replaces the state if `version` is still the stored one and nobody else has taken the
 * conversation over; answers the address that replies are delivered to, if there is one. The
 * conversation is then free again. Undefined when another turn was first.
 */
export async function replaceState(
  db: Db,
  turn: Pick<ConversationRow, 'id' | 'version' | 'state'> & { at: string },
  { shared, owner }: Pick<Engine, 'shared' | 'owner'>,
): Promise<{ reference: string | null } | undefined> {
  return db
    .updateTable('conversation')
    .set({ state: JSON.stringify(turn.state), version: turn.version + 1, updated_at: utc(turn.at) })
    .$if(shared, (query) => query.set({ owner: null }).where('owner', '=', owner))
    .where('id', '=', turn.id)
    .where('version', '=', turn.version)
    .returning('reference')
    .executeTakeFirst()
}

/**
 * Takes a conversation that has work for this process: from nobody, from itself, or from a process
 * that is gone. False when there is no work or somebody else is at it.
 */
export async function claimConversation(db: Db, id: string, owner: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('conversation')
    .set({ owner })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('owner', '=', owner), isFree('conversation.owner')]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('inbox')
          .select(sql.lit(1).as('one'))
          .where('conversation_id', '=', id)
          .where('state', '=', sql.lit('new')),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
