/** A call that was refused or could not be made. `code` is the API's, or `Offline`. */
export class CallProblem extends Error {
  override readonly name = 'CallProblem'
  readonly code: string
  /** 0 when no answer came. */
  readonly status: number
  /** Seconds after which it may be tried again. */
  readonly retryAfter: number | undefined

  constructor(code: string, status: number, more: { message?: string; retryAfter?: number } = {}) {
    super(more.message ?? code)
    this.code = code
    this.status = status
    this.retryAfter = more.retryAfter
  }
}

/** The calls of the API, as whoever is signed in. Paths begin after `/api/v1`. Throws `CallProblem`. */
export interface Calls {
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body?: object, more?: PostOptions): Promise<Answer>
  /** A file of the API, for saving. */
  file(path: string): Promise<Blob>
  /** Proves that a post comes from this page; told with the session. */
  proveWith(token: string | undefined): void
}

export interface PostOptions {
  /** The same act is done once, however often it is sent. */
  key?: string | undefined
  /** Goes on after the page is closed. */
  keepalive?: boolean | undefined
}

/** Makes the calls; `onSignedOut` hears that a session is over. */
export function createCalls(onSignedOut: () => void): Calls {
  let csrfToken: string | undefined

  async function send(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(`/api/v1${path}`, { credentials: 'same-origin', ...init }).catch(
      () => {
        throw new CallProblem('Offline', 0)
      },
    )
    if (response.ok) return response
    const problem = await problemOf(response)
    if (response.status === 401 && !path.startsWith('/session')) onSignedOut()
    throw problem
  }

  return {
    get: async (path) => (await send(path, {})).json(),
    async post(path, body = {}, { key, keepalive } = {}) {
      const headers = new Headers({ 'content-type': 'application/json' })
      if (csrfToken) headers.set('x-csrf-token', csrfToken)
      if (key) headers.set('idempotency-key', key)
      const init: RequestInit = { method: 'POST', headers, body: JSON.stringify(body) }
      const response = await send(path, keepalive ? { ...init, keepalive } : init)
      return response.status === 204 ? {} : response.json()
    },
    file: async (path) => (await send(path, {})).blob(),
    proveWith: (token) => {
      csrfToken = token
    },
  }
}

async function problemOf(response: Response): Promise<CallProblem> {
  const body = await response.json().catch(() => ({}))
  const { code = 'Broken', message } = body?.error ?? {}
  const wait = Number(response.headers.get('retry-after'))
  return new CallProblem(String(code), response.status, {
    ...(message && { message: String(message) }),
    ...(wait > 0 && { retryAfter: wait }),
  })
}

/** A query string of what is given; nothing for what is not. */
export function query(
  parts: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')
  if (given.length === 0) return ''
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
