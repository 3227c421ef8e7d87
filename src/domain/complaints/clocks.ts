import { addBusinessDays, coveredThroughout, weekdaysOnly } from '../business-days.ts'
import type { CalendarOf, Day } from '../calendar.ts'
import { addDays, instantAt, localTime, toOffsetIso } from '../local-time.ts'
import type { TicketClock } from '../tickets/ticket.ts'
import { type Regime, type RegimeId, regimes, type Span } from './regimes.ts'
import { complaintRegion, regionTimeZones } from './region.ts'

/** Who answers the complaint: decides which rules bind. */
export const institutions = ['payment_institution', 'bank', 'issuer'] as const
export type Institution = (typeof institutions)[number]

export interface ClockStart {
  /** Country or region of the complaint rules. */
  region: string
  role: 'merchant' | 'cardholder' | 'prospect' | 'other'
  institution?: Institution | undefined
  /** When the complaint was received. That day does not count. */
  at: Date
  calendarOf: CalendarOf
  /** Only where it matters (US): the card the dispute is about. */
  funding?: 'debit' | 'credit' | undefined
}

/**
 * Every clock that starts with a complaint. Several may run at once. The issuer's own limits start
 * only for an issuer; a regime without a number starts none.
 */
export function startClocks(start: ClockStart): TicketClock[] {
  return regimesFor(start).flatMap((id) => {
    const clock = startClock(regimes[id], start.at, start.calendarOf)
    return clock ? [clock] : []
  })
}

/** One regime's clock, or undefined when the regime names no number. */
export function startClock(
  regime: Regime,
  at: Date,
  calendarOf: CalendarOf,
): TicketClock | undefined {
  if (!regime.final) return undefined
  const timeZone = regionTimeZones[regime.region]
  const known = calendarOf(regime.calendar)
  const calendar = known ?? weekdaysOnly
  const received = localTime(at, timeZone).day
  const last = lastDay(received, regime.final, (day, n) => addBusinessDays(day, n, calendar))
  const provisional = !known || !coveredThroughout(received, last, calendar)
  return {
    regime: regime.id,
    startAt: toOffsetIso(at, timeZone),
    dueAt: endOf(last, timeZone),
    calendar: calendar.id,
    reason: reasonOf(regime, provisional && regime.final.unit === 'business_days'),
  }
}

/** The instant a day is over, to the second: an answer on the last day is in time. */
export function endOf(day: Day, timeZone: string): string {
  return toOffsetIso(new Date(instantAt(day, '24:00', timeZone).getTime() - 1000), timeZone)
}

/** The last instant to which a regime lets its limit be extended, with notice to the customer. */
export function latestEnd(regime: Regime, startAt: Date, calendarOf: CalendarOf): string {
  const timeZone = regionTimeZones[regime.region]
  const calendar = calendarOf(regime.calendar) ?? weekdaysOnly
  const received = localTime(startAt, timeZone).day
  const spans = [regime.final, ...(regime.extended ?? [])].filter((span) => span !== undefined)
  const ends = spans.map((span) =>
    lastDay(received, span, (day, n) => addBusinessDays(day, n, calendar)),
  )
  return endOf(ends.toSorted().at(-1) ?? received, timeZone)
}

function reasonOf(regime: Regime, provisional: boolean): string | undefined {
  if (provisional) return 'provisional: the calendar does not cover these days'
  if (regime.starts === 'forwarded_by_regulator') {
    return 'counted from our own receipt: stricter than the rule, which starts when forwarded'
  }
  return regime.optional ? 'optional: a quick resolution' : undefined
}

function lastDay(from: Day, span: Span, business: (day: Day, n: number) => Day): Day {
  if (span.unit === 'business_days') return business(from, span.n)
  return addDays(from, span.unit === 'weeks' ? span.n * 7 : span.n)
}

function regimesFor({ region, role, institution, funding }: ClockStart): RegimeId[] {
  const who = institution ?? 'payment_institution'
  switch (complaintRegion(region)) {
    case 'CN':
      return who === 'payment_institution' ? ['cn_payment_institution'] : ['cn_bank']
    case 'GB':
      return ['gb_quick', 'gb_psd']
    case 'EU':
      return ['eu_psd2']
    case 'US':
      if (role !== 'cardholder' || who !== 'issuer') return []
      return [funding === 'credit' ? 'us_reg_z' : 'us_reg_e']
    default:
      return []
  }
}

/** The date that counts: the extended one once the customer was told of it. */
export function finalDate({ dueAt, extendedTo }: TicketClock): string {
  return extendedTo ?? dueAt
}

/** The one date a customer is told: the earliest final answer. An optional clock promises nothing. */
export function earliestFinalDate(clocks: readonly TicketClock[]): string | undefined {
  return clocks
    .filter(({ regime }) => !isOptional(regime))
    .map(finalDate)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(0)
}

/** Whether a faster way out replaces this limit: missing it breaks no rule. */
export function isOptional(name: string): boolean {
  return Object.values(regimes).some(({ id, optional }) => id === name && optional === true)
}

/** Limits that bind the card's issuer in the US: told as information, never as our promise. */
export function issuerLimits(region: string, funding: 'debit' | 'credit'): Regime | undefined {
  if (complaintRegion(region) !== 'US') return undefined
  return funding === 'credit' ? regimes.us_reg_z : regimes.us_reg_e
}
