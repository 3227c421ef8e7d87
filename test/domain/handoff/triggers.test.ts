import { describe, expect, it } from 'vitest'
import { type HandoffFacts, handoffTrigger } from '../../../src/domain/handoff/triggers.ts'

describe('handoffTrigger', () => {
  it.each<[string, HandoffFacts, string | undefined]>([
    ['nothing has happened', {}, undefined],
    ['the customer asks', { asked: true }, 'asked'],
    ['the case is P1', { severity: 'P1' }, 'urgent'],
    ['the case is P2', { severity: 'P2' }, undefined],
    ['one message was not understood', { failedUnderstandings: 1 }, undefined],
    ['two were not', { failedUnderstandings: 2 }, 'not_understood_twice'],
    ['two look-ups found nothing', { lookUpsWithoutResult: 2, amountMinor: 1 }, 'not_found_twice'],
    ['nothing was found and no money is missing', { lookUpsWithoutResult: 3 }, undefined],
    ['the customer swore once', { abusiveMessages: 1 }, undefined],
    ['it goes on after our offer', { abusiveMessages: 2 }, 'abuse_continues'],
    ['a lawyer is mentioned', { legalOrMedia: true }, 'legal_or_media'],
    ['a rule refused something', { automatedRefusal: true }, 'automated_refusal'],
    ['a life is at stake, whatever else', { asked: true, selfHarm: true }, 'self_harm'],
  ])('when %s', (_what, facts, trigger) => {
    expect(handoffTrigger(facts)).toBe(trigger)
  })
})
