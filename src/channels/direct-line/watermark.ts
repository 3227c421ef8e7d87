import type { JsonObject } from '../../ports/json.ts'
import type { LoggedActivity } from '../../ports/store.ts'

/** Most activities read at once. */
export const pageSize = 200

/**
 * A watermark as a client sends it. What is not a decimal counts as 0: the client sees messages
 * again and drops them by id, where an error would end its polling for good.
 */
export function parseWatermark(value: string | null): number {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : 0
}

/** Activities as the client sees them, with the watermark after them. */
export interface ActivitySet {
  activities: JsonObject[]
  watermark: string
}

/** `after` is the watermark when there is nothing. */
export function activitySet(logged: readonly LoggedActivity[], after: number): ActivitySet {
  return {
    activities: logged.map((entry) => entry.activity).filter(isForCustomer),
    watermark: String(logged.at(-1)?.seq ?? after),
  }
}

const internalTypes = new Set(['conversationUpdate', 'trace', 'invoke', 'invokeResponse', 'delay'])

/** Machinery never reaches a browser, least of all a transcript handed to an agent. */
function isForCustomer(activity: JsonObject): boolean {
  if (internalTypes.has(String(activity.type))) return false
  return !(activity.type === 'event' && isOfTheDesk(String(activity.name)))
}

/** Bot Framework's events of a handoff, and the private notes of those at the desk. */
function isOfTheDesk(name: string): boolean {
  return name.startsWith('handoff.') || name === 'support.note'
}
