/** What the server gives for a conversation. */
export interface Grant {
  conversationId: string
  token: string
  streamUrl?: string
}

/** What an HTTP answer outside 200–299 throws. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }

  /** Trying again later would not help. */
  get isFinal(): boolean {
    return this.status < 500 && this.status !== 429
  }

  /** The conversation, or the right to it, is over. */
  get isGone(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404
  }
}

/** Throws `Refused`, or what `fetch` throws without a network. The caller knows the answer's shape. */
export async function callJson<Shape>(url: string, init: RequestInit): Promise<Shape> {
  const response = await fetch(url, init)
  if (!response.ok) throw new Refused(response.status)
  return response.json()
}

/** Calls the server under the current grant. */
export class GrantCalls {
  grant: Grant | undefined
  readonly #base: string

  /** `base`: address of Direct Line, without a slash at its end. */
  constructor(base: string) {
    this.#base = base
  }

  /** Throws as `callJson` does. */
  call<Shape>(method: 'GET' | 'POST', path: string, body?: object): Promise<Shape> {
    const headers: Record<string, string> = {}
    if (this.grant) headers.authorization = `Bearer ${this.grant.token}`
    const init: RequestInit = { method, headers }
    if (body instanceof FormData) {
      init.body = body
    } else if (body) {
      headers['content-type'] = 'application/json'
      init.body = JSON.stringify(body)
    }
    return callJson(this.#base + path, init)
  }

  /** The path of something of this conversation's. */
  path(rest: string): string {
    return `/conversations/${this.grant?.conversationId ?? ''}${rest}`
  }
}
