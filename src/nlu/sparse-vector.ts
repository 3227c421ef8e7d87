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

/** The weighted sum of the rows a vector names. Four rows at a time: the sums are touched a quarter as often. */
export function sumRows({ indices, weights }: SparseVector, rows: Rows, into: Float32Array): void {
  const { width, values } = rows
  into.fill(0)
  const startOf = (i: number) => (indices[i] ?? 0) * width
  const weightOf = (i: number) => weights[i] ?? 0
  const whole = indices.length - (indices.length % 4)
  for (let i = 0; i < whole; i += 4) {
    const [a, b, c, d] = [startOf(i), startOf(i + 1), startOf(i + 2), startOf(i + 3)]
    const [p, q, r, s] = [weightOf(i), weightOf(i + 1), weightOf(i + 2), weightOf(i + 3)]
    for (let j = 0; j < width; j += 1) {
      into[j] =
        (into[j] ?? 0) +
        p * (values[a + j] ?? 0) +
        q * (values[b + j] ?? 0) +
        r * (values[c + j] ?? 0) +
        s * (values[d + j] ?? 0)
    }
  }
  for (let i = whole; i < indices.length; i += 1) {
    const start = startOf(i)
    const weight = weightOf(i)
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
