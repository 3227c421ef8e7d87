import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { ExponentialBackoff, handleAll, retry } from 'cockatiel'
import type { Locale } from '../domain/locale.ts'
import { withoutNumbers } from '../domain/redaction/without-numbers.ts'
import { Failure } from '../errors.ts'
import { cachedLater } from '../learning/model-cache.ts'
import type { EncodingWatcher, SentenceEncoder } from '../ports/sentence-encoder.ts'
import { buildMeaningIndex, type MeaningIndex } from './meaning-index.ts'
import type { Subject } from './subject-classifier.ts'

/** How the leg of meaning is learnt and asked. */
export interface MeaningOptions {
  encoder: SentenceEncoder
  /** Questions are encoded from then on: it is work for a process that serves already. */
  begun: Promise<void>
  /** What is not encoded by then will be after the next start. */
  ended: AbortSignal
  watcher: EncodingWatcher
  /** How long a customer waits for the vector of a query. */
  timeoutMs?: number | undefined
  /** How long to wait after the first failure to learn. */
  againAfterMs?: number | undefined
}

interface Learning extends MeaningOptions {
  locale: Locale
  cacheFolders: readonly string[]
}

/** A leg that is there as soon as it has been learnt. */
export interface LaterMeanings {
  index(): MeaningIndex | undefined
}

/** Learns in the background; as long as the encoder is broken, again and again, ever more rarely. */
export function learnMeanings(subjects: readonly Subject[], learning: Learning): LaterMeanings {
  const { locale, begun, ended, watcher, againAfterMs = 5_000 } = learning
  let index: MeaningIndex | undefined
  const again = retry(handleAll, {
    maxAttempts: Number.POSITIVE_INFINITY,
    backoff: new ExponentialBackoff({ initialDelay: againAfterMs, maxDelay: 600_000 }),
  }).dangerouslyUnref()
  again.onFailure(({ reason }) => {
    if (!ended.aborted && 'error' in reason) watcher.failed(locale, reason.error)
  })
  const all = subjects.reduce((sum, { questions }) => sum + questions.length, 0)
  const learn = async () => {
    await begun
    index = buildMeaningIndex(await again.execute(() => encodeAll(subjects, learning, all), ended))
    watcher.encoded(locale, all, all)
  }
  learn().catch(() => undefined)
  return { index: () => index }
}

async function encodeAll(subjects: readonly Subject[], learning: Learning, all: number) {
  const encoded: Float32Array[][] = []
  let done = 0
  for (const subject of subjects) {
    learning.watcher.encoded(learning.locale, done, all)
    encoded.push(await encodeOne(subject, learning))
    done += subject.questions.length
    // What was kept is read at one go: turns come in between.
    await setImmediate()
  }
  if (new Set(encoded.flat().map(({ length }) => length)).size > 1) {
    throw new Failure('provider_reply_unreadable', 'encoder: vectors of different lengths')
  }
  return encoded
}

/** Kept by subject: of a text that changes only its own questions are encoded again. */
function encodeOne({ id, questions }: Subject, learning: Learning): Promise<Float32Array[]> {
  const { encoder, locale, cacheFolders, ended } = learning
  const name = createHash('sha256').update(id).digest('hex').slice(0, 16)
  const place = {
    folders: cacheFolders,
    name: `meaning-${locale}-${name}`,
    madeFrom: [encoder.name, JSON.stringify(questions)],
  }
  return cachedLater(place, () => encoder.encode(questions.map(withoutNumbers), ended))
}
