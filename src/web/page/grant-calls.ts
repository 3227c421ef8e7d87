/** What the server gives for a conversation. */
export interface Grant {
  conversationId: string
  token: string
  streamUrl?: string
}

/** What an HTTP answer outside 200–299 throws. */
export class Refused extends Error {
  readonly status: number
  /** The server's own code, such as `TokenExpired`; empty when it gave none. */
  readonly code: string

  constructor(status: number, code: string) {
    super(`refused with ${status} ${code}`)
    this.status = status
    this.code = code
  }

  /** Trying again later would not help. */
  get isFinal(): boolean {
    return this.status < 500 && this.status !== 429
  }
}

const memoryKey = 'daozhang.conversation'

/** Calls the server under the current grant, and keeps the grant over a reload of the page. */
export class GrantCalls {
  grant: Grant | undefined
  readonly #base: string
  readonly #memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

  constructor(base: string, memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#base = base
    this.#memory = memory
  }

  /** Throws `Refused`, or what `fetch` throws without a network. The caller knows the answer's shape. */
  async call<Shape>(method: 'GET' | 'POST', path: string, body?: object): Promise<Shape> {
    const headers: Record<string, string> = {}
    if (this.grant) headers.authorization = `Bearer ${this.grant.token}`
    const init: RequestInit = { method, headers }
    if (body instanceof FormData) {
      init.body = body
    } else if (body) {
      headers['content-type'] = 'application/json'
      init.body = JSON.stringify(body)
    }
    const response = await fetch(this.#base + path, init)
    if (!response.ok) throw new Refused(response.status, await codeOf(response))
    return response.json()
  }

  /** The path of something of this conversation's. */
  path(rest: string): string {
    return `/conversations/${this.grant?.conversationId ?? ''}${rest}`
  }

  keep(grant: Grant): void {
    this.grant = grant
    const { conversationId, token } = grant
    this.#memory.setItem(memoryKey, JSON.stringify({ conversationId, token }))
  }

  forget(): void {
    this.grant = undefined
    this.#memory.removeItem(memoryKey)
  }

  /** The grant kept before a reload. */
  kept(): Grant | undefined {
    try {
      const kept: unknown = JSON.parse(this.#memory.getItem(memoryKey) ?? 'null')
      const isGrant = typeof kept === 'object' && kept !== null && 'token' in kept
      return isGrant ? (kept as Grant) : undefined
    } catch {
      return undefined
    }
  }
}

async function codeOf(response: Response): Promise<string> {
  const body: { error?: { code?: unknown } } | undefined = await response.json().catch(() => {})
  const code = body?.error?.code
  return typeof code === 'string' ? code : ''
}
