import type { CountedPromises } from '../domain/promises/kept-rates.ts'
import type { PromiseState } from '../domain/promises/promise-state.ts'

/** A date the assistant named to a customer, and what came of it. */
export interface PromiseRow {
  /** The same payment and date named again in a conversation is the same promise. */
  id: string
  conversationId: string
  transactionId: string
  provider: string
  /** The settlement window the date came from; absent when the provider or the record gave it. */
  windowId?: string | undefined
  cause: string
  /** UTC instant the date meant: the end of a day, or the hour that was named. */
  dueAt: string
  namedAt: string
  state: PromiseState
  /** When the money was credited, by the record. UTC instant. */
  happenedAt?: string | undefined
  /** When the record was last compared. UTC instant. */
  checkedAt?: string | undefined
}

export interface PromiseFilter {
  conversationId?: string | undefined
  state?: PromiseState | undefined
  limit: number
  /** Promises named before the one with this id: the page after it. */
  before?: string | undefined
}

/** The ledger of dates named. */
export interface PromiseStore {
  /** Newest first. */
  promises(filter: PromiseFilter): Promise<PromiseRow[]>
  promise(id: string): Promise<PromiseRow | undefined>
  /** Of promises named from `since` on (UTC instant); all when absent. */
  countPromises(since?: string): Promise<CountedPromises[]>
}
