/** How much the scores of each classifier count; together they make calibrated chances. */
export type Blend = readonly number[]

/** What each classifier gives the classes. */
export type Scores = readonly Float32Array[]

/** What all gave one text, and the class it is of. */
export interface Scored {
  scores: Scores
  own: number
}

/**
 * A good start for a linear classifier, a network and one on meanings, and what stands when there is
 * too little to learn from.
 */
const usual: Blend = [4, 0.7, 0.5]
const enough = 30
const steps = 8

function weighed(scores: Scores, blend: Blend): Float64Array {
  const sums = new Float64Array(scores[0]?.length ?? 0)
  for (const [part, own] of scores.entries()) {
    const weight = blend[part] ?? 0
    for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] ?? 0) + weight * (own[c] ?? 0)
  }
  return sums
}

/** The chance of each class. */
export function chances(scores: Scores, blend: Blend): Float64Array {
  const raised = weighed(scores, blend)
  let best = Number.NEGATIVE_INFINITY
  for (let c = 0; c < raised.length; c += 1) best = Math.max(best, raised[c] ?? 0)
  let sum = 0
  for (let c = 0; c < raised.length; c += 1) {
    const value = Math.exp((raised[c] ?? 0) - best)
    raised[c] = value
    sum += value
  }
  for (let c = 0; c < raised.length; c += 1) raised[c] = (raised[c] ?? 0) / sum
  return raised
}

/** Slope and curvature of the loss in the weights. */
interface Slopes {
  first: number[]
  second: number[][]
}

/** Steady even where a classifier says nothing. */
const ridge = 1e-3

function flat(count: number): Slopes {
  const parts = Array.from({ length: count }, (_, part) => part)
  return {
    first: parts.map(() => 0),
    second: parts.map((row) => parts.map((column) => (row === column ? ridge : 0))),
  }
}

/** Adds what one text says about better weights: means and (co)variances of its scores. */
function addSlopes({ first, second }: Slopes, { scores, own }: Scored, blend: Blend): void {
  const chance = chances(scores, blend)
  const means = scores.map((one) => chance.reduce((sum, p, c) => sum + p * (one[c] ?? 0), 0))
  for (const [k, one] of scores.entries()) {
    first[k] = (first[k] ?? 0) + (means[k] ?? 0) - (one[own] ?? 0)
    for (const [l, other] of scores.entries()) {
      const both = chance.reduce((sum, p, c) => sum + p * (one[c] ?? 0) * (other[c] ?? 0), 0)
      const row = second[k] ?? []
      row[l] = (row[l] ?? 0) + both - (means[k] ?? 0) * (means[l] ?? 0)
    }
  }
}

/** The step that would level the slopes: a few equations, their matrix positive. */
function levelling({ first, second }: Slopes): number[] {
  const rows = second.map((row, k) => [...row, first[k] ?? 0])
  for (const [k, pivot] of rows.entries()) {
    const scale = 1 / (pivot[k] ?? 1)
    for (const [at, value] of pivot.entries()) pivot[at] = value * scale
    for (const row of rows) if (row !== pivot) takeOff(row, pivot, k)
  }
  return rows.map((row) => row.at(-1) ?? 0)
}

/** Makes place `k` of a row zero by taking off as much of the pivot. */
function takeOff(row: number[], pivot: readonly number[], k: number): void {
  const factor = row[k] ?? 0
  for (const [at, value] of pivot.entries()) row[at] = (row[at] ?? 0) - factor * value
}

/** The weights under which texts not trained on are likeliest: Newton's method, a convex problem. */
export function fitBlend(scored: readonly Scored[]): Blend {
  const count = scored[0]?.scores.length ?? usual.length
  let blend = usual.slice(0, count)
  if (scored.length < enough) return blend
  for (let step = 0; step < steps; step += 1) {
    const slopes = flat(count)
    for (const each of scored) addSlopes(slopes, each, blend)
    const better = levelling(slopes)
    blend = blend.map((weight, part) => Math.max(0, weight - (better[part] ?? 0)))
  }
  return blend
}
