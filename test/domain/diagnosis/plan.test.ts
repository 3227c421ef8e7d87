import { describe, expect, it } from 'vitest'
import { type Cause, causeCodes } from '../../../src/domain/diagnosis/causes.ts'
import { type Plan, planFor } from '../../../src/domain/diagnosis/plan.ts'
import { causePolicy } from '../../../src/domain/tickets/cause-policy.ts'
import { place, sampleCase, type Told } from './sample.ts'

const cardholder = { role: 'cardholder' } as const
const unsettled = { settlement: { state: 'not_applicable' } } as const
const plan = (cause: Cause, told: Told = {}) => planFor(cause, sampleCase(told), place)
const at = (time: string) => `${time}:00+08:00`
const refund = {
  id: 'R1',
  state: 'pending',
  amountMinor: 1,
  createdAt: at('2026-11-17T10:00'),
} as const
const refunding: Told = {
  ...cardholder,
  record: { refunds: [refund] },
  story: { concern: 'refund' },
}
const incident = (endsAt?: string) => ({
  incidents: [
    { id: 'I1', scope: 'acquirer', startedAt: at('2026-11-17T08:00'), endsAt, publicText: {} },
  ],
})
const hold = (change: object): Told => ({
  record: { settlement: { state: 'held', hold: { since: at('2026-11-10T10:00'), ...change } } },
})

type Row = [cause: Cause, why: string, told: Told, expected: Partial<Plan>]

