import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { withoutNumbers } from './domain/redaction/without-numbers.ts'
import type { SentenceEncoder } from './ports/sentence-encoder.ts'

/** The vector of a text; undefined when there is none in time. Never throws. */
export type SentenceMeaning = (text: string) => Promise<Float32Array | undefined>

/** After so many failures in a row the encoder is left alone for a while. */
const breakAfter = 3
const breakMs = 30_000

/** Asks an encoder about what customers write, without any number of it, while they wait. */
export function sentenceMeaning(encoder: SentenceEncoder, timeoutMs: number): SentenceMeaning {
  const guard = wrap(
    circuitBreaker(handleAll, {
      halfOpenAfter: breakMs,
      breaker: new ConsecutiveBreaker(breakAfter),
    }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  )
  return async (text) => {
    if (!/\p{L}/u.test(text)) return undefined
    try {
      const asked = [withoutNumbers(text)]
      const [meaning] = await guard.execute(({ signal }) => encoder.encode(asked, signal))
      return meaning
    } catch {
      // Whatever broke, there is an answer without it.
      return undefined
    }
  }
}
