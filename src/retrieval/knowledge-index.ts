import type { Locale } from '../domain/locale.ts'
import type {
  KnowledgeAnswer,
  KnowledgeArticle,
  KnowledgeIndex,
  KnowledgeQuery,
  KnowledgeResult,
} from '../ports/knowledge-index.ts'
import { sentenceMeaning } from '../sentence-meaning.ts'
import { articleUpkeep } from './article-upkeep.ts'
import { articleUse } from './article-use.ts'
import { gatherEvidence } from './evidence.ts'
import { fittedWeights } from './fitted-weights.ts'
import { type LaterMeanings, learnMeanings, type MeaningOptions } from './learn-meanings.ts'
import {
  type LearntShelf,
  learnShelf,
  legsOf,
  type ShelfContent,
  shelfContent,
  subjectsOf,
} from './learn-shelf.ts'
import { type IndexedArticle, inForce, type Library } from './load-articles.ts'
import { passageReader } from './passage.ts'
import { asksForOwnRecord } from './personal-record.ts'
import { rankArticles } from './rank-articles.ts'
import { learnSpelling } from './spelling.ts'
import { questionsOf } from './term-index.ts'

/** What a text that speaks to somebody else, or somewhere else, loses in log-odds. */
const wrongAudience = 0.7
const wrongRegion = 1.4

/** A customer waits for a vector, and the other legs have answered long before. */
const patienceMs = 400

export interface KnowledgeOptions {
  /** Where what was learnt is kept for the next start; none: it is learnt each time. */
  cacheFolders?: readonly string[] | undefined
  /** What another thread has learnt of this very library already. */
  learnt?: Record<Locale, LearntShelf> | undefined
  /** An encoder to compare meanings with; none: words, questions and subjects answer alone. */
  meaning?: MeaningOptions | undefined
}

/** An index over this library: about a second, and some ten more when subjects must be learnt. */
export function knowledgeIndex(
  library: Library,
  { cacheFolders = [], learnt, meaning }: KnowledgeOptions = {},
): KnowledgeIndex {
  const { articles } = library
  const shelfOf = (locale: Locale) => {
    const content = shelfContent(library, locale)
    return shelf(content, {
      learnt: learnt?.[locale] ?? learnShelf(content, cacheFolders),
      cacheFolders,
      meaning: meaning?.encoder.languages.includes(locale) ? meaning : undefined,
    })
  }
  const encode = meaning && sentenceMeaning(meaning.encoder, meaning.timeoutMs ?? patienceMs)
  const meaningOf = async (text: string, { meanings }: Shelf) => meanings?.index() && encode?.(text)
  const shelves: Record<Locale, Shelf> = { 'zh-CN': shelfOf('zh-CN'), en: shelfOf('en') }
  return {
    async search(text, options) {
      const query = { text, meaning: await meaningOf(text, shelves[options.locale]) }
      const own = shelves[options.locale].search(query, options)
      const written = writtenIn(text)
      if (own.answerable || written === options.locale) return own
      if (asksForOwnRecord(text, options.locale)) return own
      const other = shelves[written].search(query, options)
      return other.answerable ? other : own
    },

    use: (asked) => articleUse(articles, asked),

    upkeep: articleUpkeep(articles),

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

/** A question with its vector, where there is one. */
interface Query {
  text: string
  meaning: Float32Array | undefined
}

interface Shelf {
  meanings: LaterMeanings | undefined
  search(query: Query, options: KnowledgeQuery): KnowledgeAnswer
}

interface ShelfKnowledge {
  learnt: LearntShelf
  cacheFolders: readonly string[]
  meaning: MeaningOptions | undefined
}

/** The texts of one language. */
function shelf(content: ShelfContent, { learnt, cacheFolders, meaning }: ShelfKnowledge): Shelf {
  const { locale, texts } = content
  const ids = texts.map(({ id }) => id)
  const legs = legsOf(learnt, locale)
  const meanings =
    meaning && learnMeanings(subjectsOf(content), { ...meaning, locale, cacheFolders })
  const weights = fittedWeights[locale][legs.subjects ? 'learnt' : 'unlearnt']
  const passageOf = passageReader(locale)
  const mend = learnSpelling(texts.flatMap((text) => [...questionsOf(text), text.title, text.body]))
  return {
    meanings,
    search({ text: asked, meaning: vector }, options) {
      const query = mend(asked.toLowerCase())
      const near = vector && meanings?.index()?.nearness(vector)
      const evidence = gatherEvidence({ text: query, meaning: near }, ids, legs)
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
