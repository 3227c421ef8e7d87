import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { payCycleOf } from '../../../src/connectors/sandbox/pay-cycle.ts'
import { recordAt } from '../../../src/connectors/sandbox/record-at.ts'
import { parseWorld, type WorldTransaction } from '../../../src/connectors/world/world.ts'
import type { BusinessCalendar } from '../../../src/domain/calendar.ts'
import type { Merchant } from '../../../src/domain/transaction.ts'

const merchant: Merchant = {
  id: 'M1',
  name: 'Shop',
  windowId: 'cn.pos.t1',
  cutoff: '23:00',
  settlementAccountLast4: '6688',
  status: 'active',
}

const sale = {
  id: 'T1',
  merchantId: 'M1',
  type: 'sale',
  amount: { minor: 1_000_000, currency: 'CNY' },
  fee: { minor: 6_000 },
  createdAt: '2026-11-19T15:20:00+08:00',
  payment: 'captured',
  moves: true,
}

function record(change: object = {}): WorldTransaction {
  const [first] = parseWorld({ transactions: [{ ...sale, ...change }] }).world.transactions
  if (!first) throw new Error('no record')
  return first
}

function stateAt(time: string, change: object = {}, owner: Merchant = merchant) {
  const { payment, clearing, settlement, payout } = recordAt(
    record(change),
    payCycleOf(owner),
    new Date(time),
  )
  return [payment, clearing, settlement.state, payout.state].join(' ')
}

describe('a record that moves', () => {
  it.each([
    ['right after the sale', '2026-11-19T15:21:00+08:00', 'captured submitted pending none'],
    ['before the cut-off', '2026-11-19T22:59:59+08:00', 'captured submitted pending none'],
    ['at the cut-off', '2026-11-19T23:00:00+08:00', 'captured cleared pending none'],
    ['early next working day', '2026-11-20T03:00:00+08:00', 'captured cleared available none'],
    ['next morning', '2026-11-20T08:00:00+08:00', 'captured cleared available in_transit'],
    ['next noon', '2026-11-20T12:00:00+08:00', 'captured cleared available credited'],
  ])('stands %s where its window has brought it', (_when, time, expected) => {
    expect(stateAt(time)).toBe(expected)
  })

  it('says where its money went, how much and when', () => {
    const { payout } = recordAt(record(), payCycleOf(merchant), new Date('2026-11-21T00:00:00Z'))
    expect(payout).toEqual({
      id: 'po-M1-20261120',
      state: 'credited',
      amount: { minor: 994_000, currency: 'CNY' },
      arrivalDate: '2026-11-20',
      destinationLast4: '6688',
      sentAt: '2026-11-20T08:00:00+08:00',
      creditedAt: '2026-11-20T12:00:00+08:00',
    })
  })

  it.each<[string, object, Partial<Merchant>, string]>([
    ['after the cut-off', { createdAt: '2026-11-19T23:00:00+08:00' }, {}, '2026-11-23'],
    [
      'before a later cut-off',
      { createdAt: '2026-11-19T23:00:00+08:00' },
      { cutoff: '23:30' },
      '2026-11-20',
    ],
    ['on a Friday', { createdAt: '2026-11-20T10:00:00+08:00' }, {}, '2026-11-23'],
    [
      'on a Friday with D+1',
      { createdAt: '2026-11-20T10:00:00+08:00' },
      { windowId: 'cn.pos.d1' },
      '2026-11-21',
    ],
    ['at once with D+0', {}, { windowId: 'cn.pos.d0' }, '2026-11-19'],
    [
      'at night with D+0',
      { createdAt: '2026-11-19T03:10:00+08:00' },
      { windowId: 'cn.pos.d0' },
      '2026-11-20',
    ],
    [
      'with a date of the provider',
      { settlement: { state: 'pending', expectedAt: '2026-12-03' } },
      {},
      '2026-12-03',
    ],
  ])('arrives for a sale %s on its day', (...[, change, owner, day]) => {
    const cycle = payCycleOf({ ...merchant, ...owner })
    const { payout } = recordAt(record(change), cycle, new Date('2027-01-01T00:00:00Z'))
    expect(payout).toMatchObject({ state: 'credited', arrivalDate: day })
  })

  it('waits for holidays when it knows them', () => {
    const calendar: BusinessCalendar = {
      id: 'cn_state_council',
      holidays: { '2026-11-20': 'a holiday' },
      workedWeekends: ['2026-11-22'],
      coveredYears: [2026],
    }
    const cycle = payCycleOf(merchant, () => calendar)
    const { payout } = recordAt(record(), cycle, new Date('2026-12-01T00:00:00Z'))
    expect(payout.arrivalDate).toBe('2026-11-22')
  })

  it('keeps what the file says of money that has arrived', () => {
    const payout = { state: 'credited', creditedAt: '2026-11-20T09:00:00+08:00' } as const
    const moved = recordAt(
      record({ payout }),
      payCycleOf(merchant),
      new Date('2026-12-01T00:00:00Z'),
    )
    expect(moved.payout).toEqual(payout)
  })

  it.each([
    ['before the change', '2026-11-20T09:00:00+08:00', '1111'],
    ['after the change', '2026-11-20T07:00:00+08:00', '6688'],
  ])('goes to the account in force when it is sent: %s', (_case, changedAt, last4) => {
    const accountChange = { at: changedAt, oldLast4: '1111', newLast4: '6688' }
    const cycle = payCycleOf({ ...merchant, accountChange })
    const { payout } = recordAt(record(), cycle, new Date('2026-12-01T00:00:00Z'))
    expect(payout.destinationLast4).toBe(last4)
  })

  const states = ['not_reported', 'none', 'scheduled', 'in_transit', 'sent', 'credited']

  it('never goes back, whatever it begins with', () => {
    const begin = Date.parse(sale.createdAt)
    const minutes = fc.integer({ min: 0, max: 3 * 24 * 60 })
    fc.assert(
      fc.property(fc.constantFrom(...states), minutes, minutes, (payout, one, other) => {
        const rankAt = (minute: number) => {
          const now = new Date(begin + minute * 60_000)
          return states.indexOf(
            recordAt(record({ payout }), payCycleOf(merchant), now).payout.state,
          )
        }
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)]
        expect(rankAt(later)).toBeGreaterThanOrEqual(rankAt(earlier))
        if (payout !== 'not_reported')
          expect(rankAt(earlier)).toBeGreaterThanOrEqual(states.indexOf(payout))
      }),
    )
  })
})

