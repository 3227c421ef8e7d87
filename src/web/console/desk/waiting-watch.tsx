import { useEffect, useRef, useState } from 'react'
import type { HandoffView } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { chime, useSound } from '../data/sound.ts'
import { useTongue } from '../tongue.tsx'
import type { ConsoleWords } from '../words/en.ts'

/** Everybody who waits. */
const queuePath = '/handoffs?state=queued'

/** How many seconds a conversation waits by the service's clock; 0 when it does not. */
export function useWaited(conversationId: string): number {
  const { value } = useKnown<{ handoffs: HandoffView[] }>(queuePath)
  const row = value?.handoffs.find((each) => each.conversationId === conversationId)
  return row?.waitedSeconds ?? 0
}

/** Says aloud who has come into the queue, and keeps their number in the title of the page. */
export function WaitingWatch() {
  const { words } = useTongue()
  const sound = useSound()
  const { value } = useKnown<{ handoffs: HandoffView[] }>(queuePath)
  const [said, setSaid] = useState('')
  const known = useRef<ReadonlySet<string>>(undefined)
  const waiting = value?.handoffs

  useEffect(() => {
    const count = waiting?.length ?? 0
    document.title = `${count > 0 ? `(${count}) ` : ''}${words.product} · ${words.console}`
  }, [waiting, words])

  useEffect(() => {
    if (!waiting) return
    const before = known.current
    known.current = new Set(waiting.map(({ id }) => id))
    // Who waited already when the page was opened is no news.
    const fresh = before ? waiting.filter(({ id }) => !before.has(id)) : []
    if (fresh.length === 0) return
    setSaid(
      fresh.map((row) => words.queue.newOne(nameOf(row, words), reasonOf(row, words))).join(' '),
    )
    if (sound) chime()
  }, [waiting, words, sound])

  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  )
}

/** What a customer is called in lists. */
export function nameOf({ customer }: Pick<HandoffView, 'customer'>, words: ConsoleWords): string {
  const role = customer?.role && words.roles[customer.role]
  return customer?.name || role || words.queue.customer
}

/** Why a person was called, in short. */
export function reasonOf({ reason }: Pick<HandoffView, 'reason'>, words: ConsoleWords): string {
  return words.reasons[reason] ?? words.otherReason
}
