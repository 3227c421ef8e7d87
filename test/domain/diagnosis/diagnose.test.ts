import { describe, expect, it } from 'vitest'
import { type Cause, causeCodes } from '../../../src/domain/diagnosis/causes.ts'
import { diagnose } from '../../../src/domain/diagnosis/diagnose.ts'
import { sampleCase, sampleRecord, type Told } from './sample.ts'

const cardholder = { role: 'cardholder' } as const
const refund = { id: 'R1', amountMinor: 1_000_000, createdAt: '2026-11-17T10:00:00+08:00' }
const laterRefund = { ...refund, createdAt: '2026-11-20T10:00:00+08:00' }
const declined = { scheme: 'iso8583_39', code: '51' } as const
const timedOut = { scheme: 'iso8583_39', code: '68' } as const
const broken = { scheme: 'iso8583_39', code: '97' } as const
const unsettled = { settlement: { state: 'not_applicable' } } as const
const held = (publicReason: string) => ({
  settlement: { state: 'held' as const, hold: { publicReason } },
})
const incident = (scope: string) => [
  { id: 'I1', scope, startedAt: '2026-11-17T08:00:00+08:00', publicText: {} },
]
const complaint = {
  no: 'C1',
  merchantId: 'M1001',
  openedAt: '2026-10-01T10:00:00+08:00',
  regime: 'cn_bank',
  state: 'open',
}

/** The least that makes each cause the named one. */
const cases: [Cause, string, Told][] = [
  ['RC_WITHIN_WINDOW', 'a sale of yesterday, due today', {}],
  [
    'RC_AFTER_CUTOFF',
    'a sale half an hour after the cut-off',
    { record: { createdAt: '2026-11-16T23:30:00+08:00' } },
  ],
  [
    'RC_NON_WORKING_DAY',
    'a sale of Saturday, asked about on Sunday',
    { record: { createdAt: '2026-11-14T14:00:00+08:00' }, now: '2026-11-15T12:00:00+08:00' },
  ],
  [
    'RC_PAYOUT_SCHEDULE',
    'money available and not asked for',
    {
      record: { settlement: { state: 'available' }, createdAt: '2026-11-09T14:00:00+08:00' },
      now: '2026-11-11T19:00:00+08:00',
    },
  ],
  [
    'RC_FIRST_PAYOUT',
    'a merchant never paid before',
    { merchant: { windowId: 'stripe.payout.first' } },
  ],
  [
    'RC_DECLINED',
    'a declined sale',
    { record: { payment: 'declined', responseCode: declined, ...unsettled } },
  ],
  [
    'RC_TIMEOUT_REVERSED',
    'a timed-out sale with its reversal',
    {
      record: {
        payment: 'reversed',
        responseCode: timedOut,
        reversal: { state: 'done' },
        ...unsettled,
      },
    },
  ],
  [
    'RC_ONE_SIDED',
    'a debit with nothing on the slip and an unknown outcome',
    {
      ...cardholder,
      record: { payment: 'unknown', ...unsettled },
      story: { cues: ['bank_debited', 'no_slip'] },
    },
  ],
  [
    'RC_NOT_CAPTURED',
    'an authorisation never captured',
    { record: { payment: 'authorized', ...unsettled } },
  ],
  [
    'RC_OFFLINE_NOT_UPLOADED',
    'an offline sale the host has not seen',
    { record: { payment: 'unknown', entryMode: 'offline', ...unsettled } },
  ],
  ['RC_VOIDED', 'a void', { record: { type: 'void', payment: 'canceled', ...unsettled } }],
  [
    'RC_REVERSED_BY_CASHIER',
    'a reversal without a time-out',
    { record: { payment: 'reversed', ...unsettled } },
  ],
  [
    'RC_ENTRY_ERROR',
    'an amount other than the one told',
    {
      record: { amount: { minor: 100_000, currency: 'CNY' }, fee: undefined, net: undefined },
      story: { amountMinor: 1_000_000 },
    },
  ],
  [
    'RC_WRONG_PROVIDER',
    'nothing found and another name on the slip',
    { record: null, story: { cues: ['slip_other_name'] } },
  ],
  [
    'RC_NET_OF_FEES',
    'the net amount received',
    { record: { payout: { state: 'credited' } }, story: { receivedMinor: 994_000 } },
  ],
  ['RC_NETTED', 'a refund taken off the payout', { record: { settlement: { state: 'netted' } } }],
  [
    'RC_DUPLICATE_CHARGE',
    'two captures',
    { ...cardholder, twins: [sampleRecord({ id: 'T2', createdAt: '2026-11-16T14:02:00+08:00' })] },
  ],
  [
    'RC_SETTLE_ACCOUNT_INVALID',
    'a payout returned for the account name',
    { record: { payout: { state: 'returned', failureText: '户名不符' } } },
  ],
  [
    'RC_ACCOUNT_LIMIT',
    'a payout returned for the limit of the account',
    { record: { payout: { state: 'returned', failureText: '超过账户限额' } } },
  ],
  [
    'RC_OLD_ACCOUNT',
    'a payout sent to the account of before',
    {
      record: { payout: { state: 'credited', destinationLast4: '1111' } },
      merchant: {
        accountChange: { at: '2026-11-16T18:00:00+08:00', oldLast4: '1111', newLast4: '6688' },
      },
    },
  ],
  [
    'RC_BANK_POSTING_DELAY',
    'a payout sent and not confirmed',
    { record: { settlement: { state: 'available' }, payout: { state: 'sent' } } },
  ],
  ['RC_RISK_HOLD', 'a settlement held', { record: held('交易核实中') }],
  [
    'RC_KYC_EXPIRED',
    'a settlement held for an expired licence',
    { record: held('营业执照已过期') },
  ],
  ['RC_MERCHANT_LIMIT', 'a settlement held for the daily limit', { record: held('超过单日限额') }],
  ['RC_DISPUTE_HOLD', 'an open dispute', { record: { dispute: { state: 'needs_response' } } }],
  ['RC_JUDICIAL_FREEZE', 'a settlement held by a court', { record: held('法院协助冻结') }],
  ['RC_REGULATORY', 'a settlement held by a new rule', { record: held('根据监管新规延迟') }],
  ['RC_ACQUIRER_INCIDENT', 'an incident of the acquirer', { incidents: incident('acquirer') }],
  ['RC_BANK_DELAY', 'an incident of the bank', { incidents: incident('bank') }],
  [
    'RC_TERMINAL_FAULT',
    'an unknown outcome with a fault code of the terminal',
    { record: { payment: 'unknown', responseCode: broken, ...unsettled } },
  ],
  [
    'RC_NETWORK',
    'an unknown outcome on a network that failed',
    { record: { payment: 'unknown', ...unsettled }, story: { cues: ['network_fault'] } },
  ],
  ['RC_ERQING', 'a merchant the acquirer does not know', { merchant: { status: 'unknown' } }],
  [
    'RC_ACTIVATION_DEPOSIT',
    'an activation fee told',
    {
      record: { amount: { minor: 29_900, currency: 'CNY' }, fee: undefined, net: undefined },
      story: { cues: ['activation_fee'] },
    },
  ],
  ['RC_FRAUD_VICTIM', 'a loss told', { record: null, story: { cues: ['loss_happened'] } }],
  [
    'RC_UNAUTHORISED',
    'a charge the cardholder did not make',
    { ...cardholder, story: { cues: ['not_my_transaction'] } },
  ],
  ['RC_MALICIOUS_REFUND', 'a refund without a sale', { record: { type: 'refund' } }],
  [
    'RC_REFUND_IN_PROGRESS',
    'a refund on its way',
    {
      ...cardholder,
      record: { refunds: [{ ...laterRefund, state: 'pending' }] },
      story: { concern: 'refund' },
    },
  ],
  [
    'RC_REFUND_FAILED',
    'a refund that failed',
    {
      ...cardholder,
      record: { refunds: [{ ...laterRefund, state: 'failed' }] },
      story: { concern: 'refund' },
    },
  ],
  [
    'RC_REFUND_AS_REVERSAL',
    'a refund within a day of the sale',
    {
      ...cardholder,
      record: { refunds: [{ ...refund, state: 'succeeded' }] },
      story: { concern: 'refund' },
    },
  ],
  [
    'RC_PREAUTH_OPEN',
    'a hold on a card',
    {
      ...cardholder,
      record: { type: 'preauth', payment: 'authorized', ...unsettled },
      story: { concern: 'hold' },
    },
  ],
  [
    'RC_COMPLAINT_OVERDUE',
    'a complaint past its clock and told so',
    {
      overdueComplaint: complaint,
      story: { cues: ['already_complained'] },
    },
  ],
  ['RC_NOT_FOUND', 'nothing found', { record: null }],
]

