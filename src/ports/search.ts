import type { SearchTerm } from '../domain/search/tokens.ts'

/** What the index knows of; articles and canned answers are in memory and searched there. */
export const searchKinds = ['ticket', 'conversation'] as const
export type SearchKind = (typeof searchKinds)[number]

export interface SearchQuery {
  /** All of them must be there; none finds nothing. */
  terms: readonly SearchTerm[]
  kind: SearchKind
  limit: number
}

/** Something found, by its number or id. */
export interface SearchHit {
  kind: SearchKind
  ref: string
  conversationId: string
  /** UTC instant of its last change. */
  at: string
}

/** The index over conversations and tickets. It holds words cut small, and runs some seconds behind. */
export interface SearchStore {
  /** What changed last comes first. */
  search(query: SearchQuery): Promise<SearchHit[]>
  /**
   * Takes in conversations that went on since, at most so many, with their customers' tickets; answers
   * how many there were. Any process may do it, at any time.
   */
  indexNext(limit: number): Promise<number>
}
