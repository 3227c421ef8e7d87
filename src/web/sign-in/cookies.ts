import type { WebRequest } from '../request.ts'

type Seen = Pick<WebRequest, 'headers' | 'origin'>

interface Cookie {
  name: string
  value: string
  /** Seconds; absent: until the browser is closed. */
  maxAge?: number | undefined
  /** `Lax` also comes along when another site leads here. */
  sameSite: 'Strict' | 'Lax'
}

/** Over TLS the name begins so that no other host of the domain can set it. */
export function cookieName(name: string, { origin }: Pick<Seen, 'origin'>): string {
  return isTls(origin) ? `__Host-${name}` : name
}

/** The value of one of our cookies; undefined when it is not there. */
export function readCookie(request: Seen, name: string): string | undefined {
  const start = `${cookieName(name, request)}=`
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) || undefined
}

/** A `set-cookie` header that no script can read. */
export function setCookie(request: Pick<Seen, 'origin'>, cookie: Cookie): string {
  const { name, value, maxAge, sameSite } = cookie
  return [
    `${cookieName(name, request)}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    ...(isTls(request.origin) ? ['Secure'] : []),
  ].join('; ')
}

function isTls(origin: string): boolean {
  return origin.startsWith('https:')
}
