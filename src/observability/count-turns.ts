import type { TurnsOptions } from '../bot/turns.ts'
import type { Metrics } from './metrics.ts'

/** Counts what turns did. Only closed lists become labels: no id, no words of a customer. */
export function countTurns(
  metrics: Pick<Metrics, 'turns' | 'turnSeconds' | 'tickets' | 'handoffs'>,
): Required<Pick<TurnsOptions, 'onDone' | 'onFailure'>> {
  return {
    onDone({ now }, { tickets, handoffs }, seconds) {
      metrics.turns.inc({ result: 'answered' })
      metrics.turnSeconds.observe(seconds)
      for (const { category, createdAt } of tickets) {
        // A ticket that was only added to has been counted when it was opened.
        if (Date.parse(createdAt) === now.getTime()) metrics.tickets.inc({ category })
      }
      for (const { state } of handoffs) metrics.handoffs.inc({ state })
    },
    onFailure: () => metrics.turns.inc({ result: 'failed' }),
  }
}
