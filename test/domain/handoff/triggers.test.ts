import { describe, expect, it } from 'vitest'
import {
  asksHowToComplain,
  type HandoffFacts,
  handoffTrigger,
} from '../../../src/domain/handoff/triggers.ts'

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

describe('asksHowToComplain', () => {
  it.each([
    'How do I file a CFPB complaint?',
    'where can I complain to the ombudsman',
    'Can I report this to the regulator?',
    'who do I contact at trading standards to complain',
    '怎么打12363投诉？',
    '12378是投诉什么的，怎么投诉',
    '可以向银保监投诉吗',
    '消协投诉电话是多少',
  ])('takes %j for a question', (text) => {
    expect(asksHowToComplain(text)).toBe(true)
  })

  it.each([
    'I will report you to the CFPB',
    "I'm going to the ombudsman, how dare you",
    'fix it or else I go to the regulator',
    'how do I get my lawyer to sue you',
    '再不到账我就打12363投诉',
    '我要去银保监告你们',
    '不然我找媒体曝光，怎么办吧',
  ])('takes %j for a threat', (text) => {
    expect(asksHowToComplain(text)).toBe(false)
  })
})
