import type { Locale } from '../../src/domain/locale.ts'
import type { Ask } from '../flow.ts'
import { personTexts } from './texts.ts'

export const scores = [5, 4, 3, 2, 1] as const
export type Score = (typeof scores)[number]

/** "How was it?", once, after somebody has had the conversation. */
export function askRating(locale: Locale): Ask {
  const words = personTexts[locale]
  const choices = scores.map((score) => ({ label: words.scores[score], value: String(score) }))
  return { slot: 'satisfaction', name: 'satisfaction', text: words.rate, choices }
}

/** What an answer to it says: a choice as it is shown, or the bare number. */
export function scoreIn(text: string, locale: Locale): Score | undefined {
  const said = text.trim()
  const words = personTexts[locale]
  return scores.find(
    (score) => said === words.scores[score] || bareScore.exec(said)?.[1] === String(score),
  )
}

const bareScore = /^([1-5])\s*(?:分|星|stars?|\/\s*5)?[.。!！]?$/iu
