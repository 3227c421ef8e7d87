import { serialize } from 'node:v8'
import { classify, trainClassifier } from '../../src/learning/text-classifier.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'
import { repairSpelling } from '../../src/nlu/repair-spelling.ts'
import { type Answer, figuresOf, type Scope } from './figures.ts'
import type { Labelled } from './read-texts.ts'

export interface Sets {
  train: readonly Labelled[]
  test: readonly Labelled[]
  validation?: readonly Labelled[] | undefined
  outOfScope?: string | undefined
}

/** A message as the bot reads it, before its wishes are looked for. */
const asRead = (text: string) => repairSpelling(readingOf(text).low)

const repaired = (texts: readonly Labelled[]) =>
  texts.map(({ text, label }) => ({ text: asRead(text), label }))

/** Trains the engine of the bot on one set and measures it on another. */
export function evaluateClassifier({ train, test, validation, outOfScope }: Sets) {
  const startedAt = performance.now()
  const classifier = trainClassifier(repaired(train), {
    outOfScope,
    validation: validation && repaired(validation),
  })
  const trainSeconds = (performance.now() - startedAt) / 1000
  const answer = ({ text, label }: Labelled): Answer => ({
    label,
    ranked: classify({ text: asRead(text) }, classifier),
  })
  const answers = test.map(answer)
  const warmAt = performance.now()
  for (const each of test) answer(each)
  const each = ((performance.now() - warmAt) * 1000) / Math.max(1, test.length)
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

export type Evaluated = ReturnType<typeof evaluateClassifier>
