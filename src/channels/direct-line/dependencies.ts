import type { Log } from '../../observability/log.ts'
import type { Metrics } from '../../observability/metrics.ts'
import type { FanOut } from '../../ports/fan-out.ts'
import type { Inbox } from '../../ports/inbox.ts'
import type { RateLimit } from '../../ports/rate-limit.ts'
import type { Store } from '../../ports/store.ts'
import type { Tokens } from './tokens.ts'

/** What Direct Line reads of the store; writing goes through the inbox. */
export type DirectLineStore = Pick<
  Store,
  'conversation' | 'createConversation' | 'activitiesAfter' | 'lastSeq' | 'filesOf' | 'file'
>

export interface DirectLineDependencies {
  store: DirectLineStore
  inbox: Inbox
  fanOut: FanOut
  tokens: Tokens
  /** What an integrator's back end presents instead of a token. */
  secret: string
  limit: RateLimit
  log: Log
  metrics: Metrics
  now: () => Date
  /** Pages of other origins that may ask for anonymous tokens, or `*`; absent: none. */
  widgetOrigins?: readonly string[] | undefined
}

export const channel = 'directline'

/** The bot as clients see it. Its answers carry the same id: Web Chat ends a typing sign by it. */
export const botAccount = { id: 'daozhang', role: 'bot' }
