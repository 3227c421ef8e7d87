import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { withoutNumbers } from '../domain/redaction/without-numbers.ts'
import type { SentenceEncoder } from '../ports/sentence-encoder.ts'

/** The vector of a query; undefined when there is none in time. Never throws. */
export type QueryMeaning = (query: string) => Promise<Float32Array | undefined>

/** A customer waits for it, and the other legs have answered long before. */
const patienceMs = 400
/** After so many failures in a row the encoder is left alone for a while. */
const breakAfter = 3
const breakMs = 30_000

/** Asks an encoder about queries, without any number of them. */
export function queryMeaning(encoder: SentenceEncoder, timeoutMs = patienceMs): QueryMeaning {
  const guard = wrap(
    circuitBreaker(handleAll, {
      halfOpenAfter: breakMs,
      breaker: new ConsecutiveBreaker(breakAfter),
    }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  )
  return async (query) => {
    if (!/\p{L}/u.test(query)) return undefined
    try {
      const asked = [withoutNumbers(query)]
      const [meaning] = await guard.execute(({ signal }) => encoder.encode(asked, signal))
      return meaning
    } catch {
      // Whatever broke, the other legs answer.
      return undefined
    }
  }
}
