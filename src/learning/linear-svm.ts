import { seededRandom, shuffled } from './random.ts'
import { addToRow, type Rows, type SparseVector, squaredNorm, sumRows } from './sparse-vector.ts'

export interface TrainingSet {
  vectors: readonly SparseVector[]
  /** Class number of each vector. */
  labels: readonly number[]
  classes: number
  /** Number of features. */
  size: number
}

/** How hard errors are punished, and how often the examples are gone through. */
const penalty = 1
const rounds = 4

/** Inverse of twice the penalty: what squared hinge loss adds to the diagonal. */
const diagonal = 1 / (2 * penalty)

/** What an example should count for a class, the others held still; `score` is on its side. */
function optimum(old: number, score: number, norm: number): number {
  return Math.max(0, old - (score - 1 + diagonal * old) / (norm + diagonal))
}

/**
 * Each class against the rest, all at once: squared hinge loss by dual coordinate descent (Hsieh et
 * al. 2008). A row of the result holds what a feature says for each class.
 */
export function trainLinearSvm({ vectors, labels, classes, size }: TrainingSet): Rows {
  const model: Rows = { width: classes, values: new Float32Array(size * classes) }
  const samples = vectors.map((vector, i) => ({
    vector,
    own: labels[i] ?? 0,
    alphas: new Float32Array(classes),
    norm: squaredNorm(vector.weights),
  }))
  const order = shuffled(samples.length, seededRandom(1)).flatMap((i) => samples[i] ?? [])
  const row = new Float32Array(classes)
  for (let round = 0; round < rounds; round += 1) {
    for (const sample of order) {
      sumRows(sample.vector, model, row)
      if (stepOf({ ...sample, row })) addRow(model, sample.vector, row)
    }
  }
  return model
}

function addRow(model: Rows, { indices, weights }: SparseVector, row: Float32Array): void {
  for (let k = 0; k < indices.length; k += 1) {
    addToRow(model, indices[k] ?? 0, { row, scale: weights[k] ?? 0 })
  }
}

interface Step {
  /** The scores of one example; afterwards the step to take for each class. */
  row: Float32Array
  /** How much the example counts for each class so far. */
  alphas: Float32Array
  own: number
  norm: number
}

/** False when the example is on the right side of every class already. */
function stepOf({ row, alphas, own, norm }: Step): boolean {
  let moves = false
  for (let c = 0; c < row.length; c += 1) {
    const side = c === own ? 1 : -1
    const old = alphas[c] ?? 0
    const next = optimum(old, side * (row[c] ?? 0), norm)
    alphas[c] = next
    row[c] = (next - old) * side
    moves ||= next !== old
  }
  return moves
}
