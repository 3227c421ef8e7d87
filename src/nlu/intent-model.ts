import type { Locale } from '../domain/locale.ts'
import type { IntentName } from '../ports/understanding.ts'
import type { Example } from './example-set.ts'
import { trainLinearSvm } from './linear-svm.ts'
import { readingOf } from './reading-form.ts'
import { repairSpelling } from './repair-spelling.ts'
import { textFeatures } from './text-features.ts'
import { fitVectorizer } from './tf-idf.ts'

export interface ScoredIntent {
  name: IntentName
  confidence: number
}

/** Guesses wishes of a repaired message, best first. */
export type IntentModel = (text: string) => ScoredIntent[]

/**
 * Turns scores into chances: fitted by cross-validation over the shipped examples
 * (`test/nlu/understanding.test.ts` checks that surer means right more often).
 */
const sharpness: Readonly<Record<Locale, number>> = { 'zh-CN': 4.6, en: 4.2 }
/** Below this best score nothing known was said. */
const floor = -0.7

function chances(scores: Float64Array, steepness: number): number[] {
  const best = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY)
  const raised = Array.from(scores, (score) => Math.exp(steepness * (score - best)))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum)
}

/** Trains on the examples of one language. Without examples the model knows nothing. */
export function trainIntentModel(examples: readonly Example[], locale: Locale): IntentModel {
  const names = [...new Set(examples.map((example) => example.intent))]
  const documents = examples.map((example) =>
    textFeatures(repairSpelling(readingOf(example.text).low), locale),
  )
  const vectorizer = fitVectorizer(documents)
  const score = trainLinearSvm({
    vectors: documents.map((document) => vectorizer.vector(document)),
    labels: examples.map((example) => names.indexOf(example.intent)),
    classes: names.length,
    size: vectorizer.size,
  })
  return (text) => {
    const vector = vectorizer.vector(textFeatures(text, locale))
    // Only the constant: not one word of the message was ever seen.
    if (vector.indices.length <= 1) return []
    const scores = score(vector)
    const confidence = chances(scores, sharpness[locale])
    const ranked = names
      .map((name, i) => ({ name, confidence: confidence[i] ?? 0 }))
      .toSorted((a, b) => b.confidence - a.confidence)
    const best = scores.reduce((max, value) => Math.max(max, value), Number.NEGATIVE_INFINITY)
    if (best < floor) return [{ name: 'out_of_scope', confidence: 0.5 }, ...ranked.slice(0, 2)]
    return ranked
  }
}
