import type { IncomingHttpHeaders } from 'node:http'

/** A host name or address with an optional port, nothing else. */
export function isHost(host: string): boolean {
  return /^[\w.-]+(:\d{1,5})?$|^\[[\da-fA-F:.]+\](:\d{1,5})?$/.test(host)
}

/** True for a call of our own pages, and for a client that is no browser. */
export function isSameOrigin(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  return origin === undefined || hostOf(origin) === hostOf(ownOrigin)
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