/** Named by the conversation, never by the record: somebody is trying, or asks for cash. */
const namedByConversation: Cause[] = ['RC_FRAUD_ATTEMPT', 'RC_CASHOUT']

describe('diagnose', () => {
  it.each(cases)('names %s for %s', (cause, _why, told) => {
    const { cause: named, candidates } = diagnose(sampleCase(told))
    expect({ named, candidates }).toMatchObject({ named: cause })
  })

  it('reaches every cause but those only the conversation can name', () => {
    const reached = cases.map(([cause]) => cause)
    expect([...reached, ...namedByConversation].toSorted()).toEqual([...causeCodes].toSorted())
  })
})

describe('diagnose, explaining', () => {
  it.each(cases)('lists %s first of at most five candidates', (_cause, _why, told) => {
    const { cause, candidates } = diagnose(sampleCase(told))
    const sum = candidates.reduce((total, { probability }) => total + probability, 0)
    expect(candidates[0]?.cause).toBe(cause)
    expect(candidates.length).toBeLessThanOrEqual(5)
    expect(sum).toBeLessThanOrEqual(1 + 1e-9)
  })

  it.each(cases)('never rules out what it names as %s', (_cause, _why, told) => {
    const { candidates, ruledOut } = diagnose(sampleCase(told))
    const named = candidates.map(({ cause }) => cause)
    expect(ruledOut.filter(({ cause }) => named.includes(cause))).toEqual([])
  })

  it('says which observation rules a cause out', () => {
    const told: Told = { record: { payout: { state: 'returned', failureText: '户名不符' } } }
    const { ruledOut } = diagnose(sampleCase(told))
    expect(ruledOut).toContainEqual({ cause: 'RC_WITHIN_WINDOW', because: 'payout_came_back' })
    expect(ruledOut).toContainEqual({ cause: 'RC_NOT_FOUND', because: 'record_found' })
  })

  it('never tells a cardholder what was ruled out for merchants only', () => {
    const { ruledOut } = diagnose(sampleCase({ ...cardholder, record: null }))
    expect(ruledOut.map(({ cause }) => cause)).not.toContain('RC_RISK_HOLD')
  })

  it('puts the observation that decides first among the evidence', () => {
    const told: Told = { record: { payout: { state: 'returned', failureText: '户名不符' } } }
    expect(diagnose(sampleCase(told)).evidence[0]).toEqual({
      observation: 'return_reason_account',
      source: 'payout_record',
    })
  })
})
