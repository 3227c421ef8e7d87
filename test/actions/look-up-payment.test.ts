import { describe, expect, it } from 'vitest'
import { inTime, isTwin, type LookUp, lookUpPayment } from '../../src/actions/look-up-payment.ts'
import type { CaseFacts } from '../../src/domain/case-facts.ts'
import type { Asker } from '../../src/domain/disclosure.ts'
import type { Payout, TransactionRecord } from '../../src/domain/transaction.ts'
import { Failure } from '../../src/errors.ts'
import type { PaymentProvider } from '../../src/ports/payment-provider.ts'
import { sampleMerchant, sampleRecord } from '../domain/diagnosis/sample.ts'
import { recordedProvider, silentProvider } from './recorded-provider.ts'

const now = new Date('2026-11-17T12:00:00+08:00')
const timeZone = 'Asia/Shanghai'
const stranger: Asker = { trusted: false }
const owner: Asker = { trusted: true, role: 'merchant', merchantId: 'M1001' }
const gross = { minor: 1_000_000 }

interface Asked {
  records?: TransactionRecord[]
  asker?: Asker
  provider?: PaymentProvider
}

function lookUp(facts: Partial<CaseFacts>, asked: Asked = {}): Promise<LookUp> {
  const { records = [sampleRecord()], asker = stranger } = asked
  const provider = asked.provider ?? recordedProvider({ records }).provider
  return lookUpPayment({ cues: [], ...facts }, asker, { provider, now, timeZone, timeoutMs: 1_000 })
}

/** Sales of the same amount, an hour and a half apart, each with a reference of its own. */
const sales = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    sampleRecord({
      id: `T${index + 1}`,
      createdAt: new Date(
        Date.parse('2026-11-16T08:00:00+08:00') + index * 5_400_000,
      ).toISOString(),
      refs: { rrn: `10000000000${index}` },
    }),
  )

