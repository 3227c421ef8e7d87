import { createCalendars } from '../../src/connectors/calendars.ts'

/** What the API asks for beside store and inbox, where a test has no use for it. */
export const deskParts = {
  timeZone: 'Asia/Shanghai',
  calendarOf: createCalendars(),
  agentName: async (id: string) => id,
  findArticles: async () => [],
  findRecord: async () => undefined,
}

/** The desk's reads of a store that has none of them. */
export const noDeskRows = {
  conversationsOf: async () => [],
  recentInboundTexts: async () => [],
  cannedAnswers: async () => [],
  saveCannedAnswer: async () => undefined,
  search: async () => [],
}
