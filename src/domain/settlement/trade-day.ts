import type { Day } from '../calendar.ts'
import { addDays, localTime, minutesOfDay } from '../local-time.ts'
import type { SettlementInput } from './settlement-answer.ts'
import type { SettlementTerms } from './settlement-terms.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/

/** Whether a text is a bare `Day`, without a time. */
export function isBareDay(text: string): boolean {
  return DAY.test(text)
}

/**
 * The instant an ISO text with an offset means. Throws `RangeError` for other text: without an
 * offset the answer would depend on the machine's own zone.
 */
export function instantOf(iso: string): Date {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime()) || !OFFSET.test(iso)) {
    throw new RangeError(`Not an instant with an offset: ${iso}`)
  }
  return instant
}

/** When a sale happened, as the terms' wall clock showed it. */
export interface SaleMoment {
  day: Day
  /** `HH:MM`; absent when only the day is known. */
  time?: string | undefined
}

/** The local day and time of a sale. */
export function saleMoment(input: SettlementInput, terms: SettlementTerms): SaleMoment {
  if (isBareDay(input.saleAt)) return { day: input.saleAt }
  return localTime(instantOf(input.saleAt), terms.timeZone)
}

/** The processing day: as the provider reports it, else by the cut-off. */
export function processedDay(
  sale: SaleMoment,
  input: SettlementInput,
  terms: SettlementTerms,
): Day {
  return input.providerTradeDay ?? tradeDayOf(sale, terms)
}

/** The processing day of a sale by the cut-off. A sale of unknown time counts as before it. */
export function tradeDayOf({ day, time }: SaleMoment, terms: SettlementTerms): Day {
  if (terms.cutoff === undefined || time === undefined) return day
  const beforeCutoff = minutesOfDay(time) < minutesOfDay(terms.cutoff)
  if (terms.window.dayCloses === 'next_morning') return beforeCutoff ? addDays(day, -1) : day
  return beforeCutoff ? day : addDays(day, 1)
}

/** Whether the sale falls inside the hours in which the window works at all. */
export function inServiceWindow({ time }: SaleMoment, terms: SettlementTerms): boolean {
  const hours = terms.window.serviceWindow
  if (!hours || time === undefined) return true
  const at = minutesOfDay(time)
  const closes = Math.min(minutesOfDay(hours.to), minutesOfDay(terms.cutoff ?? '24:00'))
  return at >= minutesOfDay(hours.from) && at < closes
}
