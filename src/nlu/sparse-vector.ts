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
  for (let i = 0; i < whole; i += 4) {
    addFour(rows, { indices, weights, from: i }, into)
  }
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
  const [a = 0, b = 0, c = 0, d = 0] = indices.subarray(from, from + 4)
  const [p = 0, q = 0, r = 0, s = 0] = weights.subarray(from, from + 4)
  const [atA, atB, atC, atD] = [a * width, b * width, c * width, d * width]
  for (let j = 0; j < width; j += 1) {
    into[j] =
      (into[j] ?? 0) +
      p * (values[atA + j] ?? 0) +
      q * (values[atB + j] ?? 0) +
      r * (values[atC + j] ?? 0) +
      s * (values[atD + j] ?? 0)
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
