import type { HandoffOutcome } from '../domain/handoff/acts.ts'
import type { Skill } from '../domain/handoff/skills.ts'
import type { Locale } from '../domain/locale.ts'
import type { Severity, Ticket, TicketCategory, TicketState } from '../domain/tickets/ticket.ts'
import type { AgentStore } from './agents.ts'
import type { AuditStore } from './audit.ts'
import type { CannedAnswerStore } from './canned-answers.ts'
import type { DeskNote } from './desk.ts'
import type { FileStore, NewFile } from './files.ts'
import type { JsonObject } from './json.ts'
import type { QuestionRow, QuestionStore } from './knowledge-notes.ts'
import type { Delivery, DeliveryResult, OutboxStore } from './outbox.ts'
import type { PlanRow, PlanStore } from './plans.ts'
import type { PromiseRow, PromiseStore } from './promises.ts'
import type { SearchStore } from './search.ts'
import type { TimerChange, TimerStore } from './timers.ts'

/** A conversation as stored. `version` counts its turns; a stale turn can never overwrite. */
export interface ConversationRow {
  id: string
  channel: string
  /** Who the customer is, sealed at the door: never set or changed by what a client sends. */
  identity: Identity
  state: JsonObject
  version: number
  createdAt: string
  updatedAt: string
}

/** `trusted` is true only when an integrator's back end vouched for the identity. */
export interface Identity {
  userId: string
  trusted: boolean
  name?: string | undefined
  role?: 'merchant' | 'cardholder' | undefined
  merchantId?: string | undefined
  locale?: string | undefined
}

/** One entry of a conversation's log. `seq` runs 1, 2, 3 … per conversation: the watermark. */
export interface LoggedActivity {
  conversationId: string
  seq: number
  id: string
  direction: 'in' | 'out'
  /** A Bot Framework activity, redacted. */
  activity: JsonObject
  at: string
}

/**
 * A message at the door, already redacted. `dedupeKey` is the sender's own id for it: the same
 * (channel, conversation, key) is accepted once. `silent` inbounds are worked but never shown in the
 * log (internal events: a handoff closed, a timer).
 */
export interface Inbound {
  channel: string
  conversationId: string
  dedupeKey: string
  activity: JsonObject
  silent?: boolean | undefined
  /**
   * The last text the redaction has seen, '' for none. When another process has accepted a newer
   * one since, accepting throws `state_conflict`: a card number may be split between the two.
   */
  lastTextId?: string | undefined
  /** Earlier texts of this conversation that change with the acceptance, or not at all. */
  rewrite?: InboundText[] | undefined
  /** Kept with the acceptance, or not at all; those of a repeat are not kept again. */
  files?: readonly NewFile[] | undefined
  at: string
}

export interface Accepted {
  /** The activity id; a duplicate gets the first one's id again. */
  id: string
  duplicate: boolean
}

/** The next piece of work of one conversation, in the order it was accepted. */
export interface PendingTurn {
  conversation: ConversationRow
  inbound: {
    id: string
    /** 0 for a silent inbound: it has no place in the log. */
    seq: number
    activity: JsonObject
    acceptedAt: string
    /** How often deciding on it has failed so far. */
    attempts: number
  }
  /** Nothing waited behind it: what comes later wakes the conversation itself. */
  last?: boolean | undefined
}

/** An inbound given up after too many failed attempts: for an operator to look at. */
export interface DeadInbound {
  id: string
  conversationId: string
  activity: JsonObject
  acceptedAt: string
  attempts: number
  reason: string
}

/** What a customer typed, by activity id. */
export interface InboundText {
  id: string
  text: string
}

/**
 * A person was called, joined or left. One row per conversation that is or was queued. Instants are
 * UTC. `createdAt` is when the person was called: the place in the queue goes by it, also after a
 * transfer.
 */
