import type { Locale } from '../domain/locale.ts'
import type {
  KnowledgeAnswer,
  KnowledgeArticle,
  KnowledgeIndex,
  KnowledgeQuery,
  KnowledgeResult,
} from '../ports/knowledge-index.ts'
import { articleUse } from './article-use.ts'
import { gatherEvidence, type Legs } from './evidence.ts'
import { fittedWeights } from './fitted-weights.ts'
import type { IndexedArticle, Library } from './load-articles.ts'
import { passageReader } from './passage.ts'
import { asksForOwnRecord } from './personal-record.ts'
import { buildQuestionIndex } from './question-index.ts'
import { rankArticles } from './rank-articles.ts'
import { learnSpelling } from './spelling.ts'
import { learnSubjects, noSubject } from './subject-classifier.ts'
import { buildTermIndex, questionsOf } from './term-index.ts'

/** What a text that speaks to somebody else, or somewhere else, loses in log-odds. */
const wrongAudience = 0.7
const wrongRegion = 1.4

/** Where what was learnt is kept for the next start; none: it is learnt each time. */
export interface KnowledgeOptions {
  cacheFolders?: readonly string[] | undefined
}

/** An index over this library: about a second, and some ten more when subjects must be learnt. */
export function knowledgeIndex(
  { articles, unanswered }: Library,
  { cacheFolders = [] }: KnowledgeOptions = {},
): KnowledgeIndex {
  const shelfOf = (locale: Locale) =>
    shelf({
      locale,
      texts: articles.filter((article) => article.locale === locale),
      unanswered: unanswered[locale],
      cacheFolders,
    })
  const shelves: Record<Locale, Shelf> = { 'zh-CN': shelfOf('zh-CN'), en: shelfOf('en') }
  return {
    search(query, options) {
      const own = shelves[options.locale].search(query, options)
      const written = writtenIn(query)
      if (own.answerable || written === options.locale) return own
      if (asksForOwnRecord(query, options.locale)) return own
      const other = shelves[written].search(query, options)
      return other.answerable ? other : own
    },

    use: (asked) => articleUse(articles, asked),

    article(id, locale) {
      const found = articles.find((article) => article.id === id && article.locale === locale)
      return found && published(found)
    },
  }
}

/** Whose texts may know the words: those of another language only guess. */
function writtenIn(query: string): Locale {
  return /\p{Script=Han}/u.test(query) ? 'zh-CN' : 'en'
}

interface Shelf {
  search(query: string, options: KnowledgeQuery): KnowledgeAnswer
}

interface ShelfContent {
  locale: Locale
  texts: readonly IndexedArticle[]
  unanswered: readonly string[]
  cacheFolders: readonly string[]
}

/** The texts of one language. */
function shelf({ locale, texts, unanswered, cacheFolders }: ShelfContent): Shelf {
  const ids = texts.map(({ id }) => id)
  const legs = legsOf({ locale, texts, unanswered, cacheFolders })
  const weights = fittedWeights[locale][legs.subjects ? 'learnt' : 'unlearnt']
  const passageOf = passageReader(locale)
  const mend = learnSpelling(texts.flatMap((text) => [...questionsOf(text), text.title, text.body]))
  return {
    search(asked, options) {
      const query = mend(asked.toLowerCase())
      const evidence = gatherEvidence(query, ids, legs)
      const { ranked, none } = rankArticles(evidence, weights, (at) =>
        suitability(texts[at], options),
      )
      const results = ranked.slice(0, options.k).flatMap(({ article, chance }) => {
        const found = texts[article]
        return found ? [resultOf(found, { chance, passage: passageOf(found, query) })] : []
      })
      const known = results.length > 0 && none < weights.refuseFrom
      return { answerable: known && !asksForOwnRecord(asked, locale), results }
    },
  }
}

/** What search looks at, each learnt from the same texts. */
export function legsOf({ locale, texts, unanswered, cacheFolders }: ShelfContent): Legs {
  const asked = texts.map((text) => [...questionsOf(text), text.title])
  const subjects = texts.map(({ id }, at) => ({ id, questions: asked[at] ?? [] }))
  return {
    words: buildTermIndex(texts, locale),
    questions: buildQuestionIndex([...asked, unanswered]),
    subjects: learnSubjects([...subjects, { id: noSubject, questions: unanswered }], {
      locale,
      cacheFolders,
    }),
  }
}

function resultOf(
  { id, locale, title, updated, summary, body }: IndexedArticle,
  { chance, passage }: { chance: number; passage: string },
): KnowledgeResult {
  const score = Math.round(chance * 1000) / 1000
  return { id, locale, title, score, updated, summary, passage, body }
}

/** What is added to the log-odds of a text for this reader, here and today. */
function suitability(article: IndexedArticle | undefined, options: KnowledgeQuery): number {
  // A UTC day: an article's dates are days, and a few hours do not matter to them.
  const today = options.now.toISOString().slice(0, 10)
  if (!article || !inForce(article, today)) return Number.NEGATIVE_INFINITY
  const { audience, region } = options
  const reader = article.audience === 'both' || !audience || audience === 'both'
  const place = article.region === 'any' || !region
  const audienceFit = reader || article.audience === audience ? 0 : wrongAudience
  return -audienceFit - (place || article.region === region ? 0 : wrongRegion)
}

function inForce({ validFrom, validTo }: IndexedArticle, today: string): boolean {
  return validFrom <= today && (validTo === undefined || today <= validTo)
}

function published(article: IndexedArticle): KnowledgeArticle {
  const {
    questions: _,
    alsoAsked: _more,
    validFrom: _from,
    validTo: _to,
    reviewBy: _by,
    ...rest
  } = article
  return rest
}
