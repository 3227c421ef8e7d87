import type { KnowledgeIndex } from '../ports/knowledge-index.ts'

/** An index whose articles may be exchanged for newer ones while it is searched. */
export interface LiveIndex extends KnowledgeIndex {
  exchange(next: KnowledgeIndex): void
}

/** A search that has begun ends on the articles it began with. */
export function liveIndex(first: KnowledgeIndex): LiveIndex {
  let index = first
  return {
    search: (query, options) => index.search(query, options),
    use: (asked) => index.use(asked),
    upkeep: (asked, today) => index.upkeep(asked, today),
    article: (id, locale) => index.article(id, locale),
    exchange(next) {
      index = next
    },
  }
}
