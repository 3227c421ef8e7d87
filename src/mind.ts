import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Locale } from './domain/locale.ts'
import { createUnderstanding } from './nlu/create-understanding.ts'
import { encoderReader } from './nlu/encoder-reader.ts'
import { loadExamples } from './nlu/example-set.ts'
import type { ArticleWatcher } from './ports/article-upkeep.ts'
import type { IntentReader } from './ports/intent-reader.ts'
import type { EncodingWatcher, SentenceEncoder } from './ports/sentence-encoder.ts'
import type { Understanding } from './ports/understanding.ts'
import { followChanges } from './retrieval/follow-changes.ts'
import { knowledgeIndex } from './retrieval/knowledge-index.ts'
import type { MeaningOptions } from './retrieval/learn-meanings.ts'
import { learnShelf, shelfContent } from './retrieval/learn-shelf.ts'
import { type LiveIndex, liveIndex } from './retrieval/live-index.ts'
import { loadLibrary } from './retrieval/load-articles.ts'

const root = join(import.meta.dirname, '..')

/** What is learnt at the start from the folders `dialogs` and `knowledge`. */
export interface Mind {
  understanding: Understanding
  knowledge: LiveIndex
}

const articles = join(root, 'knowledge')

const modelCache = join(root, 'node_modules', '.cache', 'daozhang', 'models')

type Place = Partial<Pick<Config, 'DATA_DIR'>>

/** Beside the code, or in the data folder where the code cannot be written. */
function foldersOf({ DATA_DIR }: Place): string[] {
  return [modelCache, ...(DATA_DIR === undefined ? [] : [join(DATA_DIR, 'models')])]
}

/** Learns it: the slow part of a start, unless an earlier one kept what it had learnt. */
export async function createMind(place: Place = {}, meaning?: MeaningOptions): Promise<Mind> {
  const cacheFolders = foldersOf(place)
  const library = await loadLibrary(articles)
  return {
    knowledge: liveIndex(knowledgeIndex(library, { cacheFolders, meaning })),
    understanding: createUnderstanding({
      examples: loadExamples(join(root, 'dialogs')),
      cacheFolders,
    }),
  }
}

export interface Articles {
  knowledge: LiveIndex
  place: Place
  meaning: MeaningOptions | undefined
  watcher: ArticleWatcher
}

/** Serves articles as they change, some seconds later. */
export function followArticles({ knowledge, place, meaning, watcher }: Articles) {
  const cacheFolders = foldersOf(place)
  return followChanges({
    folder: articles,
    cacheFolders,
    onTrouble: watcher.failed,
    onLearnt(news) {
      if ('refused' in news) return watcher.refused(news.refused)
      const { library, learnt } = news
      knowledge.exchange(knowledgeIndex(library, { cacheFolders, learnt, meaning }))
      watcher.read(library.articles.length)
    },
  })
}

/** Our reading with an encoder beside it: its first start takes minutes. */
export function createEncoderReader(
  { encoder, watcher }: { encoder: SentenceEncoder; watcher: EncodingWatcher },
  place: Place,
): Promise<IntentReader> {
  return encoderReader({
    encoder,
    watcher,
    examples: loadExamples(join(root, 'dialogs')),
    cacheFolders: foldersOf(place),
  })
}

/** Learns the wishes and the subjects of one language and keeps them for the next start. */
export async function learnLanguage(locale: Locale): Promise<void> {
  const cacheFolders = [modelCache]
  const examples = loadExamples(join(root, 'dialogs'))
  createUnderstanding({
    examples: { 'zh-CN': [], en: [], [locale]: examples[locale] },
    cacheFolders,
  })
  learnShelf(shelfContent(await loadLibrary(articles), locale), cacheFolders)
}
