import type { Ticket } from '../domain/tickets/ticket.ts'
import type { HandoffRow, JsonObject, PendingTurn } from '../ports/store.ts'

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
}

/**
 * Decides a turn. It may read, but not change anything: after a crash or a conflict it runs again
 * on what is then stored.
 */
export type Decide = (input: TurnInput) => Promise<TurnDecision>

/** What to say instead when deciding keeps failing. */
export type Apologise = (input: TurnInput, error: unknown) => TurnDecision | Promise<TurnDecision>