describe('a record that stands still', () => {
  const late = '2026-12-01T00:00:00Z'

  it.each<[string, object]>([
    [
      'without moves',
      { moves: false, clearing: 'submitted', settlement: 'pending', payout: 'none' },
    ],
    [
      'declined',
      { payment: 'declined', clearing: 'submitted', settlement: 'pending', payout: 'none' },
    ],
    [
      'only authorised',
      { payment: 'authorized', clearing: 'submitted', settlement: 'pending', payout: 'none' },
    ],
    ['held', { clearing: 'cleared', settlement: 'held', payout: 'none' }],
    ['netted', { clearing: 'cleared', settlement: 'netted', payout: 'none' }],
    ['returned', { clearing: 'cleared', settlement: 'available', payout: 'returned' }],
    ['rejected in clearing', { clearing: 'rejected', settlement: 'pending', payout: 'none' }],
    [
      'in dispute',
      { clearing: 'submitted', settlement: 'pending', payout: 'none', dispute: 'inquiry' },
    ],
  ])('stays as the file says: %s', (_case, change) => {
    const { moves: _moves, ...asWritten } = record(change)
    expect(recordAt(record(change), payCycleOf(merchant), new Date(late))).toEqual(asWritten)
  })

  it('stays as the file says when its merchant or window is not known', () => {
    const { moves: _moves, ...asWritten } = record()
    expect(recordAt(record(), undefined, new Date(late))).toEqual(asWritten)
    const strange = payCycleOf({ ...merchant, windowId: 'moon.t1' })
    expect(recordAt(record(), strange, new Date(late))).toEqual(asWritten)
  })
})
