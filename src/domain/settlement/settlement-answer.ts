import type { Day } from '../calendar.ts'

/** `first_business_day_after_T`: weekend sales are paid on Monday; the other: on Tuesday. */
export type WeekendRule = 'first_business_day_after_T' | 'monday_is_trade_day'

/** What is known about one payment, refund, reversal or hold, and the contract it runs under. */
export interface SettlementInput {
  windowId: string
  /**
   * When it happened: ISO 8601 with offset, or a `Day` when the time is not known. For a refund,
   * reversal, hold or withdrawal: when that was made.
   */
  saleAt: string
  /** `HH:MM`. */
  cutoffOverride?: string | undefined
  calendarOverride?: string | undefined
  /** The account's own zone, where the window leaves it open. */
  timeZoneOverride?: string | undefined
  makeupWorkdayCounts?: boolean | undefined
  weekendRule?: WeekendRule | undefined
  /** Which window takes sales outside the service hours, when the contract says. */
  fallbackOverride?: string | undefined
  /** The processing day the provider reports; wins over the cut-off. */
  providerTradeDay?: Day | undefined
  /** The arrival the provider reports, ISO instant or `Day`; wins over every rule. */
  providerExpectedAt?: string | undefined
  now: Date
}

/**
 * `late_grace`: past the deadline, before `ticketFromAt`. `provisional`: the date rests on a
 * calendar year that is not loaded, or on a date only the provider or the contract knows.
 */
export type SettlementStatus = 'not_due' | 'due_today' | 'late_grace' | 'overdue' | 'provisional'

/** Why the expected day is what it is. */
export type SettlementReason =
  | 'provider_date'
  | 'provider_trade_day'
  | 'provider_date_missing'
  | 'contract_date_missing'
  | 'sale_time_unknown'
  | 'after_cutoff'
  | 'out_of_service_window'
  | 'weekend'
  | 'holiday'
  | 'makeup_workday'
  | 'makeup_not_counted'
  | 'holidays_not_counted'
  | 'calendar_not_loaded'

/** A day the wait steps over; `name` is the holiday's English name, or `weekend`. */
export interface SkippedDay {
  day: Day
  name: string
}

/** When the money should come and what follows if it does not. Days are days in `timeZone`. */
export interface SettlementAnswer {
  windowId: string
  /** The window whose rule applied instead, when the sale fell outside the service hours. */
  fallbackWindowId?: string | undefined
  tradeDay: Day
  expectedDay: Day
  /** ISO 8601 with offset: the money is late after this instant. */
  deadline: string
  status: SettlementStatus
  /** A ticket may be opened from this day on. */
  ticketFrom: Day
  /** ISO 8601 with offset: the exact start of `overdue`. */
  ticketFromAt: string
  /** P2 from this day on; absent when no rule says, or the calendar is not loaded that far. */
  severeFrom?: Day | undefined
  /** The last day the rules allow at all. */
  hardCap?: Day | undefined
  reasons: SettlementReason[]
  skipped: SkippedDay[]
  /** The expected day, had the sale been before the cut-off. */
  withoutCutoff: Day
  /** The expected day, were every day a working day. */
  withoutCalendar: Day
  timeZone: string
  /** Where the date comes from: the provider's field, or the source of the rule. */
  source: string
  reviewedAt: Day
  basis: 'provider' | 'rule'
}
