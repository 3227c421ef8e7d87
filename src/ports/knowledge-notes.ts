import type { Locale } from '../domain/locale.ts'

/** What became of a question: an answer, a choice, nothing; or what the customer said of the answer. */
export const questionOutcomes = ['answered', 'offered', 'unknown', 'right', 'wrong'] as const
export type QuestionOutcome = (typeof questionOutcomes)[number]

/** What a dialog notes of a question. */
export interface QuestionNote {
  outcome: QuestionOutcome
  /** The article that answered, or came nearest. */
  article?: string | undefined
  /** Why an answer was wrong, by one of the names in `dialogs/knowledge`. */
  reason?: string | undefined
  /** The id of the message that asked; the present one when absent. */
  askedIn?: string | undefined
}

/** A note to be kept. The words stay in the log: what is hidden there later is hidden here too. */
export interface QuestionRow extends QuestionNote {
  id: string
  conversationId: string
  locale: Locale
  /** UTC instant. */
  at: string
  askedIn: string
}

/** A kept note with the customer's redacted words. */
export interface AskedQuestion extends QuestionRow {
  text: string
}

export interface QuestionFilter {
  /** From this UTC instant on. */
  since?: string | undefined
  /** Before this UTC instant. */
  until?: string | undefined
  /** The newest so many. */
  limit: number
}

/** Questions and what became of them: what the upkeep of the articles lives on. */
export interface QuestionStore {
  /** Newest first. */
  questions(filter: QuestionFilter): Promise<AskedQuestion[]>
}
