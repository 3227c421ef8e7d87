import { instantAt } from '../local-time.ts'
import type { TransactionRecord } from '../transaction.ts'
import { awaitedMoney, cameAt, whereabouts } from './awaited-money.ts'
import type { PromiseState } from './promise-state.ts'

/** A date named, as far as comparing it needs it. */
export interface NamedDate {
  /** UTC instant. */
  dueAt: string
  cause: string
}

/** What came of a date, and when the money came if the record tells. */
export interface PromiseOutcome {
  state: PromiseState
  /** UTC instant. */
  happenedAt?: string | undefined
}

/**
 * What the record says came of a date; `open` while it says nothing either way. Only a reading
 * taken after the date can show that the money was not there.
 */
export function comparePromise(
  { dueAt, cause }: NamedDate,
  record: TransactionRecord,
  { now, timeZone }: { now: Date; timeZone: string },
): PromiseOutcome {
  const awaited = awaitedMoney(cause)
  const due = Date.parse(dueAt)
  switch (whereabouts(record, awaited)) {
    case 'elsewhere':
      return { state: 'void' }
    case 'unsaid':
      return { state: 'open' }
    case 'not_there': {
      const readAt = Math.min(Date.parse(record.fetchedAt), now.getTime())
      return { state: readAt > due ? 'late' : 'open' }
    }
    case 'there': {
      const at = cameAt(record, awaited)
      if (at === undefined) return { state: now.getTime() <= due ? 'kept' : 'unknown' }
      const came = instantOf(at, timeZone)
      return { state: came.getTime() <= due ? 'kept' : 'late', happenedAt: came.toISOString() }
    }
  }
}

function instantOf(at: string, timeZone: string): Date {
  return at.length <= 10 ? instantAt(at, '00:00', timeZone) : new Date(at)
}

const minute = 60_000
const day = 86_400_000
/** How long after its date a promise is compared: records tell of a credit late, but not for ever. */
const checks = [2 * minute, 60 * minute, day, 3 * day, 7 * day]

/** When to compare next; undefined when it has been compared often enough. */
export function nextCheck(dueAt: string, now: Date): Date | undefined {
  const due = Date.parse(dueAt)
  const next = checks.map((wait) => due + wait).find((at) => at > now.getTime())
  return next === undefined ? undefined : new Date(next)
}
