import type { Agent } from '../domain/agents/agent.ts'
import { presenceAt } from '../domain/agents/presence.ts'
import { weekdaysOnly } from '../domain/business-days.ts'
import type { CalendarOf } from '../domain/calendar.ts'
import { deskCalendarId } from '../domain/handoff/desk-calendar.ts'
import { type Opening, opening, type SupportHours } from '../domain/handoff/support-hours.ts'
import {
  type WaitingRange,
  waitingRange,
  waitsLooked,
  waitsLookedMs,
} from '../domain/handoff/waiting-time.ts'
import type { Locale } from '../domain/locale.ts'
import type { Store } from '../ports/store.ts'

export interface DeskNeeds {
  store: Pick<Store, 'agents' | 'activeByAgent' | 'recentWaits'>
  calendarOf: CalendarOf
  /** Absent: always open. */
  supportHours?: SupportHours | undefined
  timeZone: string
}

/** The desk as a customer who waits has to know it. */
export interface DeskSeen extends Opening {
  /** Nobody is there; false as well where no accounts are kept, and nobody can tell. */
  nobody: boolean
  waiting?: WaitingRange | undefined
}

/** Whether it is open, whether anybody is there, and how long somebody at this place waits. */
export async function lookAtDesk(
  waiting: { place: number; language: Locale; now: Date },
  needs: DeskNeeds,
): Promise<DeskSeen> {
  const { now } = waiting
  const hours = openingOf(now, needs)
  if (!hours.open) return { ...hours, nobody: false }
  const { store } = needs
  const since = new Date(now.getTime() - waitsLookedMs).toISOString()
  const [agents, waits] = await Promise.all([store.agents(), store.recentWaits(since, waitsLooked)])
  const working = agents.filter(({ disabled }) => !disabled)
  const here = working.filter((agent) => presenceAt(agent, now) === 'online')
  if (working.length > 0 && here.length === 0) return { ...hours, nobody: true }
  const free = working.length > 0 ? await freePlaces(here, needs) : undefined
  return { ...hours, nobody: false, waiting: waitingRange({ ...waiting, waits, free }) }
}

/** Whether the desk is open at `now`, and else when again; public holidays of its zone count. */
export function openingOf(
  now: Date,
  { supportHours, calendarOf, timeZone }: Omit<DeskNeeds, 'store'>,
): Opening {
  if (!supportHours) return { open: true }
  const id = deskCalendarId(timeZone)
  const calendar = (id ? calendarOf(id) : undefined) ?? weekdaysOnly
  return opening(supportHours, now, { timeZone, calendar })
}

async function freePlaces(here: readonly Agent[], { store }: DeskNeeds): Promise<number> {
  const busy = await store.activeByAgent()
  const places = here.map(({ id, capacity }) => Math.max(capacity - (busy.get(id) ?? 0), 0))
  return places.reduce((sum, each) => sum + each, 0)
}
