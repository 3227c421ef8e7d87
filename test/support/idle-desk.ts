import { factsCard } from '../../src/bot/facts-card.ts'
import { viewersHere } from '../../src/channels/viewers.ts'
import { createCalendars } from '../../src/connectors/calendars.ts'
import type { ApiDependencies } from '../../src/web/api/dependencies.ts'

type DeskParts = 'whenWorked' | 'fanOut' | 'viewers' | 'desk' | 'factsCard' | 'defaultLocale'

/** The parts of the API that the desk needs, with nobody at it. */
const calendarOf = createCalendars()

export function idleDesk(): Pick<ApiDependencies, DeskParts> {
  return {
    whenWorked: async () => false,
    fanOut: { publish: () => undefined, typing: () => undefined },
    viewers: viewersHere(),
    desk: async () => ({ open: true, nobody: false }),
    factsCard: (known, locale) =>
      factsCard({ ...known, timeZone: 'Asia/Shanghai', calendarOf }, locale),
    defaultLocale: 'en',
  }
}
