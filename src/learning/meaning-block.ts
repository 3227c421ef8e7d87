import { type Network, trainNetwork } from './sparse-network.ts'
import { firing, type SparseVector, sumRows } from './sparse-vector.ts'

/** What was learnt from vectors of an encoder. Plain data. */
export interface MeaningBlock {
  /** The mean of all that was learnt from: what every text has tells nothing. */
  mean: Float32Array
  networks: Network[]
}

interface MeaningSet {
  meanings: readonly Float32Array[]
  /** Class number of each. */
  labels: readonly number[]
  classes: number
  /** One network for each. */
  seeds: readonly number[]
}

/** Found on a fifth of a training split that was held back (BANKING77). */
const hiddenUnits = 256
const unitLength = 3

function meanOf(meanings: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(meanings[0]?.length ?? 0)
  for (const meaning of meanings) {
    for (const [at, value] of meaning.entries()) mean[at] = (mean[at] ?? 0) + value
  }
  return mean.map((value) => value / meanings.length)
}

/** Off the mean, of one length, with a constant at the end: a vector as the network takes it. */
function vectorOf(meaning: Float32Array, mean: Float32Array): SparseVector {
  const off = meaning.map((value, at) => value - (mean[at] ?? 0))
  const scale = unitLength / (Math.hypot(...off) || 1)
  const weights = new Float32Array(off.length + 1).fill(1)
  weights.set(off.map((value) => value * scale))
  return { indices: Int32Array.from(weights.keys()), weights }
}

/** Networks on the vectors of an encoder. */
export function trainMeaning({ meanings, labels, classes, seeds }: MeaningSet): MeaningBlock {
  const mean = meanOf(meanings)
  const vectors = meanings.map((meaning) => vectorOf(meaning, mean))
  const set = { vectors, labels, classes, size: mean.length + 1 }
  return { mean, networks: seeds.map((seed) => trainNetwork(set, hiddenUnits, seed)) }
}

/** What a text's meaning says for each class. */
export function scoresOfMeaning(
  meaning: Float32Array,
  { mean, networks }: MeaningBlock,
): Float32Array {
  const vector = vectorOf(meaning, mean)
  const each = networks.map(({ hidden, output }) => {
    const sums = new Float32Array(hidden.width)
    sumRows(vector, hidden, sums)
    const scores = new Float32Array(output.width)
    sumRows(firing(sums), output, scores)
    return scores
  })
  const [first = new Float32Array()] = each
  return first.map((_, c) => each.reduce((sum, one) => sum + (one[c] ?? 0), 0) / each.length)
}
