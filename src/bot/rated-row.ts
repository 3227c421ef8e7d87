import type { JsonObject } from '../ports/json.ts'
import type { HandoffRow } from '../ports/store.ts'

const longestComment = 2_000

/** A handoff with the customer's judgement of it. */
export function ratedRow(
  row: HandoffRow,
  { score, comment, at }: { score: number; comment?: string | undefined; at: Date },
): HandoffRow {
  const kept = comment?.slice(0, longestComment) ?? row.comment
  return { ...row, rating: score, comment: kept, updatedAt: at.toISOString() }
}

/** A poor judgement, for the leads. */
export function ratingNote({ rating = 0, agent, comment }: HandoffRow): JsonObject {
  const from = { id: 'daozhang', name: '到账', role: 'bot' }
  const value = {
    about: 'rating',
    score: rating,
    ...(agent && { agent }),
    ...(comment && { comment }),
  }
  return { type: 'event', name: 'support.note', from, value }
}
