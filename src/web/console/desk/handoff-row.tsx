import type { HandoffView } from '../api/shapes.ts'
import { useDesk } from '../data/desk.tsx'
import type { Area } from '../route.ts'
import { stretch } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import type { ConsoleWords } from '../words/en.ts'
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
  const { agent } = useDesk()
  const { words, locale } = useTongue()
  const language = row.language && row.language !== locale ? words.languages[row.language] : ''
  const skill = row.skill && row.skill !== 'general' ? (words.skills[row.skill] ?? row.skill) : ''
  const about = [
    meantText(row, words, agent.id),
    reasonOf(row, words),
    row.causeName,
    skill,
    language,
  ]
  return (
    <Row to={{ area, id: row.conversationId }} isOpen={isOpen} className={row.priority}>
      <span className="row-line">
        <b className="row-name">{nameOf(row, words)}</b>
        <span className="row-time">
          <RowState row={row} />
        </span>
      </span>
      <span className="row-line">
        <span className="row-about">{about.filter(Boolean).join(' · ')}</span>
        {row.priority < 'P3' && <PriorityBadge priority={row.priority} />}
      </span>
      {row.preview && (
        <span className="row-preview" lang={row.language}>
          {row.preview}
        </span>
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

/** How long they wait, who has them, or that they wait for this agent's answer. */
function RowState({ row }: { row: HandoffView }) {
  const { agent } = useDesk()
  const { words } = useTongue()
  if (row.state === 'queued') return <WaitedTime seconds={row.waitedSeconds ?? 0} />
  if (row.agent !== agent.id) return words.conversation.with(row.agentName ?? '')
  return isUnanswered(row) && <span className="unanswered">{words.mine.unanswered}</span>
}

/** Whom a transfer was meant for. */
function meantText(
  { meantFor, meantForName }: HandoffView,
  words: ConsoleWords,
  me: string,
): string {
  if (meantFor === undefined) return ''
  return meantFor === me ? words.queue.forYou : words.queue.forName(meantForName ?? meantFor)
}
