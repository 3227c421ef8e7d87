import type { Memory, Watch } from '../../dialogs/memory.ts'
import type { JsonObject } from '../ports/json.ts'
import type { TimerChange } from '../ports/timers.ts'
import { readMemory } from './memory-schema.ts'

/** The kind of timer that looks at a watched payment. */
export const watchTimer = 'watch'

/** Keeps the timers in step with the watches: a watch remembers when it looks next, nothing else. */
export function watchTimers(
  before: Memory,
  state: JsonObject,
  conversationId: string,
): TimerChange[] {
  if (JSON.stringify(before.watches) === JSON.stringify(state.watches)) return []
  const { watches } = readMemory(state, before.locale)
  const gone = before.watches.filter((each) => !find(watches, each) && each.nextLookAt)
  const changed = watches.filter(
    (each) => find(before.watches, each)?.nextLookAt !== each.nextLookAt,
  )
  return [
    ...gone.map((each): TimerChange => ({ cancel: timerId(each, conversationId) })),
    ...changed.map((each) => timerFor(each, conversationId)),
  ]
}

function find(watches: readonly Watch[], { transactionId }: Watch): Watch | undefined {
  return watches.find((each) => each.transactionId === transactionId)
}

function timerFor(watch: Watch, conversationId: string): TimerChange {
  const id = timerId(watch, conversationId)
  if (!watch.nextLookAt) return { cancel: id }
  const payload = { transactionId: watch.transactionId }
  return { set: { id, conversationId, kind: watchTimer, payload, dueAt: watch.nextLookAt } }
}

function timerId({ transactionId }: Watch, conversationId: string): string {
  return `${watchTimer}|${conversationId}|${transactionId}`
}
