import { join } from 'node:path'
import type { Config } from './config.ts'
import { energeticEncoder } from './connectors/encoder/energetic-encoder.ts'
import { openAiEncoder } from './connectors/encoder/openai-encoder.ts'
import { type ChatModel, chatModel } from './connectors/llm/chat-model.ts'
import { llmReader } from './connectors/llm/llm-reader.ts'
import { llmWriter } from './connectors/llm/llm-writer.ts'
import type { Locale } from './domain/locale.ts'
import { createUnderstanding } from './nlu/create-understanding.ts'
import { encoderReader } from './nlu/encoder-reader.ts'
import { loadExamples } from './nlu/example-set.ts'
import type { Log } from './observability/log.ts'
import { tellArticles } from './observability/tell-articles.ts'
import { tellEncoding } from './observability/tell-encoding.ts'
import type { AnswerWriter } from './ports/answer-writer.ts'
import type { ArticleWatcher } from './ports/article-upkeep.ts'
import type { IntentReader } from './ports/intent-reader.ts'
import type { EncodingWatcher, SentenceEncoder } from './ports/sentence-encoder.ts'
import type { Understanding } from './ports/understanding.ts'
import { followChanges } from './retrieval/follow-changes.ts'
import { groundedWriter } from './retrieval/grounding/grounded-writer.ts'
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

/** The options of the leg of meaning for each reading of the articles; the one before stops learning. */
function meaningOfEach(meaning: MeaningOptions | undefined): () => MeaningOptions | undefined {
  let reading = new AbortController()
  return () => {
    reading.abort()
    reading = new AbortController()
    return meaning && { ...meaning, ended: AbortSignal.any([meaning.ended, reading.signal]) }
  }
}

interface Articles {
  knowledge: LiveIndex
  place: Place
  nextMeaning: () => MeaningOptions | undefined
  watcher: ArticleWatcher
}

/** Serves articles as they change, some seconds later. */
function followArticles({ knowledge, place, nextMeaning, watcher }: Articles) {
  const cacheFolders = foldersOf(place)
  return followChanges({
    folder: articles,
    cacheFolders,
    onTrouble: watcher.failed,
    onLearnt(news) {
      if ('refused' in news) return watcher.refused(news.refused)
      const { library, learnt } = news
      const meaning = nextMeaning()
      knowledge.exchange(knowledgeIndex(library, { cacheFolders, learnt, meaning }))
      watcher.read(library.articles.length)
    },
  })
}

/** Our reading with an encoder beside it: its first start takes minutes. */
function createEncoderReader(
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

/** What a caller brings instead of having it made. */
export interface GivenReading {
  mind?: Mind | undefined
  secondReader?: IntentReader | undefined
}

/** What messages are read with, and what articles are found and put in words with. */
export interface Reading extends Mind {
  secondReader: IntentReader | undefined
  answerWriter: AnswerWriter | undefined
  /** This process serves: what is not needed for that may be learnt now. */
  begin(): void
  close(): Promise<void>
}

export async function createReading(
  config: Config,
  log: Log,
  given: GivenReading,
): Promise<Reading> {
  const { own, search, close } = await createEncoders(config)
  const model = createChatModel(config)
  const begun = Promise.withResolvers<void>()
  const ended = new AbortController()
  const nextMeaning = meaningOfEach(
    search && {
      encoder: search,
      begun: begun.promise,
      ended: ended.signal,
      watcher: tellEncoding(log, 'articles'),
    },
  )
  const mind = given.mind ?? (await createMind(config, nextMeaning()))
  const { knowledge } = mind
  let following: ReturnType<typeof followArticles> | undefined
  return {
    ...mind,
    secondReader: await createSecondReader(config, { ...given, encoder: own, model, log }),
    answerWriter:
      model && config.LLM_ANSWERS === 'on' ? groundedWriter(llmWriter(model)) : undefined,
    begin() {
      begun.resolve()
      const parts = { knowledge, place: config, nextMeaning, watcher: tellArticles(log) }
      following = given.mind ? undefined : followArticles(parts)
    },
    async close() {
      ended.abort()
      await following?.stop()
      await close()
    },
  }
}

interface Encoders {
  /** In this process: reads unclear messages once more. */
  own: SentenceEncoder | undefined
  /** Lends search a leg of meaning. */
  search: SentenceEncoder | undefined
  close(): Promise<void>
}

/** The encoders of the settings; the one in this process helps search where no service does. */
async function createEncoders(config: Config): Promise<Encoders> {
  const own = config.ENCODER ? await energeticEncoder() : undefined
  const search = createEmbeddings(config) ?? own
  const close = async () => {
    await Promise.all([own?.close(), search?.close()])
  }
  return { own, search, close }
}

function createEmbeddings(config: Config): SentenceEncoder | undefined {
  const { EMBEDDINGS_URL: baseUrl, EMBEDDINGS_MODEL: model, EMBEDDINGS_API_KEY: apiKey } = config
  if (baseUrl === undefined || model === undefined) return undefined
  return openAiEncoder({ baseUrl, model, apiKey })
}

interface ReaderNeeds extends GivenReading {
  encoder: SentenceEncoder | undefined
  model: ChatModel | undefined
  log: Log
}

/** Who is asked about unclear messages: the encoder first, and a language model about what is left. */
async function createSecondReader(
  config: Config,
  { secondReader, encoder, model, log }: ReaderNeeds,
): Promise<IntentReader | undefined> {
  const watcher = tellEncoding(log, 'wishes')
  const encoded = encoder && (await createEncoderReader({ encoder, watcher }, config))
  const readers = [secondReader, encoded, model && llmReader(model)].flatMap((each) => each ?? [])
  return readers.length === 0 ? undefined : inTurn(readers)
}

function createChatModel({ LLM_URL, LLM_MODEL, LLM_API_KEY }: Config): ChatModel | undefined {
  if (LLM_URL === undefined || LLM_MODEL === undefined) return undefined
  return chatModel({ baseUrl: LLM_URL, model: LLM_MODEL, apiKey: LLM_API_KEY })
}

/** Each goes by what the one before made of it. */
function inTurn(readers: readonly IntentReader[]): IntentReader {
  return {
    async readIntents(text, first) {
      let { intents } = first
      for (const reader of readers) intents = await reader.readIntents(text, { ...first, intents })
      return intents
    },
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
  learnShelf(shelfContent(await loadLibrary(articles), locale), cacheFolders)
}
