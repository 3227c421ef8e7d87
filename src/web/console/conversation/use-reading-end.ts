import { type RefObject, useEffect, useRef, useState } from 'react'

interface Reading {
  /** How many lines there are. */
  count: number
  /** How many of them the customer said: only those are worth a call. */
  heard: number
  /** Names the first line: another one has been read from further back, which is no news. */
  first: string | undefined
  /** Whoever has spoken already wants the latest words first, and not the facts. */
  startsAtEnd: boolean
  /** The reader's own words are on their way. */
  isSending: boolean
}

interface ReadingEnd {
  /** Stands behind the last line. */
  end: RefObject<HTMLDivElement | null>
  /** The customer said something where the reader does not look. */
  hasNews: boolean
  toEnd(): void
}

/** Pixels from the end within which somebody reads the end. */
const near = 160

function boxOf({ current }: RefObject<HTMLDivElement | null>) {
  return current?.closest('.conversation-body')
}

type Lines = Pick<Reading, 'count' | 'first'>

/** More lines than before, and none of them from further back. */
const goesOn = (before: Lines, now: Lines) =>
  now.count > before.count && (before.count === 0 || before.first === now.first)

/** Who reads at the end stays there when something new comes; who reads further up is told. */
export function useReadingEnd(reading: Reading): ReadingEnd {
  const { count, heard, first, startsAtEnd, isSending } = reading
  const end = useRef<HTMLDivElement>(null)
  const before = useRef({ count: 0, heard: 0, first })
  const wasNear = useRef(startsAtEnd)
  const [hasNews, setHasNews] = useState(false)
  const toEnd = () => {
    const box = boxOf(end)
    if (box) box.scrollTop = box.scrollHeight
    setHasNews(false)
  }

  useEffect(() => {
    const box = boxOf(end)
    const onScroll = () => {
      if (!box) return
      wasNear.current = box.scrollHeight - box.scrollTop - box.clientHeight < near
      if (wasNear.current) setHasNews(false)
    }
    box?.addEventListener('scroll', onScroll)
    return () => box?.removeEventListener('scroll', onScroll)
  }, [])

  useEffect(() => {
    const last = before.current
    before.current = { count, heard, first }
    if (!goesOn(last, { count, first })) return
    const box = boxOf(end)
    if (wasNear.current || isSending) {
      if (box) box.scrollTop = box.scrollHeight
    } else if (last.count > 0 && heard > last.heard) setHasNews(true)
  }, [count, heard, first, isSending])

  return { end, hasNews, toEnd }
}
