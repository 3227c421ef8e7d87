import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import type { IndexedArticle } from '../../src/retrieval/load-articles.ts'

export interface ManyArticles {
  articles: number
  buildSeconds: number
  millisecondsMedian: number
  milliseconds99: number
}

/**
 * As many articles as asked for, each a mixture of real ones: their words and lengths are those of
 * real texts, their subjects are not. How long search takes to open, and to answer.
 */
export async function measureManyArticles(
  real: readonly IndexedArticle[],
  count: number,
  queries: readonly string[],
): Promise<ManyArticles> {
  const articles = Array.from({ length: count }, (_, at) => mixture(real, at))
  const startedAt = performance.now()
  const index = knowledgeIndex({ articles, unanswered: { 'zh-CN': [], en: [] } })
  const buildSeconds = (performance.now() - startedAt) / 1000
  const now = new Date('2026-11-26T04:00:00Z')
  const took: number[] = []
  for (const query of queries) {
    const from = performance.now()
    await index.search(query, { locale: 'en', k: 3, now })
    took.push(performance.now() - from)
  }
  took.sort((a, b) => a - b)
  const at = (part: number) => took[Math.floor(took.length * part)] ?? 0
  return { articles: count, buildSeconds, millisecondsMedian: at(0.5), milliseconds99: at(0.99) }
}

function mixture(real: readonly IndexedArticle[], at: number): IndexedArticle {
  const pick = (step: number) => real[(at * step + Math.floor(at / real.length)) % real.length]
  const [one, other] = [pick(1), pick(7)]
  if (!one || !other) throw new Error('There are no articles to mix')
  const { alsoAsked: _, ...header } = one
  return {
    ...header,
    id: `mixed/${at}`,
    title: `${one.title} ${at}`,
    body: `${one.body}\n\n${other.body}`,
    questions: one.questions.map((question, k) => `${question} ${other.questions[k] ?? at}`),
  }
}
