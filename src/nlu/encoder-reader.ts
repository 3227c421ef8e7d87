import type { Locale } from '../domain/locale.ts'
import { withoutNumbers } from '../domain/redaction/without-numbers.ts'
import { cachedLater } from '../learning/model-cache.ts'
import { type TrainedClassifier, trainClassifier } from '../learning/text-classifier.ts'
import { type IntentReader, isUnsure, nameable } from '../ports/intent-reader.ts'
import type { EncodingWatcher, SentenceEncoder } from '../ports/sentence-encoder.ts'
import { isCircumstance, type Understood } from '../ports/understanding.ts'
import { sentenceMeaning } from '../sentence-meaning.ts'
import type { ExampleSet } from './example-set.ts'
import { findIntents } from './find-intents.ts'
import { asSeen, modelOf, outOfScope } from './intent-model.ts'
import { readingOf } from './reading-form.ts'
import { recipe } from './recipe.ts'
import { seenByModel } from './seen-by-model.ts'

export interface EncoderReaderOptions {
  encoder: SentenceEncoder
  examples: ExampleSet
  watcher?: EncodingWatcher | undefined
  /** Where trained models are kept for the next start; none: they are trained each time. */
  cacheFolders?: readonly string[] | undefined
  timeoutMs?: number | undefined
}

/** What our own classifier learns from, and beside it what the encoder makes of each example. */
function learn(options: EncoderReaderOptions, locale: Locale): Promise<TrainedClassifier> {
  const { encoder, cacheFolders = [] } = options
  const examples = options.examples[locale]
  const place = {
    folders: cacheFolders,
    name: `encoded-${locale}`,
    code: recipe,
    madeFrom: [encoder.name, JSON.stringify(examples)],
  }
  return cachedLater(place, async () => {
    const meanings = await encodeAll(options, locale)
    const read = examples.map(({ text, intent }, i) => ({
      ...asSeen(text, locale),
      label: intent,
      meaning: meanings[i],
    }))
    return trainClassifier(read, { outOfScope })
  })
}

/** So many examples at a time: it takes minutes, and somebody may be watching. */
const stretch = 256

async function encodeAll(
  { encoder, examples, watcher }: EncoderReaderOptions,
  locale: Locale,
): Promise<Float32Array[]> {
  const texts = examples[locale].map(({ text }) => withoutNumbers(text))
  const meanings: Float32Array[] = []
  for (let at = 0; at < texts.length; at += stretch) {
    meanings.push(...(await encoder.encode(texts.slice(at, at + stretch))))
    watcher?.encoded(locale, meanings.length, texts.length)
  }
  return meanings
}

/** A consent, an end or a detail is never likelier for what an encoder makes of it. */
function bounded(again: Understood['intents'], first: Understood['intents']) {
  const before = new Map(first.map(({ name, confidence }) => [name, confidence]))
  return again
    .map(({ name, confidence }) =>
      nameable.includes(name)
        ? { name, confidence }
        : { name, confidence: Math.min(confidence, before.get(name) ?? 0) },
    )
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence)
}

/**
 * Our own reading once more with a sentence encoder beside it, and only when the first one is not sure.
 * The encoder sees no number; when it is late or broken, the first reading stands. Learns at the first
 * start with it, which takes minutes.
 */
export async function encoderReader(options: EncoderReaderOptions): Promise<IntentReader> {
  const { encoder, timeoutMs = 1_000 } = options
  const models = new Map<Locale, TrainedClassifier>()
  for (const locale of encoder.languages) models.set(locale, await learn(options, locale))
  const meaningOf = sentenceMeaning(encoder, timeoutMs)

  function readAgain(text: string, first: Understood, meaning: Float32Array) {
    const classifier = models.get(first.language)
    if (!classifier) return first.intents
    const { language: locale, entities } = first
    const seen = seenByModel(readingOf(text), { entities, locale })
    const model = modelOf(classifier)
    const named = entities.filter((each) => !isCircumstance(each))
    const again = findIntents(seen, named, (asked) => model({ ...asked, meaning }))
    return bounded(again, first.intents)
  }

  return {
    async readIntents(text, first) {
      if (!models.has(first.language) || !isUnsure(first)) return first.intents
      const meaning = await meaningOf(text)
      try {
        return meaning ? readAgain(text, first, meaning) : first.intents
      } catch {
        // A vector that does not fit: the first reading stands.
        return first.intents
      }
    },
  }
}
