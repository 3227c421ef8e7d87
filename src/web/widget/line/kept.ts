/** What a browser keeps of a chat over a reload, and shares among the tabs of an origin. */
export interface Kept {
  /** Undefined when nothing is kept, or what is kept cannot be read. */
  read(part: string): unknown
  /** Undefined forgets the part. */
  write(part: string, value: unknown): void
  /** Calls back when another tab has changed a part. */
  watch(part: string, changed: () => void): void
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Keeps the parts of the chat of that name: in the browser, or in this tab's memory where it may not. */
export function keptFor(name: string, shelf: Shelf = ownShelf()): Kept {
  const keyOf = (part: string) => `daozhang.${name}.${part}`
  return {
    read(part) {
      try {
        return JSON.parse(shelf.getItem(keyOf(part)) ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
    write(part, value) {
      try {
        if (value === undefined) shelf.removeItem(keyOf(part))
        else shelf.setItem(keyOf(part), JSON.stringify(value))
      } catch {
        // A full or closed store: the chat goes on, and a reload begins anew.
      }
    },
    watch(part, changed) {
      addEventListener('storage', ({ key }) => key === keyOf(part) && changed())
    },
  }
}

function ownShelf(): Shelf {
  try {
    return localStorage
  } catch {
    const items = new Map<string, string>()
    return {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => items.set(key, value),
      removeItem: (key) => items.delete(key),
    }
  }
}
