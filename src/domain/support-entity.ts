import type { Cause } from './diagnosis/causes.ts'
import type { PublishedSlot } from './diagnosis/story.ts'
import type { FraudSign } from './fraud/signs.ts'
import type { DatedStation, Stage } from './stage.ts'
import type { Severity, TicketCategory, TicketState } from './tickets/ticket.ts'

/** What a bot message carries beside its words: the published, machine-readable part of a reply. */
export type SupportEntity =
  | QuestionEntity
  | VerdictEntity
  | TicketEntity
  | HandoffEntity
  | { type: 'support/warning'; sign: FraudSign }
  | AnswerEntity
  | { type: 'support/redaction'; kinds: string[] }
  | PlanEntity

export interface QuestionEntity {
  type: 'support/question'
  slot: PublishedSlot
  choices?: string[] | undefined
}

/** Dates are ISO instants with offset, or days. `probability` values of the candidates sum to ≤ 1. */
export interface VerdictEntity {
  type: 'support/verdict'
  stage: Stage
  cause: Cause
  transactionId?: string | undefined
  tradeDay?: string | undefined
  expectedBy?: string | undefined
  recheckAt?: string | undefined
  ticketFrom?: string | undefined
  dataAsOf: string
  evidence: { fact: string; source: string }[]
  ruledOut: Cause[]
  candidates: { cause: Cause; probability: number }[]
  /** Stations of the money's way whose dates are known, in their order. */
  stations?: DatedStation[] | undefined
}

export interface TicketEntity {
  type: 'support/ticket'
  no: string
  category: TicketCategory
  severity: Severity
  state: TicketState
  dueAt: string
}

export interface HandoffEntity {
  type: 'support/handoff'
  state: 'queued' | 'active' | 'closed' | 'unavailable'
  /** 1 is next. */
  position?: number | undefined
  queueLength?: number | undefined
  /** Minutes. */
  waiting?: { from: number; to: number } | undefined
  /** ISO instant at which the desk opens. */
  opensAt?: string | undefined
  /** The name of the agent who has the conversation. */
  agent?: string | undefined
}

export interface AnswerEntity {
  type: 'support/answer'
  articles: { id: string; title: string; updated: string; score: number }[]
}

/** A contingency plan is finished: where its page is, until when, and when to look at it again. */
export interface PlanEntity {
  type: 'support/plan'
  /** Absolute, or a path of this server. */
  url: string
  expiresAt: string
  reviewOn: string
}
