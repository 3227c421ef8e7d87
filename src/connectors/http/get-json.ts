import { Failure } from '../../errors.ts'

/** One GET to a provider, or a POST when it has a body. */
export interface JsonRequest {
  /** Named in messages to operators. */
  provider: string
  url: URL
  headers: Record<string, string>
  body?: string | undefined
  /** Ends the call: the time-out, or the deadline of all tries together. */
  signal: AbortSignal
  maxBytes: number
  send: typeof fetch
}

/* Messages name the provider, the path and the status: never the query, a header or a body. */

function unavailable({ provider, url }: JsonRequest, what: string): Failure {
  return new Failure('provider_unavailable', `${provider} ${what} at ${url.pathname}`)
}

function unreadable({ provider, url }: JsonRequest, what: string): Failure {
  return new Failure('provider_reply_unreadable', `${provider} ${what} at ${url.pathname}`)
}

function refusal({ provider, url }: JsonRequest, status: number): Failure {
  return new Failure('provider_refused_us', `${provider} answered ${status} at ${url.pathname}`)
}

function networkReason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return 'no connection'
}

/** Names a broken or silent connection; a failure of our own passes as it is. */
function brokenConnection(request: JsonRequest, error: unknown): Failure {
  if (error instanceof Failure) return error
  if (request.signal.aborted) return unavailable(request, 'gave no answer in time')
  return unavailable(request, `could not be reached (${networkReason(error)})`)
}

const tryLater = new Set([408, 425, 429])

function failureOfStatus(request: JsonRequest, { status }: Response): Failure | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status >= 500 || tryLater.has(status)) return unavailable(request, `answered ${status}`)
  if (status >= 400) return refusal(request, status)
  return unreadable(request, `answered ${status}, and a redirect is never followed,`)
}

/** The media type without its parameters, in lower case; empty when none is given. */
function mediaType({ headers }: Response): string {
  return (headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase()
}

async function cappedText(request: JsonRequest, response: Response): Promise<string> {
  const tooLarge = () => unreadable(request, `answered more than ${request.maxBytes} bytes`)
  if (Number(response.headers.get('content-length') ?? 0) > request.maxBytes) throw tooLarge()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > request.maxBytes) throw tooLarge()
    parts.push(decode(request, () => decoder.decode(chunk, { stream: true })))
  }
  parts.push(decode(request, () => decoder.decode()))
  return parts.join('')
}

function decode<T>(request: JsonRequest, read: () => T): T {
  try {
    return read()
  } catch {
    throw unreadable(request, 'answered something that is not JSON')
  }
}

async function jsonOf(request: JsonRequest, response: Response): Promise<unknown> {
  const type = mediaType(response)
  const isJson = type === 'application/json' || type.endsWith('+json')
  if (response.status === 404 && type !== 'text/html') return undefined
  if (response.status === 404) throw unreadable(request, 'answered 404 with a web page')
  const failure = failureOfStatus(request, response)
  if (failure) throw failure
  if (!isJson) throw unreadable(request, 'answered something that is not JSON')
  const text = await cappedText(request, response)
  return decode(request, () => JSON.parse(text))
}

/**
 * The JSON a provider answers, or undefined when it answers that there is none (404). Follows no
 * redirect and reads no more than `maxBytes`. Throws `provider_unavailable` for silence, a broken
 * connection, 408, 425, 429 and 5xx; `provider_refused_us` for any other 4xx;
 * `provider_reply_unreadable` for everything that is not JSON.
 */
export async function getJson(request: JsonRequest): Promise<unknown> {
  const { url, headers, body, signal, send } = request
  const method = body === undefined ? 'GET' : 'POST'
  let response: Response | undefined
  try {
    response = await send(url, {
      method,
      headers,
      signal,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    })
    return await jsonOf(request, response)
  } catch (error) {
    throw brokenConnection(request, error)
  } finally {
    // An unread body would hold its connection.
    if (response?.body && !response.bodyUsed) await response.body.cancel().catch(() => undefined)
  }
}
