import { describe, expect, it } from 'vitest'
import { addContact } from '../../../src/domain/tickets/compose-ticket.ts'
import type { TransactionRecord } from '../../../src/domain/transaction.ts'
import { sampleTicket } from './sample.ts'

const record: TransactionRecord = {
  id: 'D-1',
  provider: 'sandbox',
  providerIds: {},
  merchantId: 'M1001',
  type: 'sale',
  amount: { minor: 1_000_000, currency: 'CNY' },
  createdAt: '2026-11-20T15:20:00+08:00',
  card: { last4: '1234' },
  refs: { rrn: '123456789012' },
  payment: 'captured',
  clearing: 'cleared',
  settlement: { state: 'available' },
  payout: { state: 'returned' },
  refunds: [],
  dispute: { state: 'none' },
  fetchedAt: '2026-11-23T10:00:00+08:00',
  stale: false,
}

describe('composeTicket', () => {
  it('is acknowledged at once, with its history and three years to keep', () => {
    const ticket = sampleTicket()
    expect(ticket.state).toBe('acknowledged')
    expect(ticket.history.map(({ by, event }) => `${by} ${event}`)).toEqual([
      'customer submitted',
      'bot acknowledged',
    ])
    expect(ticket.createdAt).toBe('2026-11-23T10:00:00+08:00')
    expect(ticket.retentionUntil).toBe('2029-11-23')
    expect(ticket.clocks).toEqual([])
  })

  it('takes the payment from the record and keys the ticket by it', () => {
    const ticket = sampleTicket({ record, told: { amountMinor: 5, currency: 'CNY' } })
    expect(ticket.txn).toMatchObject({ amountMinor: 1_000_000, last4: '1234', ref: record.refs })
    expect(ticket.transactionId).toBe('D-1')
    expect(ticket.dedupeKey).toBe('M1001|D-1|payout_late')
  })

  it('keeps what was told when there is no record', () => {
    const ticket = sampleTicket({ told: { amountMinor: 4_200, refs: { orderNo: 'A7' } } })
    expect(ticket.txn).toEqual({ ref: { orderNo: 'A7' }, amountMinor: 4_200 })
    expect(ticket.dedupeKey).toBe('M1001||payout_late')
  })

  it('needs nothing about the payment', () => {
    expect(sampleTicket({ told: { amountMinor: undefined, refs: {} } }).txn).toBeUndefined()
  })

  it.each([
    ['the severity asked for', {}, 'P3'],
    ['exactly 50,000 CNY', { told: { amountMinor: 5_000_000, currency: 'CNY' } }, 'P3'],
    ['more than 50,000 CNY', { told: { amountMinor: 5_000_001, currency: 'CNY' } }, 'P2'],
    [
      'a vulnerable customer',
      { customer: { role: 'merchant', contactRef: 'M1', vulnerable: true } },
      'P2',
    ],
    ['a returned payout', { cause: 'RC_SETTLE_ACCOUNT_INVALID', category: 'payout_failed' }, 'P2'],
    ['an account limit', { cause: 'RC_ACCOUNT_LIMIT', category: 'payout_failed' }, 'P3'],
    ['an unlicensed intermediary', { cause: 'RC_ERQING', category: 'fraud_unlicensed' }, 'P1'],
  ] as const)('is filed for %s as expected', (_what, change, severity) => {
    expect(sampleTicket({ severity: 'P3', ...change }).severity).toBe(severity)
  })

  it('is never less urgent than asked for', () => {
    const vulnerable = { role: 'merchant', contactRef: 'M1', vulnerable: true } as const
    expect(sampleTicket({ severity: 'P1', customer: vulnerable }).severity).toBe('P1')
  })

  it.each([
    ['P1', '2026-11-24T18:00:00+08:00'],
    ['P2', '2026-11-26T18:00:00+08:00'],
    ['P3', '2026-12-02T18:00:00+08:00'],
  ] as const)('is due by our own target as %s', (severity, dueAt) => {
    expect(sampleTicket({ severity }).dueAt).toBe(dueAt)
  })

  it('is due by the law where that is earlier than our own target', () => {
    const ticket = sampleTicket({
      kind: 'complaint',
      severity: 'P4',
      category: 'other',
      now: new Date('2026-09-28T10:00:00+08:00'),
    })
    expect(ticket.clocks.map(({ regime }) => regime)).toEqual(['cn_payment_institution'])
    // Ten working days reach beyond the National Day week.
    expect(ticket.dueAt).toBe('2026-10-13T23:59:59+08:00')
  })
})

describe('addContact', () => {
  it('keeps the new words and leaves the old ones', () => {
    const first = sampleTicket()
    const second = addContact(first, {
      statement: '今天还是没到',
      now: new Date('2026-11-24T11:00:00+08:00'),
      timeZone: 'Asia/Shanghai',
    })
    expect(second.history.at(-1)).toEqual({
      at: '2026-11-24T11:00:00+08:00',
      by: 'customer',
      event: 'contact',
      note: '今天还是没到',
    })
    expect(second).toMatchObject({
      no: first.no,
      statement: first.statement,
      updatedAt: '2026-11-24T11:00:00+08:00',
      retentionUntil: '2029-11-24',
    })
    expect(first.history).toHaveLength(2)
  })
})
