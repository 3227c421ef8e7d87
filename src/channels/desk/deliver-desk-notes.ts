import type { Log } from '../../observability/log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Handed, HandoffDesk } from '../../ports/desk.ts'
import type { JsonObject } from '../../ports/json.ts'
import type { Store } from '../../ports/store.ts'
import type { Attempt } from '../attempt.ts'
import { createOutboxWorker, type OutboxLimits, type OutboxWorker } from '../deliver-outbox.ts'
import { type EventNeeds, handoffEvent } from './handoff-event.ts'

export interface DeskOutboxOptions extends EventNeeds {
  store: EventNeeds['store'] & Pick<Store, 'takeDeskNotes' | 'endDeskNote' | 'deskNote'>
  desk: HandoffDesk
  clock: Clock
  random: () => number
  log: Log
  limits?: Partial<OutboxLimits> | undefined
}

/**
 * Brings notes to a desk elsewhere: those of a conversation one after the other, each at least once
 * under the same key, and again for a day while the desk is away.
 */
export function deskOutbox(options: DeskOutboxOptions): OutboxWorker {
  const { store, desk, clock, random, log, limits } = options
  return createOutboxWorker({
    store: { takeDeliveries: store.takeDeskNotes, endDelivery: store.endDeskNote },
    clock,
    random,
    log,
    limits,
    async attempt({ id }, signal): Promise<Attempt> {
      const note = await store.deskNote(id)
      if (!note) return { kind: 'refused', reason: 'note_gone' }
      const event = () => eventOf(note, options)
      return asAttempt(await desk.hand(note, event, signal))
    },
  })
}

async function eventOf(
  note: Parameters<typeof handoffEvent>[0],
  needs: EventNeeds,
): Promise<JsonObject> {
  const event = await handoffEvent(note, needs)
  if (!event) throw new Error('the conversation of a note is gone')
  return event
}

function asAttempt(handed: Handed): Attempt {
  return handed.kind === 'taken' ? { kind: 'sent' } : handed
}
