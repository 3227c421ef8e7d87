import { comparePromise, nextCheck } from '../domain/promises/compare-promise.ts'
import { promisedInstant } from '../domain/promises/promised-instant.ts'
import type { TransactionRecord } from '../domain/transaction.ts'
import type { PromiseRow } from '../ports/promises.ts'
import type { TimerChange } from '../ports/timers.ts'
import type { Explanation } from './explain-payment.ts'

/** The kind of timer that compares a promise with the record. */
export const promiseTimer = 'promise'

/** A promise as it stands, and what becomes of its timer: both are committed together. */
export interface PromiseChange {
  promise: PromiseRow
  timer: TimerChange
}

/** The date that an explanation names, as a promise; undefined when it names none ahead. */
export function promiseOf(
  explanation: Explanation,
  { conversationId, now }: { conversationId: string; now: Date },
): PromiseChange | undefined {
  const { plan, evidence, diagnosis, timeZone } = explanation
  const { record } = evidence
  if (!plan.expectedBy || !record) return undefined
  const { dueAt: due } = promisedInstant(plan.expectedBy, timeZone)
  if (due <= now) return undefined
  const dueAt = due.toISOString()
  const promise: PromiseRow = {
    // The same date for the same payment, named again, is the same promise.
    id: `${conversationId}|${record.id}|${dueAt}`,
    conversationId,
    transactionId: record.id,
    provider: record.provider,
    windowId: windowBehind(explanation),
    cause: diagnosis.cause,
    dueAt,
    namedAt: now.toISOString(),
    state: 'open',
  }
  return { promise, timer: timerFor(promise, nextCheck(dueAt, now)) }
}

/** The window whose rule gave the date; none for a date of the provider's own or of the record. */
function windowBehind({ plan, evidence }: Explanation): string | undefined {
  const { settlement, sideWindow } = evidence
  const answer = [settlement, sideWindow].find((each) => each?.deadline === plan.expectedBy)
  return answer?.basis === 'rule' ? (answer.fallbackWindowId ?? answer.windowId) : undefined
}

/**
 * A promise compared with the record; without one nothing is learnt. It is compared again while
 * the record does not tell; when that has gone on long enough it ends as `unknown`.
 */
export function checkPromise(
  before: PromiseRow,
  record: TransactionRecord | undefined,
  place: { now: Date; timeZone: string },
): PromiseChange {
  const { now } = place
  const found = record ? comparePromise(before, record, place) : { state: before.state }
  const next = isSettled(found) ? undefined : nextCheck(before.dueAt, now)
  const state = found.state === 'open' && !next ? 'unknown' : found.state
  const promise = { ...before, ...found, state, checkedAt: now.toISOString() }
  return { promise, timer: timerFor(promise, next) }
}

/** Late money may still come, and a late entry in the record may show that it was in time. */
function isSettled({ state, happenedAt }: Pick<PromiseRow, 'state' | 'happenedAt'>): boolean {
  return state !== 'open' && !(state === 'late' && happenedAt === undefined)
}

function timerFor({ id, conversationId }: PromiseRow, at: Date | undefined): TimerChange {
  const timerId = `${promiseTimer}|${id}`
  if (!at) return { cancel: timerId }
  const payload = { promiseId: id }
  const dueAt = at.toISOString()
  return { set: { id: timerId, conversationId, kind: promiseTimer, payload, dueAt } }
}
