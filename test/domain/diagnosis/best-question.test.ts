import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestQuestion, diagnosticQuestions } from '../../../src/domain/diagnosis/best-question.ts'
import { catalogue } from '../../../src/domain/diagnosis/catalogue.ts'
import { type Cause, causeCodes } from '../../../src/domain/diagnosis/causes.ts'
import { diagnose } from '../../../src/domain/diagnosis/diagnose.ts'
import type { Observation } from '../../../src/domain/diagnosis/observation.ts'
import type { RankedCause } from '../../../src/domain/diagnosis/ranked-cause.ts'
import { type Cue, cues } from '../../../src/domain/diagnosis/story.ts'
import { sampleCase } from './sample.ts'

const nothing: ReadonlySet<Observation> = new Set()
const even = (...causes: Cause[]): RankedCause[] =>
  causes.map((cause) => ({ cause, probability: 1 / causes.length }))

/** How likely an answer is under a cause: the catalogue's ratios, shared out over the answers. */
function likelihood(cause: Cause, answer: Cue, answers: readonly Cue[]): number {
  const weigh = (each: Cue) =>
    catalogue[cause].denies.includes(`said_${each}`)
      ? 0
      : (catalogue[cause].confirms[`said_${each}`] ?? 1)
  const total = answers.map(weigh).reduce((sum, each) => sum + each, 0)
  return total === 0 ? 1 / answers.length : weigh(answer) / total
}

/** Mutual information of answer and cause, in bits: another way to the same expected gain. */
function gain(ranked: readonly RankedCause[], answers: readonly Cue[]): number {
  let bits = 0
  for (const answer of answers) {
    const cells = ranked.map(({ cause, probability }) => ({
      prior: probability,
      joint: probability * likelihood(cause, answer, answers),
    }))
    const marginal = cells.reduce((sum, { joint }) => sum + joint, 0)
    for (const { prior, joint } of cells) {
      if (joint > 0) bits += joint * Math.log2(joint / (prior * marginal))
    }
  }
  return bits
}

const beliefs = fc
  .uniqueArray(fc.constantFrom(...causeCodes), { minLength: 1, maxLength: 8 })
  .chain((causes) =>
    fc
      .array(fc.integer({ min: 1, max: 100 }), {
        minLength: causes.length,
        maxLength: causes.length,
      })
      .map((weights) => {
        const total = weights.reduce((sum, each) => sum + each, 0)
        return causes.map((cause, index) => ({ cause, probability: (weights[index] ?? 1) / total }))
      }),
  )
const answered = fc
  .uniqueArray(fc.constantFrom(...cues), { maxLength: 4 })
  .map((said) => new Set(said.map((cue) => `said_${cue}` as const)))

const isOpen = (answers: readonly Cue[], observed: ReadonlySet<Observation>) =>
  !answers.some((answer) => observed.has(`said_${answer}`))

describe('bestQuestion', () => {
  it.each<[string, RankedCause[]]>([
    ['slip', even('RC_WRONG_PROVIDER', 'RC_DECLINED')],
    ['account_change', even('RC_OLD_ACCOUNT', 'RC_BANK_POSTING_DELAY')],
    ['bank_debit', even('RC_ONE_SIDED', 'RC_REFUND_IN_PROGRESS', 'RC_REFUND_IN_PROGRESS')],
  ])('asks about %s when that tells the causes apart', (name, ranked) => {
    const other = name === 'bank_debit' ? new Set(['said_no_slip'] as const) : nothing
    expect(bestQuestion(ranked, other)?.name).toBe(name)
  })

  it('asks nothing when one cause is left', () => {
    expect(bestQuestion(even('RC_OLD_ACCOUNT'), nothing)).toBeUndefined()
  })

  it('asks nothing when no answer would tell the causes apart', () => {
    expect(bestQuestion(even('RC_REFUND_FAILED', 'RC_NETTED'), nothing)).toBeUndefined()
  })

  it('never asks what is answered', () => {
    fc.assert(
      fc.property(beliefs, answered, (ranked, observed) => {
        const question = bestQuestion(ranked, observed)
        if (question) expect(isOpen(question.answers, observed)).toBe(true)
      }),
    )
  })

  it('asks the open question with the highest expected gain', () => {
    fc.assert(
      fc.property(beliefs, answered, (ranked, observed) => {
        const open = Object.values(diagnosticQuestions).filter(({ answers }) =>
          isOpen(answers, observed),
        )
        const best = Math.max(0, ...open.map(({ answers }) => gain(ranked, answers)))
        const question = bestQuestion(ranked, observed)
        if (question) expect(gain(ranked, question.answers)).toBeCloseTo(best, 9)
        else expect(best).toBeLessThan(0.15 + 1e-9)
      }),
    )
  })
})

describe('diagnose, asking', () => {
  it('asks nothing when one cause stands out', () => {
    const told = { record: { payout: { state: 'returned' as const, failureText: '户名不符' } } }
    expect(diagnose(sampleCase(told)).question).toBeUndefined()
  })

  it('asks one of the questions it knows when it is not sure', () => {
    const { question, candidates } = diagnose(sampleCase({ role: 'cardholder', record: null }))
    expect(candidates[0]?.probability).toBeLessThan(1)
    if (question) expect(Object.keys(diagnosticQuestions)).toContain(question.name)
  })
})