describe('lookUpPayment', () => {
  it.each<[string, Partial<CaseFacts>]>([
    ['the reference and the amount', { rrn: '123456789012', amount: gross }],
    ['the reference and the card', { rrn: '123456789012', last4: '6225' }],
    ['the amount, the day and the card', { amount: gross, date: '2026-11-16', last4: '6225' }],
    ['the amount and the card, without a day', { amount: gross, last4: '6225' }],
    ['the card and the day', { last4: '6225', date: '2026-11-16' }],
    ['the net instead of the gross', { amount: { minor: 994_000 }, last4: '6225' }],
    [
      'the gross with what was received',
      { amount: gross, received: { minor: 994_000 }, last4: '6225' },
    ],
    ['the day before', { amount: gross, date: '2026-11-15', last4: '6225' }],
    ['the day after', { amount: gross, date: '2026-11-17', last4: '6225' }],
    [
      'one of two days',
      { amount: gross, date: '2026-11-09', otherDates: ['2026-11-16'], last4: '6225' },
    ],
    [
      'a wrong reference beside right keys, left out',
      { orderNo: 'A-1', rrn: '123456789012', amount: gross, last4: '6225' },
    ],
  ])('finds a payment by %s', async (_keys, facts) => {
    const asker = facts.orderNo ? owner : stranger
    expect(await lookUp(facts, { asker })).toMatchObject({ kind: 'found', record: { id: 'T1' } })
  })

  it('finds by the other keys when the day named was not the day of the sale', async () => {
    const facts = { amount: gross, date: '2026-11-10', last4: '6225' }
    expect(await lookUp(facts)).toMatchObject({ kind: 'found', record: { id: 'T1' } })
  })

  it('prefers a payment of the day named to one of another day', async () => {
    const named = sampleRecord({ id: 'T2', createdAt: '2026-11-10T14:00:00+08:00' })
    const facts = { amount: gross, date: '2026-11-10', last4: '6225' }
    const found = await lookUp(facts, { records: [sampleRecord(), named] })
    expect(found).toMatchObject({ kind: 'found', record: { id: 'T2' } })
  })

  it.each<[string, Partial<CaseFacts>]>([
    ['another card and amount', { amount: { minor: 7 }, date: '2026-11-16', last4: '9999' }],
    ['another reference', { rrn: '999999999999' }],
  ])('finds nothing for %s', async (_case, facts) => {
    expect(await lookUp(facts)).toEqual({ kind: 'nothing' })
  })

  it('finds by an amount about right for a signed-in merchant', async () => {
    const facts = { amount: { minor: 990_000, approximate: true }, date: '2026-11-16' }
    expect(await lookUp(facts, { asker: owner })).toMatchObject({ kind: 'found' })
  })

  it.each([2, 5])('lists %i payments that match alike', async (count) => {
    const facts = { amount: gross, date: '2026-11-16' }
    const found = await lookUp(facts, { asker: owner, records: sales(count) })
    expect(found.kind === 'several' && found.records.length).toBe(count)
  })

  it('asks for one more key when more than five match', async () => {
    const facts = { amount: gross, date: '2026-11-16' }
    expect(await lookUp(facts, { asker: owner, records: sales(6) })).toEqual({ kind: 'too_many' })
  })

  it('prefers the payment that agrees with more of what was said', async () => {
    const facts = { amount: gross, date: '2026-11-16', time: '09:30' }
    const found = await lookUp(facts, { asker: owner, records: sales(3) })
    expect(found).toMatchObject({ kind: 'found', record: { id: 'T2' } })
  })

  it('takes the record that was picked from a list', async () => {
    const found = await lookUp({ transactionId: 'T2' }, { asker: owner, records: sales(3) })
    expect(found).toMatchObject({ kind: 'found', record: { id: 'T2' } })
  })

  it('tries once more without the amount and without the card', async () => {
    const wrongAmount = { amount: { minor: 123 }, date: '2026-11-16', last4: '6225' }
    const wrongCard = { amount: gross, date: '2026-11-16', last4: '9999' }
    expect(await lookUp(wrongAmount, { asker: owner })).toMatchObject({ kind: 'found' })
    expect(await lookUp(wrongCard, { asker: owner })).toMatchObject({ kind: 'found' })
  })

  it.each<[string, Partial<CaseFacts>]>([
    ['the amount after the wrong card', { amount: gross, date: '2026-11-16', last4: '9999' }],
    ['nothing but the reference', { rrn: '123456789012' }],
    ['the reference and a wrong card', { rrn: '123456789012', last4: '9999', amount: gross }],
    ['the reference and a wrong amount', { rrn: '123456789012', amount: { minor: 5 } }],
  ])('shows a stranger nothing for %s', async (_keys, facts) => {
    const found = await lookUp(facts)
    const { recordIds, ...told } = { recordIds: ['none'], ...found }
    expect(told.kind).toBe('not_proven')
    expect(recordIds).toEqual(['T1'])
    expect(JSON.stringify(told)).not.toContain('T1')
  })

  it.each<[string, Partial<CaseFacts>, string]>([
    ['nothing', {}, 'amount'],
    ['a day', { date: '2026-11-16' }, 'amount'],
    ['a card', { last4: '6225' }, 'amount'],
    ['an approval code alone', { authCode: 'A1B2C3' }, 'amount'],
    ['an amount', { amount: gross }, 'date'],
    ['an amount and a day', { amount: gross, date: '2026-11-16' }, 'last4'],
  ])('asks a stranger who named %s', async (_keys, facts, slot) => {
    const { provider, queries } = recordedProvider({ records: [sampleRecord()] })
    expect(await lookUp(facts, { provider })).toEqual({ kind: 'ask', slot })
    expect(queries).toEqual([])
  })

  it.each<[string, Partial<CaseFacts>, string]>([
    ['no amount', { rrn: '123456789012' }, 'amount'],
    ['no card', { rrn: '123456789012', amount: { minor: 5 } }, 'last4'],
    ['amount and card', { rrn: '123456789012', amount: { minor: 5 }, last4: '9999' }, 'rrn'],
  ])('names the proof to ask for next: %s', async (_keys, facts, missing) => {
    expect(await lookUp(facts)).toMatchObject({ kind: 'not_proven', missing })
  })

  it('keeps every question of a signed-in merchant to the merchant’s own records', async () => {
    const { provider, queries } = recordedProvider({
      records: [sampleRecord({ merchantId: 'M2' })],
    })
    const facts = { rrn: '123456789012', amount: gross, date: '2026-11-16', last4: '6225' }
    expect(await lookUp(facts, { asker: owner, provider })).toEqual({ kind: 'nothing' })
    expect(queries.length).toBeGreaterThan(1)
    expect(queries.map(({ merchantId }) => merchantId)).toEqual(queries.map(() => 'M1001'))
  })

  it('does not limit a merchant nobody vouched for, but asks for proof', async () => {
    const asker: Asker = { trusted: false, role: 'merchant', merchantId: 'M2' }
    expect(await lookUp({ rrn: '123456789012' }, { asker })).toMatchObject({ kind: 'not_proven' })
  })

  it('never asks for more than six records where five can be listed', async () => {
    const { provider, queries } = recordedProvider({})
    await lookUp({ amount: gross, date: '2026-11-16', last4: '6225' }, { provider })
    expect(queries.map(({ limit }) => limit)).toEqual(queries.map(() => 6))
  })

  it('never sends an amount about right as an exact one', async () => {
    const { provider, queries } = recordedProvider({})
    const amount = { minor: 990_000, approximate: true }
    await lookUp({ amount, date: '2026-11-16', last4: '6225' }, { provider })
    expect(queries.flatMap(({ amountsMinor }) => amountsMinor ?? [])).toEqual([])
  })

  it('asks for days in the customer’s zone', async () => {
    const { provider, queries } = recordedProvider({ records: [sampleRecord()] })
    await lookUp({ amount: gross, date: '2026-11-16', last4: '6225' }, { provider })
    expect(queries[0]).toMatchObject({
      from: '2026-11-15T16:00:00.000Z',
      to: '2026-11-16T16:00:00.000Z',
    })
  })

  it('finds the sale of a refund that is told by another day and amount', async () => {
    const createdAt = '2026-11-16T09:00:00+08:00'
    const refunds = [{ id: 'R1', state: 'pending' as const, amountMinor: 5_000, createdAt }]
    const records = [sampleRecord({ createdAt: '2026-10-01T10:00:00+08:00', refunds })]
    const facts = { amount: { minor: 5_000 }, date: '2026-11-16', last4: '6225' }
    expect(await lookUp({ ...facts, concern: 'refund' }, { records })).toMatchObject({
      kind: 'found',
    })
    expect(await lookUp(facts, { records })).toEqual({ kind: 'nothing' })
  })

  it('shows a merchant who named nothing the payments that have not arrived', async () => {
    const [first, second] = sales(2)
    const arrived = sampleRecord({ id: 'T9', payout: { state: 'credited' } })
    const records = [first, second, arrived].filter((record) => record !== undefined)
    const found = await lookUp({}, { asker: owner, records })
    expect(found.kind === 'several' && found.records.map(({ id }) => id)).toEqual(['T1', 'T2'])
  })

  it('treats a charge and its undone double as one matter', async () => {
    const undone = sampleRecord({ id: 'T2', payment: 'reversed' })
    const records = [sampleRecord(), undone]
    const facts = { amount: gross, last4: '6225', concern: 'duplicate' as const }
    expect(await lookUp(facts, { records })).toMatchObject({ kind: 'found', record: { id: 'T2' } })
    expect(await lookUp({ ...facts, concern: 'charge' }, { records })).toMatchObject({
      kind: 'several',
    })
  })

  it('says unavailable when the provider does not answer in time', async () => {
    const needs = { provider: silentProvider, now, timeZone, timeoutMs: 1 }
    const facts = { cues: [], rrn: '123456789012' }
    expect(await lookUpPayment(facts, owner, needs)).toEqual({ kind: 'unavailable' })
  })

  const failing = (error: Error): PaymentProvider => ({
    ...silentProvider,
    findTransactions: () => Promise.reject(error),
  })

  it.each(['provider_unavailable', 'provider_refused_us', 'provider_reply_unreadable'] as const)(
    'says unavailable for %s',
    async (code) => {
      const provider = failing(new Failure(code, 'x'))
      expect(await lookUp({ rrn: '1' }, { provider })).toEqual({ kind: 'unavailable' })
    },
  )

  it.each([new Failure('store_unavailable', 'x'), new TypeError('x')])(
    'passes on what is not the provider’s fault: %s',
    async (error) => {
      await expect(lookUp({ rrn: '1' }, { provider: failing(error) })).rejects.toBe(error)
    },
  )
})

