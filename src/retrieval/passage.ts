import type { Locale } from '../domain/locale.ts'
import { paragraphsOf } from '../domain/search/paragraphs.ts'
import type { IndexedArticle } from './load-articles.ts'
import { kindWeight, searchTermsOf } from './search-terms.ts'
import type { Terms } from './terms.ts'

interface Paragraph {
  text: string
  terms: Terms
}

/** Finds the paragraph that fits a query best. Paragraphs are read once, when first asked for. */
export function passageReader(locale: Locale) {
  const read = new WeakMap<IndexedArticle, Paragraph[]>()

  const readOf = (article: IndexedArticle): Paragraph[] => {
    const known = read.get(article)
    if (known) return known
    const found = paragraphsOf(article.body).map((text) => ({
      text,
      terms: searchTermsOf(text, locale),
    }))
    read.set(article, found)
    return found
  }

  /** The first paragraph, which holds the answer, wins a tie. */
  return (article: IndexedArticle, query: string): string => {
    const asked = [...searchTermsOf(query, locale).keys()]
    let best = { text: article.summary, score: -1 }
    for (const { text, terms } of readOf(article)) {
      const score = asked.reduce((sum, term) => sum + (terms.has(term) ? kindWeight(term) : 0), 0)
      if (score > best.score) best = { text, score }
    }
    return best.text
  }
}
