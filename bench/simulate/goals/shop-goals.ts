import { addDays } from '../../../src/domain/local-time.ts'
import type { Case, Wish } from '../case.ts'
import {
  factsOf,
  type Making,
  makeAmount,
  makeSale,
  makeShop,
  momentWhere,
  paidSales,
  settlementOf,
  waitingCauses,
} from '../make-world.ts'
import type { TransactionInput } from '../scenes.ts'
import { caseOf, type Goal, type Told } from './make-case.ts'

export type Need = Parameters<typeof momentWhere>[2]

/** A shop's sale at such a moment, with others beside it; the shop is signed in half of the time. */
export function shopSale(making: Making, need: Need, more: Partial<TransactionInput> = {}) {
  const shop = makeShop(making)
  const at = momentWhere(making, shop, need)
  if (!at) return undefined
  const sale = makeSale(making, shop, { at, ...more })
  const signedIn = making.random.chance(0.5)
  const others = paidSales(making, shop, signedIn ? making.random.int(1, 3) : 0)
  const answer = settlementOf(making.scene, shop, sale.createdAt)
  return { shop, sale, signedIn, answer, transactions: [sale, ...others] }
}

type ShopSale = NonNullable<ReturnType<typeof shopSale>>

export function payoutCase(making: Making, made: ShopSale, { story, ...expected }: Told): Case {
  const facts = factsOf(making, made.sale, 'merchant')
  const { currency } = making.scene
  const wish: Wish = {
    story,
    facts,
    currency,
    expected: { transactionIds: [made.sale.id], ...expected },
  }
  return caseOf(making, made, [wish])
}

export type Waiting = Need['wanted']

export const isWaiting: Waiting = ({ status }) => status === 'not_due' || status === 'due_today'

export function waiting(
  making: Making,
  { daysBack, wanted, moves = false }: Need & { moves?: boolean },
) {
  const need = {
    daysBack,
    wanted: (answer: Parameters<Waiting>[0]) => isWaiting(answer) && wanted(answer),
  }
  const made = shopSale(making, need, { moves })
  if (!made) return undefined
  const { answer } = made
  const expected = {
    causes: waitingCauses(answer),
    promise: answer.deadline,
    ticket: 'none' as const,
  }
  return { made, found: payoutCase(making, made, { story: 'payout', ...expected }) }
}

export const withinWindow: Goal = (making) =>
  waiting(making, {
    daysBack: [0.05, 2],
    wanted: (answer) => waitingCauses(answer)[0] === 'RC_WITHIN_WINDOW',
  })?.found

export const afterCutoff: Goal = (making) =>
  waiting(making, {
    daysBack: [0.05, 3],
    wanted: (answer) => waitingCauses(answer).includes('RC_AFTER_CUTOFF'),
  })?.found

export const daysOff: Goal = (making) =>
  waiting(making, {
    daysBack: [0.05, 8],
    wanted: (answer) => waitingCauses(answer).includes('RC_NON_WORKING_DAY'),
  })?.found

export const overdue: Goal = (making) => {
  const need: Need = { daysBack: [5, 14], wanted: ({ status }) => status === 'overdue' }
  const made = shopSale(making, need, { clearing: 'cleared' })
  return (
    made &&
    payoutCase(making, made, {
      story: 'overduePayout',
      causes: ['RC_BANK_DELAY'],
      stages: ['SETTLING_OVERDUE'],
      ticket: 'payout_late',
    })
  )
}

export const anyTime: Waiting = () => true

/** The bank sent it back: the account is wrong, or its limit reached. */
export const returned: Goal = (making) => {
  const made = shopSale(making, { daysBack: [5, 9], wanted: anyTime })
  if (!made) return undefined
  const { sale, shop } = made
  const limit = making.scene.country === 'CN' && making.random.chance(0.4)
  if (limit) shop.accountClass = 'II'
  sale.clearing = 'cleared'
  sale.settlement = 'available'
  const reason = limit
    ? { failureCode: 'amount_limit', failureText: 'II类户超过单日入账限额' }
    : making.random.pick([
        { failureCode: 'account_closed', failureText: 'The bank account has been closed.' },
        { failureCode: 'name_mismatch', failureText: '收款账户户名不符' },
      ])
  sale.payout = {
    state: 'returned',
    id: `OUT-${making.key}-R`,
    amount: { minor: sale.net?.minor ?? sale.amount.minor },
    arrivalDate: addDays(sale.createdAt.slice(0, 10), 3),
    destinationLast4: shop.settlementAccountLast4,
    ...reason,
  }
  return payoutCase(making, made, {
    story: 'returned',
    causes: [limit ? 'RC_ACCOUNT_LIMIT' : 'RC_SETTLE_ACCOUNT_INVALID'],
    ticket: 'payout_failed',
  })
}

export const riskHold: Goal = (making) => {
  const minor = makeAmount(making.random, 3_000_000, 9_000_000)
  const made = shopSale(
    making,
    { daysBack: [2, 4], wanted: anyTime },
    { amount: { minor, currency: making.scene.currency }, clearing: 'cleared' },
  )
  if (!made) return undefined
  const since = `${addDays(made.sale.createdAt.slice(0, 10), 1)}T09:00`
  const documents = ['购销合同或发票', '签购单']
  const publicReason = '大额交易核实'
  made.sale.settlement = {
    state: 'held',
    hold: { publicReason, since, documents, submitted: [] },
  }
  return payoutCase(making, made, { story: 'held', causes: ['RC_RISK_HOLD'], ticket: 'none' })
}

export const netOfFees: Goal = (making) => {
  const made = shopSale(making, { daysBack: [6, 12], wanted: anyTime })
  if (!made) return undefined
  const { sale, shop } = made
  const net = sale.net?.minor ?? 0
  const day = addDays(sale.createdAt.slice(0, 10), 4)
  sale.clearing = 'cleared'
  sale.settlement = 'available'
  sale.payout = {
    state: 'credited',
    id: `OUT-${making.key}-N`,
    amount: { minor: net },
    arrivalDate: day,
    creditedAt: `${day}T10:40`,
    destinationLast4: shop.settlementAccountLast4,
  }
  const found = payoutCase(making, made, {
    story: 'fees',
    causes: ['RC_NET_OF_FEES'],
    ticket: 'none',
  })
  for (const wish of found.wishes) wish.facts.received = net
  return found
}
