/** @jsxImportSource preact */
import type { MessageNeeds } from '../parts/message-needs.ts'
import { entityOf, isAdaptiveCard, type PageActivity, speakerOf } from '../talk/activity.ts'
import { clockText } from '../text/clock.ts'
import { withMarks } from '../text/marks.ts'
import { AdaptiveCardBox } from './adaptive-card-box.tsx'
import { Attached } from './attached.tsx'
import { BotText } from './bot-text.tsx'
import { Cards } from './cards.tsx'
import { VerdictCard } from './verdict-card.tsx'

/** A message of the log with all that it carries. */
export function Logged({ activity, needs }: { activity: PageActivity; needs: MessageNeeds }) {
  const { tongue, server } = needs
  const { words, locale } = tongue
  const speaker = speakerOf(activity)
  const isWarning = entityOf(activity, 'support/warning') !== undefined
  const time = clockText(activity.timestamp ?? '', locale)
  return (
    <li class={`message ${speaker}${isWarning ? ' warning' : ''}`}>
      {/* A person is always told apart from the bot. */}
      {speaker === 'agent' && (
        <p class="byline">
          <b>{activity.from?.name}</b> {words.agent}
        </p>
      )}
      <Body activity={activity} needs={needs} />
      <Cards activity={activity} tongue={tongue} server={server} />
      <p class="note">{speaker === 'user' ? `${time} · ${words.sent}` : time}</p>
    </li>
  )
}

function Body({ activity, needs }: { activity: PageActivity; needs: MessageNeeds }) {
  const text = activity.text ?? ''
  const verdict = entityOf(activity, 'support/verdict')
  if (verdict) return <VerdictCard text={text} verdict={verdict} tongue={needs.tongue} />
  const cards = (activity.attachments ?? []).filter(isAdaptiveCard)
  // A plan's card says it all, with a link in place of the address.
  const isEmpty = entityOf(activity, 'support/plan') || !(text || hasOther(activity, cards.length))
  return (
    <>
      {!isEmpty && <Bubble activity={activity} needs={needs} />}
      {cards.map((card) => (
        <AdaptiveCardBox card={card} submit={needs.submit} />
      ))}
    </>
  )
}

function hasOther({ attachments = [] }: PageActivity, cards: number): boolean {
  return attachments.length > cards
}

function Bubble({ activity, needs }: { activity: PageActivity; needs: MessageNeeds }) {
  const { words } = needs.tongue
  const text = activity.text ?? ''
  const isNote = entityOf(activity, 'support/redaction') !== undefined
  return (
    <div class={isNote ? 'bubble hidden-note' : 'bubble'}>
      {entityOf(activity, 'support/warning') && <strong class="alarm">{words.warning}</strong>}
      {speakerOf(activity) === 'user' ? withMarks(text, words) : <BotText text={text} />}
      {activity.attachments?.map((attachment) => (
        <Attached attachment={attachment} needs={needs} />
      ))}
    </div>
  )
}
