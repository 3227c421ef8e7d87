import { failureKind } from '../errors.ts'
import type { EncodingWatcher } from '../ports/sentence-encoder.ts'
import type { Log } from './log.ts'

/** So many sentences between two lines. */
const stretch = 1_000

/** Logs how far an encoder is with the many sentences that it is given at a start. */
export function tellEncoding(log: Log, kind: 'articles' | 'wishes'): EncodingWatcher {
  const told = new Map<string, number>()
  return {
    encoded(locale, done, all) {
      const stretches = Math.floor(done / stretch)
      if (done < all && stretches <= (told.get(locale) ?? 0)) return
      told.set(locale, stretches)
      const state = done < all ? 'under_way' : 'done'
      log.info('sentences_encoded', { kind: `${kind}.${locale}`, state, count: done, total: all })
    },
    failed(locale, error) {
      log.warn('sentences_not_encoded', { kind: `${kind}.${locale}`, ...failureKind(error) })
    },
  }
}
