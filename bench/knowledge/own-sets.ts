import type { Locale } from '../../src/domain/locale.ts'
import type { KnowledgeIndex } from '../../src/ports/knowledge-index.ts'
import { type RecallFigures, recallFigures } from './figures.ts'
import { answers, type LabelledQuestion, questionSet, type Split } from './question-sets.ts'

export interface OwnFigures extends RecallFigures {
  questions: number
  strange: number
  /** Of those that an article answers, how many were not turned away. */
  answered: number
  /** Of those that no article answers, how many were turned away. */
  refusalRecall: number
  /** Of those turned away, how many no article answers. */
  refusalPrecision: number
  microseconds: number
  topics: { topic: string; questions: number; first: number }[]
}

/** Any day on which all articles are in force. */
const day = new Date('2026-11-26T04:00:00Z')

interface Answered {
  asked: LabelledQuestion
  ids: string[]
  answerable: boolean
}

/** Our own questions of one split and language, asked as customers ask. */
export async function evaluateOwnSet(
  split: Split,
  locale: Locale,
  knowledge: KnowledgeIndex,
): Promise<OwnFigures> {
  const set = questionSet(split, locale)
  const startedAt = performance.now()
  const all: Answered[] = []
  // One after the other: the time of each is measured.
  for (const asked of set) {
    const options = { locale, k: 20, now: day }
    const { answerable, results } = await knowledge.search(asked.question, options)
    all.push({ asked, answerable, ids: results.map(({ id }) => id) })
  }
  const milliseconds = performance.now() - startedAt
  const own = all.filter(({ asked }) => asked.article !== null)
  const strange = all.filter(({ asked }) => asked.article === null)
  const refused = all.filter(({ answerable }) => !answerable)
  const found = own.map(({ asked, ids }) => {
    const right = ids.find((id) => answers(asked, id))
    // Any one of the articles that answer will do.
    return { ids, right: [right ?? asked.article ?? ''] }
  })
  return {
    ...recallFigures(found),
    questions: own.length,
    strange: strange.length,
    answered: share(own, ({ answerable }) => answerable),
    refusalRecall: share(strange, ({ answerable }) => !answerable),
    refusalPrecision: share(refused, ({ asked }) => asked.article === null),
    microseconds: Math.round((milliseconds * 1000) / set.length),
    topics: topicsOf(own),
  }
}

function share<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.filter(holds).length / Math.max(1, all.length)
}

function topicsOf(own: readonly Answered[]): OwnFigures['topics'] {
  const byTopic = Map.groupBy(own, ({ asked }) => (asked.article ?? '').split('/')[0] ?? '')
  return [...byTopic]
    .map(([topic, all]) => ({
      topic,
      questions: all.length,
      first: share(all, ({ asked, ids }) => answers(asked, ids[0] ?? '')),
    }))
    .sort((a, b) => b.questions - a.questions)
}
