import { meanOfBest } from './question-index.ts'

/** Compares the vector of a query with those of the questions that people ask. */
export interface MeaningIndex {
  /** Per owner, 0..1, as in `QuestionIndex`; undefined for a vector of another length. */
  nearness(meaning: Float32Array): Float32Array | undefined
}

/** The vectors of questions by owner: the owner is the place in the list. */
export function buildMeaningIndex(owners: readonly (readonly Float32Array[])[]): MeaningIndex {
  const meanings = owners.flat()
  const mean = meanOf(meanings)
  const lengths = owners.map(({ length }) => length)
  const questions = meanings.map((meaning) => direction(meaning, mean))
  return {
    nearness(meaning) {
      if (meaning.length !== mean.length) return undefined
      const asked = direction(meaning, mean)
      const likeness = Float32Array.from(questions, (question) => likenessOf(question, asked))
      let end = 0
      return Float32Array.from(lengths, (length) => {
        end += length
        return meanOfBest(likeness, end - length, end)
      })
    },
  }
}

function meanOf(meanings: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(meanings[0]?.length ?? 0)
  for (const meaning of meanings) {
    for (let at = 0; at < mean.length; at += 1) mean[at] = (mean[at] ?? 0) + (meaning[at] ?? 0)
  }
  return mean.map((sum) => sum / meanings.length)
}

/** Off the mean, since what every question has tells nothing; of unit length. */
function direction(meaning: Float32Array, mean: Float32Array): Float32Array {
  const off = meaning.map((value, at) => value - (mean[at] ?? 0))
  const length = Math.sqrt(likenessOf(off, off)) || 1
  return off.map((value) => value / length)
}

function likenessOf(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}