describe('planFor', () => {
  it.each<Row>([
    [
      'RC_WITHIN_WINDOW',
      'waits until its day',
      {},
      {
        tradeDay: '2026-11-16',
        expectedBy: at('2026-11-17T18:00'),
        recheckAt: at('2026-11-17T19:00'),
        ticketFrom: '2026-11-18',
        ticketNow: false,
        severity: 'P3',
      },
    ],
    [
      'RC_WITHIN_WINDOW',
      'files a ticket a working day after',
      { now: at('2026-11-18T09:00') },
      { ticketFrom: '2026-11-18', ticketNow: true, severity: 'P3' },
    ],
    [
      'RC_WITHIN_WINDOW',
      'gets worse three working days after',
      { now: at('2026-11-20T09:00') },
      { ticketNow: true, severity: 'P2' },
    ],
    [
      'RC_WITHIN_WINDOW',
      'goes by the provider’s own date',
      { record: { payout: { state: 'in_transit', arrivalDate: '2026-11-19' } } },
      { ticketFrom: '2026-11-20', ticketNow: false },
    ],
    [
      'RC_AFTER_CUTOFF',
      'waits a day more',
      { record: { createdAt: at('2026-11-16T23:30') } },
      {
        tradeDay: '2026-11-17',
        expectedBy: at('2026-11-18T18:00'),
        ticketFrom: '2026-11-19',
        ticketNow: false,
      },
    ],
    [
      'RC_NON_WORKING_DAY',
      'waits over the weekend',
      { record: { createdAt: at('2026-11-13T14:00') }, now: at('2026-11-14T12:00') },
      { expectedBy: at('2026-11-16T18:00'), ticketFrom: '2026-11-17', ticketNow: false },
    ],
    [
      'RC_PAYOUT_SCHEDULE',
      'is never a ticket by itself',
      { now: at('2026-12-10T09:00'), record: { createdAt: at('2026-12-09T14:00') } },
      { ticketFrom: undefined, ticketNow: false },
    ],
    [
      'RC_FIRST_PAYOUT',
      'waits for the first-payout limit',
      { merchant: { windowId: 'stripe.payout.first' } },
      { ticketFrom: '2026-12-01', ticketNow: false },
    ],
    [
      'RC_TIMEOUT_REVERSED',
      'waits three working days',
      { record: { payment: 'reversed', ...unsettled } },
      { ticketFrom: '2026-11-19', ticketNow: false, severity: 'P3' },
    ],
    [
      'RC_ONE_SIDED',
      'waits seven working days',
      { ...cardholder, record: { payment: 'unknown', ...unsettled } },
      { ticketFrom: '2026-11-25', ticketNow: false },
    ],
    [
      'RC_ONE_SIDED',
      'is due on the seventh',
      { ...cardholder, record: { payment: 'unknown', ...unsettled }, now: at('2026-11-25T09:00') },
      { ticketNow: true, severity: 'P2' },
    ],
    [
      'RC_OFFLINE_NOT_UPLOADED',
      'waits a day',
      { record: { createdAt: at('2026-11-17T09:00') } },
      { ticketFrom: '2026-11-18', ticketNow: false },
    ],
    [
      'RC_BANK_POSTING_DELAY',
      'waits five working days after it was sent',
      { record: { payout: { state: 'sent', sentAt: at('2026-11-17T09:00') } } },
      { expectedBy: '2026-11-18', ticketFrom: '2026-11-24', ticketNow: false },
    ],
    [
      'RC_BANK_POSTING_DELAY',
      'is due on the fifth',
      {
        record: { payout: { state: 'sent', sentAt: at('2026-11-17T09:00') } },
        now: at('2026-11-24T09:00'),
      },
      { ticketNow: true, severity: 'P2' },
    ],
    [
      'RC_RISK_HOLD',
      'asks after a working day without a reason',
      hold({}),
      { ticketFrom: '2026-11-11', ticketNow: true, severity: 'P2' },
    ],
    [
      'RC_RISK_HOLD',
      'waits for documents that were asked for',
      hold({ documents: ['invoice'] }),
      { ticketFrom: undefined, ticketNow: false },
    ],
    [
      'RC_RISK_HOLD',
      'waits five working days once they are in',
      hold({ documents: ['invoice'], submitted: ['invoice'] }),
      { ticketFrom: '2026-11-17', ticketNow: true, severity: 'P2' },
    ],
    [
      'RC_DISPUTE_HOLD',
      'is urgent three days before the answer is due',
      { record: { dispute: { state: 'needs_response', dueAt: at('2026-11-20T18:00') } } },
      { ticketFrom: '2026-11-17', ticketNow: true, severity: 'P2' },
    ],
    [
      'RC_DISPUTE_HOLD',
      'leaves time before that',
      { record: { dispute: { state: 'needs_response', dueAt: at('2026-11-21T18:00') } } },
      { ticketFrom: '2026-11-18', ticketNow: false },
    ],
    [
      'RC_ACQUIRER_INCIDENT',
      'waits for the public time',
      incident(at('2026-11-17T20:00')),
      {
        expectedBy: at('2026-11-17T20:00'),
        recheckAt: at('2026-11-17T21:00'),
        ticketFrom: '2026-11-18',
        ticketNow: false,
      },
    ],
    [
      'RC_ACQUIRER_INCIDENT',
      'goes by the window without one',
      incident(),
      { expectedBy: at('2026-11-17T18:00'), ticketFrom: '2026-11-18' },
    ],
    [
      'RC_ACQUIRER_INCIDENT',
      'is due past the public time',
      { ...incident(at('2026-11-17T20:00')), now: at('2026-11-18T09:00') },
      { ticketNow: true, severity: 'P2' },
    ],
    [
      'RC_REFUND_IN_PROGRESS',
      'waits ten working days of the refund',
      { ...refunding, record: { createdAt: at('2026-11-17T09:00'), refunds: [refund] } },
      {
        expectedBy: at('2026-12-01T18:00'),
        ticketFrom: '2026-12-01',
        ticketNow: false,
        severity: 'P3',
      },
    ],
    [
      'RC_REFUND_IN_PROGRESS',
      'is due past ten',
      { ...refunding, now: at('2026-12-02T09:00') },
      { ticketNow: true },
    ],
    [
      'RC_PREAUTH_OPEN',
      'waits until the hold ends',
      {
        ...cardholder,
        record: { type: 'preauth', payment: 'authorized', captureBefore: at('2026-11-20T20:00') },
      },
      {
        expectedBy: at('2026-11-20T20:00'),
        ticketFrom: '2026-11-21',
        ticketNow: false,
        severity: 'P3',
      },
    ],
    [
      'RC_PREAUTH_OPEN',
      'waits thirty days where no end is given',
      { ...cardholder, record: { type: 'preauth', payment: 'authorized' } },
      { ticketFrom: '2026-12-17', ticketNow: false },
    ],
  ])('%s %s', (...[cause, , told, expected]) => {
    expect(plan(cause, told)).toMatchObject(expected)
  })

  it.each<[Cause, Plan['severity'], boolean]>([
    ['RC_DUPLICATE_CHARGE', 'P3', false],
    ['RC_SETTLE_ACCOUNT_INVALID', 'P2', false],
    ['RC_ACCOUNT_LIMIT', 'P3', false],
    ['RC_JUDICIAL_FREEZE', 'P2', true],
    ['RC_ERQING', 'P1', true],
    ['RC_ACTIVATION_DEPOSIT', 'P2', false],
    ['RC_FRAUD_VICTIM', 'P1', true],
    ['RC_FRAUD_ATTEMPT', 'P1', true],
    ['RC_UNAUTHORISED', 'P1', true],
    ['RC_MALICIOUS_REFUND', 'P2', false],
    ['RC_COMPLAINT_OVERDUE', 'P1', true],
  ])('%s is due at once as %s', (cause, severity, human) => {
    const today = { ticketFrom: '2026-11-17', ticketNow: true, severity, human }
    expect(plan(cause)).toMatchObject(today)
  })

  it.each<Cause>([
    'RC_VOIDED',
    'RC_REVERSED_BY_CASHIER',
    'RC_ENTRY_ERROR',
    'RC_WRONG_PROVIDER',
    'RC_NET_OF_FEES',
    'RC_NETTED',
    'RC_OLD_ACCOUNT',
    'RC_MERCHANT_LIMIT',
    'RC_REGULATORY',
    'RC_CASHOUT',
    'RC_REFUND_FAILED',
    'RC_NOT_FOUND',
  ])('%s promises no date and files no ticket by itself', (cause) => {
    const open = { expectedBy: undefined, recheckAt: undefined, ticketNow: false, human: false }
    expect(plan(cause)).toMatchObject(open)
  })

  it.each(causeCodes)('%s calls a person exactly when its policy says so', (cause) => {
    for (const told of [{}, { record: null }, { record: null, merchant: null }]) {
      const { human, ticketNow } = plan(cause, told)
      expect(human).toBe(causePolicy[cause].escalation.human)
      if (human) expect(ticketNow).toBe(true)
    }
  })

  it('turns a cause that is P1 into nothing milder, however late the payout', () => {
    expect(plan('RC_ERQING', { now: at('2026-12-20T09:00') }).severity).toBe('P1')
  })

  it('skips the days off of the place: seven working days over National Day', () => {
    const told: Told = {
      ...cardholder,
      record: { payment: 'unknown', createdAt: at('2026-09-29T14:00') },
      now: at('2026-09-30T10:00'),
    }
    expect(plan('RC_ONE_SIDED', told).ticketFrom).toBe('2026-10-14')
  })

  it('counts from the local day of the sale', () => {
    const told: Told = { record: { payment: 'unknown', createdAt: '2026-11-16T16:30:00Z' } }
    expect(plan('RC_OFFLINE_NOT_UPLOADED', told).ticketFrom).toBe('2026-11-18')
  })
})
