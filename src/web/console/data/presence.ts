import { useCallback, useEffect, useRef, useState } from 'react'
import type { AgentPresence } from '../../../domain/agents/agent.ts'
import type { Calls } from '../api/calls.ts'

const everyMs = 20_000
const place = 'daozhang.console.presence'

type Chosen = Exclude<AgentPresence, 'offline'>

function chosenLast(): Chosen {
  return sessionStorage.getItem(place) === 'away' ? 'away' : 'online'
}

/**
 * Says that somebody is there, again and again, and that they have left when the page is closed.
 * Who signs in is online until they choose otherwise.
 */
export function usePresence(calls: Calls): [Chosen, (next: Chosen) => void] {
  const [presence, setPresence] = useState<Chosen>(chosenLast)
  const latest = useRef(presence)
  latest.current = presence

  const say = useCallback(
    (said: AgentPresence, keepalive = false) =>
      // A heartbeat that is lost is followed by the next one.
      calls.post('/session/presence', { presence: said }, { keepalive }).catch(() => {}),
    [calls],
  )

  useEffect(() => {
    const beat = () => void say(latest.current)
    const leave = () => void say('away', true)
    beat()
    const timer = window.setInterval(beat, everyMs)
    addEventListener('pagehide', leave)
    addEventListener('pageshow', beat)
    return () => {
      window.clearInterval(timer)
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', beat)
    }
  }, [say])

  const choose = useCallback(
    (next: Chosen) => {
      sessionStorage.setItem(place, next)
      setPresence(next)
      void say(next)
    },
    [say],
  )
  return [presence, choose]
}
