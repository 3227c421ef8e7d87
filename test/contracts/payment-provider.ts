import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LookupFault, parseWorld, type World } from '../../src/connectors/world/world.ts'
import type { PaymentProvider, TransactionQuery } from '../../src/ports/payment-provider.ts'

/** When the contract's world is looked at. */
export const contractNow = new Date('2026-11-23T10:00:00+08:00')

/** The world every provider under test answers from. */
export function contractWorld(): World {
  const path = new URL('../fixtures/worlds/contract.json', import.meta.url)
  return parseWorld(JSON.parse(readFileSync(path, 'utf8'))).world
}

export interface ProviderUnderTest {
  provider: PaymentProvider
  close?(): Promise<void>
}

/** Starts a provider over a world, at `contractNow`. */
export type StartProvider = (world: World) => Promise<ProviderUnderTest>

/** What every payment provider keeps to, whatever stands behind it. */
export function paymentProviderContract(name: string, start: StartProvider): void {
  describe(`${name} keeps the contract of payment providers`, () => {
    let tested: ProviderUnderTest
    const find = (query: Partial<TransactionQuery>) =>
      tested.provider.findTransactions({ limit: 10, ...query })
    const ids = async (query: Partial<TransactionQuery>) =>
      (await find(query)).map((record) => record.id)

    beforeEach(async () => {
      tested = await start(contractWorld())
    })
    afterEach(async () => tested.close?.())

    it.each<[string, Partial<TransactionQuery>, string[]]>([
      ['its id', { id: 'T-1' }, ['T-1']],
      ["a provider's own id", { id: 'ch_77' }, ['T-1']],
      ['its reference number', { rrn: '123456789012' }, ['T-1']],
      ['a reference number with spaces', { rrn: '1234 5678-9012' }, ['T-1']],
      ['an order number in other case', { orderNo: 'ab20260001' }, ['T-1']],
      ['an approval code in other case', { authCode: 'a1b2c3' }, ['T-1']],
      ['its terminal', { terminalId: '6001 0001' }, ['T-1']],
      ['its batch', { batchNo: '000118' }, ['T-1']],
      ['the last four digits', { last4: '6225' }, ['T-2', 'T-1']],
      ['the gross amount', { amountsMinor: [1_000_000] }, ['T-2', 'T-1']],
      ['the net amount', { amountsMinor: [994_000] }, ['T-1']],
      ['the amount that was paid out', { amountsMinor: [993_700] }, ['T-1']],
      ['any of several amounts', { amountsMinor: [5_800, 994_000] }, ['T-3', 'T-1']],
      ['its currency', { currency: 'GBP' }, ['T-4']],
      ['a time from', { from: '2026-11-21T01:00:00Z' }, ['T-4', 'T-3']],
      ['a time to', { to: '2026-11-20T16:00:00+08:00' }, ['T-1']],
      ['two keys', { last4: '6225', amountsMinor: [1_000_000], merchantId: 'M1' }, ['T-1']],
      ['nothing but a limit, newest first', { limit: 2 }, ['T-4', 'T-3']],
    ])('finds a record by %s', async (_key, query, expected) => {
      expect(await ids(query)).toEqual(expected)
    })

    it.each<[string, Partial<TransactionQuery>]>([
      ['a reference nobody has', { rrn: '999999999999' }],
      ['a right reference and a wrong amount', { rrn: '123456789012', amountsMinor: [1] }],
      ['a right reference and other last four digits', { rrn: '123456789012', last4: '0000' }],
      ['a record before its second', { id: 'T-1', from: '2026-11-20T15:20:01+08:00' }],
      ['a key the record does not have', { id: 'T-2', orderNo: 'AB-2026 0001' }],
    ])('finds nothing for %s', async (_case, query) => {
      expect(await ids(query)).toEqual([])
    })

    it.each<[string, Partial<TransactionQuery>]>([
      ['by reference', { rrn: '222222222222' }],
      ['by id', { id: 'T-2' }],
      [
        'by card and amount',
        { last4: '6225', amountsMinor: [1_000_000], from: '2026-11-20T15:30:00+08:00' },
      ],
    ])("never shows a merchant another merchant's record %s", async (_case, query) => {
      expect(await ids(query)).toEqual(['T-2'])
      expect(await ids({ ...query, merchantId: 'M1' })).toEqual([])
      expect(await ids({ ...query, merchantId: 'm2' })).toEqual([])
    })

    it('gives the whole record, with the payout and dispute that other lists know', async () => {
      const [record] = await find({ id: 'T-1' })
      expect(record).toMatchObject({
        merchantId: 'M1',
        type: 'sale',
        amount: { minor: 1_000_000, currency: 'CNY' },
        net: { minor: 994_000, currency: 'CNY' },
        createdAt: '2026-11-20T15:20:00+08:00',
        refs: { rrn: '123456789012', authCode: 'A1B2C3' },
        payment: 'captured',
        clearing: 'cleared',
        settlement: { state: 'available' },
        payout: {
          state: 'returned',
          id: 'P-1',
          amount: { minor: 993_700, currency: 'CNY' },
          arrivalDate: '2026-11-23',
          destinationLast4: '6688',
          failureText: '户名不符',
          traceRef: 'TR-1',
        },
        dispute: { state: 'inquiry', id: 'C-1', dueAt: '2026-12-01' },
        refunds: [],
        stale: false,
      })
    })

    it("does not take another merchant's payout for a record's own", async () => {
      const [record] = await find({ id: 'T-3' })
      expect(record?.payout).toEqual({ state: 'not_reported' })
    })

    it('says nothing about tracks the source says nothing about', async () => {
      const [record] = await find({ id: 'T-4' })
      expect(record).toMatchObject({
        clearing: 'not_reported',
        settlement: { state: 'not_reported' },
        payout: { state: 'not_reported' },
        captureBefore: '2026-11-30',
      })
    })

    it('says when a record was read, and that an old one is old', async () => {
      const [fresh] = await find({ id: 'T-1' })
      const [old] = await find({ id: 'T-4' })
      expect(Date.parse(fresh?.fetchedAt ?? '')).toBe(contractNow.getTime())
      expect(old).toMatchObject({ stale: true, fetchedAt: '2026-11-22T00:30:00Z' })
    })

    it("gives a merchant's file and nothing of other merchants", async () => {
      const file = await tested.provider.merchantFile('M1')
      expect(file?.merchant).toMatchObject({ id: 'M1', windowId: 'cn.pos.t1', feeRateBp: 60 })
      expect(file?.payouts.map((each) => each.id)).toEqual(['P-1'])
      expect(file?.disputes.map((each) => each.id)).toEqual(['C-1'])
      expect(file?.complaints.map((each) => each.no)).toEqual(['TS-1'])
    })

    it.each(['M9', '..', '.', '', 'M1/../M2', '%2e%2e', 'm1'])(
      'knows no merchant "%s"',
      async (id) => {
        expect(await tested.provider.merchantFile(id)).toBeUndefined()
      },
    )

    it('tells of public incidents', async () => {
      expect(await tested.provider.incidents()).toEqual([
        {
          id: 'I-1',
          scope: 'acquirer',
          startedAt: '2026-11-23T01:00:00+08:00',
          publicText: { en: 'Payouts are slow.' },
        },
      ])
    })

    it('answers each caller with records of its own', async () => {
      const [first] = await find({ id: 'T-1' })
      if (first) first.amount.minor = 1
      const [second] = await find({ id: 'T-1' })
      expect(second?.amount.minor).toBe(1_000_000)
    })
  })

  describe(`${name} in trouble`, () => {
    it.each<LookupFault>(['error', 'timeout'])('says it is unavailable on %s', async (lookup) => {
      const tested = await start({ ...contractWorld(), faults: { lookup } })
      const unavailable = { name: 'Failure', code: 'provider_unavailable', retryable: true }
      const query = { rrn: '123456789012', limit: 1 }
      await expect(tested.provider.findTransactions(query)).rejects.toMatchObject(unavailable)
      await expect(tested.provider.merchantFile('M1')).rejects.toMatchObject(unavailable)
      await tested.close?.()
    })
  })
}
