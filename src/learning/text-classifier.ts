import { type Blend, chances, fitBlend, type Scores } from './blend-scores.ts'
import { trainLinearSvm } from './linear-svm.ts'
import { type MeaningBlock, scoresOfMeaning, trainMeaning } from './meaning-block.ts'
import { chooseThreshold, type Judged } from './scope-threshold.ts'
import { joinScorer, type Scorer, scoresOf } from './scorer.ts'
import { trainNetwork } from './sparse-network.ts'
import { type FeatureBlocks, type SignedText, textFeatures } from './text-features.ts'
import { fitVocabulary, sizeOf, type Vocabulary, vectorOf } from './tf-idf.ts'

/** A text with the class it belongs to. */
export interface LabelledText extends SignedText {
  label: string
}

export interface RankedLabel {
  label: string
  confidence: number
}

/** Plain data: it can be written down and read back. */
export interface TrainedClassifier {
  labels: string[]
  vocabulary: Vocabulary
  scorer: Scorer
  /** Only when the examples came with what an encoder made of them. */
  meaning?: MeaningBlock | undefined
  blend: Blend
  /** Below this chance of the best class in scope a text is out of scope. */
  threshold: number
}

interface TrainingOptions {
  /** The class of what belongs to none of the others. */
  outOfScope?: string | undefined
  /** Texts to calibrate on; without them a fifth of the examples is kept back for it first. */
  validation?: readonly LabelledText[] | undefined
}

const hiddenUnits = 128
/** Where there is much to learn from, more networks with other chances pay for their time. */
const seeds = [7, 11, 13] as const
const manyExamples = 9_000

const keptBack = 5

type Parts = Omit<TrainedClassifier, 'blend' | 'threshold'>

function trainParts(examples: readonly LabelledText[], mostNetworks: number): Parts {
  const labels = [...new Set(examples.map(({ label }) => label))]
  const documents = examples.map(textFeatures)
  const vocabulary = fitVocabulary(documents)
  const numbers = new Map(labels.map((label, i) => [label, i]))
  const known = examples.flatMap(({ label }, i) => {
    const document = documents[i]
    const vector = document && vectorOf(document, vocabulary)
    return vector ? [{ vector, own: numbers.get(label) ?? 0 }] : []
  })
  const chosen = seedsFor(known.length, mostNetworks)
  const set = {
    vectors: known.map(({ vector }) => vector),
    labels: known.map(({ own }) => own),
    classes: labels.length,
    size: sizeOf(vocabulary),
  }
  const networks = chosen.map((seed) => trainNetwork(set, hiddenUnits, seed))
  return {
    labels,
    vocabulary,
    scorer: joinScorer(trainLinearSvm(set), networks),
    meaning: meaningOf(examples, labels, chosen),
  }
}

function seedsFor(count: number, most: number): readonly number[] {
  return seeds.slice(0, count >= manyExamples ? most : 1)
}

/** Learns from what an encoder made of the examples; undefined unless it was asked about all of them. */
function meaningOf(
  examples: readonly LabelledText[],
  labels: readonly string[],
  chosen: readonly number[],
): MeaningBlock | undefined {
  const known = examples.flatMap(({ meaning, label }) => (meaning ? [{ meaning, label }] : []))
  if (known.length === 0 || known.length < examples.length) return undefined
  return trainMeaning({
    meanings: known.map(({ meaning }) => meaning),
    labels: known.map(({ label }) => labels.indexOf(label)),
    classes: labels.length,
    seeds: chosen,
  })
}

/** Every fifth example of each class. */
function isKeptBack(examples: readonly LabelledText[]): boolean[] {
  const seen = new Map<string, number>()
  return examples.map(({ label }) => {
    const count = (seen.get(label) ?? 0) + 1
    seen.set(label, count)
    return count % keptBack === 0
  })
}

function calibrate(
  parts: Parts,
  texts: readonly LabelledText[],
  outOfScope: string | undefined,
): Pick<TrainedClassifier, 'blend' | 'threshold'> {
  const scored = texts.flatMap((each) => {
    const scores = scoresFor(textFeatures(each), parts)
    const own = parts.labels.indexOf(each.label)
    return scores && own >= 0 ? [{ scores, own }] : []
  })
  const classifier = { ...parts, blend: fitBlend(scored), threshold: 0 }
  const judged = texts.map((each) => judge(classify(each, classifier), each.label, outOfScope))
  return { blend: classifier.blend, threshold: outOfScope ? chooseThreshold(judged) : 0 }
}

/** How an answer stands against the truth. */
export function judge(
  answer: readonly RankedLabel[],
  label: string,
  outOfScope: string | undefined,
): Judged {
  const [best] = answer
  const isIn = best !== undefined && best.label !== outOfScope
  return {
    inScope: label !== outOfScope,
    right: best?.label === label,
    sure: isIn ? best.confidence : 0,
  }
}

/**
 * A linear classifier and a small network on the same features, blended and calibrated on texts they
 * were not trained on. The same examples always give the same classifier.
 */
export function trainClassifier(
  examples: readonly LabelledText[],
  { outOfScope, validation }: TrainingOptions = {},
): TrainedClassifier {
  const parts = trainParts(examples, seeds.length)
  if (validation) return { ...parts, ...calibrate(parts, validation, outOfScope) }
  const back = isKeptBack(examples)
  // How much a network counts is told by one as well as by their mean, and sooner.
  const rest = trainParts(
    examples.filter((_, i) => !back[i]),
    1,
  )
  return {
    ...parts,
    ...calibrate(
      rest,
      examples.filter((_, i) => back[i]),
      outOfScope,
    ),
  }
}

/** What each classifier says of a text; undefined when nothing of it was ever seen. */
function scoresFor(features: FeatureBlocks, parts: Parts): Scores | undefined {
  const vector = vectorOf(features, parts.vocabulary)
  if (!vector) return undefined
  const scores = scoresOf(vector, parts.scorer)
  if (!features.meaning || !parts.meaning) return scores
  return [...scores, scoresOfMeaning(features.meaning, parts.meaning)]
}

/** The classes of a repaired text, likeliest first; empty when nothing of it was ever seen. */
export function classify(text: SignedText, classifier: TrainedClassifier): RankedLabel[] {
  return classifyFeatures(textFeatures(text), classifier)
}

/** The same for a text whose features are at hand. */
export function classifyFeatures(
  features: FeatureBlocks,
  classifier: TrainedClassifier,
): RankedLabel[] {
  const scores = scoresFor(features, classifier)
  if (!scores) return []
  const chance = chances(scores, classifier.blend)
  return classifier.labels
    .map((label, i) => ({ label, confidence: chance[i] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence)
}
