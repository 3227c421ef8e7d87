import type { Locale } from '../../../domain/locale.ts'
import type { Stage } from '../../../domain/stage.ts'
import { journeyOf, type StepState, toneOf } from '../../widget/cards/journey.ts'
import { chatWords } from './chat-words.ts'

/** A station on the money's way, as the customer is shown it. */
export interface Station {
  name: string
  state: StepState
  /** The state in words. */
  stateName: string
}

/** The same stations in the same words as the customer sees; none when the stage has no way. */
export function stationsOf(stage: Stage, locale: Locale): Station[] {
  const { steps, stepStates } = chatWords[locale]
  return (journeyOf(stage) ?? []).map((state, index) => ({
    name: steps[index] ?? '',
    state,
    stateName: stepStates[state],
  }))
}

/** What a stage is called, and its mood. */
export function stageName(stage: Stage, locale: Locale): string {
  return chatWords[locale].stages[stage]
}

/** The mood of a stage: how it is coloured, always beside words. */
export const stageTone: (stage: Stage) => string = toneOf
