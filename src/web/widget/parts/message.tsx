/** @jsxImportSource preact */
import type { CardsKit } from '../cards/cards-kit.tsx'
import { speakerOf } from '../talk/activity.ts'
import type { Shown } from '../talk/talk-state.ts'
import { withMarks } from '../text/marks.ts'
import type { MessageNeeds } from './message-needs.ts'

interface MessageGiven {
  shown: Shown
  needs: MessageNeeds
  /** Absent while it is loaded: then words are shown as they are. */
  kit: CardsKit | undefined
}

/** A message of the log, or a draft of the customer's own. */
export function Message({ shown, needs, kit }: MessageGiven) {
  if (shown.delivery) return <Draft draft={shown} needs={needs} />
  const { activity } = shown
  if (kit) return <kit.Logged activity={activity} needs={needs} />
  return (
    <li class={`message ${speakerOf(activity)}`}>
      <div class="bubble plain">{activity.text}</div>
    </li>
  )
}

type DraftShown = Extract<Shown, { text: string }>

function Draft({ draft, needs }: { draft: DraftShown; needs: MessageNeeds }) {
  const { words } = needs.tongue
  const isFailed = draft.delivery === 'failed'
  return (
    <li class={`message user ${draft.delivery}`}>
      <div class="bubble">{withMarks(draft.text, words)}</div>
      <p class="note" role={isFailed ? 'alert' : undefined}>
        {words[draft.delivery]}
        {isFailed && (
          <button class="retry" type="button" onClick={() => needs.retry(draft.key)}>
            {words.retry}
          </button>
        )}
      </p>
    </li>
  )
}
