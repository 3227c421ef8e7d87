import type { SparseVector } from './tf-idf.ts'

interface TrainingSet {
  vectors: readonly SparseVector[]
  /** Class number of each vector. */
  labels: readonly number[]
  classes: number
  /** Number of features. */
  size: number
}

/** How hard errors are punished, and how often the examples are gone through. */
const penalty = 1
const rounds = 12

function dot(weights: Float64Array, vector: SparseVector): number {
  let sum = 0
  const { indices, weights: values } = vector
  for (let i = 0; i < indices.length; i += 1) {
    sum += (weights[indices[i] ?? 0] ?? 0) * (values[i] ?? 0)
  }
  return sum
}

function add(weights: Float64Array, vector: SparseVector, scale: number): void {
  const { indices, weights: values } = vector
  for (let i = 0; i < indices.length; i += 1) {
    const index = indices[i] ?? 0
    weights[index] = (weights[index] ?? 0) + scale * (values[i] ?? 0)
  }
}

/** A fixed shuffle: the same examples always give the same model. */
function shuffled(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  let state = 0x2545f491
  for (let i = count - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (i + 1)
    const kept = order[i] ?? 0
    order[i] = order[other] ?? 0
    order[other] = kept
  }
  return order
}

interface Plan {
  order: Int32Array
  norms: Float64Array
}

interface OneClass {
  weights: Float64Array
  alpha: Float64Array
}

/** Inverse of twice the penalty: what squared hinge loss adds to the diagonal. */
const diagonal = 1 / (2 * penalty)

/** Moves the weight of one example to its optimum, the others held still. */
function step(
  state: OneClass,
  vector: SparseVector,
  at: { i: number; sign: number; norm: number },
) {
  const old = state.alpha[at.i] ?? 0
  const gradient = at.sign * dot(state.weights, vector) - 1 + diagonal * old
  if (old === 0 && gradient >= 0) return
  const next = Math.max(0, old - gradient / (at.norm + diagonal))
  state.alpha[at.i] = next
  add(state.weights, vector, (next - old) * at.sign)
}

/** One class against the rest: squared hinge loss by dual coordinate descent (Hsieh et al. 2008). */
function trainOne(set: TrainingSet, label: number, plan: Plan): Float64Array {
  const weights = new Float64Array(set.size)
  const state = { weights, alpha: new Float64Array(set.vectors.length) }
  for (let round = 0; round < rounds; round += 1) {
    for (const i of plan.order) {
      const vector = set.vectors[i]
      const sign = set.labels[i] === label ? 1 : -1
      if (vector) step(state, vector, { i, sign, norm: plan.norms[i] ?? 1 })
    }
  }
  return weights
}

/** Trains and returns the function that scores a vector for every class. */
export function trainLinearSvm(set: TrainingSet): (vector: SparseVector) => Float64Array {
  const norms = Float64Array.from(set.vectors, (vector) =>
    vector.weights.reduce((sum, weight) => sum + weight * weight, 0),
  )
  const plan = { order: shuffled(set.vectors.length), norms }
  const models = Array.from({ length: set.classes }, (_, label) => trainOne(set, label, plan))
  return (vector) => Float64Array.from(models, (weights) => dot(weights, vector))
}
