import type { PageActivity } from '../talk/activity.ts'
import { type Grant, GrantCalls, Refused } from './grant-calls.ts'
import { inTurn } from './in-turn.ts'
import type { Kept } from './kept.ts'
import { givenToken, holderOf, type TokenSource } from './token-source.ts'
import { waitOf } from './waits.ts'

/**
 * `ended`: the conversation is over, and `restart` begins another. `refused`: none may be begun here, by
 * this page or this visitor.
 */
export type LineStatus = 'connecting' | 'online' | 'reconnecting' | 'ended' | 'refused'

export interface LineListener {
  status(status: LineStatus): void
  /** Each stored activity once, in order; typing as it comes. `isOld`: it was said before a reload. */
  activity(activity: PageActivity, isOld: boolean): void
  /** Another conversation begins: what is on the screen is over. */
  begins(): void
}

export interface LineOptions extends TokenSource {
  base: string
  locale: string
  listener: LineListener
  kept: Kept
}

interface ActivitySet {
  activities?: PageActivity[]
  watermark?: string
}

/** What is kept of a grant, and for whom it was given. */
interface KeptGrant {
  conversationId: string
  token: string
  holder: string
}

const refreshMs = 15 * 60_000
const pollMs = 2_000
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
  /** What comes first after a reload was said before it. */
  #isReplaying = false
  /** Who the visitor is; undefined until the page’s back end has said so. Empty: nobody known. */
  holder: string | undefined
  #socket: WebSocket | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: LineOptions) {
    this.#options = options
    this.#calls = new GrantCalls(options.base)
    setInterval(() => this.#refresh(), refreshMs)
    // The network is back, or the phone woke up: no need to wait for the timer.
    addEventListener('online', () => this.#hurry())
    document.addEventListener('visibilitychange', () => document.hidden || this.#hurry())
    options.kept.watch('conversation', () => this.#otherTabMoved())
  }

  /** Whether a conversation was kept that may be taken up again. */
  hasKept(): boolean {
    return this.#kept() !== undefined
  }

  /** The conversation has begun, so that something can be posted. */
  get isOpen(): boolean {
    return Boolean(this.#calls.grant?.conversationId)
  }

  /** Takes the conversation up again, or begins one. Keeps trying; never rejects. */
  async start(): Promise<void> {
    this.#options.listener.status('connecting')
    try {
      // Two tabs opened at once begin one conversation, where the browser lets us take turns.
      await inTurn(() => this.#take())
      this.#listen()
    } catch (error) {
      this.#calls.grant = undefined
      if (error instanceof Refused && error.isFinal)
        this.#end(this.#options.token ? 'ended' : 'refused')
      else this.#laterAgain(() => this.start())
    }
  }

  /** One attempt. Throws `Refused`, or what `fetch` throws without a network. */
  async post(activity: object, key?: string): Promise<void> {
    const { locale } = this.#options
    const body = { ...activity, locale, ...(key && { channelData: { clientActivityID: key } }) }
    await this.#calls.call('POST', this.#calls.path('/activities'), body)
  }

  /** One attempt, as `post`. */
  async upload(form: FormData): Promise<void> {
    await this.#calls.call('POST', this.#calls.path('/upload'), form)
  }

  /** Forgets the conversation and begins another, with a token of the integrator's if given. */
  async restart(token?: string): Promise<void> {
    if (token) this.#options.token = token
    this.#forget()
    this.#leave()
    await this.start()
  }

  /** The conversation is over: whoever sees `ended` may call `restart`. */
  end(): void {
    this.#leave()
    this.#end('ended')
  }

  /** Whether a token speaks for the person whose conversation this is. */
  isHeldBy(token: string): boolean {
    return holderOf(token) === (this.holder ?? '')
  }

  /** A fresh token from the page, for the same person. */
  async setToken(token: string): Promise<void> {
    this.#options.token = token
    if (!this.isOpen) await this.start()
  }

  /** Whether another conversation can be begun without a new token from the page. */
  get canRenew(): boolean {
    return !this.#options.token
  }

  async #take(): Promise<void> {
    const token = await givenToken(this.#options)
    this.holder = holderOf(token)
    const kept = this.#kept()
    const isTheirs = kept !== undefined && kept.holder === this.holder
    if (isTheirs && (await this.#resume(kept))) return
    if (kept && !isTheirs) this.#options.listener.begins()
    this.#forget()
    await this.#begin(token)
  }

  async #begin(token: string | undefined): Promise<void> {
    const { locale } = this.#options
    const given =
      token ?? (await this.#calls.call<Grant>('POST', '/tokens/anonymous', { locale })).token
    // The grant names the conversation only when it has begun: nothing is posted to one that is not there.
    this.#calls.grant = { conversationId: '', token: given }
    this.#keep(await this.#calls.call<Grant>('POST', '/conversations', { locale }))
    this.#isReplaying = false
  }

  /** False when the server does not know the conversation any more, or the token is too old. */
  async #resume(kept: Grant): Promise<boolean> {
    this.#calls.grant = kept
    try {
      this.#keep(await this.#calls.call<Grant>('GET', this.#calls.path('?watermark=')))
      this.#isReplaying = this.#seen.size === 0
      return true
    } catch (error) {
      if (!(error instanceof Refused && error.isFinal)) throw error
      this.#calls.grant = undefined
      return false
    }
  }

  #keep(grant: Grant): void {
    this.#calls.grant = grant
    const { conversationId, token } = grant
    this.#options.kept.write('conversation', { conversationId, token, holder: this.holder })
  }

  #forget(): void {
    this.#calls.grant = undefined
    this.#options.kept.write('conversation', undefined)
  }

  /** The grant kept before a reload, or by another tab. */
  #kept(): KeptGrant | undefined {
    const kept = this.#options.kept.read('conversation')
    const isGrant = typeof kept === 'object' && kept !== null && 'token' in kept
    return isGrant ? (kept as KeptGrant) : undefined
  }

  /** Another tab refreshed the token, or began another conversation: this one goes along. */
  #otherTabMoved(): void {
    const kept = this.#kept()
    const own = this.#calls.grant
    if (!kept || !own || kept.holder !== this.holder) return
    if (kept.conversationId === own.conversationId) {
      this.#calls.grant = { ...own, token: kept.token }
      return
    }
    this.#options.listener.begins()
    this.#leave()
    void this.start()
  }

  #leave(): void {
    clearTimeout(this.#timer)
    const old = this.#socket
    this.#socket = undefined
    old?.close()
    this.#seen.clear()
    this.#watermark = ''
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
      if (this.#socket === socket && data !== '') this.#show(JSON.parse(String(data)))
    }
    socket.onclose = () => {
      if (this.#socket === socket) this.#laterAgain(() => this.#comeBack())
    }
  }

  #hurry(): void {
    const isIdle = this.#socket?.readyState !== WebSocket.OPEN && this.#deadSockets < patience
    if (this.isOpen && isIdle) this.#later(() => this.#comeBack(), 0)
  }

  async #comeBack(): Promise<void> {
    const { grant } = this.#calls
    if (!grant) return
    try {
      const path = this.#calls.path(`?watermark=${this.#watermark}`)
      const next = await this.#calls.call<Grant>('GET', path)
      if (this.#calls.grant?.conversationId !== grant.conversationId) return
      this.#keep(next)
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
      this.#show(set)
      this.#online()
      this.#later(() => this.#poll(), pollMs)
    } catch (error) {
      this.#afterFailure(error)
    }
  }

  #afterFailure(error: unknown): void {
    if (error instanceof Refused && error.isFinal) this.end()
    else this.#laterAgain(() => this.#comeBack())
  }

  #end(status: 'ended' | 'refused'): void {
    this.#forget()
    this.#options.listener.status(status)
  }

  #show({ activities = [], watermark }: ActivitySet): void {
    const isOld = this.#isReplaying
    this.#isReplaying = false
    for (const activity of activities) {
      if (activity.type !== 'typing' && activity.id) {
        if (this.#seen.has(activity.id)) continue
        this.#seen.add(activity.id)
      }
      this.#options.listener.activity(activity, isOld)
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
      if (this.#calls.grant === grant) this.#keep({ ...grant, ...next })
    } catch {
      // The next call that needs the token finds out.
    }
  }

  #laterAgain(work: () => Promise<void>): void {
    this.#options.listener.status('reconnecting')
    this.#later(work, waitOf(this.#failures))
    this.#failures += 1
  }

  #later(work: () => Promise<void>, ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(work, ms)
  }
}
