import type { Case, Expected, Wish } from '../case.ts'
import { factsOf, type Making, makeShop } from '../make-world.ts'
import type { MerchantInput, TransactionInput, WorldInput } from '../scenes.ts'

/**
 * A case made from chance, with the end state that follows from what was made. Only dates come from
 * the project (its settlement calculator). Undefined: not possible at that place and moment.
 */
export type Goal = (making: Making) => Case | undefined

interface Shop {
  shop: MerchantInput
  transactions: TransactionInput[]
  payouts?: WorldInput['payouts']
  signedIn?: boolean
}

function worldOf({ shop, transactions, payouts = [] }: Shop): WorldInput {
  return { merchants: [shop], transactions, payouts }
}

export function caseOf(making: Making, world: Shop, wishes: Wish[]): Case {
  const { shop, signedIn = false } = world
  const identity = signedIn ? { role: 'merchant' as const, merchantId: shop.id, trusted: true } : {}
  const { currency, locale } = making.scene
  return { world: worldOf(world), identity, wishes, currency, locale }
}

export type Told = Expected & { story: string }

/** A cardholder's case about one record. */
export function cardCase(
  making: Making,
  { sale, others = [] }: { sale: TransactionInput; others?: TransactionInput[] },
  { story, ...expected }: Told,
): Case {
  const shop = makeShop(making)
  const facts = factsOf(making, sale, 'cardholder')
  const ids = [sale, ...others].map(({ id }) => id)
  const wish: Wish = {
    story,
    facts,
    currency: making.scene.currency,
    expected: { transactionIds: ids, ...expected },
  }
  return caseOf(making, { shop, transactions: [sale, ...others] }, [wish])
}

export function talk(making: Making, wishes: Wish[]): Case {
  const shop = makeShop(making)
  return caseOf(making, { shop, transactions: [] }, wishes)
}

export function sayingOnly(making: Making, story: string, expected: Expected): Wish {
  const role = making.random.pick(['merchant', 'cardholder'] as const)
  return { story, facts: { role }, currency: making.scene.currency, expected }
}
