import type { Locale } from '../domain/locale.ts'

/** A question and the reviewed passages that an answer to it may come from. */
export interface Citing {
  question: string
  /** Of the question, the passages and the answer alike. */
  locale: Locale
  passages: readonly string[]
}

/** One sentence of an answer, and which passage is said to support it (its place in the list). */
export interface Claim {
  sentence: string
  supportedBy: number
}

/** Puts passages in words that fit a question. What it claims is not believed unchecked. */
export interface ClaimWriter {
  /** Throws when it is late or broken. */
  write(asked: Citing): Promise<Claim[]>
}

/** The same with nothing but what the passages support. */
export interface AnswerWriter {
  /** Undefined: the passage itself must do. Never throws, answers within a few seconds. */
  write(asked: Citing): Promise<string | undefined>
}
