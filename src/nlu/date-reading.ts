import type { Day } from '../domain/calendar.ts'
import { matchesOf } from '../domain/matches.ts'
import type { Entity } from '../ports/understanding.ts'
import { type EntityInput, type EntityStep, spanAt } from './entity-step.ts'
import {
  type DayNumber,
  dayFrom,
  dayNumber,
  dayOf,
  localDay,
  partsOf,
  weekdayOf,
} from './local-day.ts'

/** Where a date is read: today's number, and whether 3/4 is 3 April here. */
export interface DateFrame {
  today: DayNumber
  dayFirst: boolean
  english: boolean
  expecting: boolean
}

export interface ReadDay {
  iso: Day
  alternatives?: Day[] | undefined
  /** Also how long ago, when that is what was said. */
  daysAgo?: number | undefined
}

export interface DatePattern {
  pattern: RegExp
  read: (found: RegExpExecArray, frame: DateFrame) => ReadDay | undefined
  /** Reads days of the week: beside a date they only repeat it. */
  isWeekday?: boolean
}

/** A date this far ahead without a year is more likely the one a year ago. */
const farAhead = 60

export const dayWith = (number: DayNumber, others: (DayNumber | undefined)[] = []): ReadDay => {
  const alternatives = others
    .filter((other) => other !== undefined && other !== number)
    .map((other) => dayOf(other ?? 0))
  return { iso: dayOf(number), ...(alternatives.length > 0 && { alternatives }) }
}

/**
 * A day of the year without its year: this year's, or last year's when that is far ahead. A day
 * soon to come stays as said, with last year's as the other reading.
 */
export function withoutYear(
  inYear: (year: number) => DayNumber | undefined,
  frame: DateFrame,
): ReadDay | undefined {
  const { year } = partsOf(frame.today)
  const current = inYear(year)
  const last = inYear(year - 1)
  if (current === undefined) return last === undefined ? undefined : dayWith(last)
  if (current <= frame.today || last === undefined) return dayWith(current)
  if (current - frame.today > farAhead) return dayWith(last)
  return dayWith(current, [last])
}

/** A day read from digits that might be anything: only where it is not far from today. */
export function ifNear(read: ReadDay | undefined, { today }: DateFrame): ReadDay | undefined {
  return read && Math.abs(dayNumber(read.iso) - today) <= farAhead ? read : undefined
}

/** 11/18 or 3/4: the order of the place first, the other one as an alternative when it exists. */
export function numericDate(first: number, second: number, frame: DateFrame): ReadDay | undefined {
  const read = (month: number, day: number) => {
    if (month < 1 || month > 12) return undefined
    return withoutYear((year) => dayFrom({ year, month, day }), frame)
  }
  const monthFirst = read(first, second)
  const dayFirst = read(second, first)
  const [main, other] = frame.dayFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst]
  if (!main) return other
  if (!other || other.iso === main.iso) return main
  // Beside a day that has been, the other one has been as well.
  const past = dayNumber(main.iso) <= frame.today ? other.alternatives?.[0] : undefined
  return { ...main, alternatives: [past ?? other.iso, ...(main.alternatives ?? [])] }
}

/** The same order question for a date that names its year. */
export function numericDateOf(parts: number[], frame: DateFrame): ReadDay | undefined {
  const [first = 0, second = 0, written = 0] = parts
  const year = written < 100 ? 2000 + written : written
  const read = (month: number, day: number) =>
    month >= 1 && month <= 12 ? dayFrom({ year, month, day }) : undefined
  const readings = [read(first, second), read(second, first)]
  const [main, other] = frame.dayFirst ? readings.toReversed() : readings
  if (main === undefined) return other === undefined ? undefined : dayWith(other)
  return dayWith(main, [other])
}

/**
 * 月初 and "end of the month": its first days, or its last one. Without a word which month, the end
 * that is nearer counts and the other is kept.
 */
