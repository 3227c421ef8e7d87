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

/** Inverse of twice the penalty: what squared hinge loss adds to the diagonal. */
const diagonal = 1 / (2 * penalty)

/** Two sums at a time: the processor need not wait for one addition before it begins the next. */
function dot(weights: Float32Array, { indices, weights: values }: SparseVector): number {
  let even = 0
  let odd = 0
  const last = indices.length - 1
  for (let i = 0; i < last; i += 2) {
    even += (weights[indices[i] ?? 0] ?? 0) * (values[i] ?? 0)
    odd += (weights[indices[i + 1] ?? 0] ?? 0) * (values[i + 1] ?? 0)
  }
  if (last % 2 === 0) even += (weights[indices[last] ?? 0] ?? 0) * (values[last] ?? 0)
  return even + odd
}

function add(weights: Float32Array, { indices, weights: values }: SparseVector, scale: number) {
  for (let i = 0; i < indices.length; i += 1) {
    const index = indices[i] ?? 0
    weights[index] = (weights[index] ?? 0) + scale * (values[i] ?? 0)
  }
}

/** A fixed shuffle: the same examples always give the same model. */
function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
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

interface Sample {
  vector: SparseVector
  label: number
  norm: number
}

/** What an example should count for its class, the others held still; `score` is on its side. */
function optimum(old: number, score: number, norm: number): number {
  return Math.max(0, old - (score - 1 + diagonal * old) / (norm + diagonal))
}

/** One class against the rest: squared hinge loss by dual coordinate descent (Hsieh et al. 2008). */
function trainOne(samples: readonly Sample[], own: number, size: number): Float32Array {
  const weights = new Float32Array(size)
  const alphas = new Float64Array(samples.length)
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, { vector, label, norm }] of samples.entries()) {
      const sign = label === own ? 1 : -1
      const old = alphas[i] ?? 0
      const next = optimum(old, sign * dot(weights, vector), norm)
      if (next === old) continue
      alphas[i] = next
      add(weights, vector, (next - old) * sign)
    }
  }
  return weights
}

/** Trains and returns the function that scores a vector for every class. */
export function trainLinearSvm(set: TrainingSet): (vector: SparseVector) => Float64Array {
  const samples = shuffled(set.vectors.length).flatMap((i): Sample[] => {
    const vector = set.vectors[i]
    if (!vector) return []
    const norm = vector.weights.reduce((sum, weight) => sum + weight * weight, 0)
    return [{ vector, label: set.labels[i] ?? 0, norm }]
  })
  const models = Array.from({ length: set.classes }, (_, own) => trainOne(samples, own, set.size))
  return (vector) => Float64Array.from(models, (weights) => dot(weights, vector))
}
