import type { HandoffView } from '../api/shapes.ts'
import type { Area } from '../route.ts'
import { stretch } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { isUnanswered } from './rail.tsx'
import { PriorityBadge, Row } from './rows.tsx'
import { nameOf, reasonOf } from './waiting-watch.tsx'

/** From then on the waiting time is shown as a fault of ours. */
const longWaitSeconds = 600

interface HandoffRowProps {
  row: HandoffView
  area: Area
  isOpen: boolean
}

/** Who it is, why they called, how long they wait, and what they said last. */
export function HandoffRow({ row, area, isOpen }: HandoffRowProps) {
  const { words, locale } = useTongue()
  const isWaiting = row.state === 'queued'
  const language = row.language && row.language !== locale ? words.languages[row.language] : ''
  const skill = row.skill && row.skill !== 'general' ? (words.skills[row.skill] ?? row.skill) : ''
  const about = [reasonOf(row, words), row.causeName, skill, language].filter(Boolean)
  return (
    <Row to={{ area, id: row.conversationId }} isOpen={isOpen} className={row.priority}>
      <span className="row-line">
        <b className="row-name">{nameOf(row, words)}</b>
        <span className="row-time">
          {isWaiting && <WaitedTime seconds={row.waitedSeconds ?? 0} />}
          {!isWaiting && isUnanswered(row) && (
            <span className="unanswered">{words.mine.unanswered}</span>
          )}
        </span>
      </span>
      <span className="row-line">
        <span className="row-about">{about.join(' · ')}</span>
        {row.priority < 'P3' && <PriorityBadge priority={row.priority} />}
      </span>
      {row.preview && (
        <span className="row-preview" lang={row.language}>
          {row.preview}
        </span>
      )}
      {area === 'mine' && row.agentName && row.state === 'active' && (
        <span className="unseen">{words.conversation.with(row.agentName)}</span>
      )}
    </Row>
  )
}

function WaitedTime({ seconds }: { seconds: number }) {
  const { words, locale } = useTongue()
  return (
    <time className={seconds > longWaitSeconds ? 'long-wait' : ''}>
      {words.queue.waited(stretch(seconds, locale))}
    </time>
  )
}
