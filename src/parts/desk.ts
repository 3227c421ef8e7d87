import { gatherCase } from '../actions/gather-case.ts'
import { deskNotes } from '../bot/desk-notes.ts'
import { factsCard } from '../bot/facts-card.ts'
import type { TurnDecision, TurnInput } from '../bot/turn-decision.ts'
import { deskOutbox } from '../channels/desk/deliver-desk-notes.ts'
import { ownDesk } from '../channels/desk/own-desk.ts'
import type { Config } from '../config.ts'
import type { CalendarOf } from '../domain/calendar.ts'
import { readSupportHours } from '../domain/handoff/support-hours.ts'
import type { Log } from '../observability/log.ts'
import type { Clock } from '../ports/clock.ts'
import type { HandoffDesk } from '../ports/desk.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { Inbox } from '../ports/inbox.ts'
import type { Store } from '../ports/store.ts'

export type TurnTold = (...turn: [input: TurnInput, decision: TurnDecision]) => Promise<void>

interface DeskParts {
  config: Config
  store: Store
  calendarOf: CalendarOf
  inbox: Inbox
  fanOut: FanOut
  clock: Clock
  log: Log
}

/** Our own desk is told after the commit; one elsewhere by an outbox of its own. */
export function createDesk(given: HandoffDesk | undefined, parts: DeskParts) {
  if (given?.where === 'elsewhere') {
    const { config, store, calendarOf, clock, log } = parts
    const desk = deskOutbox({
      store,
      desk: given,
      clock,
      log,
      random: Math.random,
      facts: async (conversation, log) => {
        const known = { ...(await gatherCase(conversation, store)), log, now: clock.now() }
        const { TIME_ZONE: timeZone, DEFAULT_LOCALE: locale } = config
        return JSON.parse(JSON.stringify(factsCard({ ...known, timeZone, calendarOf }, locale)))
      },
    })
    return { desk, tellDesk: async () => desk.wake() }
  }
  const desk = given ?? ownDesk(parts)
  const nothing = async () => ({})
  const tellDesk: TurnTold = async (input, decision) => {
    for (const note of deskNotes(input, decision)) {
      await desk.hand(note, nothing, AbortSignal.timeout(deskTimeoutMs))
    }
  }
  return { desk: undefined, tellDesk }
}

const deskTimeoutMs = 5_000

export function hoursOf({ SUPPORT_HOURS }: Config) {
  return SUPPORT_HOURS === undefined ? undefined : readSupportHours(SUPPORT_HOURS)
}
