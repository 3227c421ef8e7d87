import type { Scores } from './blend-scores.ts'
import type { Network } from './sparse-network.ts'
import { firing, type Rows, type SparseVector, sumRows } from './sparse-vector.ts'

/**
 * A linear classifier and all networks in one: what they know of a feature lies side by side, since
 * finding its place in memory costs more than adding it up.
 */
export interface Scorer {
  classes: number
  /** A row for each feature: a score for each class, then a weight for each hidden unit. */
  features: PackedRows
  /** A row for each hidden unit, and one for the constant: a score for each class. */
  units: Rows
}

/** A byte for each value, and for each row what one step of them is worth: a quarter of the room. */
interface PackedRows {
  width: number
  values: Int8Array
  steps: Float32Array
}

const mostSteps = 127

function pack({ width, values }: Rows): PackedRows {
  const count = values.length / width
  const packed = { width, values: new Int8Array(values.length), steps: new Float32Array(count) }
  for (let row = 0; row < count; row += 1) {
    const own = values.subarray(row * width, (row + 1) * width)
    const step = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / mostSteps
    packed.steps[row] = step
    if (step === 0) continue
    for (const [at, value] of own.entries()) {
      packed.values[row * width + at] = Math.round(value / step)
    }
  }
  return packed
}

/** Several networks are one: their units side by side, with their mean as the answer. */
function joinUnits(networks: readonly Network[], classes: number): Rows {
  const widths = networks.map(({ hidden }) => hidden.width)
  const count = widths.reduce((sum, width) => sum + width, 0)
  const values = new Float32Array((count + 1) * classes)
  let at = 0
  for (const { hidden, output } of networks) {
    const mean = output.values.map((value) => value / networks.length)
    const own = hidden.width * classes
    values.set(mean.subarray(0, own), at)
    at += own
    for (let c = 0; c < classes; c += 1) {
      values[count * classes + c] = (values[count * classes + c] ?? 0) + (mean[own + c] ?? 0)
    }
  }
  return { width: classes, values }
}

function sideBySide(parts: readonly Rows[]): Rows {
  const width = parts.reduce((sum, each) => sum + each.width, 0)
  const [first = { width: 1, values: new Float32Array() }] = parts
  const rows = first.values.length / first.width
  const values = new Float32Array(rows * width)
  let left = 0
  for (const part of parts) {
    for (let row = 0; row < rows; row += 1) {
      const own = part.values.subarray(row * part.width, (row + 1) * part.width)
      values.set(own, row * width + left)
    }
    left += part.width
  }
  return { width, values }
}

/** `linear` and the networks must be of the same features and classes. */
export function joinScorer(linear: Rows, networks: readonly Network[]): Scorer {
  return {
    classes: linear.width,
    features: pack(sideBySide([linear, ...networks.map(({ hidden }) => hidden)])),
    units: joinUnits(networks, linear.width),
  }
}

/** What a text's features say for each class: the linear classifier, then the networks. */
export function scoresOf(vector: SparseVector, { classes, features, units }: Scorer): Scores {
  const sums = sumPacked(vector, features)
  const network = new Float32Array(classes)
  sumRows(firing(sums.subarray(classes)), units, network)
  return [sums.subarray(0, classes), network]
}

/**
 * As `sumRows` does it, but for bytes only: one loop for bytes and floats would be many times slower,
 * because the engine then looks at each value's kind.
 */
function sumPacked({ indices, weights }: SparseVector, rows: PackedRows): Float32Array {
  const sums = new Float32Array(rows.width)
  // Filled up to whole fours with the first row, which then counts for nothing.
  const whole = {
    indices: new Int32Array(indices.length + 3),
    weights: new Float32Array(indices.length + 3),
  }
  for (let i = 0; i < indices.length; i += 1) {
    const index = indices[i] ?? 0
    whole.indices[i] = index
    whole.weights[i] = (weights[i] ?? 0) * (rows.steps[index] ?? 0)
  }
  for (let from = 0; from < indices.length; from += 4) addFour(rows, { ...whole, from }, sums)
  return sums
}

function addFour(
  { width, values }: PackedRows,
  { indices, weights, from }: SparseVector & { from: number },
  into: Float32Array,
): void {
  const start = (i: number) => (indices[from + i] ?? 0) * width
  const weight = (i: number) => weights[from + i] ?? 0
  const [a, b, c, d] = [start(0), start(1), start(2), start(3)]
  const [p, q, r, s] = [weight(0), weight(1), weight(2), weight(3)]
  for (let j = 0; j < width; j += 1) {
    into[j] =
      (into[j] ?? 0) +
      p * (values[a + j] ?? 0) +
      q * (values[b + j] ?? 0) +
      r * (values[c + j] ?? 0) +
      s * (values[d + j] ?? 0)
  }
}
