import type { Ticket } from '../domain/tickets/ticket.ts'
import type { PromiseRow } from '../ports/promises.ts'
import type { ConversationRow, HandoffRow, LoggedActivity } from '../ports/store.ts'

/** Everything that is kept of one conversation, as the facts card is made of it. */
export interface KnownOfCase {
  conversation: ConversationRow
  /** Oldest first. */
  log: readonly LoggedActivity[]
  promises: readonly PromiseRow[]
  tickets: readonly Ticket[]
  handoff?: HandoffRow | undefined
  now: Date
  timeZone: string
}
