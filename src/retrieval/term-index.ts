import type { Locale } from '../domain/locale.ts'
import type { IndexedArticle } from './load-articles.ts'
import { isSimple, isTelling, kindWeight, searchTermsOf } from './search-terms.ts'
import type { Terms } from './terms.ts'

/**
 * Where terms occur: the places of a term lie between its start and the next one's. A few long lists
 * instead of many short ones, which would cost several times the memory.
 */
export interface Postings {
  numberOf: ReadonlyMap<string, number>
  starts: Uint32Array
  articles: Uint32Array
  /** What each occurrence is worth. */
  worth: Float32Array
  /** Kind and rarity of each term, without any article: its share of a query. */
  weights: Float32Array
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

/** What is counted in the texts. Plain data: it can be written down and read back. */
export interface CountedTerms {
  postings: Postings
  /** In how many questions, titles and summaries a word or character occurs. */
  uses: Terms
  /** How many texts there are. */
  texts: number
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
export function countTerms(articles: readonly IndexedArticle[], locale: Locale): CountedTerms {
  const postings = postingsOf(articles, locale)
  return { postings, uses: usesOf(articles, locale), texts: articles.length }
}

/** The index over what was counted. */
export function termIndex({ postings, uses, texts }: CountedTerms, locale: Locale): TermIndex {
  return {
    match(query) {
      const terms = askedIn(query, locale)
      const { covered, total } = sumUp(terms, postings, texts)
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

function usesOf(articles: readonly IndexedArticle[], locale: Locale): Terms {
  const uses: Terms = new Map()
  for (const article of articles) {
    for (const text of [...questionsOf(article), article.title, article.summary]) {
      for (const term of searchTermsOf(text, locale).keys()) {
        if (isSimple(term)) uses.set(term, (uses.get(term) ?? 0) + 1)
      }
    }
  }
  return uses
}

/** All the ways people ask for an article. */
export function questionsOf({ questions, alsoAsked }: IndexedArticle): string[] {
  return [...questions, ...(alsoAsked ?? [])]
}

/** What each article has of these terms, and the weight of them all. */
function sumUp(terms: readonly string[], postings: Postings, articles: number) {
  const covered = new Float32Array(articles)
  const unknown = rarity(0, articles)
  let total = 0
  for (const term of terms) {
    const number = postings.numberOf.get(term)
    total += number === undefined ? kindWeight(term) * unknown : (postings.weights[number] ?? 0)
    if (number !== undefined) addScores(covered, number, postings)
  }
  return { covered, total }
}

function addScores(
  scores: Float32Array,
  number: number,
  { starts, articles, worth }: Postings,
): void {
  const end = starts[number + 1] ?? 0
  for (let at = starts[number] ?? 0; at < end; at++) {
    const article = articles[at] ?? 0
    scores[article] = (scores[article] ?? 0) + (worth[at] ?? 0)
  }
}

function postingsOf(articles: readonly IndexedArticle[], locale: Locale): Postings {
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
  return laidOut(found, articles.length)
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

function laidOut(
  found: ReadonlyMap<string, readonly [article: number, frequency: number][]>,
  total: number,
): Postings {
  const size = [...found.values()].reduce((sum, { length }) => sum + length, 0)
  const postings = {
    numberOf: new Map([...found.keys()].map((term, number) => [term, number])),
    starts: new Uint32Array(found.size + 1),
    articles: new Uint32Array(size),
    worth: new Float32Array(size),
    weights: new Float32Array(found.size),
  }
  let at = 0
  let number = 0
  for (const [term, places] of found) {
    const weight = kindWeight(term) * rarity(places.length, total)
    postings.weights[number] = weight
    for (const [article, frequency] of places) {
      postings.articles[at] = article
      postings.worth[at] = (weight * frequency) / (frequency + saturation)
      at += 1
    }
    number += 1
    postings.starts[number] = at
  }
  return postings
}

/** Inverse document frequency, never negative. */
function rarity(holders: number, total: number): number {
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5))
}
