import { describe, expect, it } from 'vitest'
import { observe } from '../../../src/domain/diagnosis/observe.ts'
import type { Refund } from '../../../src/domain/transaction.ts'
import { sampleCase, sampleRecord, seenIn, type Told } from './sample.ts'

const cardholder = { role: 'cardholder' } as const
const code = (value: string) => ({ responseCode: { scheme: 'iso8583_39' as const, code: value } })
const refund = (change: Partial<Refund>): Refund => ({
  id: 'R1',
  state: 'pending',
  amountMinor: 1_000_000,
  createdAt: '2026-11-16T18:00:00+08:00',
  ...change,
})
const aboutRefund = { ...cardholder, story: { concern: 'refund' as const } }

type Row = [why: string, told: Told, seen: string[], notSeen: string[]]

describe('observe', () => {
  it.each<Row>([
    [
      'a captured sale',
      {},
      ['captured', 'payment_approved', 'record_found'],
      ['payment_voided', 'auth_only', 'nothing_found'],
    ],
    [
      'a hold',
      { record: { payment: 'authorized', type: 'preauth' } },
      ['auth_only', 'payment_approved', 'is_preauth'],
      ['captured', 'hold_expiring'],
    ],
    [
      'a hold that ends within a day',
      { record: { payment: 'authorized', captureBefore: '2026-11-18T11:00:00+08:00' } },
      ['hold_expiring'],
      [],
    ],
    [
      'a hold that ends after a day',
      { record: { payment: 'authorized', captureBefore: '2026-11-18T13:00:00+08:00' } },
      ['auth_only'],
      ['hold_expiring'],
    ],
    ['a decline', { record: { payment: 'declined' } }, ['payment_declined'], ['payment_approved']],
    [
      'an unknown outcome',
      { record: { payment: 'processing' } },
      ['outcome_unknown'],
      ['payment_approved'],
    ],
    [
      'a reversal',
      { record: { payment: 'reversed', reversal: { state: 'done' } } },
      ['payment_reversed', 'reversal_record'],
      ['payment_voided'],
    ],
    ['a void', { record: { type: 'void' } }, ['payment_voided'], ['captured']],
    [
      'an approval that was taken back',
      { record: { payment: 'declined', outcome: 'reversed_after_approval' } },
      ['reversed_after_approval'],
      [],
    ],
    [
      'an offline sale without a host record',
      { record: { payment: 'unknown', entryMode: 'offline' } },
      ['offline_not_uploaded'],
      [],
    ],
    [
      'an offline sale that was uploaded',
      { record: { entryMode: 'offline' } },
      ['captured'],
      ['offline_not_uploaded'],
    ],
    ['no record', { record: null }, ['nothing_found'], ['record_found', 'captured']],
    ['a story', { story: { cues: ['bank_debited'] } }, ['said_bank_debited'], []],
  ])('sees %s', (...[, told, seen, notSeen]) => {
    expect(seenIn(told)).toEqual(expect.arrayContaining(seen))
    expect(seenIn(told).filter((each) => notSeen.includes(each))).toEqual([])
  })

  it.each(['06', '68', '91', '92', '96', '98', 'A0'])('takes code %s for a time-out', (value) => {
    expect(seenIn({ record: { payment: 'unknown', ...code(value) } })).toContain('timeout_code')
  })

  it.each(['77', '97', '99'])('takes code %s for a fault of the terminal', (value) => {
    expect(seenIn({ record: code(value) })).toContain('terminal_fault_code')
  })

  it('reads codes of the terminal scheme only', () => {
    const responseCode = { scheme: 'unionpay_acp', code: '68' } as const
    expect(seenIn({ record: { responseCode } })).not.toContain('timeout_code')
  })

  it.each<Row>([
    [
      'a hold without a reason',
      { record: { settlement: { state: 'held' } } },
      ['held'],
      ['not_held', 'hold_documents_expired'],
    ],
    [
      'a hold with a reason',
      { record: { settlement: { state: 'held', hold: { publicReason: '首笔结算' } } } },
      ['held', 'hold_first_payout'],
      [],
    ],
    [
      'no hold, whatever an old reason says',
      { record: { settlement: { state: 'pending', hold: { publicReason: '证件过期' } } } },
      ['not_held'],
      ['held', 'hold_documents_expired'],
    ],
    [
      'a settlement nobody reports',
      { record: { settlement: { state: 'not_reported' } } },
      [],
      ['held', 'not_held'],
    ],
  ])('sees %s', (...[, told, seen, notSeen]) => {
    expect(seenIn(told)).toEqual(expect.arrayContaining(seen))
    expect(seenIn(told).filter((each) => notSeen.includes(each))).toEqual([])
  })

  it.each<Row>([
    ['a refund asked for and not there', aboutRefund, ['no_refund_recorded'], ['record_found']],
    ['a charge asked about', cardholder, ['record_found'], ['no_refund_recorded']],
    [
      'an undone sale for a refund',
      { ...aboutRefund, record: { payment: 'canceled' } },
      ['record_found'],
      ['no_refund_recorded'],
    ],
    [
      'a refund on its way',
      { ...aboutRefund, record: { refunds: [refund({})] } },
      ['refund_pending'],
      ['refund_pending_too_long'],
    ],
    [
      'a refund past its days',
      { ...aboutRefund, record: { refunds: [refund({})] }, now: '2026-12-10T12:00:00+08:00' },
      ['refund_pending', 'refund_pending_too_long'],
      [],
    ],
    [
      'a failed refund',
      { ...aboutRefund, record: { refunds: [refund({ state: 'failed' })] } },
      ['refund_failed'],
      ['refund_pending'],
    ],
    [
      'a refund within a day',
      { ...aboutRefund, record: { refunds: [refund({ state: 'succeeded' })] } },
      ['refund_succeeded', 'refund_as_reversal'],
      [],
    ],
    [
      'a refund days later',
      {
        ...aboutRefund,
        record: {
          createdAt: '2026-11-12T10:00:00+08:00',
          refunds: [refund({ state: 'succeeded' })],
        },
      },
      ['refund_succeeded'],
      ['refund_as_reversal'],
    ],
    ['a refund without a sale', { record: { type: 'refund' } }, ['refund_without_sale'], []],
    [
      'a refund of a sale',
      { record: { type: 'refund', providerIds: { sale: 'T0' } } },
      ['record_found'],
      ['refund_without_sale'],
    ],
  ])('sees %s', (...[, told, seen, notSeen]) => {
    expect(seenIn(told)).toEqual(expect.arrayContaining(seen))
    expect(seenIn(told).filter((each) => notSeen.includes(each))).toEqual([])
  })

  const twin = sampleRecord({ id: 'T2' })
  const undoneTwin = sampleRecord({ id: 'T2', payment: 'reversed' })

  it.each<[string, Told, string | undefined]>([
    ['two captures', { ...cardholder, twins: [twin] }, 'two_captures'],
    [
      'three captures',
      { ...cardholder, twins: [twin, sampleRecord({ id: 'T3' })] },
      'two_captures',
    ],
    [
      'a charge and an undone one',
      { ...cardholder, twins: [undoneTwin] },
      'pair_with_one_reversed',
    ],
    [
      'an undone charge and its repetition',
      { ...cardholder, record: { payment: 'reversed' }, twins: [twin] },
      'pair_with_one_reversed',
    ],
    ['one charge', cardholder, 'single_charge'],
    ['two charges of a merchant', { twins: [twin] }, 'two_captures'],
    ['one sale of a merchant', {}, undefined],
  ])('tells %s apart', (_case, told, seen) => {
    const names = ['two_captures', 'pair_with_one_reversed', 'single_charge']
    expect(seenIn(told).filter((each) => names.includes(each))).toEqual(seen ? [seen] : [])
  })

  it.each<[string, Told, string[]]>([
    ['an unknown merchant', { merchant: { status: 'unknown' } }, ['merchant_unknown_to_acquirer']],
    ['a merchant nobody knows', { merchant: null }, ['merchant_unknown_to_acquirer']],
    ['an unknown merchant, to a cardholder', { ...cardholder, merchant: null }, []],
    ['a suspended merchant', { merchant: { status: 'suspended' } }, ['merchant_suspended']],
    ['a stopped merchant', { merchant: { status: '已停用' } }, ['merchant_suspended']],
    [
      'expired papers',
      { merchant: { status: 'documents_expired' } },
      ['merchant_documents_expired'],
    ],
    ['a merchant over its limit', { merchant: { status: '超限' } }, ['merchant_over_limit']],
    ['an active merchant', {}, []],
  ])('reads %s from the merchant file', (_case, told, seen) => {
    expect(seenIn(told).filter((each) => each.startsWith('merchant_'))).toEqual(seen)
  })

  it('says where it has seen each thing', () => {
    const told: Told = { record: { payout: { state: 'sent' } }, story: { cues: ['no_slip'] } }
    const sources = new Map(
      observe(sampleCase(told)).map((each) => [each.observation, each.source]),
    )
    expect(sources.get('captured')).toBe('transaction_record')
    expect(sources.get('payout_sent')).toBe('payout_record')
    expect(sources.get('said_no_slip')).toBe('customer')
    expect(sources.get('no_incident')).toBe('incident_feed')
  })
})
