import { describe, expect, it } from 'vitest'
import { isLarge, moreUrgent, severityFor } from '../../../src/domain/tickets/severity.ts'

describe('severityFor', () => {
  it.each([
    ['fraud in progress', { category: 'other', fraudInProgress: true }, 'P1'],
    ['a threat of self-harm', { category: 'payout_late', selfHarm: true }, 'P1'],
    ['a broken limit of the law', { category: 'payout_late', clockBreached: true }, 'P1'],
    ['unauthorised use', { category: 'unauthorised' }, 'P1'],
    ['an unlicensed intermediary', { category: 'fraud_unlicensed' }, 'P1'],
    ['money past its limit', { category: 'payout_late', overdue: true }, 'P2'],
    ['a returned payout', { category: 'payout_failed' }, 'P2'],
    ['a hold without a reason', { category: 'risk_hold', holdWithoutReason: true }, 'P2'],
    ['another money question', { category: 'fee_dispute' }, 'P3'],
    ['a complaint about service', { category: 'service_quality', kind: 'complaint' }, 'P3'],
    ['a fault with a way around it', { category: 'terminal_fault', workaround: true }, 'P4'],
    ['a copy of a slip', { category: 'receipt_retrieval' }, 'P4'],
    [
      'a refund to another card, as its cause says',
      { category: 'fraud', cause: 'RC_MALICIOUS_REFUND' },
      'P2',
    ],
  ] as const)('ranks %s', (_what, facts, severity) => {
    expect(severityFor(facts)).toBe(severity)
  })
})

describe('isLarge', () => {
  it.each([
    ['CNY', 5_000_000, false],
    ['CNY', 5_000_001, true],
    ['USD', 700_001, true],
    ['JPY', 1_050_000, false],
    ['XXX', 5_000_001, true],
  ] as const)('%s %d: %s', (currency, minor, large) => {
    expect(isLarge({ currency, minor })).toBe(large)
  })
})

describe('moreUrgent', () => {
  it('takes the more urgent of two, whatever their order', () => {
    expect([moreUrgent('P1', 'P3'), moreUrgent('P4', 'P2')]).toEqual(['P1', 'P2'])
  })
})
