/** One text as parallel lists of feature numbers and weights. */
export interface SparseVector {
  indices: Int32Array
  weights: Float32Array
}

/** Rows of equal width, one for each feature, one after the other. */
export interface Rows {
  width: number
  values: Float32Array
}

/** The weighted sum of the rows a vector names. */
export function sumRows({ indices, weights }: SparseVector, rows: Rows, into: Float32Array): void {
  into.fill(0)
  const whole = indices.length - (indices.length % 4)
  for (let i = 0; i < whole; i += 4) addFour(rows, { indices, weights, from: i }, into)
  for (let i = whole; i < indices.length; i += 1) {
    const start = (indices[i] ?? 0) * rows.width
    const weight = weights[i] ?? 0
    for (let j = 0; j < rows.width; j += 1) {
      into[j] = (into[j] ?? 0) + weight * (rows.values[start + j] ?? 0)
    }
  }
}

/** Four rows at a time: the sums are read and written a quarter as often. */
function addFour(
  { width, values }: Rows,
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

/** Adds `scale` times `row` to one of the rows. */
export function addToRow(
  { width, values }: Rows,
  index: number,
  { row, scale }: { row: Float32Array; scale: number },
): void {
  const start = index * width
  for (let j = 0; j < width; j += 1) {
    values[start + j] = (values[start + j] ?? 0) + scale * (row[j] ?? 0)
  }
}

/** How much one of the rows points the way of `row`. */
export function dotRow({ width, values }: Rows, index: number, row: Float32Array): number {
  const start = index * width
  let sum = 0
  for (let j = 0; j < width; j += 1) sum += (values[start + j] ?? 0) * (row[j] ?? 0)
  return sum
}

export function squaredNorm(values: Float32Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += (values[i] ?? 0) ** 2
  return sum
}

/** The hidden units that fire, as a vector of its own; the last one is the constant. */
export function firing(sums: Float32Array): SparseVector {
  let count = 0
  for (let unit = 0; unit < sums.length; unit += 1) if ((sums[unit] ?? 0) > 0) count += 1
  const vector = { indices: new Int32Array(count + 1), weights: new Float32Array(count + 1) }
  let at = 0
  for (let unit = 0; unit < sums.length; unit += 1) {
    const sum = sums[unit] ?? 0
    if (sum <= 0) continue
    vector.indices[at] = unit
    vector.weights[at] = sum
    at += 1
  }
  vector.indices[count] = sums.length
  vector.weights[count] = 1
  return vector
}
