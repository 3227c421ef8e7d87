/** How far the end may be from sight and the reader still counts as reading along. */
const nearPx = 200
const marginPx = 12

export interface ReadingPlace {
  /** The customer spoke: the view follows again. */
  follow(): void
  /** Goes to the newest lines, unless the reader has scrolled up to read. */
  settle(): void
  /** Goes to the very end. */
  toEnd(): void
  /** Stops listening to the window. */
  leave(): void
}

export interface ReadingNeeds {
  /** Where the newest words begin: the view never scrolls past it by itself. */
  newest(): HTMLElement | undefined
  tellEnd(isInSight: boolean): void
}

/**
 * Scrolls along with a conversation, but keeps the customer's last words in sight: a long answer
 * is read from its beginning. What nobody asked for is gone to only by who has read to the end. Tells
 * whether the end is in sight.
 */
export function createReadingPlace(
  scroller: HTMLElement,
  { newest, tellEnd }: ReadingNeeds,
): ReadingPlace {
  let isFollowing = true
  let isAtEnd = true
  let start: HTMLElement | undefined

  const end = () => scroller.scrollHeight - scroller.clientHeight
  const target = () => {
    if (!start) return end()
    const top = start.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    return Math.min(end(), scroller.scrollTop + top - marginPx)
  }
  const look = () => {
    isAtEnd = scroller.scrollTop > end() - marginPx * 2
    tellEnd(isAtEnd)
  }
  const settle = () => {
    if (isAtEnd) start = newest()
    if (isFollowing) scroller.scrollTo({ top: target() })
    look()
  }
  scroller.addEventListener('scroll', () => {
    isFollowing = scroller.scrollTop > target() - nearPx
    look()
  })
  addEventListener('resize', settle)
  return {
    follow() {
      isFollowing = true
      isAtEnd = true
    },
    settle,
    toEnd: () => scroller.scrollTo({ top: end() }),
    leave: () => removeEventListener('resize', settle),
  }
}
