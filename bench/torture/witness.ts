import { createWriteStream } from 'node:fs'

/** An acknowledgement, as it reached the customer. */
export interface Acknowledgement {
  conversationId: string
  /** The message's own number. */
  key: string
  /** The id the service gave it. */
  id: string
  /** `performance.now()`. */
  at: number
}

/** Writes down what was acknowledged, in a file outside the service's store. */
export function openWitness(path: string) {
  const file = createWriteStream(path, { flags: 'a' })
  let count = 0
  return {
    write(acknowledgement: Acknowledgement): void {
      count += 1
      file.write(`${JSON.stringify(acknowledgement)}\n`)
    },
    count: () => count,
    close: () => new Promise<void>((resolve) => file.end(resolve)),
  }
}

export type Witness = ReturnType<typeof openWitness>
