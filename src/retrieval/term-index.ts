import type { Locale } from '../domain/locale.ts'
import type { IndexedArticle } from './load-articles.ts'
import { isSimple, isTelling, kindWeight, searchTermsOf } from './search-terms.ts'
import type { Terms } from './terms.ts'

/** Where a term occurs: article positions and what each occurrence is worth. */
interface Posting {
  articles: Uint32Array
  worth: Float32Array
  /** Kind and rarity of the term, without any article: its share of a query. */
  weight: number
}

/** What a query looks like to the texts of one language. */
export interface Match {
  /** Per article, by position: the share of the query's weight that it covers, 0..1. */
  covered: Float32Array
  /** How usual the query's words are among customers' questions: mean of log(1 + uses). */
  familiarity: number
}

/** Scores texts of one language against a query. */
export interface TermIndex {
  match(query: string): Match
}

/** What each place of a text is worth; the questions count one by one. */
const fields = { question: 1, title: 1, summary: 0.6, body: 0.8 }
/** How fast repetition stops to matter, and how much a long body is held against it. */
const saturation = 1.2
const lengthPenalty = 0.3

/**
 * BM25 over weighted fields. What a term is worth in an article does not depend on the query, so it
 * is computed once here, and a query is one pass over its postings.
 */
export function buildTermIndex(articles: readonly IndexedArticle[], locale: Locale): TermIndex {
  const postings = postingsOf(articles, locale)
  const uses = usesOf(articles, locale)
  const unknown = rarity(0, articles.length)
  return {
    match(query) {
      const terms = askedIn(query, locale)
      const covered = new Float32Array(articles.length)
      let total = 0
      for (const term of terms) {
        const posting = postings.get(term)
        total += posting ? posting.weight : kindWeight(term) * unknown
        if (posting) addScores(covered, posting)
      }
      for (let at = 0; at < covered.length; at++) covered[at] = (covered[at] ?? 0) / (total || 1)
      const simple = terms.filter(isSimple)
      const known = simple.reduce((sum, term) => sum + Math.log(1 + (uses.get(term) ?? 0)), 0)
      return {
        covered,
        familiarity: known / Math.max(1, simple.length),
      }
    },
  }
}

/** The terms of a query; none when nothing in it tells what it is about. */
function askedIn(query: string, locale: Locale): string[] {
  const terms = [...searchTermsOf(query, locale).keys()]
  return terms.some(isTelling) ? terms : []
}

/** In how many questions, titles and summaries a term occurs. */
function usesOf(articles: readonly IndexedArticle[], locale: Locale): Terms {
  const uses: Terms = new Map()
  for (const article of articles) {
    for (const text of [...questionsOf(article), article.title, article.summary]) {
      for (const term of searchTermsOf(text, locale).keys()) {
        uses.set(term, (uses.get(term) ?? 0) + 1)
      }
    }
  }
  return uses
}

/** All the ways people ask for an article. */
export function questionsOf({ questions, alsoAsked }: IndexedArticle): string[] {
  return [...questions, ...(alsoAsked ?? [])]
}

function addScores(scores: Float32Array, { articles, worth }: Posting): void {
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] ?? 0
    scores[article] = (scores[article] ?? 0) + (worth[at] ?? 0)
  }
}

function postingsOf(articles: readonly IndexedArticle[], locale: Locale): Map<string, Posting> {
  const bodies = articles.map((article) => searchTermsOf(article.body, locale))
  const lengths = bodies.map((body) => [...body.values()].reduce((sum, n) => sum + n, 0))
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, articles.length)
  const found = new Map<string, [article: number, frequency: number][]>()
  for (const [at, article] of articles.entries()) {
    const stretch = 1 - lengthPenalty + (lengthPenalty * (lengths[at] ?? 0)) / average
    for (const [term, frequency] of frequenciesOf(article, bodies[at] ?? new Map(), stretch)) {
      const list = found.get(term)
      if (list) list.push([at, frequency])
      else found.set(term, [[at, frequency]])
    }
  }
  return new Map([...found].map(([term, places]) => [term, posting(term, places, articles.length)]))
}

function frequenciesOf(article: IndexedArticle, body: Terms, stretch: number): Terms {
  const sum: Terms = new Map()
  const add = (term: string, worth: number) => sum.set(term, (sum.get(term) ?? 0) + worth)
  const once = (text: string, worth: number) => {
    for (const term of searchTermsOf(text, article.locale).keys()) add(term, worth)
  }
  for (const question of questionsOf(article)) once(question, fields.question)
  once(article.title, fields.title)
  once(article.summary, fields.summary)
  for (const [term, count] of body) add(term, (fields.body * count) / stretch)
  return sum
}

function posting(term: string, places: [number, number][], total: number): Posting {
  const weight = kindWeight(term) * rarity(places.length, total)
  return {
    articles: Uint32Array.from(places, ([article]) => article),
    worth: Float32Array.from(places, ([, count]) => (weight * count) / (count + saturation)),
    weight,
  }
}

/** Inverse document frequency, never negative. */
function rarity(holders: number, total: number): number {
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5))
}
