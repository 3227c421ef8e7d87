import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Locale } from '../../src/domain/locale.ts'
import { gatherEvidence } from '../../src/retrieval/evidence.ts'
import { fittedWeights } from '../../src/retrieval/fitted-weights.ts'
import { learnShelf, legsOf } from '../../src/retrieval/learn-shelf.ts'
import type { IndexedArticle } from '../../src/retrieval/load-articles.ts'
import { rankArticles } from '../../src/retrieval/rank-articles.ts'
import { type Found, recallFigures } from './figures.ts'
import { plainBm25 } from './plain-bm25.ts'

interface OutsideSet {
  locale: Locale
  documents: { id: string; title: string; questions: string[]; body: string }[]
  tasks: { query: string; right: string[] }[]
}

const faqEntries = z.record(
  z.string(),
  z.array(z.object({ question: z.string(), answers: z.array(z.string()) })),
)
const faqQuestions = z.object({
  questions: z.array(z.object({ qid: z.number(), query: z.string(), category: z.string() })),
})
const faqTruths = z.object({
  ground_truths: z.array(z.object({ qid: z.number(), retrieve: z.number() })),
})
const bankDocument = z.object({ id: z.string(), title: z.string(), content: z.string() })
const bankTask = z.object({
  user_scenario: z.object({ instructions: z.string() }),
  required_documents: z.union([z.string(), z.array(z.string())]),
})

function read<T>(path: string, shape: z.ZodType<T>): T {
  return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Public sets where they lie; undefined where they are not there. */
const sets: Readonly<Record<string, (folder: string) => OutsideSet | undefined>> = {
  'bank FAQ in traditional Chinese (esun_faq)'(folder) {
    const at = (name: string) => join(folder, 'esun_faq', name)
    if (!existsSync(at('pid_map_content.json'))) return undefined
    const truths = read(at('ground_truths_example.json'), faqTruths).ground_truths
    const right = new Map(truths.map(({ qid, retrieve }) => [qid, String(retrieve)]))
    const asked = read(at('questions_example.json'), faqQuestions).questions
    return {
      locale: 'zh-CN',
      documents: Object.entries(read(at('pid_map_content.json'), faqEntries)).map(([id, all]) => ({
        id,
        title: '',
        questions: all.map(({ question }) => question),
        body: all.flatMap(({ answers }) => answers).join('\n\n'),
      })),
      tasks: asked
        .filter(({ category }) => category === 'faq')
        .map(({ qid, query }) => ({ query, right: [right.get(qid) ?? ''] })),
    }
  },
  'bank documents for tasks (tau2_banking)'(folder) {
    const root = join(folder, 'tau2_banking/data/tau2/domains/banking_knowledge')
    if (!existsSync(root)) return undefined
    const files = (name: string) =>
      readdirSync(join(root, name)).map((file) => join(root, name, file))
    return {
      locale: 'en',
      documents: files('documents')
        .filter((file) => file.endsWith('.json'))
        .map((file) => read(file, bankDocument))
        .map(({ id, title, content }) => ({ id, title, questions: [title], body: content })),
      tasks: files('tasks')
        .map((file) => read(file, bankTask))
        .map(({ user_scenario, required_documents }) => ({
          query: user_scenario.instructions,
          right: namesIn(required_documents),
        }))
        .filter(({ right }) => right.length > 0),
    }
  },
}

/** The list stands in the set as the text of a Python list. */
function namesIn(documents: string | string[]): string[] {
  return typeof documents === 'string' ? (documents.match(/doc_\w+/g) ?? []) : documents
}

export const outsideNames = Object.keys(sets)

function asArticle(
  { id, title, questions, body }: OutsideSet['documents'][number],
  locale: Locale,
): IndexedArticle {
  return {
    id,
    locale,
    title,
    summary: '',
    body,
    audience: 'both',
    region: 'any',
    updated: '2026-01-01',
    owner: 'outside',
    sources: [],
    related: [],
    questions,
    validFrom: '2026-01-01',
    reviewBy: '2027-01-01',
  }
}

function ourSearch({ locale, documents }: OutsideSet): (query: string) => string[] {
  const texts = documents.map((document) => asArticle(document, locale))
  const legs = legsOf(learnShelf({ locale, texts, unanswered: [] }, []), locale)
  const ids = texts.map(({ id }) => id)
  return (query) =>
    rankArticles(
      gatherEvidence({ text: query }, ids, legs),
      fittedWeights[locale].unlearnt,
    ).ranked.map(({ article }) => ids[article] ?? '')
}

/** Our search and plain BM25 on a public set, as it is; undefined where it is not there. */
export function evaluateOutsideSet(name: string, folder: string) {
  const set = sets[name]?.(folder)
  if (!set) return undefined
  const plain = plainBm25(
    set.documents.map(({ id, title, questions, body }) => ({
      id,
      text: [title, ...questions, body].join('\n'),
    })),
  )
  const found = (search: (query: string) => string[]): Found[] =>
    set.tasks.map(({ query, right }) => ({ right, ids: search(query) }))
  return {
    documents: set.documents.length,
    tasks: set.tasks.length,
    ours: recallFigures(found(ourSearch(set))),
    plain: recallFigures(found(plain)),
  }
}
