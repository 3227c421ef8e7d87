import { type PageActivity, speakerOf } from '../talk/activity.ts'
import type { Shown } from '../talk/talk-state.ts'

/** Of the customer's newest words. */
export function newestOwnKey(messages: readonly Shown[]): string | undefined {
  return messages.findLast(isOwn)?.key
}

/**
 * The place of the line that the newest words begin with: the customer's own, which the answers belong to, or
 * behind them the first line of what came last without being asked for, as an agent's words do.
 */
export function startOfNewest(messages: readonly Shown[]): number {
  const at = messages.findLast(isUnasked)?.activity.timestamp
  const unasked = messages.findIndex((each) => isUnasked(each) && each.activity.timestamp === at)
  return Math.max(messages.findLastIndex(isOwn), unasked)
}

function isOwn(shown: Shown): boolean {
  return shown.delivery !== undefined || speakerOf(shown.activity) === 'user'
}

function isUnasked(shown: Shown): shown is Shown & { activity: PageActivity } {
  return !(isOwn(shown) || shown.delivery || shown.activity.replyToId)
}
