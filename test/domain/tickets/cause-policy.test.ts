import { describe, expect, it } from 'vitest'
import { causeCodes } from '../../../src/domain/diagnosis/causes.ts'
import { causePolicy } from '../../../src/domain/tickets/cause-policy.ts'

describe('causePolicy', () => {
  it.each([
    ['RC_SETTLE_ACCOUNT_INVALID', 'payout_failed', 'P2', false],
    ['RC_ACCOUNT_LIMIT', 'payout_failed', 'P3', false],
    ['RC_DUPLICATE_CHARGE', 'duplicate_charge', 'P3', false],
    ['RC_ACTIVATION_DEPOSIT', 'mis_selling', 'P2', false],
    ['RC_MALICIOUS_REFUND', 'fraud', 'P2', false],
    ['RC_JUDICIAL_FREEZE', 'payout_failed', 'P2', true],
    ['RC_ERQING', 'fraud_unlicensed', 'P1', true],
    ['RC_FRAUD_VICTIM', 'fraud', 'P1', true],
    ['RC_FRAUD_ATTEMPT', 'fraud', 'P1', true],
    ['RC_UNAUTHORISED', 'unauthorised', 'P1', true],
    ['RC_COMPLAINT_OVERDUE', 'complaint_overdue', 'P1', true],
  ] as const)('%s opens a %s ticket at once', (...[cause, category, severity, human]) => {
    const policy = causePolicy[cause]
    expect(policy).toMatchObject({ category, severity })
    expect(policy.escalation).toMatchObject({ when: 'at_once', human })
  })

  it.each([
    ['RC_BANK_POSTING_DELAY', 'payout_missing', 'P2'],
    ['RC_ONE_SIDED', 'one_sided', 'P2'],
    ['RC_DISPUTE_HOLD', 'chargeback', 'P2'],
    ['RC_RISK_HOLD', 'risk_hold', 'P2'],
    ['RC_WITHIN_WINDOW', 'payout_late', 'P3'],
    ['RC_REFUND_IN_PROGRESS', 'refund_late', 'P3'],
    ['RC_PREAUTH_OPEN', 'preauth_hold', 'P3'],
  ] as const)(
    '%s waits for its date, then opens a %s ticket as %s',
    (cause, category, severity) => {
      const policy = causePolicy[cause]
      expect(policy).toMatchObject({ category, escalation: { severity } })
      expect(policy.escalation.when).not.toBe('at_once')
      expect(policy.escalation.human).toBe(false)
    },
  )

  it('never files a ticket or calls a person for cashing out', () => {
    expect(causePolicy.RC_CASHOUT).toMatchObject({
      category: 'other',
      escalation: { when: 'never', human: false },
    })
  })

  it.each(causeCodes)('calls a person for %s only where it escalates at once', (cause) => {
    const { escalation, severity } = causePolicy[cause]
    if (escalation.human) expect(escalation.when).toBe('at_once')
    if (severity === 'P1') expect(escalation.human).toBe(true)
  })
})
