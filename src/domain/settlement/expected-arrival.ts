import { addBusinessDays, coveredThroughout, isBusinessDay, isWeekend } from '../business-days.ts'
import type { BusinessCalendar, Day } from '../calendar.ts'
import { addDays, instantAt, localTime } from '../local-time.ts'
import type { SettlementInput, SettlementReason, SkippedDay } from './settlement-answer.ts'
import { type SettlementTerms, waitCalendar } from './settlement-terms.ts'
import {
  inServiceWindow,
  instantOf,
  isBareDay,
  processedDay,
  type SaleMoment,
  tradeDayOf,
} from './trade-day.ts'

const DEADLINE = '18:00'
const END_OF_DAY = '23:59'

/** When money should come, and why then. */
export interface Arrival {
  tradeDay: Day
  expectedDay: Day
  deadline: Date
  basis: 'provider' | 'rule'
  /** False when the wait crosses a year the calendar does not know. */
  calendarLoaded: boolean
  reasons: SettlementReason[]
  skipped: SkippedDay[]
  withoutCutoff: Day
  withoutCalendar: Day
}

/** The arrival by the provider's own date, which no rule of ours corrects. */
export function arrivalByProvider(
  expectedAt: string,
  sale: SaleMoment,
  { input, terms }: { input: SettlementInput; terms: SettlementTerms },
): Arrival {
  const bare = isBareDay(expectedAt)
  const expectedDay = bare ? expectedAt : localTime(instantOf(expectedAt), terms.timeZone).day
  return {
    tradeDay: processedDay(sale, input, terms),
    expectedDay,
    deadline: providerDeadline(expectedAt, expectedDay, terms),
    basis: 'provider',
    calendarLoaded: true,
    reasons: ['provider_date'],
    skipped: [],
    withoutCutoff: expectedDay,
    withoutCalendar: expectedDay,
  }
}

/** A provider's instant moves the hour of the deadline later, or sets it where minutes count. */
function providerDeadline(expectedAt: string, day: Day, { window, timeZone }: SettlementTerms) {
  const counted = window.unit === 'minutes'
  const usual = instantAt(day, counted ? END_OF_DAY : (window.deadlineTime ?? DEADLINE), timeZone)
  if (isBareDay(expectedAt)) return usual
  const instant = instantOf(expectedAt)
  return counted || instant > usual ? instant : usual
}

/** Whether the window's own rule can take this sale, or its fall-back window must. */
export function windowTakes(
  sale: SaleMoment,
  input: SettlementInput,
  terms: SettlementTerms,
): 'yes' | 'out_of_service_window' | 'day_off' {
  if (terms.window.fallbackWindowId === undefined) return 'yes'
  if (!inServiceWindow(sale, terms)) return 'out_of_service_window'
  const tradeDay = processedDay(sale, input, terms)
  return isBusinessDay(tradeDay, waitCalendar(terms)) ? 'yes' : 'day_off'
}

/** The arrival by the window's rule. */
export function arrivalByRule(
  sale: SaleMoment,
  input: SettlementInput,
  terms: SettlementTerms,
): Arrival {
  if (terms.window.unit === 'minutes') return arrivalWithinMinutes(sale, input, terms)
  const processed = processedDay(sale, input, terms)
  const wait = waitFrom(processed, terms, input.providerTradeDay !== undefined)
  const calendar = waitCalendar(terms)
  const skipped = skippedDays(wait, calendar)
  return {
    tradeDay: wait.tradeDay,
    expectedDay: wait.expectedDay,
    deadline: instantAt(wait.expectedDay, terms.window.deadlineTime ?? DEADLINE, terms.timeZone),
    basis: 'rule',
    calendarLoaded: coveredThroughout(wait.from, wait.expectedDay, calendar),
    reasons: [
      ...tradeDayReasons(sale, input, terms),
      ...calendarReasons(wait, skipped, terms),
      ...missingDateReasons(terms),
    ],
    skipped,
    withoutCutoff: withoutCutoff(sale, wait, terms),
    withoutCalendar: addDays(processed, terms.window.offset),
  }
}

interface Wait {
  tradeDay: Day
  /** The first day that is waited through or moved. */
  from: Day
  expectedDay: Day
}

