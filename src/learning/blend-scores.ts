/** How much the scores of each of two classifiers count; together they make calibrated chances. */
export interface Blend {
  linear: number
  network: number
}

/** What each of both gives the classes. */
export interface Scores {
  linear: Float32Array
  network: Float32Array
}

/** What both gave one text, and the class it is of. */
export interface Scored extends Scores {
  own: number
}

/** A good start, and what stands when there is too little to learn from. */
const usual: Blend = { linear: 4, network: 0.7 }
const enough = 30
const steps = 8

/** The chance of each class. */
export function chances({ linear, network }: Scores, blend: Blend): Float64Array {
  const raised = new Float64Array(linear.length)
  let best = Number.NEGATIVE_INFINITY
  for (let c = 0; c < raised.length; c += 1) {
    const score = blend.linear * (linear[c] ?? 0) + blend.network * (network[c] ?? 0)
    raised[c] = score
    best = Math.max(best, score)
  }
  let sum = 0
  for (let c = 0; c < raised.length; c += 1) {
    const value = Math.exp((raised[c] ?? 0) - best)
    raised[c] = value
    sum += value
  }
  for (let c = 0; c < raised.length; c += 1) raised[c] = (raised[c] ?? 0) / sum
  return raised
}

/** Slope and curvature of the loss in the two weights. */
interface Slopes {
  byLinear: number
  byNetwork: number
  linear: number
  network: number
  both: number
}

/** Adds what one text says about better weights: means and (co)variances of its scores. */
function addSlopes(slopes: Slopes, { linear, network, own }: Scored, blend: Blend): void {
  const chance = chances({ linear, network }, blend)
  const mean = { linear: 0, network: 0 }
  const square = { linear: 0, network: 0, both: 0 }
  for (let c = 0; c < chance.length; c += 1) {
    const [p, s, n] = [chance[c] ?? 0, linear[c] ?? 0, network[c] ?? 0]
    mean.linear += p * s
    mean.network += p * n
    square.linear += p * s * s
    square.network += p * n * n
    square.both += p * s * n
  }
  slopes.byLinear += mean.linear - (linear[own] ?? 0)
  slopes.byNetwork += mean.network - (network[own] ?? 0)
  slopes.linear += square.linear - mean.linear ** 2
  slopes.network += square.network - mean.network ** 2
  slopes.both += square.both - mean.linear * mean.network
}

/** The weights under which texts not trained on are likeliest: Newton's method, a convex problem. */
export function fitBlend(scored: readonly Scored[]): Blend {
  let blend = usual
  if (scored.length < enough) return blend
  for (let step = 0; step < steps; step += 1) {
    const slopes = { byLinear: 0, byNetwork: 0, linear: 1e-3, network: 1e-3, both: 0 }
    for (const each of scored) addSlopes(slopes, each, blend)
    const { byLinear, byNetwork, linear, network, both } = slopes
    const determinant = linear * network - both * both
    blend = {
      linear: Math.max(0, blend.linear - (network * byLinear - both * byNetwork) / determinant),
      network: Math.max(0, blend.network - (linear * byNetwork - both * byLinear) / determinant),
    }
  }
  return blend
}
