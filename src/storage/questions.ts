import type { AskedQuestion, QuestionFilter, QuestionRow } from '../ports/knowledge-notes.ts'
import { activityId, fromJson, parseInboundId, typedText, utc } from './encoding.ts'
import type { Db } from './schema.ts'

/** Keeps notes inside the caller's transaction. What was said by nobody is not noted. */
export async function saveQuestions(db: Db, rows: readonly QuestionRow[]): Promise<void> {
  for (const row of rows) {
    const seq = parseInboundId(row.askedIn)?.seq
    if (seq === undefined) continue
    await db
      .insertInto('question')
      .values({
        id: row.id,
        conversation_id: row.conversationId,
        seq,
        locale: row.locale,
        outcome: row.outcome,
        article: row.article ?? null,
        reason: row.reason ?? null,
        at: utc(row.at),
      })
      .execute()
  }
}

export async function listQuestions(
  db: Db,
  { since, until, limit }: QuestionFilter,
): Promise<AskedQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .innerJoin('activity', (join) =>
      join
        .onRef('activity.conversation_id', '=', 'question.conversation_id')
        .onRef('activity.seq', '=', 'question.seq'),
    )
    .selectAll('question')
    .select('activity.activity')
    .$if(since !== undefined, (query) => query.where('question.at', '>=', utc(since ?? '')))
    .$if(until !== undefined, (query) => query.where('question.at', '<', utc(until ?? '')))
    .orderBy('question.at', 'desc')
    .orderBy('question.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    askedIn: activityId(row.conversation_id, row.seq),
    locale: row.locale,
    outcome: row.outcome,
    ...(row.article !== null && { article: row.article }),
    ...(row.reason !== null && { reason: row.reason }),
    at: row.at,
    text: typedText(fromJson(row.activity)) ?? '',
  }))
}
