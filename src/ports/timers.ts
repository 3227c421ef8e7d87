import type { JsonObject } from './json.ts'

/** Something to come back to. When it is due it becomes an internal event of its conversation. */
export interface TimerRow {
  /** One timer has one id: set again, it moves. */
  id: string
  conversationId: string
  /** What it is for; its event is called `timer.<kind>`. */
  kind: string
  /** What the event's `value` holds. No customer text. */
  payload: JsonObject
  /** UTC instant. */
  dueAt: string
}

/** What a turn does to timers: set one (or move it), or call it off. */
export type TimerChange = { set: TimerRow } | { cancel: string }

/** Timers as rows: they outlive the process, and each goes off once. */
export interface TimerStore {
  /**
   * Turns timers due at `now` into silent inbounds, each in one transaction with its own end; the
   * most overdue first. Answers the conversations that got work, at most `limit`.
   */
  fireTimers(now: string, limit: number): Promise<string[]>
  /** Timers still set, the earliest first. */
  timersOf(conversationId: string): Promise<TimerRow[]>
}
