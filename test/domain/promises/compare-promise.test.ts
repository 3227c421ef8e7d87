import { describe, expect, it } from 'vitest'
import { comparePromise, nextCheck } from '../../../src/domain/promises/compare-promise.ts'
import type { PromiseState } from '../../../src/domain/promises/promise-state.ts'
import { promisedInstant } from '../../../src/domain/promises/promised-instant.ts'
import type { TransactionRecord } from '../../../src/domain/transaction.ts'

const dueAt = '2026-11-24T10:00:00.000Z'
const before = new Date('2026-11-24T09:00:00Z')
const after = new Date('2026-11-24T10:02:00Z')
const timeZone = 'Asia/Shanghai'

function record(changes: Partial<TransactionRecord>, now: Date): TransactionRecord {
  return {
    id: 'T1',
    provider: 'sandbox',
    providerIds: {},
    merchantId: 'M1',
    type: 'sale',
    amount: { minor: 100_000, currency: 'CNY' },
    createdAt: '2026-11-23T12:00:00+08:00',
    refs: {},
    payment: 'captured',
    clearing: 'cleared',
    settlement: { state: 'pending' },
    payout: { state: 'none' },
    refunds: [],
    dispute: { state: 'none' },
    fetchedAt: now.toISOString(),
    stale: false,
    ...changes,
  }
}

const credited = (creditedAt?: string) =>
  ({ payout: { state: 'credited', creditedAt } }) as Partial<TransactionRecord>
const payout = (state: TransactionRecord['payout']['state']) =>
  ({ payout: { state } }) as Partial<TransactionRecord>
const refund = (state: 'pending' | 'succeeded' | 'failed', amountMinor = 100_000) =>
  ({
    refunds: [{ id: 'R1', state, amountMinor, createdAt: '2026-11-23T13:00:00+08:00' }],
  }) as Partial<TransactionRecord>

type Row = [
  what: string,
  cause: string,
  changes: Partial<TransactionRecord>,
  now: Date,
  PromiseState,
]

const late = 'RC_WITHIN_WINDOW'
const refunding = 'RC_REFUND_IN_PROGRESS'

const rows: Row[] = [
  ['credited before it', late, credited('2026-11-24T12:00:00+08:00'), after, 'kept'],
  ['credited at the very instant', late, credited('2026-11-24T18:00:00+08:00'), after, 'kept'],
  ['credited a second later', late, credited('2026-11-24T18:00:01+08:00'), after, 'late'],
  ['credited on its day, no hour told', late, credited('2026-11-24'), after, 'kept'],
  ['credited on the next day, no hour told', late, credited('2026-11-25'), after, 'late'],
  ['credited, seen before it, no instant told', late, credited(), before, 'kept'],
  ['credited, seen after it, no instant told', late, credited(), after, 'unknown'],
  ['credited early, seen early', late, credited('2026-11-24T12:00:00+08:00'), before, 'kept'],
  ['on its way before it', late, payout('in_transit'), before, 'open'],
  ['on its way after it', late, payout('in_transit'), after, 'late'],
  ['no payout after it', late, payout('none'), after, 'late'],
  ['sent after it: sent is not credited', late, payout('sent'), after, 'open'],
  ['payout not reported: that is not none', late, payout('not_reported'), after, 'open'],
  ['returned after it', late, payout('returned'), after, 'late'],
  [
    'read before it, looked at after it',
    late,
    { ...payout('none'), fetchedAt: before.toISOString() },
    after,
    'open',
  ],
  ['held after it', late, { settlement: { state: 'held' } }, after, 'late'],
  ['reversed', late, { payment: 'reversed' }, after, 'void'],
  ['refunded in full', late, refund('succeeded'), after, 'void'],
  ['refunded in part', late, refund('succeeded', 100), after, 'late'],
  ['charged back', late, { dispute: { state: 'lost' } }, after, 'void'],
  ['set off', late, { settlement: { state: 'netted' } }, after, 'void'],
  [
    'credited, charged back later',
    late,
    { ...credited('2026-11-24T12:00:00+08:00'), dispute: { state: 'lost' } },
    after,
    'kept',
  ],
  ['a refund still pending', refunding, refund('pending'), after, 'late'],
  ['a refund made: the card is not seen', refunding, refund('succeeded'), after, 'open'],
  ['a refund that failed', refunding, refund('failed'), after, 'late'],
  [
    'a charge undone: the card is not seen',
    'RC_TIMEOUT_REVERSED',
    { payment: 'reversed' },
    after,
    'open',
  ],
  ['a charge still unclear', 'RC_ONE_SIDED', { payment: 'unknown' }, after, 'late'],
  ['a charge that stood after all', 'RC_ONE_SIDED', {}, after, 'void'],
  [
    'a hold released in time',
    'RC_PREAUTH_OPEN',
    { payment: 'expired', reversal: { state: 'done', at: '2026-11-24T12:00:00+08:00' } },
    after,
    'kept',
  ],
  ['a hold that stays', 'RC_PREAUTH_OPEN', { payment: 'authorized' }, after, 'late'],
  ['a hold that was captured', 'RC_PREAUTH_OPEN', {}, after, 'void'],
]

describe('a date named, compared with the record', () => {
  it.each(rows)('%s', (...[, cause, changes, now, state]) => {
    const found = comparePromise({ dueAt, cause }, record(changes, now), { now, timeZone })
    expect(found.state).toBe(state)
  })

  it('tells when the money came', () => {
    const seen = record(credited('2026-11-24T20:00:00+08:00'), after)
    expect(comparePromise({ dueAt, cause: late }, seen, { now: after, timeZone })).toEqual({
      state: 'late',
      happenedAt: '2026-11-24T12:00:00.000Z',
    })
  })
})

describe('a promise is compared', () => {
  it('shortly after its date, ever less often, and not for ever', () => {
    const times: string[] = []
    let now = before
    for (let next = nextCheck(dueAt, now); next; next = nextCheck(dueAt, now)) {
      times.push(next.toISOString())
      now = next
    }
    expect(times).toEqual([
      '2026-11-24T10:02:00.000Z',
      '2026-11-24T11:00:00.000Z',
      '2026-11-25T10:00:00.000Z',
      '2026-11-27T10:00:00.000Z',
      '2026-12-01T10:00:00.000Z',
    ])
  })
})

describe('what a date means', () => {
  it.each([
    ['2026-11-24T18:00:00+08:00', 'Asia/Shanghai', '2026-11-24T10:00:00.000Z', false],
    ['2026-11-24', 'Asia/Shanghai', '2026-11-24T16:00:00.000Z', true],
    ['2026-11-24T00:00:00+08:00', 'Asia/Shanghai', '2026-11-24T16:00:00.000Z', true],
    ['2026-11-01', 'America/New_York', '2026-11-02T05:00:00.000Z', true],
    ['2027-03-28', 'Europe/London', '2027-03-28T23:00:00.000Z', true],
  ])('%s in %s', (...[expectedBy, zone, instant, wholeDay]) => {
    const found = promisedInstant(expectedBy, zone)
    expect({ ...found, dueAt: found.dueAt.toISOString() }).toEqual({ dueAt: instant, wholeDay })
  })
})
