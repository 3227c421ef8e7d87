import type { Locale } from '../domain/locale.ts'
import { cached } from '../learning/model-cache.ts'
import {
  classifyFeatures,
  type TrainedClassifier,
  trainClassifier,
} from '../learning/text-classifier.ts'
import { type SignedText, textFeatures } from '../learning/text-features.ts'
import type { Vocabulary } from '../learning/tf-idf.ts'
import { type IntentName, intentNames } from '../ports/understanding.ts'
import type { Example } from './example-set.ts'
import { findEntities } from './find-entities.ts'
import { readingOf } from './reading-form.ts'
import { recipe } from './recipe.ts'
import { seenByModel } from './seen-by-model.ts'

export interface ScoredIntent {
  name: IntentName
  confidence: number
}

/** Guesses wishes of a repaired message, best first. */
export type IntentModel = (text: SignedText) => ScoredIntent[]

interface Training {
  locale: Locale
  /** Where a trained model is kept for the next start. */
  cacheFolders: readonly string[]
}

export const outOfScope: IntentName = 'out_of_scope'
/** Bare numbers carry no wish, whatever the examples suggest: what they name is found elsewhere. */
const bareNumber = /^[^\p{L}?？]*\d[^\p{L}?？]*$/u
const isIntent = (label: string): label is IntentName =>
  (intentNames as readonly string[]).includes(label)

/** What is less likely than this is not known at all. */
const leastKnown = 0.2

/** Three words or more, a third never met, and no two met side by side: what is known is chance. */
function isStrange(said: readonly string[], { words }: Vocabulary): boolean {
  const single = said.filter((each) => !each.includes(' '))
  if (single.length < 3 || said.some((each) => each.includes(' ') && words.indexOf.has(each))) {
    return false
  }
  return single.filter((each) => words.indexOf.has(each)).length < (single.length * 2) / 3
}

/** Any day will do: only that a day is named counts. */
const someDay = new Date('2026-11-25T02:00:00Z')

/** An example as it is learnt from. */
export function asSeen(text: string, locale: Locale): SignedText {
  const reading = readingOf(text)
  const entities = findEntities(reading, { now: someDay, timeZone: 'Asia/Shanghai', locale })
  return seenByModel(reading, { entities, locale }).text
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
    code: recipe,
    madeFrom: [JSON.stringify(examples)],
  }
  const classifier = cached(place, () => {
    const read = examples.map(({ text, intent }) => ({
      ...asSeen(text, locale),
      label: intent,
    }))
    return trainClassifier(read, { outOfScope })
  })
  return modelOf(classifier)
}

/** A trained classifier as the model that is asked. */
export function modelOf(classifier: TrainedClassifier): IntentModel {
  return (text) => {
    if (bareNumber.test(text.text)) return []
    const features = textFeatures(text)
    const said = features.words.slice(0, features.words.length - (text.signs?.length ?? 0))
    // Words never met may mean what an encoder knows.
    if (!text.meaning && isStrange(said, classifier.vocabulary)) return []
    const ranked = classifyFeatures(features, classifier).flatMap(({ label, confidence }) =>
      isIntent(label) ? [{ name: label, confidence }] : [],
    )
    const [best] = ranked
    if (!best) return []
    // Out of scope has its own examples; a threshold as high as a mere classifier needs turned away
    // four who were understood for every stranger it caught (dev sets).
    if (best.confidence >= leastKnown) return ranked
    return [
      { name: outOfScope, confidence: 0.5 },
      ...ranked.filter(({ name }) => name !== outOfScope),
    ]
  }
}
