import { describe, expect, it } from 'vitest'
import { explainPayment, type Question } from '../../src/actions/explain-payment.ts'
import type { Payout, Refund, TransactionRecord } from '../../src/domain/transaction.ts'
import type { MerchantFile } from '../../src/ports/payment-provider.ts'
import { calendarOf, sampleMerchant, sampleRecord } from '../domain/diagnosis/sample.ts'
import { recordedProvider, type Shelf, silentProvider } from './recorded-provider.ts'

const now = new Date('2026-11-17T12:00:00+08:00')
const timing = { calendarOf, now, timeZone: 'Asia/Shanghai', timeoutMs: 1_000 }

function file(change: Partial<MerchantFile> = {}): MerchantFile {
  return { merchant: sampleMerchant(), payouts: [], disputes: [], complaints: [], ...change }
}

function explain(question: Partial<Question> = {}, shelf: Shelf = {}) {
  const { provider, queries, merchants } = recordedProvider({ files: [file()], ...shelf })
  const asked = { record: sampleRecord(), facts: { cues: [] }, role: 'merchant' as const }
  const answer = explainPayment({ ...asked, ...question }, { provider, ...timing })
  return answer.then((explanation) => ({ ...explanation, queries, merchants }))
}

const payout = (change: Partial<Payout> = {}): Payout => ({
  id: 'P1',
  merchantId: 'M1001',
  state: 'scheduled',
  amount: { minor: 994_000, currency: 'CNY' },
  transactionIds: ['T1'],
  ...change,
})
const refund: Refund = {
  id: 'R1',
  state: 'pending',
  amountMinor: 1,
  createdAt: '2026-11-17T10:00:00+08:00',
}

