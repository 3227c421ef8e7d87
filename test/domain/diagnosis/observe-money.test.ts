import { describe, expect, it } from 'vitest'
import { deductions, netOf } from '../../../src/domain/diagnosis/observe-money.ts'
import type { Payout, PayoutEntry } from '../../../src/domain/transaction.ts'
import { sampleCase, sampleRecord, seenIn, type Told } from './sample.ts'

const entry = (type: string, netMinor: number): PayoutEntry => ({ type, netMinor })
const payoutWith = (entries: PayoutEntry[] | undefined): Payout => ({
  id: 'P1',
  merchantId: 'M1001',
  state: 'sent',
  amount: { minor: 980_000, currency: 'CNY' },
  entries,
})
const credited = { payout: { state: 'credited' as const } }

describe('observeMoney', () => {
  it.each<[string, Told, string[]]>([
    ['the gross amount', { story: { amountMinor: 1_000_000 } }, ['amount_matches_story']],
    ['the net amount', { story: { amountMinor: 994_000 } }, ['amount_matches_story']],
    [
      'the amount of the payout',
      { payout: payoutWith([]), story: { amountMinor: 980_000 } },
      ['amount_matches_story'],
    ],
    ['another amount', { story: { amountMinor: 999_000 } }, ['amount_differs_from_story']],
    [
      'an amount that is a guess',
      { story: { amountMinor: 999_000, amountIsApproximate: true } },
      [],
    ],
    ['no amount', {}, []],
  ])('compares %s with the record', (_case, told, seen) => {
    expect(seenIn(told).filter((each) => /_story$/.test(each))).toEqual(seen)
  })

  it.each<[string, Told, string[]]>([
    ['the net', { story: { receivedMinor: 994_000 } }, ['received_equals_net']],
    ['less than the net', { story: { receivedMinor: 993_999 } }, ['received_less_than_net']],
    ['the gross', { story: { receivedMinor: 1_000_000 } }, []],
    [
      'the net told as the amount, once credited',
      { record: credited, story: { amountMinor: 994_000 } },
      ['received_equals_net', 'credited_net_of_fee'],
    ],
    ['the net told as the amount, before', { story: { amountMinor: 994_000 } }, []],
    [
      'all of it where there is no fee',
      {
        record: { net: undefined, fee: undefined, ...credited },
        merchant: { feeRateBp: 0 },
        story: { receivedMinor: 1_000_000 },
      },
      [],
    ],
  ])('explains what arrived: %s', (_case, told, seen) => {
    const names = ['received_equals_net', 'received_less_than_net', 'credited_net_of_fee']
    expect(seenIn(told).filter((each) => names.includes(each))).toEqual(seen)
  })

  it.each<[string, Told, string[]]>([
    [
      'a refund in the payout',
      { payout: payoutWith([entry('sale', 994_000), entry('refund', -14_000)]) },
      ['netted'],
    ],
    [
      'a netted settlement without lines',
      { record: { settlement: { state: 'netted' } } },
      ['netted'],
    ],
    ['sales only', { payout: payoutWith([entry('sale', 994_000)]) }, ['not_netted']],
    ['a payout without lines', { payout: payoutWith([]) }, []],
    ['a payout that lists nothing', { payout: payoutWith(undefined) }, []],
    [
      'a cardholder, who is told nothing of it',
      { role: 'cardholder', payout: payoutWith([entry('refund', -1)]) },
      [],
    ],
  ])('sees netting: %s', (_case, told, seen) => {
    expect(seenIn(told).filter((each) => /netted$/.test(each))).toEqual(seen)
  })

  it.each([
    [9_900, true],
    [19_900, true],
    [29_900, true],
    [29_901, false],
    [1_000_000, false],
  ])('knows %i fen as the sum of an activation swipe: %s', (minor, odd) => {
    const told = { record: { amount: { minor, currency: 'CNY' } } }
    expect(seenIn(told).includes('activation_sum')).toBe(odd)
  })
})

describe('netOf', () => {
  it.each<[string, Told, number]>([
    ["the record's own net", { record: { net: { minor: 990_000, currency: 'CNY' } } }, 990_000],
    [
      "the record's fee",
      { record: { net: undefined, fee: { minor: 7_000, currency: 'CNY' } } },
      993_000,
    ],
    ["the merchant's rate", { record: { net: undefined, fee: undefined } }, 994_000],
    [
      'the rate and the extra fee',
      { record: { net: undefined, fee: undefined }, merchant: { extraFeeMinor: 300 } },
      993_700,
    ],
    [
      'the gross where no fee is known',
      { record: { net: undefined, fee: undefined }, merchant: null },
      1_000_000,
    ],
  ])('goes by %s', (_basis, told, net) => {
    const evidence = sampleCase(told)
    expect(netOf(evidence.record ?? sampleRecord(), evidence)).toBe(net)
  })
})

it('deductions are the lines that took money off', () => {
  const lines = [entry('sale', 10), entry('refund', -4), entry('dispute', -6), entry('fee', 0)]
  const found = deductions(sampleCase({ payout: payoutWith(lines) }))
  expect(found.map(({ type }) => type)).toEqual(['refund', 'dispute'])
})
