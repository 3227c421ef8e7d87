import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ConversationView } from '../api/shapes.ts'
import { useLive } from '../data/live-provider.tsx'
import { useTongue } from '../tongue.tsx'
import { type Entry, entriesOf } from './entries.ts'
import { Message, WaitingMessage } from './message.tsx'
import type { Outgoing } from './use-outgoing.ts'

/** So many lines are shown at first: the facts card says the rest. */
const shownAtFirst = 8

interface SaidProps {
  conversation: ConversationView
  outgoing: Outgoing
}

/** What was said, the latest first to be seen, the earlier on request. */
export function Said({ conversation, outgoing }: SaidProps) {
  const { words } = useTongue()
  const { typing } = useLive()
  const [showsAll, setShowsAll] = useState(false)
  const entries = entriesOf(conversation)
  const hidden = showsAll ? 0 : Math.max(0, entries.length - shownAtFirst)
  const shown = entries.slice(hidden)
  const end = useEndInSight(entries, outgoing.waiting.length)
  return (
    <section className="said" aria-labelledby="said-title">
      <div className="said-head">
        <h3 id="said-title">{words.conversation.said}</h3>
        {(hidden > 0 || showsAll) && entries.length > shownAtFirst && (
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? words.conversation.fewer : words.conversation.earlier(hidden)}
          </Button>
        )}
      </div>
      {entries.length === 0 && <p className="soft">{words.conversation.nothingSaid}</p>}
      <ol className="messages" role="log" aria-label={words.conversation.said}>
        {shown.map((entry) => (
          <Message key={entry.key} entry={entry} language={conversation.facts?.customer.language} />
        ))}
        {outgoing.waiting.map((each) => (
          <WaitingMessage key={each.key} message={each} outgoing={outgoing} />
        ))}
      </ol>
      <p className="typing" role="status">
        {typing === conversation.id && words.conversation.customerTyping}
      </p>
      <div ref={end} />
    </section>
  )
}

/** Who reads at the end stays there when something new comes; who reads further up is left alone. */
function useEndInSight(entries: readonly Entry[], waiting: number) {
  const end = useRef<HTMLDivElement>(null)
  const count = entries.length + waiting
  const before = useRef(0)
  useEffect(() => {
    const isFirst = before.current === 0
    before.current = count
    const box = end.current?.closest('.conversation-body')
    if (!box || isFirst) return
    const isNearEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 320
    if (isNearEnd || waiting > 0) box.scrollTop = box.scrollHeight
  }, [count, waiting])
  return end
}
