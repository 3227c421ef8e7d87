import type { Cause } from '../diagnosis/causes.ts'
import type { Plan } from '../diagnosis/plan.ts'
import { type AwaitedMoney, awaitedMoney, whereabouts } from '../promises/awaited-money.ts'
import type { Stage } from '../stage.ts'
import type { TransactionRecord } from '../transaction.ts'
import type { Expectation } from './expectation.ts'

/**
 * What a look at a watched payment comes to: the money is there; the payment took a turn; another
 * date is named; the time has passed; only the customer can know; or there is nothing to tell.
 */
export type LookOutcome = 'arrived' | 'turned' | 'moved' | 'overdue' | 'ask' | 'wait'

/** What was watched for, and what the look has shown. */
export interface Look {
  cause: Cause
  /** The stage when the watch began. */
  since: Stage
  /** What has been told to the customer. */
  told: Expectation
  /** No further look is planned. */
  isLast: boolean
  record: TransactionRecord
  stage: Stage
  plan: Plan
  /** What the record lets expect now. */
  expected?: Expectation | undefined
  /** The date is the provider's own. */
  byProvider: boolean
  now: Date
}

/** Stages a payment may pass through while all is well. */
const onCourse: Record<AwaitedMoney, readonly Stage[]> = {
  payout: ['SETTLING_ON_TIME', 'SETTLING_OVERDUE', 'PAYOUT_IN_TRANSIT', 'PAYOUT_SENT', 'CREDITED'],
  refund: ['REFUNDING', 'REFUNDED'],
  undoing: ['UNKNOWN_OUTCOME', 'REVERSED'],
  release: ['AUTH_HOLD', 'REVERSED'],
}

/** The first that holds; the worst and the best news come before dates. */
export function judgeLook(look: Look): LookOutcome {
  const awaited = awaitedMoney(look.cause)
  const where = whereabouts(look.record, awaited)
  if (where === 'there') return 'arrived'
  if (where === 'elsewhere' || !isOnCourse(look, awaited)) return 'turned'
  if (isMoved(look)) return 'moved'
  if (!look.isLast) return 'wait'
  return where === 'not_there' && look.plan.ticketNow ? 'overdue' : 'ask'
}

function isOnCourse({ stage, since }: Look, awaited: AwaitedMoney): boolean {
  return stage === since || onCourse[awaited].includes(stage)
}

/** A later date is always told; an earlier one when it is the provider's own. */
function isMoved({ told, expected, byProvider, now }: Look): boolean {
  if (!expected || Date.parse(expected.dueAt) <= now.getTime()) return false
  if (expected.dueAt === told.dueAt) return false
  return expected.dueAt > told.dueAt || byProvider
}
