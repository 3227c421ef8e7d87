import { instantAt, toOffsetIso } from '../../../src/domain/local-time.ts'
import type { Wish } from '../case.ts'
import { factsOf, makeSale, momentWhere } from '../make-world.ts'
import { caseOf, type Goal } from './make-case.ts'
import { anyTime, type Need, waiting } from './shop-goals.ts'

const hourMs = 3_600_000

/** The bot keeps watch, the clock moves on, and it tells by itself that the money has come. */
export const watched: Goal = (making) => {
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

export const twoPayments: Goal = (making) => {
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