export function edgeOfMonth(
  edge: 'start' | 'end',
  frame: DateFrame,
  { shift }: { shift: number | undefined },
): ReadDay | undefined {
  const { year, month, day } = partsOf(frame.today)
  const first = (by: number) => dayFrom({ year, month: month + by, day: 1 }) ?? 0
  if (edge === 'start') {
    const start = first(shift ?? 0)
    return dayWith(start, [start + 1, start + 2])
  }
  if (shift !== undefined) return dayWith(first(shift + 1) - 1)
  const [last, next] = [first(0) - 1, first(1) - 1]
  return day <= next - frame.today ? dayWith(last, [next]) : dayWith(next, [last])
}

/** 十月底, "end of October": of this year, or of the last one where that is far ahead. */
export function edgeOfNamedMonth(
  edge: 'start' | 'end',
  frame: DateFrame,
  { month, shift }: { month: number; shift?: number | undefined },
): ReadDay | undefined {
  if (month < 1 || month > 12) return undefined
  const firstOf = (year: number, of: number) => dayFrom({ year, month: of, day: 1 }) ?? 0
  const ofYear = (inYear: (year: number) => DayNumber) =>
    shift === undefined
      ? withoutYear(inYear, frame)
      : dayWith(inYear(partsOf(frame.today).year + shift))
  if (edge === 'end') return ofYear((year) => firstOf(year, month + 1) - 1)
  const start = ofYear((year) => firstOf(year, month))
  if (!start) return undefined
  const day = dayNumber(start.iso)
  return dayWith(day, [day + 1, day + 2])
}

const dayFirstZones =
  /^(?:Europe|Africa|Australia|Atlantic|Indian)\/|^Pacific\/Auckland|^Asia\/(?:Kolkata|Dubai|Singapore|Hong_Kong|Bangkok|Jakarta|Kuala_Lumpur)/

function frameOf(input: EntityInput): DateFrame {
  const { context, reading } = input
  const isEnglish = !/[\u4e00-\u9fff]/.test(reading.low)
  return {
    today: localDay(context.now, context.timeZone),
    english: isEnglish,
    dayFirst: isEnglish && context.locale === 'en' && dayFirstZones.test(context.timeZone),
    expecting: context.expecting === 'date',
  }
}

function entitiesOf(input: EntityInput, at: readonly [number, number], read: ReadDay): Entity[] {
  const span = spanAt(input.reading, at[0], at[1])
  const { daysAgo, ...day } = read
  const date: Entity = { type: 'date', ...span, ...day }
  if (daysAgo === undefined) return [date]
  return [date, { type: 'elapsed', ...span, days: daysAgo }]
}

function datesOf(input: EntityInput, frame: DateFrame, { pattern, read }: DatePattern): Entity[] {
  const dates: Entity[] = []
  for (const found of matchesOf(input.free, pattern)) {
    const day = read(found, frame)
    if (day) dates.push(...entitiesOf(input, [found.index, found.index + found[0].length], day))
  }
  return dates
}

/** 11月13日（周五）, "Friday 13 November": the day of the week only repeats the date beside it. */
function repeats(weekday: Entity, date: Entity, { free }: EntityInput): boolean {
  if (weekday.type !== 'date' || date.type !== 'date') return false
  const [first, second] = weekday.start < date.start ? [weekday, date] : [date, weekday]
  if (first.end > second.start || second.start - first.end > 7) return false
  const isBeside = /^[\s,，、.(（是]{0,3}(?:the |an? )?$/.test(free.slice(first.end, second.start))
  return isBeside && weekdayOf(dayNumber(weekday.iso)) === weekdayOf(dayNumber(date.iso))
}

const overlap = (a: Entity, b: Entity) => a.start < b.end && b.start < a.end

/** Reads dates with a list of patterns; what an earlier one took, a later one does not see. */
export function dateStep(patterns: readonly DatePattern[]): EntityStep {
  return (input) => {
    const frame = frameOf(input)
    const dates: Entity[] = []
    const weekdays: Entity[] = []
    for (const pattern of patterns) {
      const taken = [...dates, ...weekdays]
      const fresh = datesOf(input, frame, pattern)
      const free = fresh.filter((date) => !taken.some((other) => overlap(date, other)))
      ;(pattern.isWeekday ? weekdays : dates).push(...free)
    }
    const told = weekdays.filter((each) => !dates.some((date) => repeats(each, date, input)))
    return [...dates, ...told]
  }
}
