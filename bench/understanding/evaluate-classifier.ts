import { serialize } from 'node:v8'
import { withoutNumbers } from '../../src/domain/redaction/without-numbers.ts'
import { classify, type LabelledText, trainClassifier } from '../../src/learning/text-classifier.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'
import { repairSpelling } from '../../src/nlu/repair-spelling.ts'
import type { SentenceEncoder } from '../../src/ports/sentence-encoder.ts'
import { type Answer, figuresOf, type Scope } from './figures.ts'
import type { Labelled } from './read-texts.ts'

export interface Sets {
  train: readonly Labelled[]
  test: readonly Labelled[]
  validation?: readonly Labelled[] | undefined
  outOfScope?: string | undefined
  /** Asked about every text, where it is given. */
  encoder?: SentenceEncoder | undefined
}

/** A message as the bot reads it, before its wishes are looked for. */
const asRead = (text: string) => repairSpelling(readingOf(text).low)

/** As an encoder may see it: what it is asked in the service has no digits either. */
const encoded = (texts: readonly Labelled[], encoder: SentenceEncoder) =>
  encoder.encode(texts.map(({ text }) => withoutNumbers(text)))

async function repaired(
  texts: readonly Labelled[],
  encoder: SentenceEncoder | undefined,
): Promise<LabelledText[]> {
  const meanings = encoder && (await encoded(texts, encoder))
  return texts.map(({ text, label }, i) => ({ text: asRead(text), label, meaning: meanings?.[i] }))
}

const fewTexts = 200

/** What asking the encoder about one text after the other takes. */
async function encodingMicroseconds(texts: readonly Labelled[], encoder: SentenceEncoder) {
  const some = texts.slice(0, fewTexts)
  const startedAt = performance.now()
  for (const each of some) await encoded([each], encoder)
  return ((performance.now() - startedAt) * 1000) / Math.max(1, some.length)
}

/** Trains the engine of the bot on one set and measures it on another. */
export async function evaluateClassifier({ train, test, validation, outOfScope, encoder }: Sets) {
  const startedAt = performance.now()
  const classifier = trainClassifier(await repaired(train, encoder), {
    outOfScope,
    validation: validation && (await repaired(validation, encoder)),
  })
  const trainSeconds = (performance.now() - startedAt) / 1000
  const asked = await repaired(test, encoder)
  const answers = asked.map(
    (each): Answer => ({
      label: each.label,
      ranked: classify(each, classifier),
    }),
  )
  const warmAt = performance.now()
  for (const [i, { text }] of test.entries()) {
    classify({ text: asRead(text), meaning: asked[i]?.meaning }, classifier)
  }
  const scoring = ((performance.now() - warmAt) * 1000) / Math.max(1, test.length)
  const each = scoring + (encoder ? await encodingMicroseconds(test, encoder) : 0)
  const scope: Scope = { outOfScope, threshold: classifier.threshold }
  const figures = {
    ...figuresOf(answers, scope),
    trainSeconds: Math.round(trainSeconds * 100) / 100,
    microsecondsPerSentence: Math.round(each),
    memoryBytes: serialize(classifier).byteLength,
    classes: classifier.labels.length,
    train: train.length,
    test: test.length,
  }
  return { figures, answers, scope }
}

export type Evaluated = Awaited<ReturnType<typeof evaluateClassifier>>
