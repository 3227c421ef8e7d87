import { describe, expect, it } from 'vitest'
import {
  type ContactQuestion,
  contactProblems,
  routeContact,
} from '../../../src/domain/complaints/route-contact.ts'

function route(question: ContactQuestion): string[] {
  return routeContact(question).map(({ contact, step }) => `${contact.id} ${step}`)
}

describe('routeContact', () => {
  it.each([
    [
      'a payout, by a company: never 12363 or 12315',
      { problem: 'payout', region: 'CN', role: 'merchant' },
      ['acquirer now', 'cn_pcac after_own_complaint'],
    ],
    [
      'a debit without a sale',
      { problem: 'debit', region: 'CN', role: 'cardholder' },
      ['issuer now', 'cn_nfra_12378 after_own_complaint'],
    ],
    [
      'a refund the shop never submitted',
      { problem: 'refund_not_submitted', region: 'CN', role: 'cardholder' },
      ['shop now', 'issuer if_unsolved', 'cn_12315 after_own_complaint'],
    ],
    [
      'card bank and acquirer that contradict each other',
      { problem: 'contradiction', region: 'CN', role: 'cardholder', complaint: 'overdue' },
      ['cn_unionpay now', 'cn_pboc_12363 now', 'cn_pcac now'],
    ],
    [
      'a loss: card bank and police before anybody else',
      { problem: 'fraud_loss', region: 'CN', role: 'cardholder' },
      ['issuer now', 'cn_110 now', 'cn_96110 now', 'cn_nfra_12378 after_own_complaint'],
    ],
    [
      'an unlicensed intermediary: a report waits for no answer',
      { problem: 'unlicensed', region: 'CN', role: 'merchant' },
      ['acquirer now', 'cn_110 if_unsolved', 'cn_96110 if_unsolved', 'cn_pcac now'],
    ],
    [
      'a missed deadline in Great Britain',
      { problem: 'complaint', region: 'GB', role: 'cardholder', complaint: 'overdue' },
      ['issuer now', 'gb_fos now'],
    ],
    [
      'a US merchant: the consumer bureau is not for businesses',
      { problem: 'payout', region: 'US', role: 'merchant' },
      ['acquirer now'],
    ],
    [
      'a place we do not know',
      { problem: 'payout', region: 'BR', role: 'merchant' },
      ['acquirer now'],
    ],
  ] as const)('sends %s', (_what, question, expected) => {
    expect(route(question)).toEqual(expected)
  })

  it('promises an individual business nothing', () => {
    const found = routeContact({
      problem: 'payout',
      region: 'CN',
      role: 'merchant',
      isCompany: false,
    }).find(({ contact }) => contact.id === 'cn_pboc_12363')
    expect(found?.certain).toBe(false)
  })

  it.each(contactProblems)('never sends a company with %s to a consumer line', (problem) => {
    const ids = route({ problem, region: 'CN', role: 'merchant', isCompany: true }).join(' ')
    expect(ids).not.toMatch(/12363|12315|12378/)
  })

  it.each(contactProblems)('names somebody to call now for %s, everywhere', (problem) => {
    for (const region of ['CN', 'GB', 'US', 'EU', 'OTHER']) {
      for (const role of ['merchant', 'cardholder'] as const) {
        expect(routeContact({ problem, region, role })[0]?.step).toBe('now')
      }
    }
  })
})
