import type { CalendarOf } from '../calendar.ts'
import type { ComplaintRecord } from '../transaction.ts'
import { endOf, startClock } from './clocks.ts'
import type { DirectoryId } from './directory-ids.ts'
import { type Regime, type RegimeId, regimeOf } from './regimes.ts'
import { regionTimeZones } from './region.ts'

export interface ComplaintStanding {
  overdue: boolean
  /** ISO instant with offset; absent when neither the record nor a known regime gives a date. */
  dueAt?: string | undefined
  regime?: RegimeId | undefined
  /** Where to turn next. */
  nextInstance?: DirectoryId | undefined
}

/** Providers write `final_response_sent` or `已结案`, so the beginning of the word decides. */
const ended =
  /^(?:closed|resolved|withdrawn|referred|settled|done|completed|final)|^已(?:办结|结案|关闭|解决|撤)/i

/** Whether a complaint's final answer is late. The record's own date counts before a computed one. */
export function isComplaintOverdue(
  complaint: ComplaintRecord,
  now: Date,
  calendarOf: CalendarOf,
): ComplaintStanding {
  const regime = regimeOf(complaint.regime)
  const dueAt = dueDate(complaint, regime, calendarOf)
  return {
    overdue: isUnanswered(complaint) && dueAt !== undefined && now.getTime() > Date.parse(dueAt),
    dueAt,
    regime: regime?.id,
    nextInstance: regime?.nextInstance,
  }
}

function isUnanswered({ finalResponseAt, state }: ComplaintRecord): boolean {
  return finalResponseAt === undefined && !ended.test(state.trim())
}

function dueDate(
  { dueAt, openedAt }: ComplaintRecord,
  regime: Regime | undefined,
  calendarOf: CalendarOf,
): string | undefined {
  const timeZone = regionTimeZones[regime?.region ?? 'OTHER']
  if (dueAt !== undefined) return isDay(dueAt) ? endOf(dueAt, timeZone) : dueAt
  if (!regime) return undefined
  const opened = isDay(openedAt) ? endOf(openedAt, timeZone) : openedAt
  return startClock(regime, new Date(opened), calendarOf)?.dueAt
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
