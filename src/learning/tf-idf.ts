import type { SparseVector } from './sparse-vector.ts'
import { type FeatureBlocks, runsIn } from './text-features.ts'

/** What was learnt about one block of features: their numbers, and how telling each one is. */
interface Block {
  /** Number of the first feature. */
  first: number
  indexOf: Map<string, number>
  idf: Float32Array
}

/** Plain data: it can be written down and read back. */
export interface Vocabulary {
  words: Block
  characters: Block
}

function blockOf(documents: readonly string[][], first: number, seenAtLeast: number): Block {
  const seenIn = new Map<string, { count: number; last: number }>()
  for (const [at, features] of documents.entries()) {
    for (const feature of features) {
      const seen = seenIn.get(feature)
      if (!seen) seenIn.set(feature, { count: 1, last: at })
      else if (seen.last !== at) {
        seen.count += 1
        seen.last = at
      }
    }
  }
  const kept = [...seenIn]
    .map(([feature, { count }]) => [feature, count] as const)
    .filter(([, count]) => count >= seenAtLeast)
  return {
    first,
    indexOf: new Map(kept.map(([feature], i) => [feature, first + i])),
    idf: Float32Array.from(kept, ([, count]) => Math.log((1 + documents.length) / (1 + count)) + 1),
  }
}

/** Among so many texts a word or pair seen once is chance, and half of all there are. */
const manyDocuments = 8_000

/** With few examples rare words still decide: then a word seen once is kept. */
export function fitVocabulary(documents: readonly FeatureBlocks[]): Vocabulary {
  const seenAtLeast = documents.length > manyDocuments ? 2 : 1
  const words = blockOf(
    documents.map((document) => document.words),
    0,
    seenAtLeast,
  )
  const runs = documents.map(({ spelt }) => spelt.flatMap(runsIn))
  const characters = blockOf(runs, words.idf.length, 2)
  return { words, characters }
}

/** How many features there are; the last one is a constant. */
export function sizeOf({ characters }: Vocabulary): number {
  return characters.first + characters.idf.length + 1
}

/** The numbers of those features that are known. */
function numbersOf(features: readonly string[], { indexOf }: Block): number[] {
  return features.flatMap((feature) => indexOf.get(feature) ?? [])
}

/** The runs in words met lately, by number: the same few words make up most of what is said. */
const runsMet = new WeakMap<Block, Map<string, number[]>>()
const remembered = 4_000

function runNumbersOf(words: readonly string[], block: Block): number[] {
  const met = runsMet.get(block) ?? new Map<string, number[]>()
  if (met.size > remembered) met.clear()
  runsMet.set(block, met)
  const all: number[] = []
  for (const word of words) {
    const numbers = met.get(word) ?? numbersOf(runsIn(word), block)
    met.set(word, numbers)
    for (const number of numbers) all.push(number)
  }
  return all
}

/** How often each occurs. */
function countsOf(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}

/** Writes a block of unit length into the vector, from place `start` on. */
function putBlock(
  { indices, weights }: SparseVector,
  start: number,
  { counts, block }: { counts: Map<number, number>; block: Block },
): void {
  let at = start
  let norm = 0
  for (const [index, count] of counts) {
    const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (block.idf[index - block.first] ?? 0)
    indices[at] = index
    weights[at] = weight
    norm += weight * weight
    at += 1
  }
  const scale = 1 / Math.sqrt(norm)
  for (let i = start; i < at; i += 1) weights[i] = (weights[i] ?? 0) * scale
}

/**
 * TF-IDF with each block at unit length; the last feature is a constant 1. Undefined when nothing of
 * the text was ever seen.
 */
export function vectorOf(blocks: FeatureBlocks, vocabulary: Vocabulary): SparseVector | undefined {
  const { words, characters } = vocabulary
  const inWords = countsOf(numbersOf(blocks.words, words))
  const inCharacters = countsOf(runNumbersOf(blocks.spelt, characters))
  const last = inWords.size + inCharacters.size
  if (last === 0) return undefined
  const vector = { indices: new Int32Array(last + 1), weights: new Float32Array(last + 1) }
  putBlock(vector, 0, { counts: inWords, block: words })
  putBlock(vector, inWords.size, { counts: inCharacters, block: characters })
  vector.indices[last] = sizeOf(vocabulary) - 1
  vector.weights[last] = 1
  return vector
}
