import type { Engine } from './engine.ts'
import { announce, withdraw } from './processes.ts'

/**
 * How long a process that says nothing keeps what it owns, and how often it speaks: short enough
 * that a customer hardly waits after a crash, long enough to outlast a pause of the process. One
 * that was only paused finds its commits refused.
 */
const LIFE_MS = 6_000
const BEAT_MS = 1_500

/**
 * Tells the other processes on the database that this one lives. Answers how to stop: everything it
 * owns is then free at once.
 */
export async function live(engine: Engine): Promise<() => Promise<void>> {
  const speak = () => engine.claim((db) => announce(db, engine.owner, LIFE_MS))
  await speak()
  // A beat that fails is made up for by the next one, or the others take over.
  const beat = setInterval(() => void speak().catch(() => undefined), BEAT_MS)
  beat.unref()
  return async () => {
    clearInterval(beat)
    await engine.claim((db) => withdraw(db, engine.owner)).catch(() => undefined)
  }
}
