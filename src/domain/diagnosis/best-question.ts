import { catalogue } from './catalogue.ts'
import type { Observation } from './observation.ts'
import type { RankedCause } from './ranked-cause.ts'
import type { Cue, QuestionSlot } from './story.ts'

/** A question whose answer is an observation: the answers it offers, as cues. */
export interface DiagnosticQuestion {
  /** Its name among the words of the dialogs. */
  name: keyof typeof diagnosticQuestions
  slot: QuestionSlot
  answers: readonly Cue[]
}

/** What may be asked to tell causes apart, with the answers that can come back. */
export const diagnosticQuestions = {
  slip: {
    slot: 'slip',
    answers: ['slip_approved', 'slip_declined', 'no_slip', 'slip_other_name'],
  },
  account_change: { slot: 'account', answers: ['account_changed', 'account_not_changed'] },
  bank_debit: { slot: 'other', answers: ['bank_debited', 'bank_not_debited'] },
} as const satisfies Record<string, { slot: QuestionSlot; answers: readonly Cue[] }>

/** Less than this many bits of expected gain is not worth a customer's time. */
const worthAsking = 0.15

/** The question with the highest expected information gain over the remaining causes. */
export function bestQuestion(
  ranked: readonly RankedCause[],
  observed: ReadonlySet<Observation>,
): DiagnosticQuestion | undefined {
  const now = entropy(ranked.map(({ probability }) => probability))
  const open = Object.entries(diagnosticQuestions)
    .filter(([, { answers }]) => !answers.some((answer) => observed.has(`said_${answer}`)))
    .map(([name, { slot, answers }]) => ({
      question: { name, slot, answers } as DiagnosticQuestion,
      gain: now - expectedEntropy(ranked, answers),
    }))
    .toSorted((a, b) => b.gain - a.gain)
  const best = open[0]
  return best && best.gain >= worthAsking ? best.question : undefined
}

function expectedEntropy(ranked: readonly RankedCause[], answers: readonly Cue[]): number {
  const joint = answers.map((answer) =>
    ranked.map(({ cause, probability }) => probability * chance(cause, answer, answers)),
  )
  return joint.reduce((sum, row) => {
    const total = row.reduce((all, each) => all + each, 0)
    if (total === 0) return sum
    return sum + total * entropy(row.map((each) => each / total))
  }, 0)
}

/** How likely this answer is if that cause is the true one, from the catalogue's ratios. */
function chance(cause: RankedCause['cause'], answer: Cue, answers: readonly Cue[]): number {
  const weights = answers.map((each) => answerWeight(cause, each))
  const total = weights.reduce((sum, each) => sum + each, 0)
  return total === 0 ? 1 / answers.length : answerWeight(cause, answer) / total
}

function answerWeight(cause: RankedCause['cause'], answer: Cue): number {
  const rule = catalogue[cause]
  const observation: Observation = `said_${answer}`
  if (rule.denies.includes(observation)) return 0
  return rule.confirms[observation] ?? 1
}

function entropy(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0)
}
