/** What became of a question: an answer, a choice, nothing; or what the customer said of the answer. */
export const questionOutcomes = ['answered', 'offered', 'unknown', 'right', 'wrong'] as const
export type QuestionOutcome = (typeof questionOutcomes)[number]

/** What a dialog notes of a question. The words are redacted, as everything that is kept. */
export interface QuestionNote {
  question: string
  outcome: QuestionOutcome
  /** The article that answered, or came nearest. */
  article?: string | undefined
  /** Why an answer was wrong, by one of the names in `dialogs/knowledge`. */
  reason?: string | undefined
}
