import { Line, type LineStatus } from '../line/direct-line.ts'
import { Refused } from '../line/grant-calls.ts'
import type { Kept } from '../line/kept.ts'
import { newKey } from '../line/new-key.ts'
import type { TokenSource } from '../line/token-source.ts'
import { Waiting, type WaitingAct } from '../line/waiting.ts'
import type { PageActivity } from './activity.ts'
import { check } from './guard.ts'
import { isWithPerson } from './handoff.ts'
import { takeActivity } from './take-activity.ts'
import { type Delivery, emptyTalk, type Shown, type TalkState } from './talk-state.ts'

interface TalkNeeds extends TokenSource {
  /** `https://support.example`, without a slash at its end. */
  server: string
  locale: string
  kept: Kept
  now(): number
  /** After each change of the state. */
  changed(): void
  /** Of the other side, new. */
  heard(activity: PageActivity): void
}

const typingShownMs = 6_000
const typingToldMs = 3_000

/** One conversation: what is said, what waits to be sent, and what the screen shows of it. */
export class Talk {
  readonly #needs: TalkNeeds
  readonly #line: Line
  readonly #waiting: Waiting
  /** Files by their keys, to be sent again. */
  readonly #files = new Map<string, FormData>()
  #state: TalkState = emptyTalk
  #isStarted = false
  #isClosed = true
  #toldTypingAt = 0
  #typingTimer: ReturnType<typeof setTimeout> | undefined

