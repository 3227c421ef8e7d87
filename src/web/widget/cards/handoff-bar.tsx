/** @jsxImportSource preact */

import type { Tongue } from '../parts/tongue.ts'
import type { HandoffNews } from '../talk/handoff.ts'
import { dateText } from './dates.ts'

interface BarGiven {
  handoff: HandoffNews | undefined
  tongue: Tongue
}

/** Where the customer stands with a person: the place in the queue, who has joined, when the desk opens. */
export function HandoffBar({ handoff, tongue }: BarGiven) {
  return (
    <div id="banner" class={`banner ${handoff?.state ?? ''}`} role="status" hidden={!handoff}>
      {handoff && wordsOf(handoff, tongue)}
    </div>
  )
}

function wordsOf(
  { state, position, agent, waiting, opensAt }: HandoffNews,
  tongue: Tongue,
): string {
  const { words, locale } = tongue
  const opens = opensAt ? words.opens(dateText(opensAt, locale)) : ''
  switch (state) {
    case 'queued':
      return [words.queued(position), waiting && words.minutes(waiting.from, waiting.to), opens]
        .filter(Boolean)
        .join(' ')
    case 'active':
      return agent ? words.joined(agent) : words.handoff.active
    default:
      return [words.handoff[state], opens].filter(Boolean).join(' ')
  }
}
