import type { z } from 'zod'
import { gatherCase } from '../../actions/gather-case.ts'
import type { KnownOfCase } from '../../actions/known-of-case.ts'
import type { Json, JsonObject } from '../../ports/json.ts'
import type { ConversationRow, LoggedActivity } from '../../ports/store.ts'
import { conversationQuery, conversationView } from './conversation-schemas.ts'
import type { ApiDependencies } from './dependencies.ts'
import { type ApiOperation, notFound, operation } from './operation.ts'

/** One conversation, with everything somebody at the desk has to know of it. */
export function conversationOperation(dependencies: ApiDependencies): ApiOperation {
  return operation({
    method: 'GET',
    path: '/api/v1/conversations/{id}',
    summary:
      'A conversation: transcript (redacted), facts card, notes, files, tickets, promises, handoff, rating',
    role: 'agent',
    query: conversationQuery,
    answer: conversationView,
    run: async ({ params, query }) => {
      const row = await dependencies.store.conversation(params.id ?? '')
      if (!row) throw notFound('conversation')
      const known = { ...(await gatherCase(row, dependencies.store)), now: dependencies.now() }
      const { id, channel, identity, version, createdAt, updatedAt } = row
      const { log, tickets, promises, handoff = null } = known
      return {
        ...{ id, channel, identity, version, createdAt, updatedAt },
        ...describeConversation(row, log),
        handoff,
        facts: dependencies.factsCard(known, query.locale ?? dependencies.defaultLocale),
        notes: notesIn(log),
        tickets,
        promises,
        rating: ratingOf(handoff),
        files: (await dependencies.store.filesOf(id)).map(({ conversationId: _, ...file }) => file),
        viewers: await dependencies.viewers.of(id),
        ...(await transcriptPage(id, query, dependencies.store)),
      }
    },
  })
}

/** A stretch of the log, from its end or from a number on, and whether something comes before it. */
async function transcriptPage(
  id: string,
  { after, limit, last, before }: z.infer<typeof conversationQuery>,
  store: ApiDependencies['store'],
) {
  const fromEnd = last !== undefined || before !== undefined
  const page = fromEnd
    ? await store.activitiesBefore(id, before, last ?? limit)
    : await store.activitiesAfter(id, after, limit)
  const first = page[0]?.seq
  const earlier = first !== undefined && first > 1
  return { earlier, transcript: page.map(({ conversationId: _, ...entry }) => entry) }
}

/** What is known in a conversation, out of its stored state, and what was found, out of its log. */
export function describeConversation(
  { state }: Pick<ConversationRow, 'state'>,
  log: readonly LoggedActivity[],
): { slots: JsonObject; verdicts: JsonObject[] } {
  const entities = log
    .filter(({ direction }) => direction === 'out')
    .flatMap(({ activity }) => asList(activity.entities).map(asObject))
  return {
    slots: asObject(state.facts),
    verdicts: entities.filter(({ type }) => type === 'support/verdict'),
  }
}

/** Private notes of those at the desk, and what the service noted for them. */
function notesIn(log: readonly LoggedActivity[]): JsonObject[] {
  return log
    .filter(({ activity }) => activity.type === 'event' && activity.name === 'support.note')
    .map(({ seq, at, activity }) => ({ seq, at, ...asObject(activity.value) }))
}

function ratingOf(handoff: KnownOfCase['handoff'] | null) {
  if (!handoff?.rating) return null
  const { rating: score, comment } = handoff
  return { score, ...(comment && { comment }) }
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}
