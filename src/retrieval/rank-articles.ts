import type { Candidate, Evidence, Refusal, Support } from './evidence.ts'
import type { Weights } from './fitted-weights.ts'

/** An article by its place, and how likely it is the right one. */
export interface Ranked {
  article: number
  chance: number
}

export interface Ranking {
  /** Likeliest first. */
  ranked: Ranked[]
  /** How likely none of them answers. */
  none: number
}

/** Adjusts what speaks for an article; minus infinity takes it out. */
export type Adjust = (article: number) => number

/**
 * What a first place in the leg of meaning counts, for an article and for none alike, in log-odds. Only
 * places count: they are comparable between encoders, their values are not. From the tuning split with
 * the local English encoder, where anything from 0.5 to 2 did about as well.
 */
const meaningWeight = 1.5

/** Weighs the evidence: the chances of all candidates and of none add up to one. */
export function rankArticles(
  { candidates, refusal, meaningPlaceOfNone }: Evidence,
  weights: Weights,
  adjust: Adjust = () => 0,
): Ranking {
  const scores = candidates.map(
    ({ article, support, meaningPlace }) =>
      supportScore(support, weights) + meaningWeight * meaningPlace + adjust(article),
  )
  const none = refusalScore(refusal, weights) + meaningWeight * meaningPlaceOfNone
  const most = Math.max(none, ...scores)
  const odds = scores.map((score) => Math.exp(score - most))
  const all = odds.reduce((sum, each) => sum + each, Math.exp(none - most))
  return {
    ranked: candidates
      .map(({ article }: Candidate, i) => ({ article, chance: (odds[i] ?? 0) / all }))
      .filter(({ chance }) => chance > 0)
      .sort((a, b) => b.chance - a.chance),
    none: Math.exp(none - most) / all,
  }
}

export function supportScore(support: Support, { support: weight }: Weights): number {
  return (
    weight.words * support.words +
    weight.wordsPlace * support.wordsPlace +
    weight.questions * support.questions +
    weight.questionsPlace * support.questionsPlace +
    weight.learnt * support.learnt +
    weight.learntPlace * support.learntPlace
  )
}

export function refusalScore(refusal: Refusal, { refusal: weight }: Weights): number {
  return (
    weight.base +
    weight.questions * refusal.questions +
    weight.learnt * refusal.learnt +
    weight.strangeness * refusal.strangeness +
    weight.uncovered * refusal.uncovered
  )
}
