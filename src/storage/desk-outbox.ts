import type { DeskNote } from '../ports/desk.ts'
import type { TurnCommit } from '../ports/store.ts'
import { atTheEnd } from './delivery-line.ts'
import { fromJson, utc } from './encoding.ts'
import type { Db } from './schema.ts'

/** Notes of one turn come after those of every turn before it. */
const notesOfATurn = 10

/** Puts a turn's notes to a desk elsewhere in line, inside the caller's transaction. */
export async function enqueueNotes(db: Db, turn: TurnCommit): Promise<void> {
  const { desk = [], version, at } = turn
  if (desk.length === 0) return
  const waiting = atTheEnd(utc(at))
  await db
    .insertInto('desk_outbox')
    .values(
      desk.map(({ key, conversationId, news }, index) => ({
        ...waiting,
        id: key,
        conversation_id: conversationId,
        seq: version * notesOfATurn + index,
        news: JSON.stringify(news),
      })),
    )
    .execute()
}

export async function readNote(db: Db, id: string): Promise<DeskNote | undefined> {
  const row = await db.selectFrom('desk_outbox').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { key: row.id, conversationId: row.conversation_id, news: fromJson(row.news) }
}
