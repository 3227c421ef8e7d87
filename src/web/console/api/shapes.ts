import type { Agent } from '../../../domain/agents/agent.ts'
import type { Warning } from '../../../domain/complaints/clock-warnings.ts'
import type { Cause } from '../../../domain/diagnosis/causes.ts'
import type { FactsCard } from '../../../domain/handoff/facts-card.ts'
import type { Locale } from '../../../domain/locale.ts'
import type {
  Severity,
  TicketCategory,
  TicketClock,
  TicketKind,
  TicketState,
} from '../../../domain/tickets/ticket.ts'
import type { PageActivity } from '../../widget/talk/activity.ts'

/** What the API answers, as far as the console reads it. Instants are ISO 8601. */

export type { CannedAnswer } from '../../../ports/canned-answers.ts'
export type { FactsCard, Warning }

export interface AgentView extends Omit<Agent, 'createdAt'> {
  /** Conversations they have now. */
  active?: number | undefined
}

export interface Session {
  agent: AgentView
  csrfToken: string
  /** An administrator typed the password: nothing else is open before it is changed. */
  mustChangePassword: boolean
}

export interface SessionOptions {
  /** No account exists yet: the first one is made with the admin token. */
  firstSignIn: boolean
  oidc: { name: string } | null
}

export interface Customer {
  name?: string | undefined
  role?: string | undefined
  trusted: boolean
}

export interface HandoffView {
  id: string
  conversationId: string
  state: 'queued' | 'active' | 'closed'
  reason: string
  priority: Severity
  /** The id of whoever has it. */
  agent?: string | undefined
  agentName?: string | undefined
  language?: Locale | undefined
  skill?: string | undefined
  customer?: Customer | undefined
  causeName?: string | undefined
  preview?: string | undefined
  waitedSeconds?: number | undefined
  createdAt: string
  updatedAt: string
  claimedAt?: string | undefined
  lastCustomerAt?: string | undefined
  lastAgentAt?: string | undefined
  /** Handed to this agent in particular. */
  meantFor?: string | undefined
  meantForName?: string | undefined
}

export interface DeskView {
  queued: number
  active: number
  longestWaitSeconds?: number | undefined
  agents: { online: number; away: number }
  hours: { open: boolean; opensAt?: string | undefined }
  waiting: { from: number; to: number } | null
}

export interface TranscriptEntry {
  seq: number
  id: string
  direction: 'in' | 'out'
  at: string
  activity: PageActivity
}

/** A note of a colleague, or one of the service: then `about` says of what. */
export interface NoteView {
  seq: number
  at: string
  about?: string | undefined
  byName?: string | undefined
  text?: string | undefined
  agentName?: string | undefined
  score?: number | undefined
  comment?: string | undefined
  news?: { text?: string }[] | undefined
}

/** What a customer sent; `deletedBy` is an agent's id, `admin-token` or `age`. */
export interface FileView {
  id: string
  name: string
  contentType: string
  at: string
  deletedAt?: string | undefined
  deletedBy?: string | undefined
}

export interface ViewerView {
  agentId: string
  name: string
  typing: boolean
}

export interface ConversationView {
  id: string
  channel: string
  identity: {
    userId: string
    trusted: boolean
    name?: string | undefined
    role?: string | undefined
    merchantId?: string | undefined
    locale?: string | undefined
  }
  createdAt: string
  updatedAt: string
  handoff: HandoffView | null
  transcript: TranscriptEntry[]
  /** Something was said before the first of the transcript. */
  earlier: boolean
  facts?: FactsCard | undefined
  notes?: NoteView[] | undefined
  /** Oldest first. */
  files?: FileView[] | undefined
  tickets?: { no: string }[] | undefined
  viewers?: ViewerView[] | undefined
  /** How the customer found the talk with an agent. */
  rating?: { score: number; comment?: string | undefined } | null | undefined
}

export interface TicketClockView extends Omit<TicketClock, 'calendar'> {
  warn?: Warning | undefined
  leftSeconds?: number | undefined
  extendable?: boolean | undefined
}

/** One of our own targets. */
export interface TargetView {
  dueAt: string
  warn: Warning
  /** Once it was reached. */
  metAt?: string | undefined
}

export interface TicketView {
  no: string
  version: number
  kind: TicketKind
  category: TicketCategory
  cause?: Cause | undefined
  severity: Severity
  state: TicketState
  escalated: boolean
  locale: Locale
  conversationId: string
  customer: { role: string; nameMasked?: string | undefined; contactRef: string }
  transactionId?: string | undefined
  txn?:
    | {
        ref: Readonly<Record<string, string | undefined>>
        amountMinor?: number | undefined
        currency?: string | undefined
        at?: string | undefined
        last4?: string | undefined
      }
    | undefined
  statement: string
  desiredOutcome?: string | undefined
  clocks?: TicketClockView[] | undefined
  dueAt: string
  target?:
    | {
        acknowledge: TargetView
        firstTouch: TargetView
        update?: TargetView | undefined
        resolve: TargetView
      }
    | undefined
  history?:
    | {
        at: string
        by: string
        event: string
        note?: string | undefined
        agent?: string | undefined
      }[]
    | undefined
  resolution?: { code: string; text: string; nextInstance: string } | undefined
  createdAt: string
  updatedAt: string
  assignee?: string | undefined
  next?: TicketState[] | undefined
}

export interface ArticleHint {
  id: string
  title: string
  excerpt?: string | undefined
  score: number
}

export interface SearchHit {
  kind: 'ticket' | 'conversation' | 'customer' | 'article' | 'canned'
  ref: string
  conversationId?: string | undefined
  title: string
  excerpt?: string | undefined
  at?: string | undefined
}

/** What a customer thought of a ticket, or of the person they talked to. */
export interface RatingView {
  about: 'ticket' | 'handoff'
  /** The ticket's number, or the handoff's id. */
  ref: string
  score: number
  at: string
  comment?: string | undefined
}

export interface CustomerView {
  customer: {
    name?: string | undefined
    role?: string | undefined
    merchantId?: string | undefined
  }
  conversations: { id: string; updatedAt: string; preview: string; handoff?: string | undefined }[]
  tickets: Pick<TicketView, 'no' | 'category' | 'state' | 'severity' | 'createdAt'>[]
  promises: { id: string; dueAt: string; state: string; transactionId?: string }[]
  ratings?: RatingView[] | undefined
}

export interface AuditEntry {
  seq: number
  at: string
  actor: string
  act: string
  object: string
  detail?: string | undefined
  hash: string
}

/** An account as the audit names it, also after it was disabled. */
export type NamedAccount = Pick<AgentView, 'id' | 'login' | 'name' | 'disabled'>

export interface AuditPage {
  entries: AuditEntry[]
  /** Whose ids the entries hold. */
  people: NamedAccount[]
  next?: number | undefined
}
