import { useEffect, useRef } from 'react'
import { type Command, commandOf } from '../keys.ts'

type Handlers = Partial<Record<Command, () => void>>

/** What stands ready for keys, the newest last: it is asked first. */
const ready: { current: Handlers }[] = []
let before = ''

const fields = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]'

function onKeyDown(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : undefined
  const command = commandOf({
    key: event.key,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    composing: event.isComposing,
    inField: Boolean(target?.closest(fields)) || isDialogOpen(),
    inList: Boolean(target?.closest('[data-rows]')),
    before,
  })
  before = event.key
  const handler = command && ready.findLast(({ current }) => current[command])?.current[command]
  if (!handler || event.defaultPrevented) return
  event.preventDefault()
  before = ''
  handler()
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="alertdialog"]') !== null
}

/** Hears keys until the returned function is called. */
export function listenToKeys(): () => void {
  addEventListener('keydown', onKeyDown)
  return () => removeEventListener('keydown', onKeyDown)
}

/** Does something for a command while the part is drawn. Newer parts come first. */
export function useKeys(handlers: Handlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    ready.push(latest)
    return () => {
      ready.splice(ready.indexOf(latest), 1)
    }
  }, [])
}

/** Focuses something as soon as it is drawn, for a moment at most; the first that is there. */
export function focusSoon(...selectors: readonly string[]): void {
  let triesLeft = 20
  const look = () => {
    const found = selectors
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((element) => element !== null)
    if (found) found.focus()
    else if (triesLeft > 0) {
      triesLeft -= 1
      requestAnimationFrame(look)
    }
  }
  requestAnimationFrame(look)
}

/** Moves the focus along the rows of the list on the screen. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] [data-row]')]
  const focused = rows.indexOf(document.activeElement as HTMLElement)
  const current = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === 'true')
  const next = current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + step))
  rows[next]?.focus()
}
