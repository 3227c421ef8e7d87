import type { Clock } from '../../src/ports/clock.ts'

export interface MovableClock extends Clock {
  moveTo(instant: string): void
}

/** A clock that runs on from `start` and can be put forward. */
export function movableClock(start: string): MovableClock {
  let offset = 0
  const moveTo = (instant: string) => {
    offset = Date.parse(instant) - Date.now()
  }
  moveTo(start)
  return { now: () => new Date(Date.now() + offset), moveTo }
}

/** A clock that stands still until it is moved: the same run gives the same times. */
export function stillClock(start: string): MovableClock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    moveTo(instant) {
      at = Date.parse(instant)
    },
  }
}
