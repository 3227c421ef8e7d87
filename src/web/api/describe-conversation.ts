import type { Json, JsonObject } from '../../ports/json.ts'
import type { ConversationRow, LoggedActivity } from '../../ports/store.ts'

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

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}
