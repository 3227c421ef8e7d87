import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Locale } from './domain/locale.ts'
import { createUnderstanding } from './nlu/create-understanding.ts'
import { loadExamples } from './nlu/example-set.ts'
import type { KnowledgeIndex } from './ports/knowledge-index.ts'
import type { Understanding } from './ports/understanding.ts'
import { knowledgeIndex } from './retrieval/knowledge-index.ts'
import { loadLibrary } from './retrieval/load-articles.ts'

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
  const cacheFolders = [modelCache, ...(DATA_DIR === undefined ? [] : [join(DATA_DIR, 'models')])]
  const library = await loadLibrary(join(root, 'knowledge'))
  return {
    knowledge: knowledgeIndex(library, { cacheFolders }),
    understanding: createUnderstanding({
      examples: loadExamples(join(root, 'dialogs')),
      cacheFolders,
    }),
  }
}

/** Learns the wishes and the subjects of one language and keeps them for the next start. */
export async function learnLanguage(locale: Locale): Promise<void> {
  const cacheFolders = [modelCache]
  const examples = loadExamples(join(root, 'dialogs'))
  createUnderstanding({
    examples: { 'zh-CN': [], en: [], [locale]: examples[locale] },
    cacheFolders,
  })
  const { articles, unanswered } = await loadLibrary(join(root, 'knowledge'))
  const own = articles.filter((article) => article.locale === locale)
  knowledgeIndex({ articles: own, unanswered }, { cacheFolders })
}
