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
  const { width, values } = rows
  into.fill(0)
  for (let i = 0; i < indices.length; i += 1) {
    const weight = weights[i] ?? 0
    const start = (indices[i] ?? 0) * width
    for (let j = 0; j < width; j += 1) {
      into[j] = (into[j] ?? 0) + weight * (values[start + j] ?? 0)
    }
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
