import type { RepeatedWork } from '../bot/repeated-work.ts'
import type { Decide } from '../bot/turn-decision.ts'
import type { TurnsInHand } from '../bot/turns.ts'
import type { CalendarOf } from '../domain/calendar.ts'
import type { GivenReading } from '../mind.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import type { Clock } from '../ports/clock.ts'
import type { HandoffDesk } from '../ports/desk.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { Inbox } from '../ports/inbox.ts'
import type { KnowledgeIndex } from '../ports/knowledge-index.ts'
import type { PaymentProvider } from '../ports/payment-provider.ts'
import type { Presence } from '../ports/presence.ts'
import type { RateLimit } from '../ports/rate-limit.ts'
import type { Store } from '../ports/store.ts'
import type { Understanding } from '../ports/understanding.ts'
import type { Viewers } from '../ports/viewers.ts'
import type { Secrets } from '../secrets.ts'

/** Everything behind the channels: what a message is turned into an answer with. */
export interface Engine {
  store: Store
  inbox: Inbox
  clock: Clock
  log: Log
  secrets: Secrets
  metrics: Metrics
  understanding: Understanding
  knowledge: KnowledgeIndex
  provider: PaymentProvider
  calendarOf: CalendarOf
  search: RepeatedWork
  fanOut: FanOut
  presence: Presence
  viewers: Viewers
  /** Makes a limit of this process one that all processes share; absent: there are no others. */
  shareLimit: ((local: RateLimit) => RateLimit) | undefined
  /** What was ignored in the world file, with its path there: for the operator who wrote it. */
  worldWarnings: readonly string[]
  start(): Promise<void>
  inHand(): TurnsInHand
  /** Takes no more messages and ends the turns in hand, at most a few seconds. */
  drain(): Promise<void>
  /** Takes up what is due now instead of with the next look. */
  takeUp(): Promise<void>
  /** Drains, and lets go of everything. */
  stop(): Promise<void>
}

/** Parts that are given instead of made: a clock that can be put forward, a mind shared by many. */
export interface GivenParts extends GivenReading {
  clock?: Clock | undefined
  provider?: PaymentProvider | undefined
  /** Where the pages are reached, '' for paths alone; absent: no page is served, no link given. */
  pagesAt?: string | undefined
  /** Where people answer, when that is not our own desk. */
  desk?: HandoffDesk | undefined
  /** Stands around every decision: lets a trial break one on purpose. */
  aroundDecide?: ((decide: Decide) => Decide) | undefined
}
