import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { Locale } from '../domain/locale.ts'
import { isFailure } from '../errors.ts'
import { type LearntShelf, learnShelf, shelfContent } from './learn-shelf.ts'
import { type Library, loadLibrary } from './load-articles.ts'

/*
 * A thread of its own: learning takes ten seconds of nothing but sums, in which the service would
 * answer nobody.
 */

/** What the thread sends: everything an index is made of, or that the texts cannot be served. */
export type LearntLibrary =
  | { library: Library; learnt: Record<Locale, LearntShelf> }
  | { refused: string }

const task = z.object({ folder: z.string(), cacheFolders: z.array(z.string()) })

async function learn(): Promise<LearntLibrary> {
  const { folder, cacheFolders } = task.parse(workerData)
  try {
    const library = await loadLibrary(folder)
    const shelf = (locale: Locale) => learnShelf(shelfContent(library, locale), cacheFolders)
    return { library, learnt: { 'zh-CN': shelf('zh-CN'), en: shelf('en') } }
  } catch (error) {
    if (isFailure(error, 'knowledge_invalid') && error instanceof Error) {
      return { refused: error.message }
    }
    throw error
  }
}

parentPort?.postMessage(await learn())
