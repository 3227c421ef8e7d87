import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ConversationView } from '../api/shapes.ts'
import { useLive } from '../data/live-provider.tsx'
import { useTongue } from '../tongue.tsx'
import { entriesOf } from './entries.ts'
import { Message, WaitingMessage } from './message.tsx'
import type { Outgoing } from './use-outgoing.ts'
import { useReadingEnd } from './use-reading-end.ts'
import { useTranscript } from './use-transcript.ts'

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
  const said = useTranscript(conversation)
  const entries = entriesOf({ ...conversation, ...said }, words)
  const hidden = showsAll ? 0 : Math.max(0, entries.length - shownAtFirst)
  const shown = entries.slice(hidden)
  const hasSpoken = entries.some(({ speaker }) => speaker === 'agent')
  const { end, hasNews, toEnd } = useReadingEnd({
    count: entries.length + outgoing.waiting.length,
    heard: entries.filter(({ speaker }) => speaker === 'customer').length,
    first: entries[0]?.key,
    startsAtEnd: hasSpoken,
    isSending: outgoing.waiting.length > 0,
  })
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
            {showsAll
              ? words.conversation.fewer
              : words.conversation.earlier(`${hidden}${said.earlier ? '+' : ''}`)}
          </Button>
        )}
      </div>
      {showsAll && said.earlier && (
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={said.isReading}
          onClick={said.readEarlier}
        >
          {words.conversation.furtherBack}
        </Button>
      )}
      {entries.length === 0 && <p className="soft">{words.conversation.nothingSaid}</p>}
      <div role="log" aria-label={words.conversation.said}>
        <ol className="messages">
          {shown.map((entry) => (
            <Message
              key={entry.key}
              conversationId={conversation.id}
              entry={entry}
              language={conversation.facts?.customer.language}
            />
          ))}
          {outgoing.waiting.map((each) => (
            <WaitingMessage key={each.key} message={each} outgoing={outgoing} />
          ))}
        </ol>
      </div>
      <p className="typing" role="status">
        {typing === conversation.id && words.conversation.customerTyping}
      </p>
      <div ref={end} />
      {hasNews && (
        <Button className="to-news" appearance="primary" size="small" onClick={toEnd}>
          {words.conversation.news}
        </Button>
      )}
    </section>
  )
}