describe('isTwin', () => {
  const sale = sampleRecord()

  it.each<[string, Partial<TransactionRecord>, boolean]>([
    ['within the hour', { createdAt: '2026-11-16T15:00:00+08:00' }, true],
    ['after the hour', { createdAt: '2026-11-16T15:00:01+08:00' }, false],
    ['of another card', { card: { last4: '1111' } }, false],
    ['of another amount', { amount: { minor: 1, currency: 'CNY' } }, false],
    ['in another currency', { amount: { minor: 1_000_000, currency: 'USD' } }, false],
    ['at another shop', { merchantId: 'M2' }, false],
  ])('compares payments %s', (_where, change, twin) => {
    expect(isTwin(sale, sampleRecord({ id: 'T2', ...change }))).toBe(twin)
  })

  it('takes the same order for a twin, however far apart', () => {
    const refs = { orderNo: 'A-1' }
    const later = sampleRecord({ id: 'T2', refs, createdAt: '2026-11-20T15:00:00+08:00' })
    expect(isTwin(sampleRecord({ refs }), later)).toBe(true)
  })
})

describe('inTime', () => {
  it('passes the answer and the error on', async () => {
    await expect(inTime(Promise.resolve(7), 1_000)).resolves.toBe(7)
    await expect(inTime(Promise.reject(new TypeError('x')), 1_000)).rejects.toThrow(TypeError)
  })

  it('fails as the provider being unavailable when nothing comes', async () => {
    const never = inTime(new Promise(() => {}), 1)
    await expect(never).rejects.toMatchObject({ code: 'provider_unavailable', retryable: true })
  })
})

