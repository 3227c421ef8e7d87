import type { Generated, Kysely } from 'kysely'

/**
 * The tables, the same on every engine. JSON is kept as text, instants as UTC ISO strings with
 * milliseconds (so that text order is time order), yes and no as 1 and 0.
 */
export interface Schema {
  conversation: ConversationTable
  activity: ActivityTable
  inbox: InboxTable
  ticket: TicketTable
  ticket_sequence: { day: string; n: number }
  handoff: HandoffTable
  guess: { key: string; window_start: string; n: number }
  /** One row that `ping` writes. */
  probe: { id: number; n: number }
}

export type Db = Kysely<Schema>

interface ConversationTable {
  id: string
  channel: string
  identity: string
  state: string
  version: number
  created_at: string
  updated_at: string
}

/** The log. An activity's id is made of the conversation's id and `seq`, so it is not stored. */
interface ActivityTable {
  conversation_id: string
  seq: number
  direction: 'in' | 'out'
  /** 1 for what a customer typed: lets the redaction look back without reading events. */
  has_text: 0 | 1
  activity: string
  at: string
}

/**
 * What was accepted, in order. A visible inbound keeps its activity in the log and points there by
 * `seq`; a silent one has no `seq` and carries its own.
 */
interface InboxTable {
  recv_seq: Generated<number>
  conversation_id: string
  channel: string
  /** A digest: a sender's id may be long, ill-formed or hold what must not be kept. */
  dedupe_key: string
  seq: number | null
  activity: string | null
  state: 'new' | 'done' | 'dead'
  attempts: number
  reason: string | null
  accepted_at: string
}

interface TicketTable {
  no: string
  dedupe_key: string
  conversation_id: string
  state: string
  created_at: string
  body: string
  /** Counts the writes. */
  version: number
}

interface HandoffTable {
  id: string
  conversation_id: string
  state: 'queued' | 'active' | 'closed'
  reason: string
  priority: 'P1' | 'P2' | 'P3' | 'P4'
  agent: string | null
  facts: string
  created_at: string
  updated_at: string
}
