import type { AskedQuestion } from '../../ports/knowledge-notes.ts'

/** How a question ended for the customer, worst last; `wrong`: the answer was called wrong. */
export const questionEnds = ['answered', 'wrong', 'offered', 'unknown'] as const
export type QuestionEnd = (typeof questionEnds)[number]

/** One question, whatever number of notes it left. */
export interface QuestionOnce {
  /** UTC instant. */
  at: string
  end: QuestionEnd
}

/** How many questions ended in each way. */
export type EndCounts = Record<QuestionEnd, number>

/**
 * Each question once, at the instant of its first note: an answer and its judgement are notes of the
 * same one. The newest note comes first.
 */
export function eachQuestion(notes: readonly AskedQuestion[]): QuestionOnce[] {
  const byQuestion = Map.groupBy(notes, ({ askedIn }) => askedIn)
  return [...byQuestion.values()].map((own) => ({
    at: own.at(-1)?.at ?? '',
    end: endOf(new Set(own.map(({ outcome }) => outcome))),
  }))
}

function endOf(outcomes: ReadonlySet<AskedQuestion['outcome']>): QuestionEnd {
  if (outcomes.has('wrong')) return 'wrong'
  if (outcomes.has('answered') || outcomes.has('right')) return 'answered'
  return outcomes.has('offered') ? 'offered' : 'unknown'
}

/** Counts how questions ended. */
export function countEnds(questions: readonly QuestionOnce[]): EndCounts {
  const counts: EndCounts = { answered: 0, wrong: 0, offered: 0, unknown: 0 }
  for (const { end } of questions) counts[end] += 1
  return counts
}

/** What customers said was wrong with each article, by `<locale> <id>`; the most frequent first. */
export function wrongReasons(
  notes: readonly AskedQuestion[],
): ReadonlyMap<string, [reason: string, count: number][]> {
  const told = notes.filter(({ outcome, reason }) => outcome === 'wrong' && reason !== undefined)
  const byArticle = Map.groupBy(told, ({ locale, article }) => articleKey(locale, article))
  const entries = [...byArticle].map(([key, own]) => {
    const byReason = Map.groupBy(own, ({ reason = '' }) => reason)
    const counts = [...byReason].map(([reason, { length }]) => [reason, length] as [string, number])
    return [key, counts.toSorted(([, a], [, b]) => b - a)] as const
  })
  return new Map(entries)
}

/** One article in one language. */
export function articleKey(locale: string, id: string | undefined): string {
  return `${locale} ${id}`
}
