import type restify from 'restify'
import { Failure } from '../errors.ts'
import { Refusal, tryAgain } from './refusal.ts'
import type { Reply } from './reply.ts'

/** What a client hears of a breakage: that it is ours, and whether to try again. */
export function brokenRefusal(error: unknown): Refusal {
  if (error instanceof Failure && error.retryable) {
    return tryAgain()
  }
  return new Refusal(500, 'InternalError', 'Something broke on our side. Name the request id.')
}

/** restify's own errors (no route, wrong method, bad path) in our words. */
export function asRefusal(error: unknown): Refusal {
  const status = statusOf(error)
  if (status === 404) return new Refusal(404, 'NotFound', 'There is nothing at this address.')
  if (status === 405)
    return new Refusal(405, 'MethodNotAllowed', 'This address takes other methods.')
  if (status >= 400 && status < 500)
    return new Refusal(400, 'BadRequest', 'The request is malformed.')
  return new Refusal(500, 'InternalError', 'Something broke on our side. Name the request id.')
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500
  return typeof error.statusCode === 'number' ? error.statusCode : 500
}

/** The one error format. */
export function failed(refusal: Refusal, requestId: string): Reply {
  const headers: Record<string, string> = {}
  if (refusal.retryAfter !== undefined) headers['retry-after'] = String(refusal.retryAfter)
  if (refusal.status === 401) headers['www-authenticate'] = 'Bearer'
  if (refusal.status === 413 || refusal.status === 408) headers.connection = 'close'
  const { code, message } = refusal
  return { status: refusal.status, json: { error: { code, message, requestId } }, headers }
}

/** What every answer says of itself, unless its route knows better: run nothing, frame nothing, keep nothing. */
const usualHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Writes a reply: the one place where an answer leaves the process. */
export function send(response: restify.Response, reply: Reply): void {
  const isJson = 'json' in reply
  const body = isJson ? JSON.stringify(reply.json) : reply.body
  response.sendRaw(reply.status, body, {
    'content-type': isJson ? 'application/json; charset=utf-8' : reply.type,
    'content-length': String(Buffer.byteLength(body)),
    ...usualHeaders,
    ...reply.headers,
  })
}
