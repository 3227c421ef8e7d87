import type { Locale } from '../../../domain/locale.ts'
import type { DatedStation, Stage } from '../../../domain/stage.ts'
import { dayText } from '../../widget/cards/dates.ts'
import {
  journeyOf,
  type StationDate,
  type StepState,
  stationDates,
  toneOf,
} from '../../widget/cards/journey.ts'
import { chatWords } from './chat-words.ts'

/** A station on the money's way, as the customer is shown it. */
export interface Station {
  name: string
  state: StepState
  /** The state in words. */
  stateName: string
  /** Its day, or by when it is expected, in words; empty when the record tells none. */
  when: string
}

/** The same stations in the same words as the customer sees; none when the stage has no way. */
export function stationsOf(
  stage: Stage,
  dated: readonly DatedStation[] | undefined,
  locale: Locale,
): Station[] {
  const { steps, stepStates } = chatWords[locale]
  const dates = stationDates(dated)
  return (journeyOf(stage) ?? []).map((state, index) => ({
    name: steps[index] ?? '',
    state,
    stateName: stepStates[state],
    when: dayInWords(dates[index], locale),
  }))
}

function dayInWords(date: StationDate | undefined, locale: Locale): string {
  if (!date) return ''
  const day = dayText(date.at, locale)
  return date.isExpected ? `${chatWords[locale].expected} ${day}` : day
}

/** What a stage is called, and its mood. */
export function stageName(stage: Stage, locale: Locale): string {
  return chatWords[locale].stages[stage]
}

/** The mood of a stage: how it is coloured, always beside words. */
export const stageTone: (stage: Stage) => string = toneOf
