import type { Clock } from './ports/clock.ts'

/** Real time, or a clock that starts at the given instant and runs on. */
export function createClock(start: string | undefined): Clock {
  if (!start) return { now: () => new Date() }
  const offset = Date.parse(start) - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}
