/** How far the end may be from sight and the reader still counts as reading along. */
const nearPx = 200
const marginPx = 12

export interface ReadingPlace {
  /** From here on is new: the view never scrolls past it by itself. */
  startAt(item: HTMLElement): void
  /** Goes to the newest lines, unless the reader has scrolled up to read. */
  settle(): void
}

/**
 * Scrolls along with a conversation, but keeps the customer's last words in sight: a long answer
 * is read from its beginning.
 */
export function createReadingPlace(scroller: HTMLElement): ReadingPlace {
  let start: HTMLElement | undefined
  let isFollowing = true

  const target = () => {
    const end = scroller.scrollHeight - scroller.clientHeight
    if (!start?.isConnected) return end
    const top = start.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    return Math.min(end, scroller.scrollTop + top - marginPx)
  }
  const settle = () => {
    if (isFollowing) scroller.scrollTo({ top: target() })
  }
  scroller.addEventListener('scroll', () => {
    isFollowing = scroller.scrollTop > target() - nearPx
  })
  addEventListener('resize', settle)
  return {
    startAt(item) {
      start = item
      isFollowing = true
    },
    settle,
  }
}
