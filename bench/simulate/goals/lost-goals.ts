import type { Facts, Wish } from '../case.ts'
import { factsOf, makeSale, makeShop, pastMoment } from '../make-world.ts'
import { caseOf, type Goal } from './make-case.ts'

/** Nothing like it is on record: a wrong slip, or another company's. */
export const notFound: Goal = (making) => {
  const shop = makeShop(making)
  const sale = makeSale(making, shop, { at: pastMoment(making, [1, 5]) })
  const facts = factsOf(making, sale, 'merchant')
  const other = makeSale(making, shop, { at: pastMoment(making, [1, 5]), no: 2 })
  const wish: Wish = {
    story: 'payout',
    facts,
    currency: making.scene.currency,
    expected: { causes: ['RC_NOT_FOUND', 'RC_WRONG_PROVIDER'], or: { handoff: true } },
  }
  const signedIn = making.random.chance(0.3)
  return caseOf(making, { shop, transactions: [other], signedIn }, [wish])
}

/** Knows too little of a payment, or the wrong card: a person may help, nothing may be shown. */
export const stranger: Goal = (making) => {
  const { random, scene } = making
  const shop = makeShop(making)
  const sale = makeSale(making, shop, { at: pastMoment(making, [0.5, 5]) })
  const role = random.pick(['merchant', 'cardholder'] as const)
  const { amount, date, time, rrn, orderNo, slip } = factsOf(making, sale, role)
  const known = random.pick<Partial<Facts>>([
    { amount, date },
    { amount, date, time, last4: '0001' },
    { rrn, orderNo },
    { amount, date, last4: String(random.int(1000, 9999)) },
  ])
  const wish: Wish = {
    story: 'payout',
    facts: { role, slip, ...known },
    currency: scene.currency,
    expected: { handoff: true, or: { causes: ['RC_NOT_FOUND', 'RC_WRONG_PROVIDER'] } },
  }
  const made = caseOf(making, { shop, transactions: [sale] }, [wish])
  return { ...made, isStranger: true }
}
