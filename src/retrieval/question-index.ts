import { textFeatures } from '../learning/text-features.ts'
import { fitVocabulary, sizeOf, type Vocabulary, vectorOf } from '../learning/tf-idf.ts'
import { plainText } from './plain-text.ts'

/** Compares a query with questions that people ask, each of which belongs to an owner. */
export interface QuestionIndex {
  /** Per owner, 0..1: how near its five nearest questions are, on average. */
  nearness(query: string): Float32Array
}

/** How many questions of an owner are looked at: one alone may be near by chance. */
const looksAt = 5

/**
 * A feature that a twentieth of very many questions has tells them hardly apart, and would take most
 * of the time. In a library of usual size every feature counts.
 */
const mostShared = 0.05
const aFew = 5_000

/** Questions by owner, counted. Plain data: it can be written down and read back. */
export interface CountedQuestions {
  vocabulary: Vocabulary
  postings: Postings
  /** How many questions each owner has. */
  lengths: Uint32Array
}

/** What a query's features share with all questions, one list for each feature. */
interface Postings {
  /** Where the list of a feature begins; the next one's beginning is its end. */
  starts: Uint32Array
  questions: Uint32Array
  weights: Float32Array
}

/** Questions by owner: the owner is the place in the list. */
export function countQuestions(owners: readonly (readonly string[])[]): CountedQuestions {
  const documents = owners.flat().map((text) => textFeatures({ text: plainText(text) }))
  const vocabulary = fitVocabulary(documents)
  const lengths = Uint32Array.from(owners, ({ length }) => length)
  return { vocabulary, postings: postingsOf(documents, vocabulary), lengths }
}

/** The index over what was counted. */
export function questionIndex({ vocabulary, postings, lengths }: CountedQuestions): QuestionIndex {
  const likeness = new Float32Array(lengths.reduce((sum, length) => sum + length, 0))
  return {
    nearness(query) {
      compare(query, { vocabulary, postings, likeness })
      let end = 0
      return Float32Array.from(lengths, (length) => {
        end += length
        return meanOfBest(likeness, end - length, end)
      })
    },
  }
}

type Documents = readonly ReturnType<typeof textFeatures>[]

/** The last feature is a constant that every question has: it tells nothing. */
const withoutConstant = <T extends Int32Array | Float32Array>(values: T): T =>
  values.subarray(0, -1) as T

function postingsOf(documents: Documents, vocabulary: Vocabulary): Postings {
  const vectors = documents.map((document) => vectorOf(document, vocabulary))
  const starts = new Uint32Array(sizeOf(vocabulary) + 1)
  for (const vector of vectors) {
    for (const feature of withoutConstant(vector?.indices ?? new Int32Array(1))) {
      starts[feature + 1] = (starts[feature + 1] ?? 0) + 1
    }
  }
  for (let at = 1; at < starts.length; at += 1)
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const size = starts.at(-1) ?? 0
  const postings = { starts, questions: new Uint32Array(size), weights: new Float32Array(size) }
  fill(postings, vectors)
  return postings
}

function fill({ starts, questions, weights }: Postings, vectors: ReturnType<typeof vectorOf>[]) {
  const next = starts.slice()
  for (const [question, vector] of vectors.entries()) {
    if (!vector) continue
    for (const [k, feature] of withoutConstant(vector.indices).entries()) {
      const at = next[feature] ?? 0
      next[feature] = at + 1
      questions[at] = question
      weights[at] = vector.weights[k] ?? 0
    }
  }
}

interface Comparison {
  vocabulary: Vocabulary
  postings: Postings
  /** Written over: the likeness of each question, 0..1. */
  likeness: Float32Array
}

function compare(query: string, { vocabulary, postings, likeness }: Comparison): void {
  likeness.fill(0)
  const longest = Math.max(aFew, likeness.length * mostShared)
  const vector = vectorOf(textFeatures({ text: plainText(query) }), vocabulary)
  if (!vector) return
  for (const [k, feature] of withoutConstant(vector.indices).entries()) {
    // Two blocks of unit length each: a text compared with itself gives 2.
    const weight = (vector.weights[k] ?? 0) / 2
    const start = postings.starts[feature] ?? 0
    const end = postings.starts[feature + 1] ?? 0
    if (end - start > longest) continue
    for (let at = start; at < end; at += 1) {
      const question = postings.questions[at] ?? 0
      likeness[question] = (likeness[question] ?? 0) + weight * (postings.weights[at] ?? 0)
    }
  }
}

/** Written over by each owner in turn. */
const best = new Float32Array(looksAt)

/** Of the values of one owner. Those with fewer are not punished: the mean is of what is there. */
export function meanOfBest(values: Float32Array, from: number, to: number): number {
  best.fill(0)
  for (let at = from; at < to; at += 1) {
    const value = values[at] ?? 0
    let place = looksAt - 1
    if (value <= (best[place] ?? 0)) continue
    for (; place > 0 && (best[place - 1] ?? 0) < value; place -= 1) {
      best[place] = best[place - 1] ?? 0
    }
    best[place] = value
  }
  let sum = 0
  for (let place = 0; place < looksAt; place += 1) sum += best[place] ?? 0
  return sum / Math.max(1, Math.min(looksAt, to - from))
}
