import { addDays } from '../domain/local-time.ts'
import type {
  ArticleUpkeep,
  ContradictingArticles,
  NamedArticle,
  StaleArticle,
} from '../ports/article-upkeep.ts'
import type { AskedQuestion } from '../ports/knowledge-notes.ts'
import { type IndexedArticle, inForce } from './load-articles.ts'
import { type LookAlike, lookAlikes } from './look-alikes.ts'

/** A review is announced so many days ahead. */
export const reviewNearDays = 30

/**
 * Which articles somebody must look at, on a day (`YYYY-MM-DD`) and after these questions. Pairs
 * that may contradict each other are found once: changed articles come in an index of their own.
 */
export function articleUpkeep(articles: readonly IndexedArticle[]) {
  let pairs: ContradictingArticles[] | undefined
  return (asked: readonly AskedQuestion[], today: string): ArticleUpkeep => {
    pairs ??= lookAlikes(articles).map(contradictionOf)
    return {
      stale: articles
        .flatMap((each) => staleness(each, today) ?? [])
        .sort((a, b) => (a.on < b.on ? -1 : 1)),
      contradicting: pairs,
      neverUsed: neverUsed(articles, asked, today),
    }
  }
}

const named = ({ id, locale, title }: IndexedArticle): NamedArticle => ({ id, locale, title })

function staleness(article: IndexedArticle, today: string): StaleArticle | undefined {
  const { reviewBy, validTo } = article
  if (validTo !== undefined && validTo < today) {
    return { ...named(article), why: 'ended', on: validTo }
  }
  if (reviewBy < today) return { ...named(article), why: 'review_overdue', on: reviewBy }
  if (reviewBy > addDays(today, reviewNearDays)) return undefined
  return { ...named(article), why: 'review_near', on: reviewBy }
}

function contradictionOf({ unit, sides }: LookAlike<IndexedArticle>): ContradictingArticles {
  const articles = sides.map(({ text, question, numbers, sentence }) => ({
    ...named(text),
    question,
    numbers,
    sentence,
  }))
  return { unit, articles }
}

function neverUsed(
  articles: readonly IndexedArticle[],
  asked: readonly AskedQuestion[],
  today: string,
): NamedArticle[] {
  const key = ({ locale, id }: { locale: string; id: string | undefined }) => `${locale} ${id}`
  const answers = asked.filter(({ outcome }) => outcome === 'answered')
  const used = new Set(answers.map(({ locale, article }) => key({ locale, id: article })))
  return articles.filter((article) => inForce(article, today) && !used.has(key(article))).map(named)
}
