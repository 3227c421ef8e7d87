import { Refusal } from '../refusal.ts'
import type { WebRequest } from '../request.ts'
import { isSameOrigin } from '../same-origin.ts'

/**
 * Throws 403 for a call that another site's page makes. Only cookies make this necessary: a bearer
 * token is not sent by itself. An address typed or opened from outside may be read.
 */
export function requireOwnPage({ method, headers, origin }: OwnPageRequest): void {
  const isTyped = method === 'GET' && headers['sec-fetch-site'] === 'none'
  if (isTyped || isSameOrigin(headers, origin)) return
  const message = 'This call comes from a page of another site. Use the console of this server.'
  throw new Refusal(403, 'ForeignPage', message)
}

export type OwnPageRequest = Pick<WebRequest, 'method' | 'headers' | 'origin'>
