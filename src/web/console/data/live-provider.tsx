import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { CallProblem } from '../api/calls.ts'
import { useDesk } from './desk.tsx'
import { type Live, type News, openLive, staleAfter } from './live.ts'

const everyMs = 15_000
/** How long a sign of typing holds. */
const typingMs = 5_000

interface Heard {
  isUp: boolean
  /** The conversation whose customer typed a moment ago. */
  typing: string | undefined
  follow(id: string | undefined): void
}

const LiveContext = createContext<Heard>({ isUp: true, typing: undefined, follow: () => {} })

export function useLive(): Heard {
  return useContext(LiveContext)
}

/** News of a conversation while it is open. */
export function useFollowed(id: string | undefined): void {
  const { follow } = useLive()
  useEffect(() => {
    follow(id)
    return () => follow(undefined)
  }, [follow, id])
}

/** Keeps what is on the screen fresh: by news, and every 15 seconds because news may be lost. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { calls, resources } = useDesk()
  const [isUp, setIsUp] = useState(true)
  const { typing, sawTyping, saidWhatTheyTyped } = useTyping()
  const live = useRef<Live>(undefined)

  useEffect(() => {
    const onNews = (news: News) => {
      if (news.news === 'typing') return sawTyping(news.id)
      if (news.news === 'conversation') saidWhatTheyTyped(news.id)
      void resources.refresh(...staleAfter(news))
    }
    const onState = (state: boolean) => {
      setIsUp(state)
      if (state) void resources.refresh('/')
    }
    // Who is signed out is led to the sign-in by the answer itself.
    const isSignedIn = () =>
      calls.get('/desk').then(
        () => true,
        ({ status }: CallProblem) => status !== 401,
      )
    const opened = openLive(streamUrl(), { onNews, onState, isSignedIn })
    live.current = opened
    return () => opened.close()
  }, [calls, resources, sawTyping, saidWhatTheyTyped])

  useEffect(() => {
    // Out of sight, only what can call for somebody is read: a look at a record is kept in the audit.
    const look = () => void resources.refresh(...(document.hidden ? ['/handoffs', '/desk'] : ['/']))
    const timer = window.setInterval(look, everyMs)
    const onShown = () => !document.hidden && look()
    document.addEventListener('visibilitychange', onShown)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', onShown)
    }
  }, [resources])

  const follow = useCallback((id: string | undefined) => live.current?.follow(id ? [id] : []), [])
  const heard = useMemo<Heard>(() => ({ isUp, typing, follow }), [isUp, typing, follow])
  return <LiveContext value={heard}>{children}</LiveContext>
}

function useTyping() {
  const [typing, setTyping] = useState<string>()
  const timer = useRef(0)
  const sawTyping = useCallback((id: string) => {
    window.clearTimeout(timer.current)
    setTyping(id)
    timer.current = window.setTimeout(() => setTyping(undefined), typingMs)
  }, [])
  const saidWhatTheyTyped = useCallback(
    (id: string) => setTyping((before) => (before === id ? undefined : before)),
    [],
  )
  return { typing, sawTyping, saidWhatTheyTyped }
}

function streamUrl(): string {
  const url = new URL('/api/v1/desk/stream', location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}
