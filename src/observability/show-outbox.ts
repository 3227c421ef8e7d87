import type { Clock } from '../ports/clock.ts'
import type { OutboxStore } from '../ports/outbox.ts'
import type { Metrics } from './metrics.ts'

/** Shows in the metrics how much waits to be delivered, for how long, and what needs a person. */
export function showOutbox(
  metrics: Metrics,
  { store, clock }: { store: Pick<OutboxStore, 'countDeliveries'>; clock: Clock },
): void {
  metrics.beforeText(async () => {
    const { waiting, parked, oldestWaiting } = await store.countDeliveries()
    const now = clock.now().getTime()
    const ageMs = oldestWaiting === undefined ? 0 : now - Date.parse(oldestWaiting)
    metrics.outboxWaiting.set(waiting)
    metrics.outboxOldestSeconds.set(Math.max(0, ageMs / 1_000))
    metrics.outboxParked.set(parked)
  })
}
