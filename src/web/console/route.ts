/** The parts of the console, as the address names them. */
export const areas = ['queue', 'mine', 'tickets', 'search', 'people', 'answers', 'audit'] as const
export type Area = (typeof areas)[number]

/** Where somebody is: a part, what is open in it, and what is searched for. */
export interface Route {
  area: Area
  /** A conversation, or a ticket's number in `tickets`. */
  id?: string | undefined
  q?: string | undefined
}

const base = '/console'

/** Reads an address; anything unknown is the queue. */
export function routeOf(pathname: string, search = ''): Route {
  const [first = '', second] = pathname.slice(base.length).split('/').filter(Boolean)
  const area = areas.find((name) => name === first) ?? 'queue'
  const q = new URLSearchParams(search).get('q') ?? undefined
  return { area, id: second && decoded(second), ...(q && { q }) }
}

/** The address of a route: `routeOf` reads it back. */
export function pathOf({ area, id, q }: Route): string {
  const path = id ? `${base}/${area}/${encodeURIComponent(id)}` : `${base}/${area}`
  return q ? `${path}?${new URLSearchParams({ q })}` : path
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
