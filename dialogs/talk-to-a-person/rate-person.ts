import type { Locale } from '../../src/domain/locale.ts'
import type { Ask } from '../flow.ts'
import type { Memory } from '../memory.ts'
import { personTexts } from './texts.ts'

export const scores = [5, 4, 3, 2, 1] as const
export type Score = (typeof scores)[number]

/** "How was it?", once, after somebody has had the conversation. */
export function askRating(locale: Locale): Ask {
  const words = personTexts[locale]
  const choices = scores.map((score) => ({ label: words.scores[score], value: String(score) }))
  return { slot: 'satisfaction', name: 'satisfaction', text: words.rate, choices }
}

/** What an answer to it says: a choice as it is shown; a bare number while nothing else is asked. */
export function scoreIn(
  text: string,
  { locale, question }: Pick<Memory, 'locale' | 'question'>,
): Score | undefined {
  const said = text.trim()
  const bare = question ? undefined : bareScore.exec(said)?.[1]
  return scores.find(
    (score) => said === personTexts[locale].scores[score] || bare === String(score),
  )
}

const bareScore = /^([1-5])\s*(?:分|星|stars?|\/\s*5)?[.。!！]?$/iu

/** A judgement that a lead should read. */
export function isPoor(score: number): boolean {
  return score <= 2
}
