import type { IncomingMessage } from 'node:http'

/** Direct Line clients run on other people's pages; every other route is same-origin. */
function isOpenToPages(url: string): boolean {
  return url.startsWith('/v3/directline/')
}

/**
 * Access is by bearer token, never by cookie, so any page may call. `getsessionid` is called with
 * credentials, and then browsers want the page's own origin named.
 */
export function corsHeaders(request: IncomingMessage): Record<string, string> {
  const { origin } = request.headers
  if (!origin || !isOpenToPages(request.url ?? '')) return {}
  const withCredentials = (request.url ?? '').startsWith('/v3/directline/session/')
  return {
    'access-control-allow-origin': withCredentials ? origin : '*',
    'access-control-expose-headers': 'Retry-After',
    vary: 'Origin',
    ...(withCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(request.method === 'OPTIONS' && preflightHeaders),
  }
}

const preflightHeaders = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'Authorization, Content-Type, X-Requested-With, x-ms-bot-agent, Cache-Control',
  'access-control-max-age': '86400',
}

/** An OPTIONS request that asks for a cross-origin call we allow. */
export function isPreflight(request: IncomingMessage): boolean {
  return request.method === 'OPTIONS' && isOpenToPages(request.url ?? '')
}