export interface HandoffRow {
  id: string
  conversationId: string
  state: 'queued' | 'active' | 'closed'
  reason: string
  priority: 'P1' | 'P2' | 'P3' | 'P4'
  /** What the customer speaks. */
  language?: Locale | undefined
  /** What the agent has to know well. */
  skill?: Skill | undefined
  /** The agent's id; with the admin token, whatever name was given there. */
  agent?: string | undefined
  agentName?: string | undefined
  /** In the queue again for somebody in particular: an agent's id. */
  meantFor?: string | undefined
  /** The facts card as it was when the person was called. */
  facts: JsonObject
  createdAt: string
  claimedAt?: string | undefined
  lastCustomerAt?: string | undefined
  lastAgentAt?: string | undefined
  outcome?: HandoffOutcome | undefined
  /** How the customer judged it, 1 to 5. */
  rating?: number | undefined
  /** What the customer said of it, redacted. */
  comment?: string | undefined
  updatedAt: string
}

/** A handoff with what a list shows beside it. */
export interface HandoffSeen {
  handoff: HandoffRow
  identity: Identity
  /** Which side they say they are on, where nobody vouches for a name or a role. */
  toldRole?: Identity['role']
  /** The customer's last words, redacted. */
  lastWords?: string | undefined
}

export interface HandoffFilter {
  state?: HandoffRow['state'] | undefined
  agent?: string | undefined
  language?: Locale | undefined
  skill?: Skill | undefined
  limit: number
}

/** How long somebody waited for a person: two UTC instants. */
export interface HandoffWait {
  language?: Locale | undefined
  calledAt: string
  claimedAt: string
}

/** Everything a turn changes, committed at once or not at all. */
export interface TurnCommit {
  conversationId: string
  inboundId: string
  /** The version the turn was decided on. */
  version: number
  state: JsonObject
  /** Outgoing activities without id, seq and timestamp: the store gives them in this order. */
  replies: JsonObject[]
  tickets: Ticket[]
  handoffs: HandoffRow[]
  /** What a desk elsewhere is to be told. */
  desk?: DeskNote[] | undefined
  /** Somebody takes a conversation on in this turn: refused when they have as many as they may. */
  room?: { agent: string; most: number } | undefined
  timers?: TimerChange[] | undefined
  /** Promises made or compared: a known id is replaced. */
  promises?: PromiseRow[] | undefined
  /** Plans that can be printed: a known id is replaced. */
  plans?: PlanRow[] | undefined
  /** What became of questions to the articles. */
  questions?: QuestionRow[] | undefined
  at: string
  /**
   * Set when this turn only apologises: why the inbound could not be worked. It is then parked as
   * dead instead of done. Holds no customer text.
   */
  parked?: string | undefined
}

export interface TicketFilter {
  conversationId?: string | undefined
  /** The merchant, or the user of the channel. */
  customerRef?: string | undefined
  state?: TicketState | undefined
  /** True: those that still need somebody; false: those that have ended. */
  open?: boolean | undefined
  /** An agent's id; null: nobody's. */
  assignee?: string | null | undefined
  severity?: Severity | undefined
  category?: TicketCategory | undefined
  escalated?: boolean | undefined
  /** Due from this instant on, and before that one. */
  dueFrom?: string | undefined
  dueBefore?: string | undefined
  /** Only these numbers. */
  nos?: readonly string[] | undefined
  /** Newest first, or what is due first. */
  order?: 'newest' | 'due' | undefined
  limit: number
  /** The number of the last ticket of the page before. */
  before?: string | undefined
}

/** Tickets that ended from the instant `from` on and before `until`. */
export interface EndedFilter {
  from: string
  until: string
  limit: number
  /** The last ticket of the page before. */
  after?: Ticket | undefined
}