  constructor(needs: TalkNeeds) {
    this.#needs = needs
    const { server, locale, kept, token, tokenUrl, now } = needs
    this.#line = new Line({
      base: `${server}/v3/directline`,
      locale,
      kept,
      token,
      tokenUrl,
      listener: {
        status: (status) => this.#showStatus(status),
        activity: (activity, isOld) => this.#take(activity, isOld),
        begins: () => this.#clear(),
      },
    })
    this.#waiting = new Waiting({
      kept,
      now,
      holder: () => this.#line.holder,
      post: ({ activity, key }) => this.#line.post(activity, key),
      listener: {
        sent: (key) => this.#deliver(key, 'sent'),
        refused: (act) => this.#showAct(act, 'failed'),
        gone: () => this.#line.end(),
        changed: () => this.#showWaiting(),
      },
    })
  }

  get state(): TalkState {
    return this.#state
  }

  /** A conversation was kept over a reload, or there is something to send. */
  hasKept(): boolean {
    return this.#line.hasKept()
  }

  /** Connects, once. */
  start(): void {
    if (this.#isStarted) return
    this.#isStarted = true
    this.#showWaiting()
    void this.#line.start()
  }

  /** Whether the customer has it before their eyes. */
  seen(isSeen: boolean): void {
    this.#isClosed = !isSeen
    if (isSeen) this.#set({ unread: 0 })
  }

  /** Checks what was typed and sends it, or holds it back for the customer to decide. False: not sent. */
  async say(typed: string): Promise<boolean> {
    if (this.#state.held) return false
    try {
      const { text, isChanged } = await check(typed)
      if (isChanged) this.#set({ held: { typed, hidden: text }, notice: undefined })
      else this.#send({ type: 'message', text, textFormat: 'plain' })
      return true
    } catch {
      this.#set({ notice: 'cannotCheck' })
      return false
    }
  }

  /** Sends what was held back, with the numbers hidden. */
  sendHeld(): void {
    const { held } = this.#state
    if (held) this.#send({ type: 'message', text: held.hidden, textFormat: 'plain' })
  }

  /** Gives back what was held back, to be edited. */
  editHeld(): string {
    const typed = this.#state.held?.typed ?? ''
    this.#set({ held: undefined })
    return typed
  }

  /** What a card of an integrator's bot sends. */
  submit(value: unknown): void {
    this.#send({ type: 'message', text: '', value })
  }

  retry(key: string): void {
    const shown = this.#state.messages.find((each) => each.key === key)
    if (!shown?.delivery) return
    const form = this.#files.get(key)
    if (form) {
      this.#deliver(key, 'sending')
      void this.#upload(key, form)
    } else this.#post(key, { type: 'message', text: shown.text, textFormat: 'plain' })
  }

  rate(score: number, comment: string): void {
    const { ratingFor } = this.#state
    if (!ratingFor) return
    this.#needs.kept.write('rated', ratingFor)
    this.#set({ ratingFor: undefined })
    const value = { score, ...(comment && { comment }) }
    this.#waiting.add(newKey(), { type: 'event', name: 'support.rating', value })
    this.#flush()
  }

  sendFile(label: string, formOf: (key: string) => FormData): void {
    const key = newKey()
    const form = formOf(key)
    this.#files.set(key, form)
    this.#draft(key, label, 'sending')
    void this.#upload(key, form)
  }

  async #upload(key: string, form: FormData): Promise<void> {
    try {
      await this.#line.upload(form)
      this.#files.delete(key)
      this.#deliver(key, 'sent')
    } catch (error) {
      this.#deliver(key, 'failed')
      if (error instanceof Refused) this.#set({ notice: 'fileRefused' })
    }
  }

  /** The customer types: a person on the other side sees it. */
  typed(): void {
    const now = this.#needs.now()
    if (!isWithPerson(this.#state.handoff) || now - this.#toldTypingAt < typingToldMs) return
    this.#toldTypingAt = now
    // A sign that is lost is no loss.
    this.#line.post({ type: 'typing' }).catch(() => {})
  }

  /** Forgets all of it and begins again; with a token, as whom it names. */
  async restart(token?: string): Promise<void> {
    this.#waiting.forget()
    this.#clear()
    this.#isStarted = true
    await this.#line.restart(token)
  }

  /** A fresh token from the page. Another person never sees what the one before said or meant to say. */
  async setToken(token: string): Promise<void> {
    if (!this.#line.isHeldBy(token)) return this.restart(token)
    this.#isStarted = true
    await this.#line.setToken(token)
  }

  get canRenew(): boolean {
    return this.#line.canRenew
  }

  #send(activity: WaitingAct['activity']): void {
    this.#set({ held: undefined, notice: undefined, choices: [] })
    if (!isWithPerson(this.#state.handoff)) this.#set({ handoff: undefined })
    this.#post(newKey(), activity)
  }

  #post(key: string, activity: WaitingAct['activity']): void {
    if (activity.text) this.#draft(key, activity.text, this.#nextDelivery())
    this.#waiting.add(key, activity)
    this.#flush()
  }

  #flush(): void {
    if (this.#state.status === 'ended') this.#renew()
    else if (this.#line.isOpen) void this.#waiting.flush()
  }

  /** The conversation is over, but there is something to say: another begins with it. */
  #renew(): void {
    if (!this.#line.canRenew) return
    this.#clear()
    this.#set({ notice: 'renewed' })
    this.#showWaiting()
    void this.#line.restart()
  }

  #showStatus(status: LineStatus): void {
    this.#set({ status, ...(status === 'ended' && { choices: [], isTyping: false }) })
    this.#showWaiting()
    if (status === 'online') void this.#waiting.flush()
    if (status === 'ended' && this.#waiting.list().length > 0) this.#renew()
  }

  #take(activity: PageActivity, isOld: boolean): void {
    const { kept, heard } = this.#needs
    const taking = {
      isOld,
      isClosed: this.#isClosed,
      isRated: (id: string) => kept.read('rated') === id,
    }
    const next = takeActivity(this.#state, activity, taking)
    this.#set(next)
    clearTimeout(this.#typingTimer)
    if (next.isTyping)
      this.#typingTimer = setTimeout(() => this.#set({ isTyping: false }), typingShownMs)
    if (!isOld && activity.from?.role !== 'user') heard(activity)
  }

  #nextDelivery(): Delivery {
    return this.#state.status === 'online' ? 'sending' : 'waiting'
  }

  /** What waits, also what another tab or the page before a reload left, stands at the end. */
  #showWaiting(): void {
    for (const act of this.#waiting.list()) this.#showAct(act, this.#nextDelivery())
    if (this.#state.status === 'online') void this.#waiting.flush()
  }

  #showAct({ key, activity }: WaitingAct, delivery: Delivery): void {
    if (activity.text) this.#draft(key, activity.text, delivery)
  }

  #draft(key: string, text: string, delivery: Delivery): void {
    const { messages } = this.#state
    const shown: Shown = { key, text, delivery }
    const at = messages.findIndex((each) => each.key === key)
    if (at < 0) this.#set({ messages: [...messages, shown] })
    else if (messages[at]?.delivery)
      this.#set({ messages: messages.map((each) => (each.key === key ? shown : each)) })
  }

  #deliver(key: string, delivery: Delivery): void {
    const shown = this.#state.messages.find((each) => each.key === key)
    if (shown?.delivery) this.#draft(key, shown.text, delivery)
  }

  #clear(): void {
    clearTimeout(this.#typingTimer)
    this.#set({
      ...emptyTalk,
      status: this.#state.status,
      handoff: undefined,
      ratingFor: undefined,
      held: undefined,
      notice: undefined,
    })
  }

  #set(change: Partial<TalkState>): void {
    this.#state = { ...this.#state, ...change }
    this.#needs.changed()
  }
}
