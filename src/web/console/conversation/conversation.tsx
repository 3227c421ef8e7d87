import { useCallback, useMemo } from 'react'
import { CallProblem, query } from '../api/calls.ts'
import type { ConversationView } from '../api/shapes.ts'
import { useDesk, useKnown } from '../data/desk.tsx'
import { useFollowed } from '../data/live-provider.tsx'
import { Waiting } from '../desk/waiting.tsx'
import { Panel } from '../panel/panel.tsx'
import { problemText } from '../problem-text.ts'
import { ScrollBox } from '../scroll-box.tsx'
import { useTongue } from '../tongue.tsx'
import { Composer } from './composer.tsx'
import { FactsSummary } from './facts-summary.tsx'
import { ConversationHead } from './head.tsx'
import { holderOf } from './holder.ts'
import { createInsert } from './insert.ts'
import { Said } from './said.tsx'
import { pageLength } from './transcript.ts'
import { useOutgoing } from './use-outgoing.ts'
import { Viewers } from './viewers.tsx'

interface ConversationProps {
  id: string
  /** The ticket that led here. */
  ticketNo: string | undefined
  showsPanel: boolean
  onPanel(shows: boolean): void
  onBack(): void
}

/** One conversation: its facts, what was said, a place to write, and the panel about it. */
export function Conversation(props: ConversationProps) {
  const { id } = props
  const tongue = useTongue()
  const path = `/conversations/${encodeURIComponent(id)}${query({ locale: tongue.locale, last: pageLength })}`
  const { value, problem } = useKnown<ConversationView>(path)
  useFollowed(id)
  if (problem instanceof CallProblem && !value) {
    return (
      <section className="nothing-open">
        <h2>{problemText(problem, tongue)}</h2>
      </section>
    )
  }
  if (!value) return <Waiting />
  return <Opened {...props} conversation={value} />
}

function Opened(props: ConversationProps & { conversation: ConversationView }) {
  const { id, ticketNo, conversation, showsPanel, onPanel, onBack } = props
  const { agent, resources } = useDesk()
  const { words } = useTongue()
  const holder = holderOf(conversation, agent.id)
  const refresh = useCallback(
    () => resources.refresh(`/conversations/${encodeURIComponent(id)}`, '/handoffs', '/desk'),
    [resources, id],
  )
  const outgoing = useOutgoing(id, refresh)
  const insert = useMemo(() => createInsert(), [])
  return (
    <>
      <section className="conversation" aria-labelledby="conversation-name">
        <ConversationHead
          conversation={conversation}
          holder={holder}
          onBack={onBack}
          onPanel={() => onPanel(true)}
          refresh={refresh}
        />
        <Viewers conversation={conversation} />
        <ScrollBox className="conversation-body" label={words.conversation.said}>
          <FactsSummary conversation={conversation} />
          <Said conversation={conversation} outgoing={outgoing} />
        </ScrollBox>
        <Composer
          conversation={conversation}
          holder={holder}
          outgoing={outgoing}
          insert={insert}
          refresh={refresh}
        />
      </section>
      <Panel
        conversation={conversation}
        ticketNo={ticketNo}
        isAlone={showsPanel}
        onBack={() => onPanel(false)}
        onInsert={(text) => {
          onPanel(false)
          insert.into(text)
        }}
      />
    </>
  )
}
