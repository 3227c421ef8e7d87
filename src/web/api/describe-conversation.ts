import type { Json, JsonObject } from '../../ports/json.ts'
import type { ConversationRow } from '../../ports/store.ts'

/** What is known and was found in a conversation, out of its stored state. */
export function describeConversation({ state }: ConversationRow): {
  slots: JsonObject
  verdicts: JsonObject[]
} {
  return { slots: asObject(state.facts), verdicts: asList(state.verdicts).map(asObject) }
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}
