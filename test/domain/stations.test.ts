import { describe, expect, it } from 'vitest'
import type { CaseEvidence } from '../../src/domain/diagnosis/case-evidence.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { datedStations } from '../../src/domain/stations.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import { sampleRecord } from './diagnosis/sample.ts'

const timeZone = 'Asia/Shanghai'

interface Told {
  record?: Partial<TransactionRecord>
  role?: CaseEvidence['role']
  settDate?: string
  stage?: Stage
  expectedBy?: string
  zone?: string
}

/** The stations as one line each. */
function shown({ record, role = 'merchant', settDate, stage, expectedBy, zone }: Told): string[] {
  const evidence: CaseEvidence = {
    role,
    record: sampleRecord(record),
    twins: [],
    merchantKnown: true,
    payouts: [],
    payout: settDate
      ? { id: 'P1', merchantId: 'M1001', state: 'sent', amount: sampleRecord().amount, settDate }
      : undefined,
    incidents: [],
    story: { concern: 'payout', cues: [] },
    now: new Date('2026-11-18T12:00:00+08:00'),
  }
  const dates = { stage: stage ?? 'SETTLING_ON_TIME', expectedBy, timeZone: zone ?? timeZone }
  return datedStations(evidence, dates).map(
    ({ station, at, expected }) => `${station} ${at}${expected ? ' expected' : ''}`,
  )
}

const authorised = 'authorised 2026-11-16T14:00:00+08:00'
const sentAt = '2026-11-18T08:00:00+08:00'
const creditedAt = '2026-11-18T11:20:00+08:00'

describe('the dates of the stations', () => {
  it('are those that the record shows, and the one that is expected', () => {
    expect(shown({ expectedBy: '2026-11-18T18:00:00+08:00' })).toEqual([
      authorised,
      'credited 2026-11-18T18:00:00+08:00 expected',
    ])
  })

  it('are all there once the money is', () => {
    const record: Partial<TransactionRecord> = {
      settlement: { state: 'available' },
      payout: { state: 'credited', sentAt, creditedAt },
    }
    expect(shown({ record, settDate: '2026-11-17', stage: 'CREDITED' })).toEqual([
      authorised,
      'settled 2026-11-17',
      `paid_out ${sentAt}`,
      `credited ${creditedAt}`,
    ])
  })

  it('call nothing credited that was sent', () => {
    const record = { payout: { state: 'sent', sentAt, creditedAt } } as const
    const told = { record, stage: 'PAYOUT_SENT', expectedBy: '2026-11-19' } as const
    expect(shown(told)).toEqual([authorised, `paid_out ${sentAt}`, 'credited 2026-11-19 expected'])
  })

  it.each(['none', 'not_reported', 'scheduled', 'failed', 'returned', 'frozen'] as const)(
    'say nothing of a payout that is %s',
    (state) => {
      const record = { payout: { state, sentAt, creditedAt } }
      expect(shown({ record, settDate: '2026-11-17' })).toEqual([authorised])
    },
  )

  it.each(['pending', 'held', 'netted', 'not_reported', 'not_applicable'] as const)(
    'say nothing of a settlement that is %s',
    (state) => {
      expect(shown({ record: { settlement: { state } }, settDate: '2026-11-17' })).toEqual([
        authorised,
      ])
    },
  )

  it('leave out what lies ahead of now, and what comes after a later station', () => {
    const settlement = { state: 'available' } as const
    expect(shown({ record: { settlement }, settDate: '2026-11-19' })).toEqual([authorised])
    const payout = { state: 'sent', sentAt: '2026-11-17T20:00:00+08:00' } as const
    expect(shown({ record: { settlement, payout }, settDate: '2026-11-18' })).toEqual([
      authorised,
      'paid_out 2026-11-17T20:00:00+08:00',
    ])
  })

  it('keep a day a day, and tell an instant by the wall clock of the customer', () => {
    expect(shown({ record: { createdAt: '2026-11-16' } })).toEqual(['authorised 2026-11-16'])
    expect(shown({ record: { createdAt: '2026-11-16T18:00:00Z' } })).toEqual([
      'authorised 2026-11-17T02:00:00+08:00',
    ])
    expect(shown({ zone: 'America/New_York' })).toEqual(['authorised 2026-11-16T01:00:00-05:00'])
  })

  it('show a cardholder when they paid, and nothing of how the shop is paid', () => {
    const record: Partial<TransactionRecord> = {
      settlement: { state: 'available' },
      payout: { state: 'credited', sentAt, creditedAt },
    }
    const told = { record, settDate: '2026-11-17', expectedBy: '2026-11-19' }
    expect(shown({ ...told, role: 'cardholder' })).toEqual([authorised])
  })

  it.each<Stage>(['AUTH_HOLD', 'REFUNDING', 'DECLINED', 'HELD_RISK', 'PAYOUT_FAILED'])(
    'promise no arrival at %s, where a date is about something else',
    (stage) => {
      expect(shown({ stage, expectedBy: '2026-11-19' })).toEqual([authorised])
    },
  )

  it.each(['declined', 'failed', 'unknown', 'processing', 'canceled'] as const)(
    'name no authorisation for a payment that is %s',
    (payment) => {
      expect(shown({ record: { payment } })).toEqual([])
    },
  )

  it('name no payment for a payout that names none', () => {
    const record = { type: 'unknown', id: 'P1', payout: { state: 'sent', id: 'P1' } } as const
    expect(shown({ record })).toEqual([])
  })

  it('are left out in a fraud, where the way of the money is not the matter', () => {
    expect(shown({ stage: 'FRAUD', expectedBy: '2026-11-19' })).toEqual([])
  })
})
