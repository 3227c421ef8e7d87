import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Locale } from './domain/locale.ts'
import { createUnderstanding } from './nlu/create-understanding.ts'
import { loadExamples } from './nlu/example-set.ts'
import type { KnowledgeIndex } from './ports/knowledge-index.ts'
import type { Understanding } from './ports/understanding.ts'
import { knowledgeIndex } from './retrieval/knowledge-index.ts'
import { loadArticles } from './retrieval/load-articles.ts'

const root = join(import.meta.dirname, '..')

/** What is learnt at the start from the folders `dialogs` and `knowledge`, and never changes. */
export interface Mind {
  understanding: Understanding
  knowledge: KnowledgeIndex
}

const modelCache = join(root, 'node_modules', '.cache', 'daozhang', 'models')

/**
 * Learns it: the slow part of a start, unless an earlier one kept what it had learnt: beside the
 * code, or in the data folder where the code cannot be written.
 */
export async function createMind({
  DATA_DIR,
}: Partial<Pick<Config, 'DATA_DIR'>> = {}): Promise<Mind> {
  return {
    knowledge: knowledgeIndex(await loadArticles(join(root, 'knowledge'))),
    understanding: createUnderstanding({
      examples: loadExamples(join(root, 'dialogs')),
      cacheFolders: [modelCache, ...(DATA_DIR === undefined ? [] : [join(DATA_DIR, 'models')])],
    }),
  }
}

/** Learns the wishes of one language and keeps them for the next start. */
export function learnLanguage(locale: Locale): void {
  const examples = loadExamples(join(root, 'dialogs'))
  createUnderstanding({
    examples: { 'zh-CN': [], en: [], [locale]: examples[locale] },
    cacheFolders: [modelCache],
  })
}
