import { describe, expect, it } from 'vitest'
import { trainLinearSvm } from '../../src/learning/linear-svm.ts'
import { joinScorer, scoresOf } from '../../src/learning/scorer.ts'
import { trainNetwork } from '../../src/learning/sparse-network.ts'
import { firing, type Rows, type SparseVector, sumRows } from '../../src/learning/sparse-vector.ts'

const vectorOf = (first: number, length: number): SparseVector => ({
  indices: Int32Array.from({ length }, (_, i) => first + i),
  weights: Float32Array.from({ length }, (_, i) => (i + 1) / length),
})

const vectors = [1, 2, 3, 4, 5, 6].map((length) => vectorOf(length, length))
const labels = vectors.map((_, i) => i % 3)
const set = { vectors, labels, classes: 3, size: 12 }
const linear = trainLinearSvm(set)
const networks = [7, 11].map((seed) => trainNetwork(set, 9, seed))
const scorer = joinScorer(linear, networks)

function summed(vector: SparseVector, rows: Rows): Float32Array {
  const sums = new Float32Array(rows.width)
  sumRows(vector, rows, sums)
  return sums
}

describe('a joined scorer', () => {
  it.each(vectors.map((vector) => [vector.indices.length, vector] as const))(
    'scores a text of %i features as the parts it was made of',
    (_, vector) => {
      const [ofLinear, ofNetworks] = scoresOf(vector, scorer)
      const means = networks
        .map(({ hidden, output }) => summed(firing(summed(vector, hidden)), output))
        .reduce((sum, each) => sum.map((value, c) => value + (each[c] ?? 0)))
        .map((sum) => sum / networks.length)
      for (const [c, score] of summed(vector, linear).entries()) {
        expect(ofLinear?.[c]).toBeCloseTo(score, 1)
        expect(ofNetworks?.[c]).toBeCloseTo(means[c] ?? Number.NaN, 1)
      }
    },
  )
})
