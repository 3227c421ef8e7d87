import type { Ticket } from '../domain/tickets/ticket.ts'
import type { DeskNote } from '../ports/desk.ts'
import type { JsonObject } from '../ports/json.ts'
import type { QuestionRow } from '../ports/knowledge-notes.ts'
import type { PlanRow } from '../ports/plans.ts'
import type { PromiseRow } from '../ports/promises.ts'
import type { HandoffRow, PendingTurn } from '../ports/store.ts'
import type { TimerChange } from '../ports/timers.ts'

/** What a turn is decided on: the conversation as stored, one inbound, the time. */
export interface TurnInput extends PendingTurn {
  now: Date
}

/** Everything the turn will change. Nothing of it has happened yet. */
export interface TurnDecision {
  state: JsonObject
  /** Outgoing activities, in the order they are said. */
  replies: JsonObject[]
  tickets: Ticket[]
  handoffs: HandoffRow[]
  /** What a desk elsewhere is to be told; absent for our own. */
  desk?: DeskNote[] | undefined
  /** Somebody takes a conversation on: not when they have as many as they may by then. */
  room?: { agent: string; most: number } | undefined
  timers?: TimerChange[] | undefined
  /** Dates named in this turn, and earlier ones compared with what happened. */
  promises?: PromiseRow[] | undefined
  /** What became of questions to the articles. */
  questions?: QuestionRow[] | undefined
  /** Contingency plans finished or changed in this turn. */
  plans?: PlanRow[] | undefined
}

/**
 * Decides a turn. It may read, but not change anything: after a crash or a conflict it runs again
 * on what is then stored.
 */
export type Decide = (input: TurnInput) => Promise<TurnDecision>

/** What to say instead when deciding keeps failing. */
export type Apologise = (input: TurnInput, error: unknown) => TurnDecision | Promise<TurnDecision>
