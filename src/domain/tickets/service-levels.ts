import { addBusinessDays, isBusinessDay } from '../business-days.ts'
import type { BusinessCalendar, Day } from '../calendar.ts'
import { addDays, instantAt, localTime, minutesOfDay, toOffsetIso } from '../local-time.ts'
import type { Severity } from './ticket.ts'

/** A target: working hours count only while people are in, plain minutes always. */
export type Target =
  | { unit: 'minutes'; n: number }
  | { unit: 'business_hours'; n: number }
  | { unit: 'business_days'; n: number }

/** Our own targets for a severity. Laws and their clocks prevail. */
export interface ServiceLevel {
  /** Always with the ticket number, in the same turn. */
  acknowledge: 'at_once'
  firstHumanTouch: Target
  updateEvery?: Target | undefined
  /** For P1 the containment part. */
  resolve: Target
}

export const serviceLevels: Readonly<Record<Severity, ServiceLevel>> = {
  P1: {
    acknowledge: 'at_once',
    firstHumanTouch: { unit: 'minutes', n: 15 },
    updateEvery: { unit: 'minutes', n: 120 },
    resolve: { unit: 'business_days', n: 1 },
  },
  P2: {
    acknowledge: 'at_once',
    firstHumanTouch: { unit: 'business_hours', n: 4 },
    updateEvery: { unit: 'business_days', n: 1 },
    resolve: { unit: 'business_days', n: 3 },
  },
  P3: {
    acknowledge: 'at_once',
    firstHumanTouch: { unit: 'business_days', n: 1 },
    updateEvery: { unit: 'business_days', n: 3 },
    resolve: { unit: 'business_days', n: 7 },
  },
  P4: {
    acknowledge: 'at_once',
    firstHumanTouch: { unit: 'business_days', n: 2 },
    resolve: { unit: 'business_days', n: 10 },
  },
}

/** When people are in, local times `HH:MM`. */
export interface WorkingHours {
  opens: string
  closes: string
}
export const workingHours: WorkingHours = { opens: '09:00', closes: '18:00' }

export interface Workplace {
  calendar: BusinessCalendar
  /** IANA zone. */
  timeZone: string
  hours?: WorkingHours | undefined
}

export interface InternalTargets {
  /** ISO instants with offset. */
  firstHumanTouchBy: string
  nextUpdateBy?: string | undefined
  resolveBy: string
}

/** The instants our own targets fall on for a ticket opened at `at`. */
export function internalTargets(severity: Severity, at: Date, place: Workplace): InternalTargets {
  const { firstHumanTouch, updateEvery, resolve } = serviceLevels[severity]
  const by = (target: Target) => toOffsetIso(reach(target, at, place), place.timeZone)
  return {
    firstHumanTouchBy: by(firstHumanTouch),
    nextUpdateBy: updateEvery && by(updateEvery),
    resolveBy: by(resolve),
  }
}

function reach(target: Target, at: Date, place: Workplace): Date {
  if (target.unit === 'minutes') return new Date(at.getTime() + target.n * 60_000)
  if (target.unit === 'business_hours') return afterWorkingMinutes(target.n * 60, at, place)
  const { day } = localTime(at, place.timeZone)
  const due = addBusinessDays(day, target.n, place.calendar)
  return instantAt(due, (place.hours ?? workingHours).closes, place.timeZone)
}

/** The instant when so many minutes of opening time have passed. */
export function afterWorkingMinutes(minutes: number, at: Date, place: Workplace): Date {
  const { opens, closes } = place.hours ?? workingHours
  const { day, time } = localTime(at, place.timeZone)
  let left = minutes
  let current: Day = day
  let from = Math.max(minutesOfDay(time), minutesOfDay(opens))
  for (;;) {
    const open = isBusinessDay(current, place.calendar)
    const available = open ? Math.max(0, minutesOfDay(closes) - from) : 0
    if (open && left <= available) return instantAt(current, clockTime(from + left), place.timeZone)
    left -= available
    current = addDays(current, 1)
    from = minutesOfDay(opens)
  }
}

function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A stretch in which we waited for the customer. Instants are ISO; an open one has no end. */
export interface Pause {
  from: string
  to?: string | undefined
}

/** A target moved by the time we waited. Only for our own targets, never for a clock of the law. */
export function extendedByPauses(dueAt: string, pauses: readonly Pause[], now: Date): Date {
  const waited = pauses.reduce((total, { from, to }) => {
    const end = to === undefined ? now.getTime() : Date.parse(to)
    return total + Math.max(0, end - Date.parse(from))
  }, 0)
  return new Date(Date.parse(dueAt) + waited)
}
