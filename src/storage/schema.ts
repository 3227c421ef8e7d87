import type { Generated, Kysely } from 'kysely'
import type { AgentPresence, AgentRole } from '../domain/agents/agent.ts'
import type { HandoffOutcome } from '../domain/handoff/acts.ts'
import type { Skill } from '../domain/handoff/skills.ts'
import type { Locale } from '../domain/locale.ts'
import type { PromiseState } from '../domain/promises/promise-state.ts'
import type { QuestionOutcome } from '../ports/knowledge-notes.ts'
import type { DeliveryState } from '../ports/outbox.ts'
import type { SearchKind } from '../ports/search.ts'

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
  desk_outbox: DeskOutboxTable
  guess: { key: string; window_start: string; n: number }
  /** One row that `ping` writes. */
  probe: { id: number; n: number }
  process: ProcessTable
  timer: TimerTable
  outbox: OutboxTable
  promise: PromiseTable
  plan: PlanTable
  question: QuestionTable
  agent: AgentTable
  agent_session: AgentSessionTable
  sign_in_try: SignInTryTable
  audit: AuditTable
  canned_answer: CannedAnswerTable
  file: FileTable
  file_part: { file_id: string; no: number; body: string }
  search_doc: SearchDocTable
  /** One row: up to which number in the inbox the search has been worked. */
  search_cursor: { id: number; recv_seq: number }
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
  /** The process that works it now. Only where several share the database. */
  owner: string | null
  /** Where replies are delivered besides the log, as JSON. */
  reference: string | null
  /** Whose it is: the merchant, or the user of the channel. */
  customer_ref: string | null
}

/** A living process. `seen_until` is in milliseconds of the database's own clock. */
interface ProcessTable {
  id: string
  seen_until: number
}

interface TimerTable {
  id: string
  conversation_id: string
  kind: string
  payload: string
  due_at: string
}

interface OutboxTable {
  id: string
  conversation_id: string
  seq: number
  state: DeliveryState
  attempts: number
  not_before: string
  /** The process that is sending it. */
  owner: string | null
  reason: string | null
  created_at: string
  updated_at: string
}

interface PromiseTable {
  id: string
  conversation_id: string
  transaction_id: string
  provider: string
  window_id: string | null
  cause: string
  due_at: string
  named_at: string
  state: PromiseState
  happened_at: string | null
  checked_at: string | null
}

interface PlanTable {
  id: string
  conversation_id: string
  locale: Locale
  body: string
  made_on: string
  expires_at: string
}

/** `seq` is the place in the log of the message that asked. */
interface QuestionTable {
  id: string
  conversation_id: string
  seq: number
  locale: Locale
  outcome: QuestionOutcome
  article: string | null
  reason: string | null
  at: string
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
  /** Null while it is open. */
  ended_at: string | null
  due_at: string | null
  severity: string | null
  category: string | null
  assignee: string | null
  customer_ref: string | null
  escalated: 0 | 1 | null
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
  language: Locale | null
  skill: Skill | null
  agent_name: string | null
  meant_for: string | null
  claimed_at: string | null
  last_customer_at: string | null
  last_agent_at: string | null
  outcome: HandoffOutcome | null
  rating: number | null
  /** The customer's words, redacted. */
  comment: string | null
}

/** What is on its way to a desk elsewhere. `news` holds ids only, as JSON. */
interface DeskOutboxTable {
  id: string
  conversation_id: string
  seq: number
  news: string
  state: DeliveryState
  attempts: number
  not_before: string
  owner: string | null
  reason: string | null
  created_at: string
  updated_at: string
}

/** `languages` and `skills` are JSON lists. */
interface AgentTable {
  id: string
  login: string
  name: string
  role: AgentRole
  languages: string
  skills: string
  capacity: number
  presence: AgentPresence
  seen_at: string | null
  disabled: 0 | 1
  created_at: string
  /** Null for somebody who signs in elsewhere. */
  password_hash: string | null
  password_temporary: 0 | 1
  subject: string | null
}

/** Of a sign-in's id only the digest is kept. */
interface AgentSessionTable {
  id_hash: string
  agent_id: string
  created_at: string
  seen_at: string
  must_change_password: 0 | 1
}

/** `key` is a digest of a login or an address. */
interface SignInTryTable {
  key: string
  count: number
  last_at: string
  locked_until: string | null
}

/** Only ever added to; `hash` covers the row and the hash before it. */
interface AuditTable {
  seq: number
  at: string
  actor: string
  act: string
  object: string
  detail: string | null
  hash: string
}

interface CannedAnswerTable {
  id: string
  shortcut: string
  title: string
  locale: Locale
  body: string
  disabled: 0 | 1
  updated_at: string
  updated_by: string
}

interface FileTable {
  id: string
  conversation_id: string
  name: string
  content_type: string
  size: number
  at: string
  deleted_at: string | null
  deleted_by: string | null
}

/** What the search holds the tokens of; where they are is the engine's own affair. */
interface SearchDocTable {
  id: Generated<number>
  kind: SearchKind
  ref: string
  conversation_id: string
  at: string
  /** Of the conversation or ticket when it was taken in. */
  version: number
}
