import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseFacts } from '../../src/domain/case-facts.ts'
import { type Asker, matchFacts, maySee } from '../../src/domain/disclosure.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import { sampleRecord } from './diagnosis/sample.ts'

const zone = 'Asia/Shanghai'
const match = (facts: Partial<CaseFacts>, change: Partial<TransactionRecord> = {}) =>
  matchFacts({ cues: [], ...facts }, sampleRecord(change), zone)
const stranger: Asker = { trusted: false }
const owner: Asker = { trusted: true, role: 'merchant', merchantId: 'M1001' }
const gross = { minor: 1_000_000 }

describe('matchFacts', () => {
  it.each<[string, Partial<CaseFacts>, string]>([
    ['the reference', { rrn: '123456789012' }, 'rrn'],
    ['the reference with spaces', { rrn: '1234 5678-9012' }, 'rrn'],
    ['the last four digits', { last4: '6225' }, 'last4'],
    ['the terminal', { terminalId: '6001 0001' }, 'terminalId'],
    ['the merchant', { merchantId: 'm1001' }, 'merchantId'],
    ['the gross amount', { amount: gross }, 'amount'],
    ['the net amount', { amount: { minor: 994_000 } }, 'amount'],
    ['an amount about right', { amount: { minor: 900_000, approximate: true } }, 'amount'],
    ['the day', { date: '2026-11-16' }, 'date'],
    ['the day before', { date: '2026-11-15' }, 'date'],
    ['the day after', { date: '2026-11-17' }, 'date'],
    ['one of two days', { date: '2026-11-09', otherDates: ['2026-11-16'] }, 'date'],
    ['the minute', { time: '14:00' }, 'time'],
    ['about the minute', { time: '14:20' }, 'time'],
  ])('takes %s for right', (_case, facts, key) => {
    expect(match(facts)).toEqual({ right: [key], wrong: [] })
  })

  it.each<[string, Partial<CaseFacts>, string]>([
    ['another reference', { rrn: '123456789013' }, 'rrn'],
    ['a reference the record lacks', { orderNo: 'A1' }, 'orderNo'],
    ['other digits', { last4: '6226' }, 'last4'],
    ['another amount', { amount: { minor: 1_000_001 } }, 'amount'],
    ['an amount too far off', { amount: { minor: 800_000, approximate: true } }, 'amount'],
    ['a day two days off', { date: '2026-11-18' }, 'date'],
    ['a time too far off', { time: '14:21' }, 'time'],
  ])('takes %s for wrong', (_case, facts, key) => {
    expect(match(facts)).toEqual({ right: [], wrong: [key] })
  })

  it('reads the day in the customer’s zone', () => {
    const createdAt = '2026-11-16T23:30:00Z'
    expect(match({ date: '2026-11-18' }, { createdAt }).right).toEqual(['date'])
    const abroad = matchFacts({ cues: [], date: '2026-11-18' }, sampleRecord({ createdAt }), 'UTC')
    expect(abroad.wrong).toEqual(['date'])
  })

  it('takes the amount and the day of a refund for right', () => {
    const refunds = [
      {
        id: 'R1',
        state: 'pending' as const,
        amountMinor: 5_000,
        createdAt: '2026-11-20T10:00:00+08:00',
      },
    ]
    const told = { amount: { minor: 5_000 }, date: '2026-11-20' }
    expect(match(told, { refunds }).right).toEqual(['amount', 'date'])
  })

  it('says nothing about what was not named', () => {
    expect(match({})).toEqual({ right: [], wrong: [] })
  })
})

describe('maySee', () => {
  const sees = (asker: Asker, right: string[], wrong: string[] = []) =>
    maySee(asker, sampleRecord(), { right, wrong })

  it.each<[string, string[]]>([
    ['the reference and the amount', ['rrn', 'amount']],
    ['the order and the day', ['orderNo', 'date']],
    ['the card and the amount', ['last4', 'amount']],
    ['two references', ['rrn', 'authCode']],
  ])('shows a stranger who named %s', (_case, right) => {
    expect(sees(stranger, right)).toBe(true)
  })

  it.each<[string, string[], string[]]>([
    ['nothing', [], []],
    ['the reference alone', ['rrn'], []],
    ['the card alone', ['last4'], []],
    ['only what anybody can guess', ['amount', 'date', 'time', 'merchantId'], []],
    ['another card', ['rrn', 'amount'], ['last4']],
    ['another reference', ['last4', 'amount'], ['rrn']],
    ['another amount and one reference', ['rrn', 'date'], ['amount']],
  ])('hides from a stranger who named %s', (_case, right, wrong) => {
    expect(sees(stranger, right, wrong)).toBe(false)
  })

  it('forgives a wrong amount beside two references', () => {
    expect(sees(stranger, ['rrn', 'last4'], ['amount'])).toBe(true)
  })

  it('forgives a wrong day beside enough that is right', () => {
    expect(sees(stranger, ['rrn', 'amount'], ['date'])).toBe(true)
  })

  it('shows a signed-in merchant the merchant’s own, whatever was named', () => {
    expect(sees(owner, [])).toBe(true)
    expect(sees(owner, [], ['rrn', 'last4', 'amount'])).toBe(true)
  })

  it.each<[string, Asker]>([
    ['a merchant nobody vouched for', { trusted: false, role: 'merchant', merchantId: 'M1001' }],
    ['a signed-in cardholder', { trusted: true, role: 'cardholder' }],
    ['a cardholder with a merchant id', { trusted: true, role: 'cardholder', merchantId: 'M1001' }],
    ['a signed-in merchant without an id', { trusted: true, role: 'merchant' }],
  ])('asks %s for proof like anybody', (_who, asker) => {
    expect(sees(asker, [])).toBe(false)
    expect(sees(asker, ['rrn', 'amount'])).toBe(true)
  })

  it('never shows a signed-in merchant another merchant’s record, however much is right', () => {
    const keys = fc.subarray(['rrn', 'orderNo', 'authCode', 'last4', 'amount', 'date', 'time'])
    const others = fc.string().filter((id) => id !== 'M1001' && id !== '')
    fc.assert(
      fc.property(keys, others, (right, merchantId) => {
        expect(maySee({ ...owner, merchantId }, sampleRecord(), { right, wrong: [] })).toBe(false)
      }),
    )
  })
})
