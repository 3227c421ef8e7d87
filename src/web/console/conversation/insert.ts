/** A way for the panel to put words into the composer. */
export interface Insert {
  into(text: string): void
  listen(listener: (text: string) => void): () => void
}

/** One for each conversation that is open. */
export function createInsert(): Insert {
  let current: ((text: string) => void) | undefined
  return {
    into: (text) => current?.(text),
    listen(listener) {
      current = listener
      return () => {
        current = undefined
      }
    },
  }
}
