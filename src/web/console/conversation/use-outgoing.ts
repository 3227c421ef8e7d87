import { useCallback, useEffect, useRef, useState } from 'react'
import { useDesk } from '../data/desk.tsx'
import { problemText } from '../problem-text.ts'
import { useTongue } from '../tongue.tsx'
import { newKey } from './new-key.ts'

/** Words on their way. `problem` says why they did not go. */
export interface WaitingText {
  key: string
  text: string
  problem?: string | undefined
}

/** What the agent has sent and the service does not show yet. */
export interface Outgoing {
  waiting: readonly WaitingText[]
  send(text: string): void
  again(key: string): void
  discard(key: string): void
}

/** Sends in order, one after the other; a key makes a repeated sending safe. */
export function useOutgoing(id: string, refresh: () => Promise<void>): Outgoing {
  const { calls } = useDesk()
  const tongue = useTongue()
  const [waiting, setWaiting] = useState<readonly WaitingText[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())
  const latest = useRef(tongue)
  useEffect(() => {
    latest.current = tongue
  })

  const post = useCallback(
    ({ key, text }: WaitingText) => {
      const one = async () => {
        try {
          await calls.post(`/handoffs/${encodeURIComponent(id)}/message`, { text }, { key })
          await refresh()
          setWaiting((all) => all.filter((each) => each.key !== key))
        } catch (reason) {
          const problem = problemText(reason, latest.current)
          setWaiting((all) => all.map((each) => (each.key === key ? { ...each, problem } : each)))
        }
      }
      line.current = line.current.then(one)
    },
    [calls, id, refresh],
  )

  return {
    waiting,
    send(text) {
      const message = { key: newKey(), text }
      setWaiting((all) => [...all, message])
      post(message)
    },
    again(key) {
      const message = waiting.find((each) => each.key === key)
      if (!message) return
      setWaiting((all) => all.map((each) => (each.key === key ? { key, text: each.text } : each)))
      post(message)
    },
    discard: (key) => setWaiting((all) => all.filter((each) => each.key !== key)),
  }
}
