import type { Selectable } from 'kysely'
import type { FileDeletion, FileRow, NewFile } from '../ports/files.ts'
import { utc } from './encoding.ts'
import type { Db, Schema } from './schema.ts'

/** Of the file, not of its base64; three bytes become four letters, so parts join without a gap. */
const bytesOfPart = 96 * 1024

/** Keeps the files of a message, inside the transaction that accepts it. */
export async function insertFiles(
  db: Db,
  files: readonly NewFile[],
  { conversationId, at }: { conversationId: string; at: string },
): Promise<void> {
  for (const { id, name, contentType, bytes } of files) {
    const known = { id, name, content_type: contentType, size: bytes.length, at: utc(at) }
    await db
      .insertInto('file')
      .values({ ...known, conversation_id: conversationId, deleted_at: null, deleted_by: null })
      .execute()
    for (let no = 0; no * bytesOfPart < bytes.length; no += 1) {
      const part = bytes.subarray(no * bytesOfPart, (no + 1) * bytesOfPart)
      await db
        .insertInto('file_part')
        .values({ file_id: id, no, body: part.toString('base64') })
        .execute()
    }
  }
}

export async function filesOf(db: Db, conversationId: string): Promise<FileRow[]> {
  const rows = await db
    .selectFrom('file')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(fileOf)
}

export async function readFile(
  db: Db,
  id: string,
): Promise<(FileRow & { bytes: Buffer }) | undefined> {
  const row = await db
    .selectFrom('file')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const parts = await db
    .selectFrom('file_part')
    .select('body')
    .where('file_id', '=', id)
    .orderBy('no')
    .execute()
  const bytes = Buffer.concat(parts.map(({ body }) => Buffer.from(body, 'base64')))
  // Deleted between the two looks: its parts are gone.
  return bytes.length === row.size ? { ...fileOf(row), bytes } : undefined
}

export async function deleteFile(db: Db, { id, by, at }: FileDeletion): Promise<boolean> {
  const row = await db
    .updateTable('file')
    .set({ deleted_at: utc(at), deleted_by: by })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await db.deleteFrom('file_part').where('file_id', '=', id).execute()
  return row !== undefined
}

export async function filesBefore(db: Db, instant: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('file')
    .select('id')
    .where('deleted_at', 'is', null)
    .where('at', '<', utc(instant))
    .orderBy('at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

function fileOf(row: Selectable<Schema['file']>): FileRow {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    name: row.name,
    contentType: row.content_type,
    size: row.size,
    at: row.at,
    ...(row.deleted_at !== null && { deletedAt: row.deleted_at }),
    ...(row.deleted_by !== null && { deletedBy: row.deleted_by }),
  }
}
