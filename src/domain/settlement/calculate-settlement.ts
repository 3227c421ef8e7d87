import type { CalendarOf, Day } from '../calendar.ts'
import { instantAt, localTime, toOffsetIso } from '../local-time.ts'
import { type Arrival, arrivalByProvider, arrivalByRule, windowTakes } from './expected-arrival.ts'
import type {
  SettlementAnswer,
  SettlementInput,
  SettlementReason,
  SettlementStatus,
} from './settlement-answer.ts'
import { type SettlementTerms, settlementTerms } from './settlement-terms.ts'
import type { SettlementWindow } from './settlement-window.ts'
import { settlementWindow } from './settlement-windows.ts'
import { type TicketDates, ticketDates } from './ticket-dates.ts'
import { instantOf, isBareDay, processedDay, type SaleMoment, saleMoment } from './trade-day.ts'

/**
 * When the money of one sale, refund, reversal or hold should come, and how late it is at `now`.
 * The provider's date wins; without it the window's rule applies with the contract's settings. A
 * calendar year that is not loaded makes the answer provisional, never overdue. Throws `RangeError`
 * for a window id, instant, time or zone that does not exist.
 */
export function calculateSettlement(
  input: SettlementInput,
  calendarOf: CalendarOf,
): SettlementAnswer {
  const asked = settlementTerms(windowOf(input.windowId), input, calendarOf)
  const sale = saleMoment(input, asked)
  const { terms, arrival } = resolve(sale, input, { asked, calendarOf })
  const saleAt = isBareDay(input.saleAt)
    ? instantAt(input.saleAt, '00:00', terms.timeZone)
    : instantOf(input.saleAt)
  const dates = ticketDates(arrival, saleAt, terms)
  const status = statusAt(input.now, arrival, { dates, terms })
  return answerOf(input, { terms, arrival, dates, status })
}

function windowOf(id: string): SettlementWindow {
  const window = settlementWindow(id)
  if (!window) throw new RangeError(`No such settlement window: ${id}`)
  return window
}

interface Resolved {
  terms: SettlementTerms
  arrival: Arrival
}

function resolve(
  sale: SaleMoment,
  input: SettlementInput,
  { asked, calendarOf }: { asked: SettlementTerms; calendarOf: CalendarOf },
): Resolved {
  if (input.providerExpectedAt !== undefined) {
    const arrival = arrivalByProvider(input.providerExpectedAt, sale, { input, terms: asked })
    return { terms: asked, arrival }
  }
  const takes = windowTakes(sale, input, asked)
  const fallbackId = input.fallbackOverride ?? asked.window.fallbackWindowId
  if (takes === 'yes' || fallbackId === undefined) {
    return { terms: asked, arrival: arrivalByRule(sale, input, asked) }
  }
  const terms = settlementTerms(windowOf(fallbackId), input, calendarOf)
  const arrival = arrivalByRule(sale, input, terms)
  if (takes === 'day_off') {
    return { terms, arrival: withDayOff(arrival, processedDay(sale, input, asked), asked) }
  }
  return { terms, arrival: { ...arrival, reasons: ['out_of_service_window', ...arrival.reasons] } }
}

/** The sale's own day off is why the same-day window did not take it. */
function withDayOff(arrival: Arrival, dayOff: Day, { calendar }: SettlementTerms): Arrival {
  const name = calendar.holidays[dayOff] ?? 'weekend'
  const reason: SettlementReason = name === 'weekend' ? 'weekend' : 'holiday'
  const otherDays = arrival.skipped.filter(({ day }) => day !== dayOff)
  return {
    ...arrival,
    reasons: [reason, ...arrival.reasons.filter((other) => other !== reason)],
    skipped: [{ day: dayOff, name }, ...otherDays],
    withoutCalendar: dayOff,
  }
}

function statusAt(
  now: Date,
  arrival: Arrival,
  { dates, terms }: { dates: TicketDates; terms: SettlementTerms },
): SettlementStatus {
  const guessed = arrival.basis === 'rule' && terms.window.decidedBy !== 'rule'
  if (guessed || !arrival.calendarLoaded) return 'provisional'
  if (now <= arrival.deadline) {
    return localTime(now, terms.timeZone).day < arrival.expectedDay ? 'not_due' : 'due_today'
  }
  if (now < dates.ticketFromAt) return 'late_grace'
  return dates.calendarLoaded ? 'overdue' : 'provisional'
}

function answerOf(
  input: SettlementInput,
  found: Resolved & { dates: TicketDates; status: SettlementStatus },
): SettlementAnswer {
  const { terms, arrival, dates, status } = found
  const { window, timeZone } = terms
  const unloaded = !arrival.calendarLoaded || !dates.calendarLoaded
  return {
    windowId: input.windowId,
    fallbackWindowId: window.id === input.windowId ? undefined : window.id,
    tradeDay: arrival.tradeDay,
    expectedDay: arrival.expectedDay,
    deadline: toOffsetIso(arrival.deadline, timeZone),
    status,
    ticketFrom: dates.ticketFrom,
    ticketFromAt: toOffsetIso(dates.ticketFromAt, timeZone),
    severeFrom: dates.severeFrom,
    hardCap: dates.hardCap,
    reasons: unloaded ? [...arrival.reasons, 'calendar_not_loaded'] : arrival.reasons,
    skipped: arrival.skipped,
    withoutCutoff: arrival.withoutCutoff,
    withoutCalendar: arrival.withoutCalendar,
    timeZone,
    source: arrival.basis === 'provider' ? window.authoritativeField : window.source,
    reviewedAt: window.reviewedAt,
    basis: arrival.basis,
  }
}
