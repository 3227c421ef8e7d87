import type { Locale } from '../domain/locale.ts'

/** Turns sentences into vectors: the nearer two of them, the nearer in meaning. */
export interface SentenceEncoder {
  /** Tells it from others: what was learnt from one is of no use to another. */
  name: string
  languages: readonly Locale[]
  /** A vector for each text, all of one length. Throws when it is broken. */
  encode(texts: readonly string[]): Promise<Float32Array[]>
  close(): Promise<void>
}
