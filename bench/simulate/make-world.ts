import type { Cause } from '../../src/domain/diagnosis/causes.ts'
import { localTime, toOffsetIso } from '../../src/domain/local-time.ts'
import { calculateSettlement } from '../../src/domain/settlement/calculate-settlement.ts'
import type { SettlementAnswer } from '../../src/domain/settlement/settlement-answer.ts'
import type { Random } from '../random.ts'
import type { Facts } from './case.ts'
import { calendarOf, type MerchantInput, type Scene, type TransactionInput } from './scenes.ts'

/* The parts of a customer's world: a shop, its sales, and the moments they happened at. */

/** Where and for whom a case is made. */
export interface Making {
  random: Random
  scene: Scene
  /** The beginning of every id of this case. */
  key: string
}

const shopNames = {
  CN: ['老街豆花', '东门五金', '阿珍裁缝', '三味书屋', '好再来面馆', '小满花艺'],
  other: ['Corner Bakery', 'Blue Door Books', 'Hill Bikes', 'Fern Florist', 'Old Mill Tools'],
} as const

export function makeShop({ random, scene, key }: Making, more: Partial<MerchantInput> = {}) {
  const names = scene.country === 'CN' ? shopNames.CN : shopNames.other
  const windowId = random.pick(scene.windowIds)
  const shop: MerchantInput = {
    id: `SHOP-${key}`,
    name: random.pick([...names]),
    country: scene.country,
    provider: scene.provider,
    windowId,
    ...(scene.country === 'CN' && { cutoff: '23:00' }),
    settlementAccountLast4: digits(random, 4),
    accountClass: 'corporate',
    feeRateBp: scene.country === 'CN' ? 60 : 175,
    status: 'active',
    ...more,
  }
  return shop
}

export function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join('')
}

/** A sum people pay: some round, most not. Five in ten thousand customers pay the same. */
export function makeAmount(random: Random, from = 2_000, to = 900_000): number {
  const minor = random.int(from, to)
  return random.chance(0.15) ? Math.round(minor / 1000) * 1000 : minor
}

const hourMs = 3_600_000

/** A moment in shop hours, so many days back at most. */
export function pastMoment({ random, scene }: Making, daysBack: [number, number]): Date {
  const now = Date.parse(scene.now)
  const at = now - (daysBack[0] + random.next() * (daysBack[1] - daysBack[0])) * 24 * hourMs
  return new Date(Math.floor(at / 60_000) * 60_000)
}

/** A captured sale on its way, as the acquirer has it. */
export function makeSale(
  { random, scene, key }: Making,
  shop: MerchantInput,
  { at, no = 1, ...more }: { at: Date; no?: number } & Partial<Omit<TransactionInput, 'id'>>,
): TransactionInput {
  const amount = more.amount ?? { minor: makeAmount(random), currency: scene.currency }
  const fee = Math.round((amount.minor * (shop.feeRateBp ?? 0)) / 10_000)
  const chinese = scene.country === 'CN'
  return {
    id: `PAY-${key}-${no}`,
    merchantId: shop.id,
    type: 'sale',
    amount,
    fee: { minor: fee },
    net: { minor: amount.minor - fee },
    createdAt: toOffsetIso(at, scene.timeZone),
    card: { last4: digits(random, 4), brand: chinese ? 'UnionPay' : 'Visa' },
    entryMode: 'contactless',
    // Card terminals in China print a reference; Square gives an order number.
    ...(chinese
      ? { rrn: `6${digits(random, 11)}`, terminalId: `7${digits(random, 7)}` }
      : { orderNo: `SQ-${digits(random, 6)}` }),
    payment: 'captured',
    clearing: 'submitted',
    settlement: 'pending',
    payout: 'none',
    ...more,
  }
}

/** A card payment that took no money to the shop. */
export function makeAttempt(
  making: Making,
  shop: MerchantInput,
  facts: Parameters<typeof makeSale>[2],
): TransactionInput {
  const { fee: _fee, net: _net, ...sale } = makeSale(making, shop, facts)
  return {
    ...sale,
    clearing: 'not_cleared',
    settlement: 'not_applicable',
    payout: 'none',
  }
}

/** Older sales that were paid out: what a list of payments holds beside the one in question. */
export function paidSales(making: Making, shop: MerchantInput, count: number): TransactionInput[] {
  return Array.from({ length: count }, (_, index) => {
    const at = pastMoment(making, [9 + 2 * index, 10.5 + 2 * index])
    const sale = makeSale(making, shop, { at, no: 90 + index })
    const day = localTime(new Date(at.getTime() + 4 * 24 * hourMs), making.scene.timeZone).day
    return {
      ...sale,
      clearing: 'cleared',
      settlement: 'available',
      payout: {
        state: 'credited',
        id: `OUT-${making.key}-${index}`,
        amount: { minor: sale.net?.minor ?? sale.amount.minor },
        arrivalDate: day,
        creditedAt: `${day}T10:20`,
        destinationLast4: shop.settlementAccountLast4,
      },
    }
  })
}

/** What the customer can read off the slip, the phone and the statement. */
export function factsOf(
  { scene }: Making,
  sale: TransactionInput,
  role: 'merchant' | 'cardholder',
): Facts {
  const { day, time } = localTime(new Date(sale.createdAt), scene.timeZone)
  return {
    role,
    amount: sale.amount.minor,
    date: day,
    time,
    last4: sale.card?.last4,
    rrn: sale.rrn,
    orderNo: sale.orderNo,
    slip: 'approved',
    bankDebited: true,
  }
}

/** The calculator's answer for a sale of a shop. */
export function settlementOf(scene: Scene, shop: MerchantInput, saleAt: string) {
  return calculateSettlement(
    { windowId: shop.windowId, saleAt, cutoffOverride: shop.cutoff, now: new Date(scene.now) },
    calendarOf,
  )
}

/** Waiting for nothing but time: on schedule, and why the day is what it is. */
export function waitingCauses(answer: SettlementAnswer): Cause[] {
  const moved =
    answer.reasons.includes('after_cutoff') && answer.withoutCutoff !== answer.expectedDay
  const daysOff = answer.withoutCalendar !== answer.expectedDay
  const causes: Cause[] = []
  if (moved) causes.push('RC_AFTER_CUTOFF')
  if (daysOff) causes.push('RC_NON_WORKING_DAY')
  return causes.length > 0 ? causes : ['RC_WITHIN_WINDOW']
}

/** A moment of a sale for which the calculator's answer is as wanted; undefined when none is near. */
export function momentWhere(
  making: Making,
  shop: MerchantInput,
  { daysBack, wanted }: { daysBack: [number, number]; wanted(answer: SettlementAnswer): boolean },
): Date | undefined {
  for (let tries = 0; tries < 300; tries += 1) {
    const at = pastMoment(making, daysBack)
    const answer = settlementOf(making.scene, shop, toOffsetIso(at, making.scene.timeZone))
    if (wanted(answer)) return at
  }
  return undefined
}
