import type { CaseFacts } from '../domain/case-facts.ts'
import type { Asker } from '../domain/disclosure.ts'
import type { Identity, Store } from '../ports/store.ts'
import { isOwner, type LookUp, type LookUpNeeds, lookUpPayment } from './look-up-payment.ts'

/** Wrong guesses of one customer, and wrong guesses at one record by anybody, per hour. */
const perCustomer = 6
const perRecord = 10

type NotProven = Extract<LookUp, { kind: 'not_proven' }>

/**
 * What a dialog gets to know. `locked`: not looked up, or not shown, after too many wrong guesses.
 * Of an unproven record nothing but what would prove it.
 */
export type GuardedLookUp =
  | Exclude<LookUp, NotProven>
  | Pick<NotProven, 'kind' | 'missing'>
  | { kind: 'locked' }

export interface GuardNeeds extends LookUpNeeds {
  store: Pick<Store, 'countGuess' | 'guesses'>
}

/**
 * Looks a payment up for somebody who may be guessing. Counted over conversations, before the
 * answer: the right answer after too many wrong ones is not shown either. A signed-in merchant sees
 * the merchant's own records anyway and is not counted.
 */
export async function lookUpGuarded(
  facts: CaseFacts,
  who: { asker: Asker; identity: Identity },
  needs: GuardNeeds,
): Promise<GuardedLookUp> {
  if (isOwner(who.asker)) return lookUpPayment(facts, who.asker, needs)
  const hour = `${needs.now.toISOString().slice(0, 13)}:00:00.000Z`
  const customer = `customer:${who.identity.userId}`
  if ((await needs.store.guesses(customer, hour)) >= perCustomer) return { kind: 'locked' }
  const found = await lookUpPayment(facts, who.asker, needs)
  const records = recordsOf(found).map((id) => `record:${id}`)
  if (isWrongGuess(found)) {
    for (const key of [customer, ...records]) await needs.store.countGuess(key, hour)
    return told(found)
  }
  const counts = await Promise.all(records.map((key) => needs.store.guesses(key, hour)))
  return counts.some((count) => count >= perRecord) ? { kind: 'locked' } : told(found)
}

function told(found: LookUp): GuardedLookUp {
  return found.kind === 'not_proven' ? { kind: found.kind, missing: found.missing } : found
}

function isWrongGuess(found: LookUp): boolean {
  return found.kind === 'nothing' || (found.kind === 'not_proven' && found.contradicted)
}

function recordsOf(found: LookUp): string[] {
  if (found.kind === 'found') return [found.record.id]
  if (found.kind === 'several') return found.records.map(({ id }) => id)
  return found.kind === 'not_proven' ? found.recordIds : []
}
