import { type Locale, locales } from '../domain/locale.ts'
import type {
  KnowledgeAnswer,
  KnowledgeArticle,
  KnowledgeIndex,
  KnowledgeQuery,
  KnowledgeResult,
} from '../ports/knowledge-index.ts'
import { confidenceOf } from './confidence.ts'
import { type IndexedArticle, loadArticles } from './load-articles.ts'
import { passageReader } from './passage.ts'
import { asksForOwnRecord } from './personal-record.ts'
import { buildTermIndex, type Match } from './term-index.ts'

/** What is left of a score when a text speaks to somebody else or somewhere else. */
const wrongAudience = 0.85
const wrongRegion = 0.7

/** Reads `<directory>` and indexes it. Throws `Failure('knowledge_invalid')`. */
export async function openKnowledge(directory: string): Promise<KnowledgeIndex> {
  return knowledgeIndex(await loadArticles(directory))
}

/** An index over these articles. */
export function knowledgeIndex(articles: readonly IndexedArticle[]): KnowledgeIndex {
  const shelves = new Map(locales.map((locale) => [locale, shelf(articles, locale)] as const))
  return {
    search(query, options) {
      const [first, second] = options.locale === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en']
      const own = shelves.get(first as Locale)?.search(query, options) ?? nothing
      if (own.answerable || asksForOwnRecord(query, options.locale)) return own
      const other = shelves.get(second as Locale)?.search(query, options) ?? nothing
      return other.answerable ? other : own
    },

    article(id, locale) {
      const found = articles.find((article) => article.id === id && article.locale === locale)
      return found && published(found)
    },
  }
}

const nothing: KnowledgeAnswer = { answerable: false, results: [] }

/** The texts of one language. */
function shelf(articles: readonly IndexedArticle[], locale: Locale) {
  const texts = articles.filter((article) => article.locale === locale)
  const index = buildTermIndex(texts, locale)
  const passageOf = passageReader(locale)

  return {
    search(query: string, options: KnowledgeQuery): KnowledgeAnswer {
      const best = pick(texts, index.match(query), options)
      const results = best.map(({ article, score }): KnowledgeResult => {
        const { id, title, updated, summary, body } = article
        const passage = passageOf(article, query)
        return { id, locale, title, score, updated, summary, passage, body }
      })
      const covered = (results[0]?.score ?? 0) >= 0.5
      return { answerable: covered && !asksForOwnRecord(query, locale), results }
    },
  }
}

interface Scored {
  article: IndexedArticle
  score: number
}

function pick(texts: readonly IndexedArticle[], match: Match, options: KnowledgeQuery): Scored[] {
  const best: Scored[] = []
  // A UTC day: an article's dates are days, and a few hours do not matter to them.
  const today = options.now.toISOString().slice(0, 10)
  for (const [at, article] of texts.entries()) {
    const score = (match.covered[at] ?? 0) * suits(article, options)
    if (score <= (best[options.k - 1]?.score ?? 0) || !inForce(article, today)) continue
    insert(best, { article, score }, options.k)
  }
  return best.map(({ article, score }) => {
    const confidence = confidenceOf({ ...match, covered: score }, article.locale)
    return { article, score: Math.round(confidence * 1000) / 1000 }
  })
}

function insert(best: Scored[], entry: Scored, k: number): void {
  const at = best.findIndex(({ score }) => score < entry.score)
  best.splice(at < 0 ? best.length : at, 0, entry)
  best.length = Math.min(best.length, k)
}

function inForce({ validFrom, validTo }: IndexedArticle, today: string): boolean {
  return validFrom <= today && (validTo === undefined || today <= validTo)
}

function suits(article: IndexedArticle, { audience, region }: KnowledgeQuery): number {
  const reader = article.audience === 'both' || !audience || audience === 'both'
  const place = article.region === 'any' || !region
  const audienceFit = reader || article.audience === audience ? 1 : wrongAudience
  return audienceFit * (place || article.region === region ? 1 : wrongRegion)
}

function published(article: IndexedArticle): KnowledgeArticle {
  const { questions: _questions, validFrom: _from, validTo: _to, ...rest } = article
  return rest
}
