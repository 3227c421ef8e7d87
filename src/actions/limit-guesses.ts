import type { CaseFacts } from '../domain/case-facts.ts'
import type { Asker } from '../domain/disclosure.ts'
import type { Identity, Store } from '../ports/store.ts'

/** Look-ups of one customer that proved nothing, and wrong tries at one reference, per hour. */
const perCustomer = 6
const perReference = 10

/**
 * Counts a look-up that proved nothing. False: there have been too many, stop looking. Signed-in
 * merchants see their own records anyway and are not counted.
 */
export async function mayGuessAgain(
  facts: CaseFacts,
  who: { asker: Asker; identity: Identity },
  { store, now }: { store: Store; now: Date },
): Promise<boolean> {
  if (who.asker.trusted) return true
  const hour = `${now.toISOString().slice(0, 13)}:00:00.000Z`
  const reference = facts.rrn ?? facts.orderNo ?? facts.authCode
  const mine = await store.countGuess(`customer:${who.identity.userId}`, hour)
  const onRecord = reference ? await store.countGuess(`reference:${reference}`, hour) : 0
  return mine <= perCustomer && onRecord <= perReference
}