describe('explainPayment', () => {
  const arrival = { state: 'scheduled' as const, arrivalDate: '2026-11-20' }
  const settlement = { state: 'pending' as const, expectedAt: '2026-11-24T10:00:00+08:00' }

  it.each<[string, Partial<TransactionRecord>, Payout[], string]>([
    [
      'the arrival on the record',
      { payout: arrival, settlement },
      [payout({ arrivalDate: '2026-11-23' })],
      '2026-11-20',
    ],
    [
      'the arrival of the payout',
      { settlement },
      [payout({ arrivalDate: '2026-11-23', settDate: '2026-11-26' })],
      '2026-11-23',
    ],
    [
      'the settlement date on the record',
      { settlement },
      [payout({ settDate: '2026-11-26' })],
      '2026-11-24',
    ],
    ['the settlement date of the payout', {}, [payout({ settDate: '2026-11-26' })], '2026-11-26'],
  ])('puts the provider’s own date before the rule: %s', async (...[, change, payouts, day]) => {
    const { evidence } = await explain(
      { record: sampleRecord(change) },
      { files: [file({ payouts })] },
    )
    expect(evidence.settlement).toMatchObject({ expectedDay: day, basis: 'provider' })
    expect(evidence.rule).toMatchObject({ expectedDay: '2026-11-17', basis: 'rule' })
  })

  it('goes by the rule when the provider gives no date', async () => {
    const { evidence } = await explain()
    expect(evidence.settlement).toMatchObject({ expectedDay: '2026-11-17', basis: 'rule' })
  })

  it('takes the trade day and the cut-off of the merchant', async () => {
    const merchant = sampleMerchant({ cutoff: '13:00' })
    const { evidence } = await explain({}, { files: [file({ merchant })] })
    expect(evidence.settlement).toMatchObject({ tradeDay: '2026-11-17', expectedDay: '2026-11-18' })
    const record = sampleRecord({ tradeDay: '2026-11-16' })
    const reported = await explain({ record }, { files: [file({ merchant })] })
    expect(reported.evidence.settlement).toMatchObject({ tradeDay: '2026-11-16' })
  })

  const british = sampleMerchant({ country: 'GB', windowId: 'square.gb.nbd', provider: 'square' })
  const american = sampleMerchant({
    country: 'US',
    windowId: 'stripe.payout.auto',
    provider: 'stripe',
  })
  const wechat = sampleMerchant({ windowId: 'cn.wechat.settle', provider: 'wechat' })

  it.each<[string, Partial<TransactionRecord>, MerchantFile['merchant'], string | undefined]>([
    ['an ordinary sale', {}, sampleMerchant(), undefined],
    ['a refund in China', { refunds: [refund] }, sampleMerchant(), 'cn.refund.card'],
    ['a refund to a card over WeChat Pay', { refunds: [refund] }, wechat, 'cn.refund.wechat.card'],
    [
      'a refund to a WeChat balance',
      { refunds: [refund], card: undefined },
      wechat,
      'cn.refund.wechat.balance',
    ],
    ['a refund over Stripe', { refunds: [refund] }, american, 'stripe.refund.card'],
    ['a refund elsewhere', { refunds: [refund] }, british, 'generic.refund.card'],
    ['a hold in China', { payment: 'authorized' }, sampleMerchant(), 'cn.preauth.hold'],
    ['a hold over Square', { payment: 'authorized' }, british, 'square.auth'],
    ['a hold in person', { payment: 'authorized' }, american, 'stripe.auth.cp'],
    ['a hold online', { payment: 'authorized', entryMode: 'ecom' }, american, 'stripe.auth.cnp'],
    [
      'an extended hold',
      { payment: 'authorized', type: 'preauth' },
      american,
      'generic.auth.extended',
    ],
    ['an unknown outcome', { payment: 'unknown' }, sampleMerchant(), 'cn.reversal.oneside'],
    ['a reversal', { payment: 'reversed' }, sampleMerchant(), 'cn.reversal.oneside'],
  ])('uses the window of %s', async (...[, change, merchant, windowId]) => {
    const { evidence } = await explain(
      { record: sampleRecord(change) },
      { files: [file({ merchant })] },
    )
    expect(evidence.sideWindow?.windowId).toBe(windowId)
    expect(evidence.settlement?.windowId).toBe(merchant.windowId)
  })

  it('finds the payout by its id or by the payments in it', async () => {
    const byId = payout({ id: 'P7', transactionIds: undefined })
    const record = sampleRecord({ payout: { state: 'scheduled', id: 'P7' } })
    const other = payout({ id: 'P8', transactionIds: ['T9'] })
    const first = await explain({ record }, { files: [file({ payouts: [other, byId] })] })
    expect(first.evidence.payout?.id).toBe('P7')
    const second = await explain({}, { files: [file({ payouts: [other, payout()] })] })
    expect(second.evidence.payout?.id).toBe('P1')
  })

  it.each<[string, Partial<Question>, string[]]>([
    ['a cardholder', { role: 'cardholder' }, ['T2']],
    [
      'a merchant who asks about a double charge',
      { facts: { cues: [], concern: 'duplicate' } },
      ['T2'],
    ],
    ['a merchant who asks about a payout', {}, []],
    [
      'a payment without a card',
      { role: 'cardholder', record: sampleRecord({ card: undefined }) },
      [],
    ],
  ])('looks for the same charge again for %s', async (_who, question, ids) => {
    const records = [
      sampleRecord(),
      sampleRecord({ id: 'T2', createdAt: '2026-11-16T14:30:00+08:00' }),
      sampleRecord({ id: 'T3', createdAt: '2026-11-16T20:30:00+08:00' }),
      sampleRecord({ id: 'T4', merchantId: 'M2' }),
    ]
    const { evidence, queries } = await explain(question, { records })
    expect(evidence.twins.map(({ id }) => id)).toEqual(ids)
    expect(queries.every(({ merchantId }) => merchantId === 'M1001')).toBe(true)
  })

  it('asks for the file of the record’s merchant before that of the asker', async () => {
    const record = sampleRecord({ merchantId: 'M1001' })
    expect((await explain({ record, merchantId: 'M2' })).merchants).toEqual(['M1001'])
    expect((await explain({ record: undefined, merchantId: 'M2' })).merchants).toEqual(['M2'])
    expect((await explain({ record: undefined })).merchants).toEqual([])
  })

  it('says nothing was found without a record, and promises no date', async () => {
    const { diagnosis, plan, evidence } = await explain({ record: undefined, merchantId: 'M1001' })
    expect(diagnosis).toMatchObject({ stage: 'NOT_FOUND', cause: 'RC_NOT_FOUND' })
    expect(plan.expectedBy).toBeUndefined()
    expect(evidence.settlement).toBeUndefined()
  })

  it('knows a merchant nobody has a file for', async () => {
    const { evidence, diagnosis } = await explain({}, { files: [] })
    expect(evidence).toMatchObject({ merchantKnown: false, settlement: undefined })
    expect(diagnosis.cause).toBe('RC_ERQING')
  })

  it('names the cause that the conversation has settled, and rules it out no more', async () => {
    const { diagnosis, plan } = await explain({ role: 'cardholder', cause: 'RC_UNAUTHORISED' })
    expect(diagnosis.candidates[0]).toEqual({ cause: 'RC_UNAUTHORISED', probability: 1 })
    expect(diagnosis.question).toBeUndefined()
    expect(diagnosis.ruledOut.map(({ cause }) => cause)).not.toContain('RC_UNAUTHORISED')
    expect(plan).toMatchObject({ severity: 'P1', human: true, ticketNow: true })
  })

  it('takes the concern from what was said, else from who asks', async () => {
    const told = await explain({ facts: { cues: [], concern: 'refund' } })
    expect(told.evidence.story.concern).toBe('refund')
    expect((await explain()).evidence.story.concern).toBe('payout')
    expect((await explain({ role: 'cardholder' })).evidence.story.concern).toBe('charge')
  })

  it('passes on what was told, in minor units', async () => {
    const facts = {
      cues: ['no_slip' as const],
      amount: { minor: 1_000_000, approximate: true },
      received: { minor: 994_000 },
    }
    const { evidence } = await explain({ facts })
    expect(evidence.story).toMatchObject({
      cues: ['no_slip'],
      amountMinor: 1_000_000,
      amountIsApproximate: true,
      receivedMinor: 994_000,
    })
  })

  it.each<[string, string, string]>([
    ['a record with an offset', '2026-11-16T14:00:00+08:00', '+08:00'],
    ['a record in UTC', '2026-11-16T06:00:00Z', 'Europe/London'],
    ['a record written as +00:00', '2026-11-16T06:00:00+00:00', 'Europe/London'],
  ])('tells times as the record does, else by its window: %s', async (_how, createdAt, zone) => {
    const record = sampleRecord({ createdAt })
    const { timeZone } = await explain({ record }, { files: [file({ merchant: british })] })
    expect(timeZone).toBe(zone)
  })

  it.each<[string, MerchantFile['merchant'], string]>([
    ['China', sampleMerchant(), '2026-10-09'],
    ['the United States', american, '2026-10-01'],
  ])('counts the working days of %s', async (_place, merchant, ticketFrom) => {
    const record = sampleRecord({
      createdAt: '2026-09-24T14:00:00+08:00',
      payout: { state: 'sent', sentAt: '2026-09-24T15:00:00+08:00' },
    })
    const { plan } = await explain({ record, facts: { cues: [] } }, { files: [file({ merchant })] })
    expect(plan.ticketFrom).toBe(ticketFrom)
  })

  it('sees a complaint whose clock has run out', async () => {
    const complaint = {
      no: 'C1',
      merchantId: 'M1001',
      openedAt: '2026-09-01T10:00:00+08:00',
      regime: 'cn_bank',
      state: 'open',
      dueAt: '2026-09-16T18:00:00+08:00',
    }
    const { evidence } = await explain({}, { files: [file({ complaints: [complaint] })] })
    expect(evidence.overdueComplaint?.no).toBe('C1')
  })

  it('draws nothing from a record that nobody looked for', async () => {
    const { diagnosis } = await explain(
      { record: undefined, cause: 'RC_FRAUD_ATTEMPT' },
      { files: [] },
    )
    expect(diagnosis).toMatchObject({ stage: 'FRAUD', cause: 'RC_FRAUD_ATTEMPT', ruledOut: [] })
    expect(diagnosis.evidence.map(({ observation }) => observation)).not.toContain('nothing_found')
  })

  it('fails as the provider being unavailable when it does not answer in time', async () => {
    const question: Question = { record: sampleRecord(), facts: { cues: [] }, role: 'merchant' }
    const answer = explainPayment(question, { ...timing, provider: silentProvider, timeoutMs: 1 })
    await expect(answer).rejects.toMatchObject({ code: 'provider_unavailable' })
  })
})
