import type { CallProblem } from '../api/calls.ts'

/** What is known of one address of the API. A value stays while it is fetched anew. */
export interface Known<Value> {
  value?: Value | undefined
  problem?: CallProblem | undefined
}

/** What the console has read, kept while somebody looks at it, and read again when it may be old. */
export interface Resources {
  /** Begins to read if nothing is known yet; tells the listener of each change. */
  follow(path: string, listener: () => void): () => void
  known<Value>(path: string): Known<Value>
  /** Reads again what is looked at and begins so. */
  refresh(...prefixes: readonly string[]): Promise<void>
  /** What a call has just answered about an address. */
  put(path: string, value: unknown): void
  /** Forgets everything: another one signs in. */
  clear(): void
}

interface Entry {
  known: Known<unknown>
  listeners: Set<() => void>
  /** Told only by the newest reading: an older answer may come later. */
  reading: number
}

const nothing: Known<never> = {}

export function createResources(get: (path: string) => Promise<unknown>): Resources {
  const entries = new Map<string, Entry>()

  function entryOf(path: string): Entry {
    const entry = entries.get(path) ?? { known: nothing, listeners: new Set(), reading: 0 }
    entries.set(path, entry)
    return entry
  }

  function tell(entry: Entry, known: Known<unknown>): void {
    entry.known = known
    for (const listener of entry.listeners) listener()
  }

  async function read(path: string): Promise<void> {
    const entry = entryOf(path)
    entry.reading += 1
    const { reading } = entry
    const known = await get(path).then(
      (value) => ({ value }),
      (problem: CallProblem) => ({ ...entry.known, problem }),
    )
    if (entry.reading === reading) tell(entry, known)
  }

  return {
    follow(path, listener) {
      const entry = entryOf(path)
      entry.listeners.add(listener)
      if (entry.listeners.size === 1) void read(path)
      return () => {
        entry.listeners.delete(listener)
      }
    },
    known: <Value>(path: string) => (entries.get(path)?.known ?? nothing) as Known<Value>,
    async refresh(...prefixes) {
      const wanted = [...entries].filter(
        ([path, { listeners }]) =>
          listeners.size > 0 && prefixes.some((prefix) => path.startsWith(prefix)),
      )
      await Promise.all(wanted.map(([path]) => read(path)))
    },
    put(path, value) {
      const entry = entryOf(path)
      entry.reading += 1
      tell(entry, { value })
    },
    clear: () => entries.clear(),
  }
}
