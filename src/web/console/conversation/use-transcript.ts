import { useState } from 'react'
import { query } from '../api/calls.ts'
import type { ConversationView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { pageLength, type Stretch, withEnd, withPageBefore } from './transcript.ts'

interface Transcript extends Stretch {
  /** An earlier page is being read. */
  isReading: boolean
  readEarlier(): void
}

/** What is kept of a conversation, and the reading of its end that is in it already. */
interface Kept {
  id: string
  end: Stretch
  stretch: Stretch
}

/** What was said, from its end back to where somebody has asked to read. */
export function useTranscript(conversation: ConversationView): Transcript {
  const { calls } = useDesk()
  const { busy, act } = useAct()
  const { id } = conversation
  const [kept, setKept] = useState<Kept>(() => begun(conversation))
  // Drawn at once with what has just been read, as React wants state that follows from props.
  const current = following(kept, conversation)
  if (current !== kept) setKept(current)

  async function readPage(): Promise<void> {
    const before = current.stretch.transcript[0]?.seq
    const path = `/conversations/${encodeURIComponent(id)}${query({ last: pageLength, before })}`
    const page = await calls.get<ConversationView>(path)
    setKept((known) =>
      known.id === id ? { ...known, stretch: withPageBefore(known.stretch, page) } : known,
    )
  }

  return { ...current.stretch, isReading: busy, readEarlier: () => void act(readPage) }
}

function begun(conversation: ConversationView): Kept {
  return { id: conversation.id, end: conversation, stretch: conversation }
}

function following(kept: Kept, conversation: ConversationView): Kept {
  if (kept.id !== conversation.id) return begun(conversation)
  if (kept.end === conversation) return kept
  return { ...kept, end: conversation, stretch: withEnd(kept.stretch, conversation) }
}
