import { describe, expect, it } from 'vitest'
import { skillFor } from '../../../src/domain/handoff/skills.ts'
import { type OwnerSeen, ownerSilence } from '../../../src/domain/handoff/times.ts'

const at = (minutes: number) =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + minutes * 60_000).toISOString()
const now = new Date(at(10))

const seen = (more: Partial<OwnerSeen>, owner: Partial<OwnerSeen['owner']> = {}): OwnerSeen => ({
  owner: { presence: 'online', seenAt: at(9.9), disabled: false, ...owner },
  claimedAt: at(0),
  ...more,
})

describe('ownerSilence', () => {
  it.each([
    ['nothing was said', seen({}), undefined],
    ['everything is answered', seen({ lastCustomerAt: at(2), lastAgentAt: at(3) }), undefined],
    ['a message is four minutes old', seen({ lastCustomerAt: at(6) }), undefined],
    ['a message is five minutes old', seen({ lastCustomerAt: at(5) }), 'unanswered'],
    [
      'it was written before the claim',
      seen({ lastCustomerAt: at(0), claimedAt: at(6) }),
      undefined,
    ],
    ['the console is silent for a minute', seen({}, { seenAt: at(9) }), 'gone'],
    ['it was claimed a moment ago', seen({ claimedAt: at(9.5) }, { seenAt: at(0) }), undefined],
    ['the owner says they are away', seen({}, { presence: 'away', seenAt: at(0) }), undefined],
    ['the account was closed', seen({}, { disabled: true }), 'gone'],
    [
      'the owner is away and leaves a message',
      seen({ lastCustomerAt: at(1) }, { presence: 'away', seenAt: at(0) }),
      'unanswered',
    ],
  ])('when %s', (_when, owner, silence) => {
    expect(ownerSilence(owner, now)).toBe(silence)
  })
})

describe('skillFor', () => {
  it('goes by the ticket, then by the cause, then by nothing', () => {
    expect(skillFor({ category: 'refund_late', cause: 'RC_RISK_HOLD' })).toBe('refunds')
    expect(skillFor({ cause: 'RC_RISK_HOLD' })).toBe('payouts')
    expect(skillFor({})).toBe('general')
  })
})
