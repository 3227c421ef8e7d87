import type { CaseFacts } from '../domain/case-facts.ts'
import type { Asker } from '../domain/disclosure.ts'
import type { TransactionRecord } from '../domain/transaction.ts'
import { Failure } from '../errors.ts'
import { type ExplainNeeds, type Explanation, explainPayment } from './explain-payment.ts'
import { inTime, isOwner } from './look-up-payment.ts'

/** A payment that was shown to this customer before. */
export interface ShownPayment {
  transactionId: string
  /** What was told of it: who asks, about what. */
  facts: CaseFacts
}

export type LookAgain =
  | { kind: 'seen'; record: TransactionRecord; explanation: Explanation }
  /** The provider answers, and has no such record any more. */
  | { kind: 'gone' }
  | { kind: 'unavailable' }

/** The same payment as it is now. It was proved when it was shown, so nothing is proved again. */
export async function lookAgain(
  payment: ShownPayment,
  asker: Asker,
  needs: ExplainNeeds,
): Promise<LookAgain> {
  try {
    const record = await readAgain(payment.transactionId, asker, needs)
    if (!record) return { kind: 'gone' }
    const { facts } = payment
    const question = { record, facts, role: facts.role ?? ('merchant' as const) }
    return { kind: 'seen', record, explanation: await explainPayment(question, needs) }
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('provider_')) {
      return { kind: 'unavailable' }
    }
    throw error
  }
}

/** One record by its own id; a signed-in merchant's only among the merchant's own. */
export async function readAgain(
  id: string,
  asker: Asker,
  { provider, timeoutMs }: Pick<ExplainNeeds, 'provider' | 'timeoutMs'>,
): Promise<TransactionRecord | undefined> {
  const merchantId = isOwner(asker) ? asker.merchantId : undefined
  const [record] = await inTime(provider.findTransactions({ id, merchantId, limit: 1 }), timeoutMs)
  return record
}
