import { Failure } from '../../errors.ts'
import { lockDataDirectory } from '../data-directory.ts'
import { embeddedFile } from '../one-instant.ts'
import { openEngine, type StoreOptions } from '../store.ts'
import { fill } from './fill.ts'
import { withSnapshot } from './snapshot.ts'
import type { Progress, Totals } from './source.ts'

/** Where from, where to, and the instant that the copy is marked with. */
export interface Move {
  from: StoreOptions
  to: StoreOptions
  takenAt: string
  progress?: Progress | undefined
}

/**
 * Copies everything into an empty store of either engine; changes nothing at the source. Refuses
 * while a service works on the source: what it took meanwhile would be missing.
 */
export async function move({ from, to, takenAt, progress }: Move): Promise<Totals> {
  const release = 'url' in from ? undefined : holdSource(from.dataDir)
  try {
    return await withSnapshot(from, takenAt, async (source) => {
      if (await source.isInUse()) {
        const message = 'A service works on the store that is to be moved: stop it first'
        throw new Failure('store_locked', message)
      }
      const engine = await openEngine(to)
      try {
        return await fill(engine, source, progress)
      } finally {
        await engine.close()
      }
    })
  } finally {
    release?.()
  }
}

function holdSource(dataDir: string): () => void {
  embeddedFile(dataDir)
  return lockDataDirectory(dataDir)
}
