import type { FeatureBlocks } from './text-features.ts'

/** One text as parallel lists of feature numbers and weights. */
export interface SparseVector {
  indices: Int32Array
  weights: Float64Array
}

interface Vectorizer {
  size: number
  vector: (blocks: FeatureBlocks) => SparseVector
}

interface Vocabulary {
  indexOf: Map<string, number>
  idf: number[]
}

/** A feature seen once is kept: with few examples rare words still decide. */
function vocabularyOf(documents: readonly string[][], firstIndex: number): Vocabulary {
  const seenIn = new Map<string, number>()
  for (const features of documents) {
    for (const feature of new Set(features)) seenIn.set(feature, (seenIn.get(feature) ?? 0) + 1)
  }
  const indexOf = new Map<string, number>()
  const idf: number[] = []
  for (const [feature, count] of seenIn) {
    indexOf.set(feature, firstIndex + idf.length)
    idf.push(Math.log((1 + documents.length) / (1 + count)) + 1)
  }
  return { indexOf, idf }
}

function weighBlock(features: readonly string[], vocabulary: Vocabulary, firstIndex: number) {
  const counts = new Map<number, number>()
  for (const feature of features) {
    const index = vocabulary.indexOf.get(feature)
    if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  let norm = 0
  const pairs: [number, number][] = []
  for (const [index, count] of counts) {
    const weight = (1 + Math.log(count)) * (vocabulary.idf[index - firstIndex] ?? 0)
    pairs.push([index, weight])
    norm += weight * weight
  }
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0
  return pairs.map(([index, weight]) => [index, weight * scale] as const)
}

/** TF-IDF with each block at unit length; the last index is a constant 1. */
export function fitVectorizer(documents: readonly FeatureBlocks[]): Vectorizer {
  const words = vocabularyOf(
    documents.map((document) => document.words),
    0,
  )
  const split = words.idf.length
  const characters = vocabularyOf(
    documents.map((document) => document.characters),
    split,
  )
  const size = split + characters.idf.length + 1
  return {
    size,
    vector(blocks) {
      const pairs = [
        ...weighBlock(blocks.words, words, 0),
        ...weighBlock(blocks.characters, characters, split),
        [size - 1, 1] as const,
      ]
      return {
        indices: Int32Array.from(pairs, ([index]) => index),
        weights: Float64Array.from(pairs, ([, weight]) => weight),
      }
    },
  }
}
