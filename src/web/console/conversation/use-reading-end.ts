import { type RefObject, useEffect, useRef, useState } from 'react'

interface Reading {
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
  /** Something new came where the reader does not look. */
  hasNews: boolean
  toEnd(): void
}

/** Pixels from the end within which somebody reads the end. */
const near = 160

function boxOf({ current }: RefObject<HTMLDivElement | null>) {
  return current?.closest('.conversation-body')
}

/** Who reads at the end stays there when something new comes; who reads further up is told. */
export function useReadingEnd(
  count: number,
  { first, startsAtEnd, isSending }: Reading,
): ReadingEnd {
  const end = useRef<HTMLDivElement>(null)
  const before = useRef(0)
  const firstBefore = useRef(first)
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
    const isMore = count > before.current
    const isFirst = before.current === 0
    const isFurtherBack = !isFirst && firstBefore.current !== first
    before.current = count
    firstBefore.current = first
    if (!isMore || isFurtherBack) return
    const box = boxOf(end)
    if (wasNear.current || isSending) {
      if (box) box.scrollTop = box.scrollHeight
    } else if (!isFirst) setHasNews(true)
  }, [count, first, isSending])

  return { end, hasNews, toEnd }
}
