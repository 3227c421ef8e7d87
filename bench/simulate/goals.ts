import { responseCodes } from '../../src/domain/codes/response-codes.ts'
import { addDays, instantAt, toOffsetIso } from '../../src/domain/local-time.ts'
import type { Case, Expected, Facts, Wish } from './case.ts'
import {
  factsOf,
  type Making,
  makeAmount,
  makeAttempt,
  makeSale,
  makeShop,
  momentWhere,
  paidSales,
  pastMoment,
  settlementOf,
  waitingCauses,
} from './make-world.ts'
import { phrases } from './phrases.ts'
import type { MerchantInput, TransactionInput, WorldInput } from './scenes.ts'

/**
 * A case made from chance, with the end state that follows from what was made. Only dates come from
 * the project (its settlement calculator). Undefined: not possible at that place and moment.
 */
type Goal = (making: Making) => Case | undefined

interface Shop {
  shop: MerchantInput
  transactions: TransactionInput[]
  payouts?: WorldInput['payouts']
  signedIn?: boolean
}

function worldOf({ shop, transactions, payouts = [] }: Shop): WorldInput {
  return { merchants: [shop], transactions, payouts }
}

function caseOf(making: Making, world: Shop, wishes: Wish[]): Case {
  const { shop, signedIn = false } = world
  const identity = signedIn ? { role: 'merchant' as const, merchantId: shop.id, trusted: true } : {}
  const { currency, locale } = making.scene
  return { world: worldOf(world), identity, wishes, currency, locale }
}

type Need = Parameters<typeof momentWhere>[2]

