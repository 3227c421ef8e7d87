import type { CannedAnswerRow } from '../ports/canned-answers.ts'
import { utc } from './encoding.ts'
import type { Db } from './schema.ts'

export async function saveCannedAnswer(db: Db, row: CannedAnswerRow): Promise<void> {
  const changing = {
    shortcut: row.shortcut,
    title: row.title,
    locale: row.locale,
    body: row.text,
    disabled: row.disabled ? (1 as const) : (0 as const),
    updated_at: utc(row.updatedAt),
    updated_by: row.updatedBy,
  }
  await db
    .insertInto('canned_answer')
    .values({ ...changing, id: row.id })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

export async function listCannedAnswers(db: Db): Promise<CannedAnswerRow[]> {
  const rows = await db.selectFrom('canned_answer').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    shortcut: row.shortcut,
    title: row.title,
    locale: row.locale,
    text: row.body,
    disabled: row.disabled === 1,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  }))
}
