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
  /** Number of the first feature. */
  first: number
  indexOf: Map<string, number>
  idf: number[]
}

/** A feature seen once is kept: with few examples rare words still decide. */
function vocabularyOf(documents: readonly string[][], first: number): Vocabulary {
  const seenIn = new Map<string, number>()
  for (const features of documents) {
    for (const feature of new Set(features)) seenIn.set(feature, (seenIn.get(feature) ?? 0) + 1)
  }
  const indexOf = new Map<string, number>()
  const idf: number[] = []
  for (const [feature, count] of seenIn) {
    indexOf.set(feature, first + idf.length)
    idf.push(Math.log((1 + documents.length) / (1 + count)) + 1)
  }
  return { first, indexOf, idf }
}

/** How often each known feature occurs. */
function countsOf(features: readonly string[], { indexOf }: Vocabulary): Map<number, number> {
  const counts = new Map<number, number>()
  for (const feature of features) {
    const index = indexOf.get(feature)
    if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  return counts
}

/** Writes a block of unit length into the vector, from place `start` on. */
function putBlock(
  { indices, weights }: SparseVector,
  start: number,
  { counts, vocabulary }: { counts: Map<number, number>; vocabulary: Vocabulary },
): void {
  let at = start
  let norm = 0
  for (const [index, count] of counts) {
    const weight = (1 + Math.log(count)) * (vocabulary.idf[index - vocabulary.first] ?? 0)
    indices[at] = index
    weights[at] = weight
    norm += weight * weight
    at += 1
  }
  const scale = 1 / Math.sqrt(norm)
  for (let i = start; i < at; i += 1) weights[i] = (weights[i] ?? 0) * scale
}

/** TF-IDF with each block at unit length; the last index is a constant 1. */
export function fitVectorizer(documents: readonly FeatureBlocks[]): Vectorizer {
  const listOf = (block: keyof FeatureBlocks) => documents.map((document) => document[block])
  const words = vocabularyOf(listOf('words'), 0)
  const characters = vocabularyOf(listOf('characters'), words.idf.length)
  const constant = characters.first + characters.idf.length
  return {
    size: constant + 1,
    vector(blocks) {
      const inWords = countsOf(blocks.words, words)
      const inCharacters = countsOf(blocks.characters, characters)
      const last = inWords.size + inCharacters.size
      const vector = { indices: new Int32Array(last + 1), weights: new Float64Array(last + 1) }
      putBlock(vector, 0, { counts: inWords, vocabulary: words })
      putBlock(vector, inWords.size, { counts: inCharacters, vocabulary: characters })
      vector.indices[last] = constant
      vector.weights[last] = 1
      return vector
    },
  }
}
