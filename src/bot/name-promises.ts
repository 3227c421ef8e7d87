import type { Turn } from '../../dialogs/flow.ts'
import type { Explanation } from '../actions/explain-payment.ts'
import { promiseOf } from '../actions/keep-promises.ts'
import type { Store } from '../ports/store.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'

interface Surroundings {
  input: TurnInput
  needs: { store: Pick<Store, 'promise'> }
}

interface Named {
  promises: NonNullable<TurnDecision['promises']>
  timers: NonNullable<TurnDecision['timers']>
}

/** The dates that a turn names in its verdicts, to be kept in the commit that names them. */
export async function namePromises(
  { say }: Pick<Turn, 'say'>,
  explanations: readonly Explanation[],
  around: Surroundings,
): Promise<Named> {
  const told = explanations.filter((each) => isTold(say, each))
  const made = await Promise.all(told.map((each) => newPromise(each, around)))
  const fresh = made.filter((each) => each !== undefined)
  return {
    promises: fresh.map(({ promise }) => promise),
    timers: fresh.map(({ timer }) => timer),
  }
}

/** Undefined when no date is named, or when it was before: it stands as it is, and so does its timer. */
async function newPromise(explanation: Explanation, { input, needs }: Surroundings) {
  const { id: conversationId } = input.conversation
  const made = promiseOf(explanation, { conversationId, now: input.now })
  return made && !(await needs.store.promise(made.promise.id)) ? made : undefined
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