/** A trade day the provider reports stays; one of ours may move off a weekend by contract. */
function waitFrom(processed: Day, terms: SettlementTerms, reported: boolean): Wait {
  const calendar = waitCalendar(terms)
  const moves =
    !reported && terms.weekendRule === 'monday_is_trade_day' && !isBusinessDay(processed, calendar)
  const tradeDay = moves ? addBusinessDays(processed, 1, calendar) : processed
  const expectedDay = addBusinessDays(tradeDay, terms.window.offset, calendar)
  return {
    tradeDay,
    from: moves || expectedDay === tradeDay ? processed : addDays(processed, 1),
    expectedDay,
  }
}

function withoutCutoff(sale: SaleMoment, wait: Wait, terms: SettlementTerms): Day {
  if (terms.window.dayCloses === 'next_morning') return wait.expectedDay
  return waitFrom(sale.day, terms, false).expectedDay
}

function skippedDays(wait: Wait, calendar: BusinessCalendar): SkippedDay[] {
  const skipped: SkippedDay[] = []
  for (let day = wait.from; day < wait.expectedDay; day = addDays(day, 1)) {
    if (isBusinessDay(day, calendar)) continue
    skipped.push({ day, name: calendar.holidays[day] ?? 'weekend' })
  }
  return skipped
}

/** A provider's own trade day may well be the next one because of the cut-off: both are told. */
function tradeDayReasons(
  sale: SaleMoment,
  input: SettlementInput,
  terms: SettlementTerms,
): SettlementReason[] {
  const reasons: SettlementReason[] = []
  if (input.providerTradeDay !== undefined) reasons.push('provider_trade_day')
  const pushed = processedDay(sale, input, terms) > sale.day
  if (pushed && tradeDayOf(sale, terms) > sale.day) reasons.push('after_cutoff')
  if (sale.time === undefined) reasons.push('sale_time_unknown')
  return reasons
}

function calendarReasons(
  wait: Wait,
  skipped: SkippedDay[],
  terms: SettlementTerms,
): SettlementReason[] {
  const reasons: SettlementReason[] = []
  const calendar = waitCalendar(terms)
  if (skipped.some(({ name }) => name === 'weekend')) reasons.push('weekend')
  if (skipped.some(({ name }) => name !== 'weekend')) reasons.push('holiday')
  for (let day = wait.from; day <= wait.expectedDay; day = addDays(day, 1)) {
    const reason = makeupReason(day, calendar, terms)
    if (reason && !reasons.includes(reason)) reasons.push(reason)
  }
  if (terms.window.unit === 'business_day' && !terms.holidaysCounted) {
    reasons.push('holidays_not_counted')
  }
  return reasons
}

function makeupReason(
  day: Day,
  calendar: BusinessCalendar,
  { fullCalendar }: SettlementTerms,
): SettlementReason | undefined {
  if (!isWeekend(day, calendar) || !fullCalendar.workedWeekends.includes(day)) return undefined
  return isBusinessDay(day, calendar) ? 'makeup_workday' : 'makeup_not_counted'
}

function missingDateReasons({ window }: SettlementTerms): SettlementReason[] {
  if (window.decidedBy === 'rule') return []
  return [window.decidedBy === 'provider' ? 'provider_date_missing' : 'contract_date_missing']
}

function arrivalWithinMinutes(
  sale: SaleMoment,
  input: SettlementInput,
  terms: SettlementTerms,
): Arrival {
  const { window, timeZone } = terms
  const counted = (window.deadlineMinutes ?? window.offset) * 60_000
  const deadline =
    sale.time === undefined
      ? instantAt(sale.day, END_OF_DAY, timeZone)
      : new Date(instantOf(input.saleAt).getTime() + counted)
  const expectedDay = localTime(deadline, timeZone).day
  return {
    tradeDay: input.providerTradeDay ?? sale.day,
    expectedDay,
    deadline,
    basis: 'rule',
    calendarLoaded: true,
    reasons: sale.time === undefined ? ['sale_time_unknown'] : [],
    skipped: [],
    withoutCutoff: expectedDay,
    withoutCalendar: expectedDay,
  }
}
