import { type Judged, type ScopeShares, scopeCurve } from '../../src/learning/scope-threshold.ts'
import { judge, type RankedLabel } from '../../src/learning/text-classifier.ts'

/** One text of a test: the truth, and what was answered. */
export interface Answer {
  label: string
  /** Other labels that would be as right. */
  also?: readonly string[] | undefined
  ranked: readonly RankedLabel[]
}

export interface Scope {
  /** The label of what is out of scope; absent where there is no such thing. */
  outOfScope?: string | undefined
  threshold: number
}

export interface Bin {
  from: number
  to: number
  count: number
  /** The mean confidence, and the share that was right. */
  confidence: number
  accuracy: number
}

const round = (value: number) => Math.round(value * 10_000) / 10_000
const share = (part: number, whole: number) => (whole === 0 ? null : round(part / whole))

/** What is answered in the end: the best label, or out of scope when that is not sure enough. */
export function finalLabel({ ranked }: Answer, { outOfScope, threshold }: Scope): string {
  const [best] = ranked
  const isSure = best !== undefined && best.confidence >= threshold
  return outOfScope === undefined || isSure ? (best?.label ?? '') : outOfScope
}

const isRight = (answer: Answer, label: string) =>
  label === answer.label || answer.also?.includes(label) === true

/** The figures of a test. */
export function figuresOf(answers: readonly Answer[], scope: Scope) {
  const { outOfScope, threshold } = scope
  const final = answers.map((answer) => ({ answer, label: finalLabel(answer, scope) }))
  const right = final.filter(({ answer, label }) => isRight(answer, label))
  const inScope = final.filter(({ answer }) => answer.label !== outOfScope)
  const outside = final.filter(({ answer }) => answer.label === outOfScope)
  const leftAlone = final.filter(({ label }) => label === outOfScope)
  const rightlyLeft = outside.filter(({ label }) => label === outOfScope).length
  return {
    accuracy: share(right.length, final.length),
    inScopeAccuracy: share(
      inScope.filter(({ answer, label }) => isRight(answer, label)).length,
      inScope.length,
    ),
    outOfScope: {
      recall: share(rightlyLeft, outside.length),
      precision: outside.length === 0 ? null : share(rightlyLeft, leftAlone.length),
      threshold: round(threshold),
    },
    macroF1: macroF1(
      final.map(({ answer, label }) => [
        answer.label,
        isRight(answer, label) ? answer.label : label,
      ]),
    ),
    calibration: calibrationOf(answers),
  }
}

/** The mean over the true labels of how well each one is found. */
function macroF1(pairs: readonly (readonly [string, string])[]): number {
  const labels = [...new Set(pairs.map(([truth]) => truth))]
  const scores = labels.map((label) => {
    const hit = pairs.filter(([truth, said]) => truth === label && said === label).length
    const sum = pairs.filter(([truth]) => truth === label).length
    const said = pairs.filter(([, said]) => said === label).length
    return (2 * hit) / (sum + said)
  })
  return round(scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length))
}

const binCount = 10

/** How far confidence is from being right: ten bins, and their mean distance (ECE). */
export function calibrationOf(answers: readonly Answer[]): { ece: number; bins: Bin[] } {
  const known = answers.map(({ ranked: [best], ...truth }) => ({
    sure: best?.confidence ?? 0,
    right: best !== undefined && isRight({ ...truth, ranked: [] }, best.label),
  }))
  const bins = Array.from({ length: binCount }, (_, i): Bin => {
    const inside = known.filter(
      ({ sure }) => Math.min(binCount - 1, Math.floor(sure * binCount)) === i,
    )
    const mean = (sum: number) => (inside.length === 0 ? 0 : round(sum / inside.length))
    return {
      from: i / binCount,
      to: (i + 1) / binCount,
      count: inside.length,
      confidence: mean(inside.reduce((sum, { sure }) => sum + sure, 0)),
      accuracy: mean(inside.filter(({ right }) => right).length),
    }
  })
  const distance = bins.reduce(
    (sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.accuracy),
    0,
  )
  return { ece: round(distance / Math.max(1, known.length)), bins }
}

/** Which labels are taken for which others, most often first. */
export function confusions(answers: readonly Answer[], scope: Scope) {
  const counts = new Map<string, number>()
  for (const answer of answers) {
    const label = finalLabel(answer, scope)
    if (isRight(answer, label)) continue
    const pair = `${answer.label}\t${label}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return [...counts]
    .map(([pair, count]) => {
      const [truth = '', said = ''] = pair.split('\t')
      return { truth, said, count }
    })
    .toSorted((a, b) => b.count - a.count || a.truth.localeCompare(b.truth))
}

/** What every threshold would come to; empty where nothing is out of scope. */
export function tradeOff(answers: readonly Answer[], { outOfScope }: Scope): ScopeShares[] {
  if (!answers.some(({ label }) => label === outOfScope)) return []
  const judged: Judged[] = answers.map(({ label, ranked }) => judge(ranked, label, outOfScope))
  return scopeCurve(judged)
}
