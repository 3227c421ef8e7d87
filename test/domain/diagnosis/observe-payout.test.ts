import { describe, expect, it } from 'vitest'
import type { Merchant, TransactionRecord } from '../../../src/domain/transaction.ts'
import { seenIn, type Told } from './sample.ts'

const payout = (change: TransactionRecord['payout'], merchant: Partial<Merchant> = {}): Told => ({
  record: { payout: change },
  merchant,
})
const changed = {
  accountChange: { at: '2026-11-15T10:00:00+08:00', oldLast4: '1111', newLast4: '6688' },
}

type Row = [why: string, told: Told, seen: string[], notSeen: string[]]

describe('observePayout', () => {
  it.each<Row>([
    [
      'a payout that came back',
      payout({ state: 'returned' }),
      ['payout_came_back'],
      ['payout_not_returned'],
    ],
    ['a frozen payout', payout({ state: 'frozen' }), ['payout_came_back', 'payout_frozen'], []],
    [
      'a payout sent',
      payout({ state: 'sent' }),
      ['payout_sent', 'payout_not_returned'],
      ['credited'],
    ],
    [
      'a confirmed credit',
      payout({ state: 'credited' }),
      ['credited'],
      ['payout_sent', 'within_window'],
    ],
    [
      'a payout nobody reports',
      payout({ state: 'not_reported' }),
      ['within_window'],
      ['payout_not_returned'],
    ],
    [
      'a payout planned later than the rule says',
      payout({ state: 'scheduled', arrivalDate: '2026-11-19' }),
      ['payout_scheduled'],
      [],
    ],
    [
      'a payout planned for the day of the rule',
      payout({ state: 'scheduled', arrivalDate: '2026-11-17' }),
      [],
      ['payout_scheduled'],
    ],
    [
      'nothing of it to a cardholder',
      { role: 'cardholder', ...payout({ state: 'returned' }) },
      [],
      ['payout_came_back'],
    ],
  ])('sees %s', (...[, told, seen, notSeen]) => {
    expect(seenIn(told)).toEqual(expect.arrayContaining(seen))
    expect(seenIn(told).filter((each) => notSeen.includes(each))).toEqual([])
  })

  it.each<[string, TransactionRecord['payout'], string[]]>([
    ['an account name', { state: 'returned', failureText: '户名不符' }, ['return_reason_account']],
    [
      'a code for the account',
      { state: 'failed', failureCode: 'account_closed' },
      ['return_reason_account'],
    ],
    [
      'a limit before an account',
      { state: 'returned', failureText: '二类账户超限' },
      ['return_reason_limit'],
    ],
    ['a limit', { state: 'returned', failureText: 'exceeds daily limit' }, ['return_reason_limit']],
    ['an authority', { state: 'frozen', failureText: '司法协助冻结' }, []],
    ['a text that says nothing', { state: 'returned', failureText: 'other' }, []],
    ['a reason without a return', { state: 'sent', failureText: '户名不符' }, []],
  ])('reads the return reason: %s', (_why, change, seen) => {
    const names = ['return_reason_account', 'return_reason_limit']
    expect(seenIn(payout(change)).filter((each) => names.includes(each))).toEqual(seen)
  })

  it.each([
    ['II', true],
    ['ii', true],
    ['Type II', true],
    ['2', true],
    ['type_2', true],
    ['Ⅱ类', true],
    ['二类户', true],
    ['I', false],
    ['III', false],
    ['type III', false],
    ['corporate', false],
    ['12', false],
    [undefined, false],
  ])('takes account class %s for Type II: %s', (accountClass, isTypeTwo) => {
    const told = payout({ state: 'returned' }, { accountClass })
    expect(seenIn(told).includes('type_two_account')).toBe(isTypeTwo)
  })

  it.each([
    ['just below the limit', 999_900, false],
    ['at the limit', 1_000_000, false],
    ['one fen above', 1_000_001, true],
  ])('compares the payout with the daily limit of Type II: %s', (_where, minor, over) => {
    const amount = { minor, currency: 'CNY' }
    const told = payout({ state: 'returned', amount }, { accountClass: 'II' })
    expect(seenIn(told).includes('net_over_type_two_limit')).toBe(over)
  })

  it.each<[string, Told, string[]]>([
    [
      'the account of before',
      payout({ state: 'sent', destinationLast4: '1111' }, changed),
      ['to_old_account', 'account_changed_lately'],
    ],
    [
      'the account of now',
      payout({ state: 'sent', destinationLast4: '6688' }, changed),
      ['to_current_account', 'account_changed_lately'],
    ],
    [
      'another account than the file shows',
      payout({ state: 'credited', destinationLast4: '9999' }),
      ['to_old_account'],
    ],
    ['an account nobody names', payout({ state: 'sent' }, changed), ['account_changed_lately']],
    [
      'no account: it came back',
      payout({ state: 'returned', destinationLast4: '1111' }, changed),
      ['account_changed_lately'],
    ],
    [
      'an account to compare with nothing',
      payout({ state: 'sent', destinationLast4: '1111' }, { settlementAccountLast4: undefined }),
      [],
    ],
  ])('says where the payout goes: %s', (_where, told, seen) => {
    const names = ['to_old_account', 'to_current_account', 'account_changed_lately']
    expect(seenIn(told).filter((each) => names.includes(each))).toEqual(seen)
  })

  it.each<Row>([
    ['in time', {}, ['within_window', 'before_cutoff', 'no_day_off_in_between'], ['overdue']],
    ['late', { now: '2026-11-19T12:00:00+08:00' }, ['overdue'], ['within_window']],
    [
      'after the cut-off',
      { record: { createdAt: '2026-11-16T23:30:00+08:00' } },
      ['cutoff_moved_the_day'],
      ['before_cutoff'],
    ],
    [
      'over a weekend',
      { record: { createdAt: '2026-11-13T14:00:00+08:00' } },
      ['days_off_moved_the_day'],
      ['no_day_off_in_between'],
    ],
    [
      'not at all for a decline',
      { record: { payment: 'declined' } },
      [],
      ['within_window', 'overdue'],
    ],
    [
      'not any more for money that came back',
      payout({ state: 'returned' }),
      [],
      ['within_window', 'overdue'],
    ],
  ])('reads the window: %s', (...[, told, seen, notSeen]) => {
    expect(seenIn(told)).toEqual(expect.arrayContaining(seen))
    expect(seenIn(told).filter((each) => notSeen.includes(each))).toEqual([])
  })

  it.each<[string, Partial<TransactionRecord>, string, boolean]>([
    ['past the rule', { settlement: { state: 'available' } }, '2026-11-19T12:00:00+08:00', true],
    [
      'before the rule ends',
      { settlement: { state: 'available' } },
      '2026-11-17T12:00:00+08:00',
      false,
    ],
    ['still pending', {}, '2026-11-19T12:00:00+08:00', false],
    [
      'being paid',
      { settlement: { state: 'available' }, payout: { state: 'in_transit' } },
      '2026-11-19T12:00:00+08:00',
      false,
    ],
  ])('sees money that waits to be asked for: %s', (...[, record, now, waits]) => {
    expect(seenIn({ record, now }).includes('available_not_paid')).toBe(waits)
  })

  const earlier = { id: 'P0', merchantId: 'M1001', amount: { minor: 5, currency: 'CNY' } }
  const first = { windowId: 'stripe.payout.first' }

  it.each<[string, Told, string[]]>([
    ['none before', { merchant: first }, ['first_payout_window']],
    [
      'one credited before',
      { merchant: first, payouts: [{ ...earlier, state: 'credited' }] },
      ['earlier_payouts_exist'],
    ],
    [
      'one that came back',
      { merchant: first, payouts: [{ ...earlier, state: 'returned' }] },
      ['first_payout_window'],
    ],
    [
      'only this one',
      {
        merchant: first,
        record: { payout: { state: 'sent', id: 'P0' } },
        payouts: [{ ...earlier, state: 'sent' }],
      },
      ['first_payout_window'],
    ],
    ['an ordinary window', {}, []],
  ])('knows a first payout: %s', (_case, told, seen) => {
    const names = ['first_payout_window', 'earlier_payouts_exist']
    expect(seenIn(told).filter((each) => names.includes(each))).toEqual(seen)
  })
})
