import type { TrainingSet } from './linear-svm.ts'
import { seededRandom, shuffled } from './random.ts'
import {
  addToRow,
  dotRow,
  firing,
  type Rows,
  type SparseVector,
  squaredNorm,
  sumRows,
} from './sparse-vector.ts'

/** A network with one hidden layer: a row for each feature, and a row for each hidden unit. */
export interface Network {
  hidden: Rows
  output: Rows
}

/** Found by cross-validation on training splits, ours and public ones. */
const passes = 8
const rates = { hidden: 0.1, output: 0.02 } as const
/** Small weights to begin with: large ones are never quite unlearnt. */
const start = { hidden: 0.05, output: 0.03 } as const
/** The share left out by chance in each step: no feature and no unit may be relied on alone. */
const leftOut = { features: 0.5, units: 0.1 } as const

/** A layer while it learns; `heat` is how much each row has moved (Adagrad, one number a row). */
interface Layer extends Rows {
  heat: Float32Array
}

function layerOf(rows: number, width: number, first: () => number): Layer {
  return {
    width,
    values: Float32Array.from({ length: rows * width }, first),
    heat: new Float32Array(rows),
  }
}

/** Moves the rows that took part against the gradient; the more a row has moved, the less. */
function learn(layer: Layer, { indices, weights }: SparseVector, step: Step): void {
  const strength = squaredNorm(step.gradient) / layer.width
  for (let i = 0; i < indices.length; i += 1) {
    const index = indices[i] ?? 0
    const weight = weights[i] ?? 0
    const heat = (layer.heat[index] ?? 0) + weight * weight * strength
    layer.heat[index] = heat
    const scale = (-step.rate * weight) / Math.sqrt(heat + 1e-8)
    addToRow(layer, index, { row: step.gradient, scale })
  }
}

interface Step {
  gradient: Float32Array
  rate: number
}

/**
 * Leaves out a share of a vector by chance and scales up the rest; its last entry, the constant, stays.
 * The result is good until the next call: this is done a hundred thousand times.
 */
function thinner(longest: number, share: number, random: () => number) {
  const room = { indices: new Int32Array(longest), weights: new Float32Array(longest) }
  const scale = 1 / (1 - share)
  return ({ indices, weights }: SparseVector): SparseVector => {
    const last = indices.length - 1
    let count = 0
    for (let i = 0; i <= last; i += 1) {
      if (i < last && random() < share) continue
      room.indices[count] = indices[i] ?? 0
      room.weights[count] = (weights[i] ?? 0) * (i < last ? scale : 1)
      count += 1
    }
    return { indices: room.indices.subarray(0, count), weights: room.weights.subarray(0, count) }
  }
}

/** Scores become chances less the truth: the gradient of the cross-entropy. */
function toError(scores: Float32Array, own: number): void {
  let best = Number.NEGATIVE_INFINITY
  for (let c = 0; c < scores.length; c += 1) best = Math.max(best, scores[c] ?? 0)
  let sum = 0
  for (let c = 0; c < scores.length; c += 1) {
    const raised = Math.exp((scores[c] ?? 0) - best)
    scores[c] = raised
    sum += raised
  }
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = (scores[c] ?? 0) / sum - (c === own ? 1 : 0)
  }
}

/** Learns by examples one by one; only the rows of the features that occur are touched. */
export function trainNetwork(set: TrainingSet, units: number, seed = 7): Network {
  const random = seededRandom(seed)
  const about = (most: number) => () => (random() * 2 - 1) * most
  const hidden = layerOf(set.size, units, about(start.hidden))
  const output = layerOf(units + 1, set.classes, about(start.output))
  const sums = new Float32Array(units)
  const scores = new Float32Array(set.classes)
  const longest = set.vectors.reduce((most, { indices }) => Math.max(most, indices.length), 0)
  const someFeatures = thinner(longest, leftOut.features, random)
  const someUnits = thinner(units + 1, leftOut.units, random)
  const teach = (vector: SparseVector, own: number, pace: number) => {
    const seen = someFeatures(vector)
    sumRows(seen, hidden, sums)
    const fired = someUnits(firing(sums))
    sumRows(fired, output, scores)
    toError(scores, own)
    sums.fill(0)
    for (const unit of fired.indices.subarray(0, -1)) {
      sums[unit] = dotRow(output, unit, scores) / (1 - leftOut.units)
    }
    learn(output, fired, { gradient: scores, rate: rates.output * pace })
    learn(hidden, seen, { gradient: sums, rate: rates.hidden * pace })
  }
  for (let pass = 0; pass < passes; pass += 1) {
    const pace = 1 - (0.9 * pass) / passes
    for (const i of shuffled(set.vectors.length, random)) {
      const vector = set.vectors[i]
      if (vector) teach(vector, set.labels[i] ?? 0, pace)
    }
  }
  return { hidden: bare(hidden), output: bare(output) }
}

/** What is needed for scoring; how it was learnt is forgotten. */
function bare({ width, values }: Layer): Rows {
  return { width, values }
}
