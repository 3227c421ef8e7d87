import { weekdaysOnly } from '../business-days.ts'
import type { CalendarOf } from '../calendar.ts'
import { earliestFinalDate } from '../complaints/clocks.ts'
import { complaintRegion } from '../complaints/region.ts'
import { internalTargets, type Workplace } from './service-levels.ts'
import type { Severity, TicketClock } from './ticket.ts'

export interface DueQuestion {
  severity: Severity
  /** Country or region whose workdays count. */
  region: string
  clocks: readonly TicketClock[]
  /** From when our own target counts. */
  at: Date
  /** IANA zone of our own target. */
  timeZone: string
  calendarOf: CalendarOf
}

/** The date a customer is told: the earlier of the law's and our own, on the region's workdays. */
export function dueAtOf(question: DueQuestion): string {
  const { severity, clocks, at } = question
  const target = internalTargets(severity, at, workplaceOf(question)).resolveBy
  const law = earliestFinalDate(clocks)
  return law !== undefined && Date.parse(law) < Date.parse(target) ? law : target
}

/** Where and on which workdays the work on a ticket of this region is counted. */
export function workplaceOf({
  region,
  timeZone,
  calendarOf,
}: Pick<DueQuestion, 'region' | 'timeZone' | 'calendarOf'>): Workplace {
  const calendar = calendarOf(homeCalendars[complaintRegion(region)]) ?? weekdaysOnly
  return { calendar, timeZone }
}

const homeCalendars = {
  CN: 'cn_state_council',
  GB: 'gb_england',
  US: 'us_federal_reserve',
  EU: 'target',
  OTHER: 'weekdays',
} as const
