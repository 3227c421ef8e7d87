import type { KnownOfCase } from '../../actions/known-of-case.ts'
import type { DeskSeen } from '../../actions/look-at-the-desk.ts'
import type { CalendarOf } from '../../domain/calendar.ts'
import type { FactsCard } from '../../domain/handoff/facts-card.ts'
import type { Locale } from '../../domain/locale.ts'
import type { TransactionRecord } from '../../domain/transaction.ts'
import type { AgentStore } from '../../ports/agents.ts'
import type { ArticleUpkeep, ArticleUse, KnowledgeGap } from '../../ports/article-upkeep.ts'
import type { AuditStore } from '../../ports/audit.ts'
import type { FanOut } from '../../ports/fan-out.ts'
import type { Inbox } from '../../ports/inbox.ts'
import type { Json } from '../../ports/json.ts'
import type { AskedQuestion } from '../../ports/knowledge-notes.ts'
import type { Passwords } from '../../ports/passwords.ts'
import type { Presence } from '../../ports/presence.ts'
import type { SignInService } from '../../ports/sign-in-service.ts'
import type { Store } from '../../ports/store.ts'
import type { Viewers } from '../../ports/viewers.ts'
import type { Sessions } from '../sign-in/sessions.ts'
import type { Audit } from './audited.ts'
import type { WhenWorked } from './when-worked.ts'

/** What the API reads and calls; the caller decides what is behind it. */
export interface ApiDependencies {
  store: Pick<
    Store,
    | 'conversation'
    | 'activitiesAfter'
    | 'activitiesBefore'
    | 'activity'
    | 'tickets'
    | 'ticket'
    | 'handoffs'
    | 'handoffOf'
    | 'handoffsSeen'
    | 'ratedHandoffs'
    | 'recentWaits'
    | 'promises'
    | 'countPromises'
    | 'deliveries'
    | 'delivery'
    | 'replayDelivery'
    | 'replayParked'
    | 'deadInbounds'
    | 'questions'
    | 'conversationsOf'
    | 'cannedAnswers'
    | 'saveCannedAnswer'
    | 'search'
    | 'recentInboundTexts'
    | 'filesOf'
    | 'file'
    | 'deleteFile'
  > &
    AgentStore &
    AuditStore
  inbox: Inbox
  /** Resolves when an accepted act at the desk has taken effect. */
  whenWorked: WhenWorked
  /** News for open consoles and typing signs for customers; hints, never facts. */
  fanOut: Pick<FanOut, 'publish' | 'typing'>
  /** Who looks at which conversation now. */
  viewers: Viewers
  /** The desk as it stands: open or not, how long one waits. */
  desk(place: { place: number; language: Locale }): Promise<DeskSeen>
  /** What an agent reads instead of a transcript. */
  factsCard(known: Omit<KnownOfCase, 'timeZone'>, locale: Locale): FactsCard
  defaultLocale: Locale
  presence: Presence
  now(): Date
  /** IANA zone of a deployment's own dates. */
  timeZone: string
  calendarOf: CalendarOf
  /** The name of somebody of the desk; undefined when there is no such agent. */
  agentName(id: string): Promise<string | undefined>
  /** Articles on a question, the best first; `score` of 0.5 and more is worth showing. */
  findArticles(
    query: string,
    options: { locale: Locale; k: number },
  ): Promise<{ id: string; title: string; excerpt: string; score: number }[]>
  /** A payment as its provider has it now; undefined when there is none, or nobody answers. */
  findRecord(transactionId: string): Promise<TransactionRecord | undefined>
  adminToken: string
  passwords: Passwords
  /** Who people are, outside; absent: they sign in with passwords only. */
  signInService?: SignInService | undefined
  understand(
    text: string,
    context: { locale?: string | undefined; now?: Date | undefined },
  ): unknown
  searchKnowledge(
    query: string,
    options: { locale?: string | undefined; k: number },
  ): Promise<unknown> | unknown
  /** Groups questions that were missed by likeness, the most asked first. */
  knowledgeGaps(asked: readonly AskedQuestion[]): KnowledgeGap[]
  /** How often each article was used and judged, and which is due for review. */
  articleUse(asked: readonly AskedQuestion[]): ArticleUse[]
  /** Which articles somebody must look at on a day, `YYYY-MM-DD`. */
  articleUpkeep(asked: readonly AskedQuestion[], today: string): ArticleUpkeep
  /** The settings in force with secrets masked. */
  settings(): Record<string, Json>
}

/** What the operations of the desk share: made once for all of them. */
export interface DeskDependencies extends ApiDependencies {
  audit: Audit
  sessions: Sessions
}
