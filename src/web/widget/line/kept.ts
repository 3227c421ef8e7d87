/** What a browser keeps of a chat over a reload, and shares among the tabs of an origin. */
export interface Kept {
  /** Undefined when nothing is kept, or what is kept cannot be read. */
  read(part: string): unknown
  /** Every part whose name begins so. */
  all(start: string): unknown[]
  /** Undefined forgets the part. */
  write(part: string, value: unknown): void
  /** Calls back when another tab has changed a part whose name begins so. */
  watch(start: string, changed: () => void): void
}

/** The browser's store can be read and written like any object. */
type Shelf = Record<string, string>

/** Keeps the parts of the chat of that name: in the browser, or in this tab's memory where it may not. */
export function keptFor(name: string, given: Shelf = ownShelf()): Kept {
  let shelf = given
  const keyOf = (part: string) => `daozhang.${name}.${part}`
  const readKey = (key: string) => {
    try {
      return JSON.parse(shelf[key] ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  }
  const isOf = (start: string) => (key: string) => key.startsWith(keyOf(start))
  return {
    read: (part) => readKey(keyOf(part)),
    all: (start) =>
      Object.keys(shelf)
        .filter(isOf(start))
        .flatMap((key) => readKey(key) ?? []),
    write(part, value) {
      try {
        if (value === undefined) delete shelf[keyOf(part)]
        else shelf[keyOf(part)] = JSON.stringify(value)
      } catch {
        // A full or closed store: the chat goes on in memory, and a reload begins anew.
        shelf = { ...shelf, [keyOf(part)]: JSON.stringify(value) }
      }
    },
    watch(start, changed) {
      addEventListener('storage', ({ key }) => key && isOf(start)(key) && changed())
    },
  }
}

function ownShelf(): Shelf {
  try {
    return localStorage
  } catch {
    return {}
  }
}
