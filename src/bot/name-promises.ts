import type { Turn } from '../../dialogs/flow.ts'
import type { Explanation } from '../actions/explain-payment.ts'
import { promiseOf } from '../actions/keep-promises.ts'
import type { Store } from '../ports/store.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'

interface Surroundings {
  input: TurnInput
  needs: { store: Pick<Store, 'promise'> }
}

/** The date that a turn names in its verdict, to be kept in the commit that names it. */
export async function namePromises(
  { say }: Pick<Turn, 'say'>,
  explanation: Explanation | undefined,
  { input, needs }: Surroundings,
): Promise<Pick<TurnDecision, 'promises' | 'timers'>> {
  const { id: conversationId } = input.conversation
  const made = explanation && promiseOf(explanation, { conversationId, now: input.now })
  if (!made || !isTold(say, explanation)) return {}
  // Named again: it stands as it is, and so does its timer.
  if (await needs.store.promise(made.promise.id)) return {}
  return { promises: [made.promise], timers: [made.timer] }
}

function isTold(say: Turn['say'], { evidence }: Explanation): boolean {
  const entities = say.flatMap((message) => message.entities ?? [])
  return entities.some(
    (each) =>
      each.type === 'support/verdict' &&
      each.expectedBy !== undefined &&
      each.transactionId === evidence.record?.id,
  )
}
