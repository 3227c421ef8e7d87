import type { PageActivity } from './activity.ts'
import { type Grant, GrantCalls, Refused } from './grant-calls.ts'

export type LineStatus = 'connecting' | 'online' | 'reconnecting' | 'ended'

export interface LineListener {
  status(status: LineStatus): void
  /** Each stored activity once, in order; typing as it comes. */
  activity(activity: PageActivity): void
}

export interface LineOptions {
  base: string
  locale: string
  listener: LineListener
  /** Kept over a reload of the page. */
  memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** A token from the integrator's back end, instead of an anonymous one. */
  token?: string | undefined
}

interface ActivitySet {
  activities?: PageActivity[]
  watermark?: string
}

const refreshMs = 15 * 60_000
const pollMs = 2_000
const attempts = 5
/** Sockets that never opened, in a row, after which polling takes over. */
const patience = 2

/** A small Direct Line 3.0 client: socket first, polling where sockets do not get through. */
export class Line {
  readonly #options: LineOptions
  readonly #calls: GrantCalls
  readonly #seen = new Set<string>()
  #watermark = ''
  #failures = 0
  #deadSockets = 0
  #socket: WebSocket | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: LineOptions) {
    this.#options = options
    this.#calls = new GrantCalls(options.base, options.memory)
    setInterval(() => this.#refresh(), refreshMs)
    // The network is back, or the phone woke up: no need to wait for the timer.
    addEventListener('online', () => {
      if (this.#socket?.readyState !== WebSocket.OPEN) this.#later(() => this.#comeBack(), 0)
    })
  }

  /** Takes the conversation up again, or begins one. Keeps trying; never rejects. */
  async start(): Promise<void> {
    this.#options.listener.status('connecting')
    try {
      const kept = this.#options.token ? undefined : this.#calls.kept()
      const resumed = kept !== undefined && (await this.#resume(kept))
      if (!resumed) await this.#begin()
      this.#listen()
    } catch (error) {
      this.#calls.grant = undefined
      if (this.#options.token && error instanceof Refused && error.isFinal) {
        this.#options.listener.status('ended')
        return
      }
      this.#options.listener.status('reconnecting')
      this.#later(() => this.start(), this.#nextWait())
    }
  }

  /** Resolves when the server has the message; repeats safely until then. Rejects when it cannot. */
  send(activity: object, key: string): Promise<void> {
    const { locale } = this.#options
    const body = { ...activity, locale, channelData: { clientActivityID: key } }
    return this.#insist('/activities', () => body)
  }

  upload(file: File, key: string): Promise<void> {
    return this.#insist('/upload', () => uploadForm(file, key))
  }

  /** Forgets the conversation and begins another. */
  restart(): Promise<void> {
    clearTimeout(this.#timer)
    const old = this.#socket
    this.#socket = undefined
    old?.close()
    this.#calls.forget()
    this.#seen.clear()
    this.#watermark = ''
    return this.start()
  }

  async #begin(): Promise<void> {
    const { locale, token } = this.#options
    this.#calls.grant = token
      ? { conversationId: '', token }
      : await this.#calls.call<Grant>('POST', '/tokens/anonymous', { locale })
    this.#calls.keep(await this.#calls.call<Grant>('POST', '/conversations', { locale }))
  }

  /** False when the server does not know the conversation any more, or the token is too old. */
  async #resume(kept: Grant): Promise<boolean> {
    this.#calls.grant = kept
    try {
      this.#calls.keep(await this.#calls.call<Grant>('GET', this.#calls.path('?watermark=')))
      return true
    } catch (error) {
      if (!(error instanceof Refused && error.isFinal)) throw error
      this.#calls.forget()
      return false
    }
  }

  #listen(): void {
    const { streamUrl } = this.#calls.grant ?? {}
    if (streamUrl && this.#deadSockets < patience) this.#follow(new WebSocket(streamUrl))
    else this.#later(() => this.#poll(), 0)
  }

  #follow(socket: WebSocket): void {
    this.#socket = socket
    this.#deadSockets += 1
    socket.onopen = () => {
      this.#deadSockets = 0
      this.#online()
    }
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket && data !== '') this.#take(JSON.parse(String(data)))
    }
    socket.onclose = () => {
      if (this.#socket !== socket) return
      this.#options.listener.status('reconnecting')
      this.#later(() => this.#comeBack(), this.#nextWait())
    }
  }

  async #comeBack(): Promise<void> {
    const { grant } = this.#calls
    if (!grant) return
    try {
      const path = this.#calls.path(`?watermark=${this.#watermark}`)
      const next = await this.#calls.call<Grant>('GET', path)
      if (this.#calls.grant?.conversationId !== grant.conversationId) return
      this.#calls.keep(next)
      this.#listen()
    } catch (error) {
      this.#afterFailure(error)
    }
  }

  async #poll(): Promise<void> {
    const { grant } = this.#calls
    try {
      const path = this.#calls.path(`/activities?watermark=${this.#watermark}`)
      const set = await this.#calls.call<ActivitySet>('GET', path)
      // Only an answer to the conversation on the screen counts; a refresh changes just the token.
      if (this.#calls.grant?.conversationId !== grant?.conversationId) return
      this.#take(set)
      this.#online()
      this.#later(() => this.#poll(), pollMs)
    } catch (error) {
      this.#afterFailure(error)
    }
  }

  #afterFailure(error: unknown): void {
    if (error instanceof Refused && error.isFinal) {
      this.#calls.forget()
      this.#options.listener.status('ended')
      return
    }
    this.#options.listener.status('reconnecting')
    this.#later(() => this.#comeBack(), this.#nextWait())
  }

  #take({ activities = [], watermark }: ActivitySet): void {
    for (const activity of activities) {
      if (activity.type !== 'typing' && activity.id) {
        if (this.#seen.has(activity.id)) continue
        this.#seen.add(activity.id)
      }
      this.#options.listener.activity(activity)
    }
    if (watermark) this.#watermark = watermark
  }

  #online(): void {
    this.#failures = 0
    this.#options.listener.status('online')
  }

  async #refresh(): Promise<void> {
    const { grant } = this.#calls
    if (!grant) return
    try {
      const next = await this.#calls.call<Grant>('POST', '/tokens/refresh')
      if (this.#calls.grant === grant) this.#calls.keep({ ...grant, ...next })
    } catch {
      // The next call that needs the token finds out.
    }
  }

  async #insist(rest: string, body: () => object): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#calls.call('POST', this.#calls.path(rest), body())
        return
      } catch (error) {
        if (attempt === attempts || (error instanceof Refused && error.isFinal)) throw error
        await new Promise((resolve) => setTimeout(resolve, waitOf(attempt)))
      }
    }
  }

  #later(work: () => Promise<void>, ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(work, ms)
  }

  #nextWait(): number {
    const wait = waitOf(this.#failures)
    this.#failures += 1
    return wait
  }
}

/** One second, doubling to half a minute, with a random part so that clients do not come as one. */
function waitOf(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random() / 2)
}

function uploadForm(file: File, key: string): FormData {
  const attachments = [{ name: file.name, contentType: file.type }]
  const activity = { type: 'message', attachments, channelData: { clientActivityID: key } }
  const form = new FormData()
  const type = 'application/vnd.microsoft.activity'
  form.append('activity', new Blob([JSON.stringify(activity)], { type }), 'blob')
  form.append('file', file, file.name)
  return form
}