/** Where everything is kept. Throws `Failure` (`store_unavailable`, `state_conflict`) only. */
export interface Store
  extends TimerStore,
    OutboxStore,
    PromiseStore,
    PlanStore,
    QuestionStore,
    AgentStore,
    AuditStore,
    CannedAnswerStore,
    FileStore,
    SearchStore {
  /** A conversation that is already there stays as it is. */
  createConversation(row: Omit<ConversationRow, 'version' | 'updatedAt'>): Promise<void>
  conversation(id: string): Promise<ConversationRow | undefined>
  /** Newest first: those of a merchant, or of a user of a channel. */
  conversationsOf(customerRef: string, limit: number): Promise<ConversationRow[]>
  /** Durable when it resolves. Rejects an unknown conversation with `undefined`. */
  accept(inbound: Inbound): Promise<Accepted | undefined>
  /**
   * The oldest inbound not yet worked, with its conversation; undefined when all is done, or when
   * another living process works the conversation. Until its commit the conversation is ours.
   */
  nextTurn(conversationId: string): Promise<PendingTurn | undefined>
  /** Conversations with work left that no other process works, the longest waiting first. */
  conversationsWithWork(limit: number): Promise<string[]>
  /**
   * Throws `state_conflict` when `version` is stale, the inbound is no longer waiting, another
   * process has taken the conversation over, a ticket's dedupe key is taken by another open ticket,
   * the conversation has another open handoff, or the agent who takes it has no room.
   */
  commitTurn(turn: TurnCommit): Promise<LoggedActivity[]>
  /** Whether an accepted inbound has been worked; undefined when it is not known. */
  inboundState(id: string): Promise<'new' | 'done' | 'dead' | undefined>
  /** Counts a failed attempt; the third parks the inbound as dead. The reason holds no customer text. */
  failTurn(inboundId: string, reason: string): Promise<{ attempts: number; dead: boolean }>
  /** Oldest first; those after the one with this id: the next page. */
  deadInbounds(limit: number, after?: string): Promise<DeadInbound[]>
  /** Puts a parked inbound back in line with its attempts forgotten; its conversation, if it was one. */
  replayInbound(id: string): Promise<string | undefined>
  /** The customer's last texts, oldest first. */
  recentInboundTexts(conversationId: string, count: number): Promise<InboundText[]>
  activitiesAfter(conversationId: string, seq: number, limit: number): Promise<LoggedActivity[]>
  /** The last entries before that number, or of the whole log; oldest first. */
  activitiesBefore(
    conversationId: string,
    seq: number | undefined,
    limit: number,
  ): Promise<LoggedActivity[]>
  /** One entry of a log, by its id. */
  activity(id: string): Promise<LoggedActivity | undefined>
  lastSeq(conversationId: string): Promise<number>
  /** The last number of each log; conversations without one are left out. */
  lastSeqs(conversationIds: readonly string[]): Promise<Map<string, number>>

  /** A number of its own for each call on that day; a gap is allowed, a repeat is not. */
  nextTicketSequence(day: string): Promise<number>
  ticket(no: string): Promise<Ticket | undefined>
  openTicketByKey(dedupeKey: string): Promise<Ticket | undefined>
  tickets(filter: TicketFilter): Promise<Ticket[]>
  /** Those whose customer had a result in a stretch of time, oldest end first. */
  endedTickets(filter: EndedFilter): Promise<Ticket[]>
  /** Queued and active ones in the order they are served, everything else newest first. */
  handoffs(state: HandoffRow['state'] | undefined, limit: number): Promise<HandoffRow[]>
  /** The conversation's latest handoff. */
  handoffOf(conversationId: string): Promise<HandoffRow | undefined>
  /** The same order, with what a list shows beside each. */
  handoffsSeen(filter: HandoffFilter): Promise<HandoffSeen[]>
  /** Those of one customer that they have judged, the latest call first. */
  ratedHandoffs(customerRef: string, limit: number): Promise<HandoffRow[]>
  /** How long people waited who got somebody since `since`, the latest first. */
  recentWaits(since: string, limit: number): Promise<HandoffWait[]>
  /** Takes due notes to the desk for this process, at most one of a conversation. */
  takeDeskNotes(now: string, limit: number): Promise<Delivery[]>
  /** False when the note is no longer this process's to end. */
  endDeskNote(result: DeliveryResult): Promise<boolean>
  deskNote(key: string): Promise<DeskNote | undefined>
  /** How many conversations wait before this one, plus one; 0 when it is not waiting. */
  queuePosition(handoffId: string): Promise<number>

  /** A small counter with an expiry, kept across restarts: guess limits, rate limits. */
  countGuess(key: string, windowStart: string): Promise<number>
  guesses(key: string, windowStart: string): Promise<number>
  /** Proves that the store can still write. */
  ping(): Promise<void>
  close(): Promise<void>
}
