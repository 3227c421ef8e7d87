import type { ConversationRow, Store } from '../ports/store.ts'
import type { KnownOfCase } from './known-of-case.ts'

/** The last entries of a log that are read; nobody says as much to a bot. */
const longestLog = 5_000
const mostListed = 50

type CaseStore = Pick<Store, 'activitiesBefore' | 'tickets' | 'promises' | 'handoffOf'>

/** Everything that is kept of a conversation. */
export async function gatherCase(
  conversation: ConversationRow,
  store: CaseStore,
): Promise<Omit<KnownOfCase, 'timeZone' | 'now'>> {
  const { id } = conversation
  const [log, tickets, promises, handoff] = await Promise.all([
    store.activitiesBefore(id, undefined, longestLog),
    store.tickets({ conversationId: id, limit: mostListed }),
    store.promises({ conversationId: id, limit: mostListed }),
    store.handoffOf(id),
  ])
  return { conversation, log, tickets, promises, handoff }
}
