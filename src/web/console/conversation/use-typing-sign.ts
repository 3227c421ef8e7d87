import { useCallback, useRef } from 'react'
import { useDesk } from '../data/desk.tsx'

const everyMs = 3_000

/** Tells the customer and colleagues that somebody writes, at most every three seconds. */
export function useTypingSign(id: string): () => void {
  const { calls } = useDesk()
  const last = useRef(0)
  return useCallback(() => {
    if (Date.now() - last.current < everyMs) return
    last.current = Date.now()
    // Only a courtesy: a lost sign is no loss.
    calls.post(`/handoffs/${encodeURIComponent(id)}/typing`).catch(() => {})
  }, [calls, id])
}
