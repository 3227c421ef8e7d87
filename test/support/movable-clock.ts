import type { Clock } from '../../src/ports/clock.ts'

/** A clock that runs on from `start` and can be put forward. */
export function movableClock(start: string): Clock & { moveTo(instant: string): void } {
  let offset = 0
  const moveTo = (instant: string) => {
    offset = Date.parse(instant) - Date.now()
  }
  moveTo(start)
  return { now: () => new Date(Date.now() + offset), moveTo }
}
