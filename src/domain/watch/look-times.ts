import { addDays, instantAt, localTime } from '../local-time.ts'
import type { Expectation } from './expectation.ts'

const minute = 60_000
/** Banks post in batches: a look in the morning and one after noon find most of them. */
const onTheDay = ['09:30', '12:30']
/** When only a day was named: once more after the hour at which most cycles end. */
const atTheEndOfTheDay = '18:30'
const eachMorning = '09:30'
/** Shortly after the hour that was named, and once more after the next batch. */
const afterTheHour = [2 * minute, 60 * minute]
/** So many mornings after the date; the last look comes at the ticket's time in any case. */
const mostMornings = 10
/** How long is waited where no rule says when a ticket is due. */
const daysWithoutRule = 3

/** The next look at a watched payment; undefined when the last one has been. */
export function nextLook(expectation: Expectation, after: Date): Date | undefined {
  return lookTimes(expectation).find((at) => at > after)
}

/** Every look at a watched payment, in order: few, and never at night before the last one. */
export function lookTimes(expectation: Expectation): Date[] {
  const { dueAt, wholeDay, ticketAt, timeZone } = expectation
  const due = new Date(dueAt)
  // A whole day ends at the next one's midnight.
  const day = localTime(new Date(due.getTime() - (wholeDay ? 1 : 0)), timeZone).day
  const at = (date: string, time: string) => instantAt(date, time, timeZone)
  const early = [...onTheDay, ...(wholeDay ? [atTheEndOfTheDay] : [])].map((time) => at(day, time))
  const soon = wholeDay ? [] : afterTheHour.map((wait) => new Date(due.getTime() + wait))
  const last = ticketAt ? new Date(ticketAt) : at(addDays(day, daysWithoutRule), eachMorning)
  const mornings = Array.from({ length: mostMornings }, (_each, index) =>
    at(addDays(day, index + 1), eachMorning),
  )
  const before = [...early.filter((each) => each < due), ...soon, ...mornings].filter(
    (each) => each < last,
  )
  return [...before, last].toSorted((a, b) => a.getTime() - b.getTime())
}

/** How soon to look again when the provider did not answer: sooner at first, then ever less often. */
export function lookAfterOutage(unanswered: number, now: Date): Date | undefined {
  if (unanswered > mostUnanswered) return undefined
  const wait = Math.min(15 * 2 ** (unanswered - 1), 240)
  return new Date(now.getTime() + wait * minute)
}

/** After half a day without an answer the watch goes on with its regular looks. */
const mostUnanswered = 6
