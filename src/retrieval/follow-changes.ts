import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { LearntLibrary } from './learn-library-thread.ts'

export interface Following {
  /** The folder of the articles. */
  folder: string
  cacheFolders: readonly string[]
  /** Told of the library each time it has changed and was learnt, or why it could not be. */
  onLearnt(learnt: LearntLibrary): void
  /** The folder cannot be watched, or the thread that learns has broken: changes wait for a restart. */
  onTrouble(error: unknown): void
}

/** An editor writes a file in several steps, and a publication several files. */
const quietMs = 400

/** Reads and learns the articles anew when a file of theirs changes. Stops when told to. */
export function followChanges({ folder, cacheFolders, onLearnt, onTrouble }: Following) {
  let timer: NodeJS.Timeout | undefined
  let thread: Worker | undefined
  let watchers: FSWatcher[] = []

  function learn() {
    // What is being learnt is out of date already.
    thread?.removeAllListeners().terminate()
    thread = new Worker(join(import.meta.dirname, 'learn-library-thread.ts'), {
      workerData: { folder, cacheFolders },
    })
    thread.unref()
    thread.once('message', onLearnt)
    thread.once('error', onTrouble)
  }

  function onChange() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      follow()
      learn()
    }, quietMs).unref()
  }

  /** Folders come and go with their topics. */
  function follow() {
    for (const watcher of watchers) watcher.close()
    try {
      watchers = foldersIn(folder).map((each) => watch(each, onChange))
      for (const watcher of watchers) watcher.once('error', onTrouble).unref()
    } catch (error) {
      watchers = []
      onTrouble(error)
    }
  }

  follow()
  return {
    async stop() {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
      await thread?.removeAllListeners().terminate()
    },
  }
}

/** Itself and all below: a watch on a whole tree loses files that are replaced, as editors do. */
function foldersIn(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
  const folders = below.filter((entry) => entry.isDirectory())
  return [folder, ...folders.map(({ parentPath, name }) => join(parentPath, name))]
}
