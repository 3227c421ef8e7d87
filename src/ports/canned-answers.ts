import type { Locale } from '../domain/locale.ts'

/** A reviewed text that agents use: `text` may hold `{{customer}}` and the like. */
export interface CannedAnswer {
  id: string
  /** What is typed to get it, `/due`. */
  shortcut: string
  title: string
  locale: Locale
  text: string
  /** Kept, and offered to nobody. */
  disabled: boolean
}

/** One that was written or changed at the desk. */
export interface CannedAnswerRow extends CannedAnswer {
  /** UTC instant. */
  updatedAt: string
  /** By name. */
  updatedBy: string
}

/** The texts that the desk has written; those that come with the release are in the code. */
export interface CannedAnswerStore {
  cannedAnswers(): Promise<CannedAnswerRow[]>
  /** Inserts one or replaces the one with its id. */
  saveCannedAnswer(row: CannedAnswerRow): Promise<void>
}
