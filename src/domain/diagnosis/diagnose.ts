import { deriveStage, type Stage } from '../stage.ts'
import { bestQuestion, type DiagnosticQuestion } from './best-question.ts'
import type { CaseEvidence } from './case-evidence.ts'
import { catalogue } from './catalogue.ts'
import { type Cause, causeCodes } from './causes.ts'
import type { Observation } from './observation.ts'
import { observe } from './observe.ts'
import { deductions } from './observe-money.ts'
import type { RankedCause } from './ranked-cause.ts'
import type { Seen } from './seen.ts'

/** A cause that cannot be it, and the observation that says so. */
export interface RuledOut {
  cause: Cause
  because: Observation
}

export interface Diagnosis {
  stage: Stage
  cause: Cause
  /** Best first; at most five, probabilities between 0 and 1. */
  candidates: RankedCause[]
  ruledOut: RuledOut[]
  /** What was seen, the observations that speak for the named cause first. */
  evidence: Seen[]
  /** The one question that would tell the remaining causes apart best; absent when one stands out. */
  question?: DiagnosticQuestion | undefined
}

/** Below this the leading cause is not sure enough to be named without asking. */
const sureEnough = 0.6
const mostCandidates = 5

/**
 * Ranks the causes by what was seen, says what is ruled out and why, and picks the next question.
 * Naive Bayes over the catalogue: priors by who asks, likelihood ratios of the observations.
 */
export function diagnose(evidence: CaseEvidence): Diagnosis {
  const seen = observe(evidence)
  const observed = new Set(seen.map(({ observation }) => observation))
  const ranked = rankCauses(observed, evidence.role)
  const cause = ranked[0]?.cause ?? 'RC_NOT_FOUND'
  const unsure = (ranked[0]?.probability ?? 0) < sureEnough
  return {
    stage: stageOf(evidence, observed),
    cause,
    candidates: ranked.slice(0, mostCandidates),
    ruledOut: ruleOut(observed, evidence.role),
    evidence: seen.toSorted((a, b) => weight(cause, b) - weight(cause, a)),
    question: unsure ? bestQuestion(ranked, observed) : undefined,
  }
}

/** All causes that stay possible, likeliest first, probabilities summing to one. */
export function rankCauses(
  observed: ReadonlySet<Observation>,
  role: 'merchant' | 'cardholder',
): RankedCause[] {
  const scores = causeCodes.map((cause) => ({ cause, score: score(cause, observed, role) }))
  const total = scores.reduce((sum, each) => sum + each.score, 0)
  return scores
    .filter((each) => each.score > 0)
    .map(({ cause, score }) => ({ cause, probability: score / total }))
    .toSorted((a, b) => b.probability - a.probability)
}

function score(
  cause: Cause,
  observed: ReadonlySet<Observation>,
  role: 'merchant' | 'cardholder',
): number {
  const rule = catalogue[cause]
  if (rule.denies.some((observation) => observed.has(observation))) return 0
  const confirmed = Object.entries(rule.confirms) as [Observation, number][]
  return confirmed.reduce(
    (product, [observation, ratio]) => (observed.has(observation) ? product * ratio : product),
    rule.prior[role],
  )
}

function ruleOut(observed: ReadonlySet<Observation>, role: 'merchant' | 'cardholder'): RuledOut[] {
  return causeCodes.flatMap((cause) => {
    const rule = catalogue[cause]
    const because = rule.denies.find((observation) => observed.has(observation))
    return because && rule.prior[role] > 0 ? [{ cause, because }] : []
  })
}

function weight(cause: Cause, { observation }: Seen): number {
  return catalogue[cause].confirms[observation] ?? 0
}

function stageOf(evidence: CaseEvidence, observed: ReadonlySet<Observation>): Stage {
  return deriveStage(evidence.record, {
    role: evidence.role,
    payoutHasDeductions: evidence.role === 'merchant' && deductions(evidence).length > 0,
    overdue: observed.has('overdue'),
  })
}
