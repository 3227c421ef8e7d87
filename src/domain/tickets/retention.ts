import type { Day } from '../calendar.ts'

/** Complaint files are kept three years in the UK and in mainland China. */
export const RETENTION_YEARS = 3

/** The day until which a ticket is kept, counted from its last change. `at` is an ISO instant. */
export function retentionUntil(at: string): Day {
  const year = Number(at.slice(0, 4)) + RETENTION_YEARS
  const day = at.slice(4, 10)
  return `${year}${day === '-02-29' ? '-03-01' : day}`
}
