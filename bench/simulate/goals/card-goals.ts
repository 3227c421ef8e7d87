import { toOffsetIso } from '../../../src/domain/local-time.ts'
import { type Making, makeAttempt, makeSale, makeShop, pastMoment } from '../make-world.ts'
import type { TransactionInput } from '../scenes.ts'
import { cardCase, type Goal } from './make-case.ts'

export const duplicate: Goal = (making) => {
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

export const refundRunning: Goal = (making) =>
  cardCase(
    making,
    { sale: refunded(making, 'pending', [1, 4]) },
    { story: 'refund', causes: ['RC_REFUND_IN_PROGRESS'], ticket: 'none' },
  )

export const refundOverdue: Goal = (making) =>
  cardCase(
    making,
    { sale: refunded(making, 'pending', [40, 55]) },
    { story: 'refund', causes: ['RC_REFUND_IN_PROGRESS'], ticket: 'refund_late' },
  )

export const refundFailed: Goal = (making) =>
  cardCase(
    making,
    { sale: refunded(making, 'failed', [5, 9]) },
    { story: 'refund', causes: ['RC_REFUND_FAILED'] },
  )

export const preauth: Goal = (making) => {
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
export const declinedButCharged: Goal = (making) => {
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
export const timedOut: Goal = (making) => {
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

export const unauthorised: Goal = (making) => {
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
