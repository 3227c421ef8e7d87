import {
  declinedButCharged,
  duplicate,
  preauth,
  refundFailed,
  refundOverdue,
  refundRunning,
  timedOut,
  unauthorised,
} from './goals/card-goals.ts'
import { twoPayments, watched } from './goals/later-goals.ts'
import { notFound, stranger } from './goals/lost-goals.ts'
import type { Goal } from './goals/make-case.ts'
import {
  afterCutoff,
  daysOff,
  netOfFees,
  overdue,
  returned,
  riskHold,
  withinWindow,
} from './goals/shop-goals.ts'
import {
  codeQuestion,
  complaintAndState,
  fraud,
  knowledgeQuestion,
  person,
  withdrawal,
} from './goals/talk-goals.ts'

/** Every goal by its name in the report. */
export const goals = {
  'within the window': withinWindow,
  'after the cut-off': afterCutoff,
  'weekend or holiday': daysOff,
  overdue,
  returned,
  'risk hold': riskHold,
  'net of fees': netOfFees,
  duplicate,
  'refund in progress': refundRunning,
  'refund overdue': refundOverdue,
  'refund failed': refundFailed,
  'pre-authorisation': preauth,
  'declined but charged': declinedButCharged,
  'timed out': timedOut,
  'unauthorised charge': unauthorised,
  'not found': notFound,
  'code question': codeQuestion,
  'knowledge question': knowledgeQuestion,
  'complaint and its state': complaintAndState,
  'complaint withdrawn': withdrawal,
  'watched until it arrives': watched,
  'two payments': twoPayments,
  'fraud in progress': fraud,
  'person asked for': person,
  'somebody else’s payment': stranger,
} as const satisfies Record<string, Goal>

export type GoalName = keyof typeof goals
export const goalNames = Object.keys(goals) as [GoalName, ...GoalName[]]
