/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export type Day = string

/**
 * The working days of one place, as plain data.
 * `holidays` maps a day off to its English name (`holidayName` translates it); `workedWeekends` are
 * Saturdays and Sundays that are worked (mainland China moves working days). A year outside
 * `coveredYears` is not known: answers that touch it are provisional.
 */
export interface BusinessCalendar {
  id: string
  holidays: Readonly<Record<Day, string>>
  workedWeekends: readonly Day[]
  coveredYears: readonly number[]
  /** The weekdays off, 0 is Sunday. Without it: Saturday and Sunday. */
  weekend?: readonly number[] | undefined
}

/** Where calendars come from; asked by id (`cn_state_council`, `gb_england`, …). */
export type CalendarOf = (calendarId: string) => BusinessCalendar | undefined
