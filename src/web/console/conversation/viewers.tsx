import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { ConversationView, ViewerView } from '../api/shapes.ts'
import { useDesk } from '../data/desk.tsx'
import { useTongue } from '../tongue.tsx'

const everyMs = 15_000

/** Tells that this agent looks, and warns of others who look or write. */
export function Viewers({ conversation }: { conversation: ConversationView }) {
  const { agent, calls } = useDesk()
  const { words } = useTongue()
  const { id } = conversation
  const [viewers, setViewers] = useState<readonly ViewerView[]>([])

  useEffect(() => {
    let isHere = true
    const look = () => {
      if (document.hidden) return
      calls
        .post<{ viewers: ViewerView[] }>(`/conversations/${encodeURIComponent(id)}/view`)
        // Only a courtesy: the next look comes soon.
        .then(
          ({ viewers: seen }) => isHere && setViewers(seen),
          () => {},
        )
    }
    look()
    const timer = window.setInterval(look, everyMs)
    return () => {
      isHere = false
      window.clearInterval(timer)
    }
  }, [calls, id])

  const newest = conversation.viewers ?? viewers
  const others = newest.filter(({ agentId }) => agentId !== agent.id)
  if (others.length === 0) return null
  const typing = others.filter((viewer) => viewer.typing)
  const names = (typing.length > 0 ? typing : others).map(({ name }) => name)
  return (
    <MessageBar intent="warning" className="viewers" role="status">
      <MessageBarBody>
        {typing.length > 0
          ? words.conversation.alsoTyping(names)
          : words.conversation.alsoHere(names)}
      </MessageBarBody>
    </MessageBar>
  )
}
