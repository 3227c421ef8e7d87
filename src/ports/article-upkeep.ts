import type { Locale } from '../domain/locale.ts'

/** Questions alike that no article answered well: what somebody should write, or mend. */
export interface KnowledgeGap {
  locale: Locale
  /** How many asked. */
  count: number
  /** In customers' redacted words: at most five, the newest first, none twice. */
  examples: string[]
  outcomes: { unknown: number; offered: number; wrong: number }
  /** What customers said was wrong, by name, with how often. */
  reasons: Record<string, number>
  /** The articles that came nearest, most often first. */
  articles: string[]
  /** UTC instant of the newest. */
  lastAskedAt: string
}

/** What became of an article among customers. */
export interface ArticleUse {
  id: string
  locale: Locale
  title: string
  /** Last day before it must be gone through again. */
  reviewBy: string
  answered: number
  right: number
  wrong: number
}

/** Whoever wants to know that articles were read anew, or why they were not. */
export interface ArticleWatcher {
  /** So many articles are served from now on. */
  read(count: number): void
  /** `knowledge_invalid`: where and what; the former articles are served on. */
  refused(message: string): void
  /** Changes are not seen until the next start. */
  failed(error: unknown): void
}

/** An article in one language, by what a person calls it. */
export interface NamedArticle {
  id: string
  locale: Locale
  title: string
}

/** An article whose days are over, or nearly. */
export interface StaleArticle extends NamedArticle {
  /** Its last day has passed; its review day has passed; its review day is near. */
  why: 'ended' | 'review_overdue' | 'review_near'
  /** The day in question, `YYYY-MM-DD`. */
  on: string
}

/** Two articles that nearly ask the same and give different numbers. */
export interface ContradictingArticles {
  /** What the numbers count: `day`, `percent`, `amount` … */
  unit: string
  articles: (NamedArticle & {
    /** The question that is alike. */
    question: string
    /** The numbers that only this one gives. */
    numbers: number[]
    sentence: string
  })[]
}

/** The articles that somebody must look at. */
export interface ArticleUpkeep {
  /** The longest overdue first. */
  stale: StaleArticle[]
  contradicting: ContradictingArticles[]
  /** In force, and none of the questions was answered with it. */
  neverUsed: NamedArticle[]
}
