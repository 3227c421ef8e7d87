import type { Locale } from '../domain/locale.ts'

/** What is known about a match: see `TermIndex`. */
export interface Evidence {
  /** The share of the query's weight that the text covers, 0..1. */
  covered: number
  /** How many of our subjects the query touches. */
  subjects: number
  /** How usual the query's words are among customers' questions: mean of log(1 + uses). */
  familiarity: number
}

/**
 * Fitted by logistic regression on the articles' own questions, each left out of the index in turn,
 * against questions about other subjects; 0.5 lies where the fit says 0.45, since a missed answer
 * costs a customer more than a text too many.
 */
const fitted: Record<
  Locale,
  { covered: number; subjects: number; familiar: number; base: number }
> = {
  'zh-CN': { covered: 15.06, subjects: 0.52, familiar: 1.8, base: -8.36 },
  en: { covered: 15.12, subjects: 0.24, familiar: 1.66, base: -5.35 },
}

const mostSubjects = 4

/** How likely the text answers the query, 0..1; from 0.5 on it is worth showing. */
export function confidenceOf(evidence: Evidence, locale: Locale): number {
  const { covered, subjects, familiar, base } = fitted[locale]
  const evidenced =
    covered * evidence.covered +
    subjects * Math.min(mostSubjects, evidence.subjects) +
    familiar * evidence.familiarity +
    base
  return 1 / (1 + Math.exp(-evidenced))
}
