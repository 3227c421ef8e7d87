import { useEffect, useState } from 'react'

const framesLooked = 20

/** When a part goes away with the focus in it, the focus returns to where it was before. */
export function useFocusBack(): void {
  // While drawing: once drawn, the part has taken the focus already.
  const [before] = useState(() => document.activeElement)
  useEffect(() => () => giveBack(before, framesLooked), [before])
}

function giveBack(to: Element | null, framesLeft: number): void {
  requestAnimationFrame(() => {
    const isLost = !document.activeElement || document.activeElement === document.body
    if (!isLost || !(to instanceof HTMLElement) || !to.isConnected) return
    to.focus()
    if (framesLeft > 0) giveBack(to, framesLeft - 1)
  })
}
