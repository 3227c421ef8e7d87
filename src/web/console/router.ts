import { type MouseEvent, useMemo, useSyncExternalStore } from 'react'
import { pathOf, type Route, routeOf } from './route.ts'

const moved = 'daozhang:moved'

/** Goes somewhere; `instead` leaves no step to come back to. */
export function go(route: Route, instead = false): void {
  const path = pathOf(route)
  if (path === location.pathname + location.search) return
  if (instead) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  dispatchEvent(new Event(moved))
}

function follow(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(moved, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(moved, listener)
  }
}

/** Where we are; draws anew when that changes. */
export function useRoute(): Route {
  const address = useSyncExternalStore(follow, () => location.pathname + location.search)
  return useMemo(() => {
    const [path = '', search] = address.split('?')
    return routeOf(path, search)
  }, [address])
}

/** What makes an `<a>` a way within the console; with Ctrl or the middle button it opens a tab. */
export function wayTo(route: Route) {
  return {
    href: pathOf(route),
    onClick(event: MouseEvent) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      go(route)
    },
  }
}
