import { Refused } from './grant-calls.ts'
import type { Kept } from './kept.ts'
import { waitOf } from './waits.ts'

/** Something the customer did that the server does not have yet. */
export interface WaitingAct {
  /** The server recognises a repeat by it. */
  key: string
  activity: { type: string; text?: string; textFormat?: 'plain'; name?: string; value?: unknown }
  /** Milliseconds since 1970. */
  at: number
  /** Whose words these are; undefined where that was not known yet. */
  holder?: string | undefined
}

export interface WaitingListener {
  /** The server has it. */
  sent(key: string): void
  /** The server will not take it. */
  refused(act: WaitingAct): void
  /** The conversation is over; the acts wait for another. */
  gone(): void
  /** What waits has changed in another tab. */
  changed(): void
}

interface WaitingNeeds {
  kept: Kept
  /** Throws `Refused`, or what `fetch` throws without a network. */
  post(act: WaitingAct): Promise<void>
  listener: WaitingListener
  now(): number
  /** Who the visitor is now; undefined while that is not known. */
  holder(): string | undefined
}

/** Nothing a customer typed is kept longer, sent or not. */
const longestMs = 24 * 60 * 60_000
/** Each act has a place of its own: of two tabs that write at once, none undoes what the other wrote. */
const place = 'waiting.'

/**
 * What waits to be sent, oldest first. It outlives a reload, and every tab of the origin sends it: each act
 * carries its key, so the server takes it once, and each tab sends one after the other, so in order.
 */
export class Waiting {
  readonly #needs: WaitingNeeds
  #isSending = false
  /** No two acts of a tab are of the same instant, so that their order is known. */
  #newest = 0
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(needs: WaitingNeeds) {
    this.#needs = needs
    needs.kept.watch(place, () => needs.listener.changed())
  }

  /** Oldest first; never what another person meant to say who used this browser before. */
  list(): WaitingAct[] {
    const { kept, now, holder } = this.#needs
    const acts = (kept.all(place) as WaitingAct[]).filter((act) => {
      const isFresh = now() - act.at < longestMs
      if (!isFresh) this.#remove(act.key)
      return isFresh && (act.holder ?? holder()) === holder()
    })
    return acts.sort((one, other) => one.at - other.at)
  }

  add(key: string, activity: WaitingAct['activity']): void {
    const { kept, now, holder } = this.#needs
    this.#newest = Math.max(now(), this.#newest + 1)
    kept.write(place + key, { key, activity, at: this.#newest, holder: holder() })
  }

  forget(): void {
    for (const { key } of this.list()) this.#remove(key)
  }

  /** Sends what waits, one after the other, until nothing does; waits longer after each failure. */
  async flush(): Promise<void> {
    if (this.#isSending) return
    clearTimeout(this.#timer)
    this.#isSending = true
    try {
      for (let [next] = this.list(); next; [next] = this.list()) await this.#send(next)
      this.#failures = 0
    } catch {
      this.#timer = setTimeout(() => this.flush(), waitOf(this.#failures))
      this.#failures += 1
    } finally {
      this.#isSending = false
    }
  }

  async #send(act: WaitingAct): Promise<void> {
    const { post, listener } = this.#needs
    try {
      await post(act)
    } catch (error) {
      if (!(error instanceof Refused && error.isFinal)) throw error
      if (error.isGone) {
        listener.gone()
        throw error
      }
      this.#remove(act.key)
      listener.refused(act)
      return
    }
    this.#remove(act.key)
    listener.sent(act.key)
  }

  #remove(key: string): void {
    this.#needs.kept.write(place + key, undefined)
  }
}
