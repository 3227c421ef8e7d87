import type { JsonObject } from './json.ts'

/** What a desk is told. Ids only: the words are read when they are handed over. */
export type DeskNews =
  | { kind: 'initiate'; handoffId: string }
  | { kind: 'message'; handoffId: string; activityId: string }
  | { kind: 'status'; handoffId: string; state: 'accepted' | 'completed' | 'failed' }

/** One piece of news on its way. `key` never changes: handed over twice, it counts once. */
export interface DeskNote {
  key: string
  conversationId: string
  news: DeskNews
}

/** What came of handing something over. `reason` is a word for operators, never what was answered. */
export type Handed =
  | { kind: 'taken' }
  /** Later, with the same key; `retryAfterMs` when the desk said when. */
  | { kind: 'busy'; reason: string; retryAfterMs?: number | undefined }
  /** It will not be taken however often it is tried. */
  | { kind: 'refused'; reason: string }

/**
 * A desk at which people answer: our own, or one that a team has already. It is told of a call
 * (`handoff.initiate`), of what the customer writes then, and of what becomes of it
 * (`handoff.status`), in the order of the conversation. What it answers comes back as events of the
 * conversation: `handoff.status` and `handoff.message`.
 */
export interface HandoffDesk {
  /**
   * `here`: those who work at it use our own console; told after the commit, at most once, because
   * everything is in the store. `elsewhere`: told by an outbox, at least once.
   */
  readonly where: 'here' | 'elsewhere'
  /** Hands over one note. `event` makes the Bot Framework activity that says it, redacted. */
  hand(note: DeskNote, event: () => Promise<JsonObject>, signal: AbortSignal): Promise<Handed>
}
