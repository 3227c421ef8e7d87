import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../src/domain/transaction.ts'
import { seenIn, type Told } from './sample.ts'

const incident = (change: Partial<Incident>): Incident => ({
  id: 'I1',
  scope: 'acquirer',
  startedAt: '2026-11-17T08:00:00+08:00',
  publicText: {},
  ...change,
})
const kindsOf = (told: Told) => seenIn(told).filter((each) => each.endsWith('incident'))

describe('observeIncidents', () => {
  it.each([
    ['acquirer', 'acquirer_incident'],
    ['ACQUIRER', 'acquirer_incident'],
    ['all', 'acquirer_incident'],
    ['*', 'acquirer_incident'],
    ['payouts', 'acquirer_incident'],
    ['settlement', 'acquirer_incident'],
    ['unionpay', 'acquirer_incident'],
    ['银联', 'acquirer_incident'],
    ['sandbox', 'acquirer_incident'],
    ['M1001', 'acquirer_incident'],
    ['merchant:M1001', 'acquirer_incident'],
    ['terminal 60010001', 'acquirer_incident'],
    ['bank', 'bank_incident'],
    ['收款银行', 'bank_incident'],
    ['issuer', 'bank_incident'],
    ['regulator', 'rule_incident'],
    ['监管', 'rule_incident'],
    ['M2002', 'no_incident'],
    ['stripe', 'no_incident'],
    ['terminal 70020002', 'no_incident'],
  ])('takes scope %s for %s', (scope, seen) => {
    expect(kindsOf({ incidents: [incident({ scope })] })).toEqual([seen])
  })

  const sale = '2026-11-16T14:00:00+08:00'

  it.each([
    ['running', '2026-11-17T08:00:00+08:00', undefined, true],
    ['running since before the sale', '2026-11-15T08:00:00+08:00', undefined, true],
    ['announced for later', '2026-11-18T08:00:00+08:00', undefined, false],
    ['over before the sale', '2026-11-16T08:00:00+08:00', '2026-11-16T13:00:00+08:00', false],
    [
      'over, between sale and due date',
      '2026-11-16T20:00:00+08:00',
      '2026-11-16T23:00:00+08:00',
      true,
    ],
    ['across the sale', '2026-11-16T13:00:00+08:00', '2026-11-16T15:00:00+08:00', true],
    ['to end later today', '2026-11-17T08:00:00+08:00', '2026-11-17T20:00:00+08:00', true],
  ])('counts an incident %s: %s', (...[, startedAt, endsAt, counts]) => {
    const told = { record: { createdAt: sale }, incidents: [incident({ startedAt, endsAt })] }
    expect(kindsOf(told)).toEqual([counts ? 'acquirer_incident' : 'no_incident'])
  })

  it('passes over an incident that began after the money was due and is over', () => {
    const late = incident({
      startedAt: '2026-11-18T08:00:00+08:00',
      endsAt: '2026-11-18T20:00:00+08:00',
    })
    expect(kindsOf({ incidents: [late], now: '2026-11-19T12:00:00+08:00' })).toEqual([
      'no_incident',
    ])
  })

  it('names each kind once', () => {
    const incidents = [incident({}), incident({ id: 'I2' }), incident({ id: 'I3', scope: 'bank' })]
    expect(kindsOf({ incidents })).toEqual(['acquirer_incident', 'bank_incident'])
  })

  it('counts a running incident when no payment was found', () => {
    expect(kindsOf({ record: null, incidents: [incident({})] })).toEqual(['acquirer_incident'])
  })
})