describe('a payout whose sales are not on record', () => {
  const payout: Payout = {
    id: 'PO1',
    merchantId: 'M1001',
    state: 'returned',
    amount: { minor: 431_200, currency: 'CNY' },
    settDate: '2026-11-16',
    failureText: '户名不符',
    destinationLast4: '7001',
  }
  const paid: Payout = { ...payout, id: 'PO2', state: 'credited', amount: { ...payout.amount } }
  const providerOf = (payouts: Payout[]) =>
    recordedProvider({
      files: [{ merchant: sampleMerchant(), payouts, disputes: [], complaints: [] }],
    }).provider

  it('is found by its sum', async () => {
    const facts = { amount: { minor: 431_200 }, date: '2026-11-16' }
    const found = await lookUp(facts, { asker: owner, provider: providerOf([payout]) })
    expect(found).toMatchObject({
      kind: 'found',
      record: { id: 'PO1', payout: { state: 'returned', destinationLast4: '7001' } },
    })
  })

  it('is the open one when nothing was named', async () => {
    const found = await lookUp({}, { asker: owner, provider: providerOf([paid, payout]) })
    expect(found).toMatchObject({ kind: 'found', record: { id: 'PO1' } })
  })

  it('is no match for another sum, another key or another person', async () => {
    const provider = providerOf([payout])
    const other = { amount: { minor: 99_900 } }
    expect(await lookUp(other, { asker: owner, provider })).toEqual({ kind: 'nothing' })
    expect(await lookUp({ last4: '7001' }, { asker: owner, provider })).toEqual({ kind: 'nothing' })
    const facts = { amount: { minor: 431_200 }, date: '2026-11-16', last4: '7001' }
    expect(await lookUp(facts, { provider })).toEqual({ kind: 'nothing' })
  })
})
