import type { Memory } from '../../dialogs/memory.ts'
import type { Store } from '../ports/store.ts'
import { waitTimers } from './handoff-turn.ts'
import type { ActionNeeds } from './turn-actions.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'

/** Whether the bot keeps silent: a person has the conversation, and what is said is theirs. */
export function leavesItToPerson({ handoff }: Memory): boolean {
  return handoff?.state === 'active'
}

/**
 * Notes when the customer spoke last in a conversation that waits for a person or has one, and looks
 * after a wait that begins or ends with this turn.
 */
export async function noteCustomer(
  deciding: Promise<TurnDecision>,
  { handoff }: Memory,
  around: { input: TurnInput; needs: ActionNeeds },
): Promise<TurnDecision> {
  const decision = await deciding
  const [changed] = decision.handoffs
  if (changed) return withWait(decision, around)
  if (!handoff || handoff.state === 'closed') return decision
  const { store }: { store: Store } = around.needs
  const row = await store.handoffOf(around.input.conversation.id)
  if (!row || row.state === 'closed') return decision
  return { ...decision, handoffs: [{ ...row, lastCustomerAt: around.input.now.toISOString() }] }
}

/** A person was called just now, or is not wanted any more. */
function withWait(
  decision: TurnDecision,
  around: { input: TurnInput; needs: ActionNeeds },
): TurnDecision {
  const [row] = decision.handoffs
  const waiting = row?.state === 'queued' ? row : undefined
  return { ...decision, timers: [...(decision.timers ?? []), ...waitTimers(waiting, around)] }
}
