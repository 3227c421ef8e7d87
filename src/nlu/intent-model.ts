import type { Locale } from '../domain/locale.ts'
import { type IntentName, intentNames } from '../ports/understanding.ts'
import type { Example } from './example-set.ts'
import { findEntities } from './find-entities.ts'
import { cached } from './model-cache.ts'
import { readingOf } from './reading-form.ts'
import { classify, trainClassifier } from './text-classifier.ts'
import { textFeatures } from './text-features.ts'
import type { Vocabulary } from './tf-idf.ts'
import { withoutDetails } from './without-details.ts'

export interface ScoredIntent {
  name: IntentName
  confidence: number
}

/** Guesses wishes of a repaired message, best first. */
export type IntentModel = (text: string) => ScoredIntent[]

interface Training {
  locale: Locale
  /** Where a trained model is kept for the next start. */
  cacheFolders: readonly string[]
}

const outOfScope: IntentName = 'out_of_scope'
/** Bare numbers carry no wish, whatever the examples suggest: what they name is found elsewhere. */
const bareNumber = /^[^\p{L}?？]*\d[^\p{L}?？]*$/u
const isIntent = (label: string): label is IntentName =>
  (intentNames as readonly string[]).includes(label)

/** Three words or more, and not two of them ever stood beside each other: what is known is chance. */
function isStrange(text: string, { words }: Vocabulary): boolean {
  const pairs = textFeatures(text).words.filter((each) => /^[^^ ]+ [^$ ]+$/.test(each))
  return pairs.length >= 2 && !pairs.some((pair) => words.indexOf.has(pair))
}

/** Any day will do: only that a day is named counts. */
const someDay = new Date('2026-11-25T02:00:00Z')

function modelText(text: string, locale: Locale): string {
  const reading = readingOf(text)
  const entities = findEntities(reading, { now: someDay, timeZone: 'Asia/Shanghai', locale })
  return withoutDetails(reading.low, entities)
}

/** Trains on the examples of one language. Without examples the model knows nothing. */
export function trainIntentModel(
  examples: readonly Example[],
  { locale, cacheFolders }: Training,
): IntentModel {
  if (examples.length === 0) return () => []
  const place = {
    folders: cacheFolders,
    name: `intents-${locale}`,
    madeFrom: [JSON.stringify(examples)],
  }
  const classifier = cached(place, () => {
    const read = examples.map(({ text, intent }) => ({
      text: modelText(text, locale),
      label: intent,
    }))
    return trainClassifier(read, { outOfScope })
  })
  return (text) => {
    if (bareNumber.test(text) || isStrange(text, classifier.vocabulary)) return []
    const ranked = classify(text, classifier).flatMap(({ label, confidence }) =>
      isIntent(label) ? [{ name: label, confidence }] : [],
    )
    const known = ranked.find(({ name }) => name !== outOfScope)
    if (!known || known.confidence >= classifier.threshold) return ranked
    // Not sure enough of anything known: what is likely comes after.
    const chance = ranked.find(({ name }) => name === outOfScope)?.confidence ?? 0
    return [
      { name: outOfScope, confidence: Math.max(0.5, chance) },
      ...ranked.filter(({ name }) => name !== outOfScope),
    ]
  }
}
