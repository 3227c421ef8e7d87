import { type PlanPart, planParts } from '../../src/domain/contingency/plan.ts'
import type { OpenQuestion } from '../memory.ts'

/** The part of the plan that a question asks for, if it does. */
export function partOfQuestion(question: OpenQuestion | undefined): PlanPart | undefined {
  return planParts.find((part) => question?.name === `plan-${part}`)
}
