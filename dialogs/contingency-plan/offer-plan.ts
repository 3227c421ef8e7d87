import { type Ask, finish, type Scene, type Turn } from '../flow.ts'
import type { Memory } from '../memory.ts'
import { plainAnswer } from '../words/plain-answer.ts'
import { planTexts } from './plan-words.ts'

/** What `Memory.offered` holds after the offer. */
const planOffered = 'contingency-plan'
const article = 'merchant/contingency-plan'

/** Under the article on contingency plans: shall we make one? Not when a question waits, or to a cardholder. */
export function offerPlan(turn: Turn, articleId: string): Turn {
  const { memory } = turn
  const waits = memory.question !== undefined || memory.suspended.length > 0
  if (articleId !== article || waits || memory.facts.role === 'cardholder') return turn
  return { ...turn, offer: offerOf(memory), memory: { ...memory, offered: planOffered } }
}

function offerOf({ locale }: Memory): Ask {
  const { offer, offerYes, offerNo } = planTexts[locale]
  const choices = [
    { label: offerYes, value: 'yes' },
    { label: offerNo, value: 'no' },
  ]
  return { slot: 'consent', name: 'plan', text: offer, choices }
}

/** The offer taken or declined; undefined when the message is about something else. */
export function answerPlanOffer({ said, memory }: Scene): 'yes' | Turn | undefined {
  if (memory.offered !== planOffered) return undefined
  const { offerYes, offerNo, declined } = planTexts[memory.locale]
  const text = said.text.trim()
  const tapped = [offerYes, offerNo].indexOf(text)
  const taken = tapped < 0 ? plainAnswer(text) : (['yes', 'no'] as const)[tapped]
  if (taken === 'no') return finish(memory, [{ text: declined }])
  return taken
}
