import type { Locale } from '../domain/locale.ts'

/** Turns sentences into vectors: the nearer two of them, the nearer in meaning. */
export interface SentenceEncoder {
  /** Tells it from others: what was learnt from one is of no use to another. */
  name: string
  languages: readonly Locale[]
  /** A vector for each text, all of one length. Throws when it is broken; `signal`: nobody waits now. */
  encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
  close(): Promise<void>
}

/** Told how far the encoding of many sentences of one language is. */
export interface EncodingWatcher {
  encoded(locale: Locale, done: number, all: number): void
  /** It is tried again later. */
  failed(locale: Locale, error: unknown): void
}
