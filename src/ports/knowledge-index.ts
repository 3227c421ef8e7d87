import type { Locale } from '../domain/locale.ts'
import type { ArticleUpkeep, ArticleUse } from './article-upkeep.ts'
import type { AskedQuestion } from './knowledge-notes.ts'

/** Whom a text speaks to; `both` suits everyone. */
export type KnowledgeAudience = 'merchant' | 'cardholder' | 'both'

/** A reviewed text in one language. Days are `YYYY-MM-DD`. */
export interface KnowledgeArticle {
  /** `<topic>/<slug>`, the same in every language. */
  id: string
  locale: Locale
  title: string
  /** The answer in one sentence. */
  summary: string
  /** Markdown. */
  body: string
  audience: KnowledgeAudience
  /** A country, `EU`, or `any`. */
  region: string
  /** Day of the last review. */
  updated: string
  /** The role that answers for the text. */
  owner: string
  sources: readonly string[]
  related: readonly string[]
}

export interface KnowledgeQuery {
  locale: Locale
  /** At most so many results. */
  k: number
  /** Prefers texts for this reader; the others are still found, further down. */
  audience?: KnowledgeAudience | undefined
  /** Prefers texts for this region; the others are still found, further down. */
  region?: string | undefined
  /** Decides which texts are in force. */
  now: Date
}

export interface KnowledgeResult {
  id: string
  /** The other language only when the asked one has no answer. */
  locale: Locale
  title: string
  /** 0..1; 0.5 and more is a match worth showing. */
  score: number
  updated: string
  summary: string
  /** The paragraph of the text that fits the query best. */
  passage: string
  body: string
}

/**
 * `answerable` is false for nonsense, for other subjects and for questions about a person's own
 * record, which no text can answer. `results` may then still hold near misses, best first.
 */
export interface KnowledgeAnswer {
  answerable: boolean
  results: KnowledgeResult[]
}

/** What the assistant knows, searchable. In memory, never throws. */
export interface KnowledgeIndex {
  search(query: string, options: KnowledgeQuery): Promise<KnowledgeAnswer>
  /** How often each article was used and judged. */
  use(asked: readonly AskedQuestion[]): ArticleUse[]
  /** Which articles somebody must look at, on a day (`YYYY-MM-DD`) and after these questions. */
  upkeep(asked: readonly AskedQuestion[], today: string): ArticleUpkeep
  /** The text in exactly this language, whatever its validity dates. */
  article(id: string, locale: Locale): KnowledgeArticle | undefined
}