/** A shop's sale at such a moment, with others beside it; the shop is signed in half of the time. */
function shopSale(making: Making, need: Need, more: Partial<TransactionInput> = {}) {
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

type Told = Expected & { story: string }

function payoutCase(making: Making, made: ShopSale, { story, ...expected }: Told): Case {
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

type Waiting = Need['wanted']
const isWaiting: Waiting = ({ status }) => status === 'not_due' || status === 'due_today'

function waiting(making: Making, { daysBack, wanted, moves = false }: Need & { moves?: boolean }) {
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

const withinWindow: Goal = (making) =>
  waiting(making, {
    daysBack: [0.05, 2],
    wanted: (answer) => waitingCauses(answer)[0] === 'RC_WITHIN_WINDOW',
  })?.found

const afterCutoff: Goal = (making) =>
  waiting(making, {
    daysBack: [0.05, 3],
    wanted: (answer) => waitingCauses(answer).includes('RC_AFTER_CUTOFF'),
  })?.found

const daysOff: Goal = (making) =>
  waiting(making, {
    daysBack: [0.05, 8],
    wanted: (answer) => waitingCauses(answer).includes('RC_NON_WORKING_DAY'),
  })?.found

const overdue: Goal = (making) => {
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

const anyTime: Waiting = () => true

/** The bank sent it back: the account is wrong, or its limit reached. */
const returned: Goal = (making) => {
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

const riskHold: Goal = (making) => {
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

const netOfFees: Goal = (making) => {
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

/** A cardholder's case about one record. */
function cardCase(
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

const duplicate: Goal = (making) => {
  const shop = makeShop(making)
  const at = pastMoment(making, [0.5, 4])
  const sale = makeSale(making, shop, { at, clearing: 'cleared' })
  const again: TransactionInput = {
    ...makeSale(making, shop, { at: new Date(at.getTime() + 120_000), no: 2, clearing: 'cleared' }),
    amount: sale.amount,
    fee: sale.fee,
    net: sale.net,
    card: sale.card,
  }
  return cardCase(
    making,
    { sale, others: [again] },
    { story: 'duplicate', causes: ['RC_DUPLICATE_CHARGE'], ticket: 'duplicate_charge' },
  )
}

function refunded(making: Making, state: 'pending' | 'failed', daysAgo: [number, number]) {
  const shop = makeShop(making)
  const refundAt = pastMoment(making, daysAgo)
  const at = new Date(refundAt.getTime() - making.random.int(2, 5) * 86_400_000)
  const sale = makeSale(making, shop, {
    at,
    clearing: 'cleared',
    settlement: 'available',
    payout: { state: 'not_reported' },
  })
  sale.refunds = [
    {
      id: `BACK-${making.key}`,
      state,
      amountMinor: sale.amount.minor,
      createdAt: toOffsetIso(refundAt, making.scene.timeZone),
      ...(state === 'failed' && { failureReason: 'expired_or_canceled_card' }),
    },
  ]
  return sale
}

const refundRunning: Goal = (making) =>
  cardCase(
    making,
    { sale: refunded(making, 'pending', [1, 4]) },
    { story: 'refund', causes: ['RC_REFUND_IN_PROGRESS'], ticket: 'none' },
  )

const refundOverdue: Goal = (making) =>
  cardCase(
    making,
    { sale: refunded(making, 'pending', [40, 55]) },
    { story: 'refund', causes: ['RC_REFUND_IN_PROGRESS'], ticket: 'refund_late' },
  )

const refundFailed: Goal = (making) =>
  cardCase(
    making,
    { sale: refunded(making, 'failed', [5, 9]) },
    { story: 'refund', causes: ['RC_REFUND_FAILED'] },
  )

const preauth: Goal = (making) => {
  const shop = makeShop(making)
  const at = pastMoment(making, [2, 5])
  const ends = new Date(at.getTime() + 28 * 86_400_000)
  const sale = makeAttempt(making, shop, {
    at,
    type: 'preauth',
    payment: 'authorized',
    captureBefore: toOffsetIso(ends, making.scene.timeZone),
  })
  return cardCase(making, { sale }, { story: 'hold', causes: ['RC_PREAUTH_OPEN'], ticket: 'none' })
}

/** Declined, and the bank shows it as pending. */
const declinedButCharged: Goal = (making) => {
  const shop = makeShop(making)
  const sale = makeAttempt(making, shop, {
    at: pastMoment(making, [0.3, 3]),
    payment: 'declined',
    outcome: 'reversed_after_approval',
    responseCode: { scheme: 'iso8583_39', code: '51' },
  })
  const found = cardCase(
    making,
    { sale },
    { story: 'declined', causes: ['RC_DECLINED'], ticket: 'none' },
  )
  for (const wish of found.wishes) wish.facts.slip = 'declined'
  return found
}

/** No answer in time, undone by itself. */
const timedOut: Goal = (making) => {
  const shop = makeShop(making)
  const at = pastMoment(making, [0.3, 1])
  const sale = makeAttempt(making, shop, {
    at,
    payment: 'reversed',
    responseCode: { scheme: 'iso8583_39', code: '68' },
    reversal: {
      state: 'succeeded',
      at: toOffsetIso(new Date(at.getTime() + 120_000), making.scene.timeZone),
    },
  })
  const found = cardCase(
    making,
    { sale },
    { story: 'timedOut', causes: ['RC_TIMEOUT_REVERSED'], ticket: 'none' },
  )
  for (const wish of found.wishes) wish.facts.slip = 'nothing'
  return found
}

const unauthorised: Goal = (making) => {
  const shop = makeShop(making)
  const sale = makeSale(making, shop, { at: pastMoment(making, [0.3, 6]) })
  const found = cardCase(
    making,
    { sale },
    { story: 'unauthorised', causes: ['RC_UNAUTHORISED'], ticket: 'unauthorised', handoff: true },
  )
  for (const wish of found.wishes) wish.expected.transactionIds = undefined
  return found
}

/** Nothing like it is on record: a wrong slip, or another company's. */
const notFound: Goal = (making) => {
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

function talk(making: Making, wishes: Wish[]): Case {
  const shop = makeShop(making)
  return caseOf(making, { shop, transactions: [] }, wishes)
}

function sayingOnly(making: Making, story: string, expected: Expected): Wish {
  const role = making.random.pick(['merchant', 'cardholder'] as const)
  return { story, facts: { role }, currency: making.scene.currency, expected }
}

const knownCodes = ['51', '05', '55', '61', '68', '91', '96', '14', '54', '57', '65', '75'] as const

const codeQuestion: Goal = (making) => {
  const { random, scene } = making
  const code = random.pick([...knownCodes])
  const meaning = responseCodes.iso8583_39?.get(code)?.meaning[scene.locale]
  const words = random.pick(phrases[scene.locale].codes).replace('{code}', code)
  const wish = sayingOnly(making, 'code', { says: meaning })
  return talk(making, [{ ...wish, facts: { ...wish.facts, code }, words }])
}

const knowledgeQuestion: Goal = (making) => {
  const { random, scene } = making
  const [first, ...rest] = phrases[scene.locale].questions
  // The articles are in force from the day of their first review on.
  if (!first || scene.now < '2026-11-23') return undefined
  const { words, articles, says, also } = random.pick([first, ...rest])
  return talk(making, [
    {
      ...sayingOnly(making, 'knowledge', { articles, or: says ? { says } : also }),
      words: random.pick(words),
    },
  ])
}

const anyTicket: Expected = { ticket: 'any' }

/** A complaint about a payout, late or not, and what is wanted of it then. */
function complaint(making: Making, then: (role: Wish) => Wish): Case | undefined {
  const late = making.random.chance(0.5)
  const wanted: Waiting = (answer) => (late ? answer.status === 'overdue' : isWaiting(answer))
  const made = shopSale(making, { daysBack: late ? [5, 12] : [0.05, 3], wanted })
  if (!made) return undefined
  const begun = payoutCase(making, made, { story: 'complain', ...anyTicket })
  const [first] = begun.wishes
  if (!first) return undefined
  const wish = { ...first, expected: anyTicket }
  return { ...begun, wishes: [wish, then(wish)] }
}

const complaintAndState: Goal = (making) =>
  complaint(making, (wish) => ({ ...wish, story: 'complaintState' }))

const withdrawal: Goal = (making) =>
  complaint(making, (wish) => ({
    ...wish,
    story: 'withdraw',
    expected: { ticket: 'any', ticketState: 'withdrawn' },
    confirms: true,
  }))

const hourMs = 3_600_000

/** The bot keeps watch, the clock moves on, and it tells by itself that the money has come. */
const watched: Goal = (making) => {
  const begun = waiting(making, { daysBack: [0.05, 2], wanted: anyTime, moves: true })
  const wish = begun?.found.wishes[0]
  if (!begun || !wish) return undefined
  const { answer, shop } = begun.made
  const zone = making.scene.timeZone
  const credited = instantAt(answer.expectedDay, '12:00', zone).getTime()
  // Money that came this morning, before its hour, is there already.
  if (shop.windowId === 'cn.pos.d0' || Date.parse(making.scene.now) >= credited - hourMs)
    return undefined
  const until = new Date(Date.parse(answer.deadline) + 2 * hourMs)
  wish.waitsUntil = toOffsetIso(until, zone)
  return begun.found
}

const twoPayments: Goal = (making) => {
  const first = waiting(making, { daysBack: [0.05, 3], wanted: anyTime })
  if (!first) return undefined
  const { shop, transactions } = first.made
  const need: Need = { daysBack: [5, 13], wanted: ({ status }) => status === 'overdue' }
  const at = momentWhere(making, shop, need)
  if (!at) return undefined
  const sale = makeSale(making, shop, { at, no: 2, clearing: 'cleared' })
  const second: Wish = {
    story: 'another',
    facts: factsOf(making, sale, 'merchant'),
    currency: making.scene.currency,
    expected: { stages: ['SETTLING_OVERDUE'], transactionIds: [sale.id], ticket: 'payout_late' },
  }
  const { signedIn } = first.made
  const world = { shop, transactions: [...transactions, sale], signedIn }
  return caseOf(making, world, [...first.found.wishes, second])
}

const fraud: Goal = (making) =>
  talk(making, [sayingOnly(making, 'fraud', { warnedFirst: true, ticket: 'fraud', handoff: true })])

const person: Goal = (making) => talk(making, [sayingOnly(making, 'person', { handoff: true })])

/** Knows too little of a payment, or the wrong card: a person may help, nothing may be shown. */
const stranger: Goal = (making) => {
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

/** Every goal by its name in the report. */
export const goals = {
  'within the window': withinWindow,
  'after the cut-off': afterCutoff,
  'weekend or holiday': daysOff,
  overdue,
  returned,
  'risk hold': riskHold,
  'net of fees': netOfFees,
  duplicate,
  'refund in progress': refundRunning,
  'refund overdue': refundOverdue,
  'refund failed': refundFailed,
  'pre-authorisation': preauth,
  'declined but charged': declinedButCharged,
  'timed out': timedOut,
  'unauthorised charge': unauthorised,
  'not found': notFound,
  'code question': codeQuestion,
  'knowledge question': knowledgeQuestion,
  'complaint and its state': complaintAndState,
  'complaint withdrawn': withdrawal,
  'watched until it arrives': watched,
  'two payments': twoPayments,
  'fraud in progress': fraud,
  'person asked for': person,
  'somebody else’s payment': stranger,
} as const satisfies Record<string, Goal>

export type GoalName = keyof typeof goals
export const goalNames = Object.keys(goals) as [GoalName, ...GoalName[]]
