import { signedOutCode } from '../../../ports/desk-topics.ts'

/** What the desk's stream tells: ids only, and what it is about is read anew. */
export type News =
  | { news: 'queue' | 'agents' | 'tickets' }
  | { news: 'conversation' | 'typing'; id: string }

export interface Live {
  /** The conversations whose news are wanted. */
  follow(ids: readonly string[]): void
  close(): void
}

interface Listeners {
  onNews(news: News): void
  onState(isUp: boolean): void
  /** Asked when the stream says that its sign-in has ended: a new one may have taken its place. */
  isSignedIn(): Promise<boolean>
}

const firstWaitMs = 1_000
const longestWaitMs = 15_000

/** The desk's stream, kept open: when it falls, it is opened again, later each time. */
export function openLive(url: string, { onNews, onState, isSignedIn }: Listeners): Live {
  let socket: WebSocket | undefined
  let followed: readonly string[] = []
  let wait = firstWaitMs
  let timer: number | undefined
  let isClosed = false

  const sayWhom = () => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ follow: followed }))
  }

  function open(): void {
    socket = new WebSocket(url)
    socket.addEventListener('open', () => {
      wait = firstWaitMs
      sayWhom()
      onState(true)
    })
    socket.addEventListener('message', ({ data }) => {
      const news = newsOf(String(data))
      if (news) onNews(news)
    })
    socket.addEventListener('close', ({ code }) => {
      if (isClosed) return
      onState(false)
      timer = window.setTimeout(() => void openAgain(code), wait)
      wait = Math.min(wait * 2, longestWaitMs)
    })
  }

  async function openAgain(code: number): Promise<void> {
    if (code === signedOutCode && !(await isSignedIn())) return
    if (!isClosed) open()
  }

  open()
  return {
    follow(ids) {
      followed = ids
      sayWhom()
    },
    close() {
      isClosed = true
      window.clearTimeout(timer)
      socket?.close()
    },
  }
}

/** A frame as news; undefined for what is none of ours. */
export function newsOf(frame: string): News | undefined {
  try {
    const { news, id } = JSON.parse(frame)
    if (news === 'queue' || news === 'agents' || news === 'tickets') return { news }
    const isOfOne = news === 'conversation' || news === 'typing'
    return isOfOne && typeof id === 'string' ? { news, id } : undefined
  } catch {
    return undefined
  }
}

/** What is read again after some news, as beginnings of addresses. */
export function staleAfter(news: News): string[] {
  switch (news.news) {
    case 'queue':
      return ['/handoffs', '/desk']
    case 'conversation':
      return [`/conversations/${encodeURIComponent(news.id)}`, '/handoffs']
    case 'tickets':
      return ['/tickets', '/customers']
    case 'agents':
      return ['/agents', '/desk']
    case 'typing':
      return []
  }
}
