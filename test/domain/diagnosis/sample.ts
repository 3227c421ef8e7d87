import { createCalendars } from '../../../src/connectors/calendars.ts'
import { weekdaysOnly } from '../../../src/domain/business-days.ts'
import type { CaseEvidence, Story } from '../../../src/domain/diagnosis/case-evidence.ts'
import { observe } from '../../../src/domain/diagnosis/observe.ts'
import type { Place } from '../../../src/domain/diagnosis/plan.ts'
import { calculateSettlement } from '../../../src/domain/settlement/calculate-settlement.ts'
import type { SettlementAnswer } from '../../../src/domain/settlement/settlement-answer.ts'
import { sideWindowOf } from '../../../src/domain/settlement/side-window.ts'
import type { Merchant, TransactionRecord } from '../../../src/domain/transaction.ts'

export const calendarOf = createCalendars()

/** The place the sample merchant is paid in. */
export const place: Place = {
  calendar: calendarOf('cn_state_council') ?? weekdaysOnly,
  timeZone: 'Asia/Shanghai',
}

/** Tuesday noon in Shanghai: the sample sale of Monday afternoon is due today. */
export const tuesdayNoon = new Date('2026-11-17T12:00:00+08:00')

/** A sale of ¥10,000.00 on Monday 2026-11-16 at 14:00 that nothing has happened to yet. */
export function sampleRecord(change: Partial<TransactionRecord> = {}): TransactionRecord {
  return {
    id: 'T1',
    provider: 'sandbox',
    providerIds: {},
    merchantId: 'M1001',
    type: 'sale',
    amount: { minor: 1_000_000, currency: 'CNY' },
    fee: { minor: 6_000, currency: 'CNY' },
    net: { minor: 994_000, currency: 'CNY' },
    createdAt: '2026-11-16T14:00:00+08:00',
    card: { last4: '6225' },
    entryMode: 'contactless',
    refs: { rrn: '123456789012', terminalId: '60010001' },
    payment: 'captured',
    clearing: 'submitted',
    settlement: { state: 'pending' },
    payout: { state: 'none' },
    refunds: [],
    dispute: { state: 'none' },
    fetchedAt: '2026-11-17T12:00:00+08:00',
    stale: false,
    ...change,
  }
}

export function sampleMerchant(change: Partial<Merchant> = {}): Merchant {
  return {
    id: 'M1001',
    name: '晨光便利店',
    country: 'CN',
    provider: 'sandbox',
    windowId: 'cn.pos.t1',
    settlementAccountLast4: '6688',
    accountClass: 'corporate',
    feeRateBp: 60,
    status: 'active',
    ...change,
  }
}

/** A case as a test tells it: changes of the sample record, merchant and story; `null`: there is none. */
export interface Told extends Partial<Omit<CaseEvidence, 'record' | 'merchant' | 'story' | 'now'>> {
  record?: Partial<TransactionRecord> | null | undefined
  merchant?: Partial<Merchant> | null
  story?: Partial<Story>
  now?: string
}

/** The evidence of a case, with the windows the records and the calendars give. */
export function sampleCase(told: Told = {}): CaseEvidence {
  const { record: recordChange, merchant: merchantChange, story, now: at, ...rest } = told
  const now = at === undefined ? tuesdayNoon : new Date(at)
  const record = recordChange === null ? undefined : sampleRecord(recordChange)
  const merchant = merchantChange === null ? undefined : sampleMerchant(merchantChange)
  const role = told.role ?? 'merchant'
  return {
    role,
    record,
    twins: [],
    merchant,
    merchantKnown: merchant !== undefined,
    payouts: [],
    settlement: payoutWindow(record, merchant, { now, provider: true }),
    rule: payoutWindow(record, merchant, { now, provider: false }),
    sideWindow: sideAnswer(record, merchant, now),
    incidents: [],
    story: { concern: role === 'merchant' ? 'payout' : 'charge', cues: [], ...story },
    now,
    ...rest,
  }
}

function payoutWindow(
  record: TransactionRecord | undefined,
  merchant: Merchant | undefined,
  { now, provider }: { now: Date; provider: boolean },
): SettlementAnswer | undefined {
  if (!record || !merchant) return undefined
  const reported = record.payout.arrivalDate ?? record.settlement.expectedAt
  const providerExpectedAt = provider ? reported : undefined
  const { windowId, cutoff: cutoffOverride } = merchant
  const saleAt = record.createdAt
  return calculateSettlement(
    { windowId, saleAt, cutoffOverride, providerExpectedAt, now },
    calendarOf,
  )
}

function sideAnswer(
  record: TransactionRecord | undefined,
  merchant: Merchant | undefined,
  now: Date,
): SettlementAnswer | undefined {
  const side = record && sideWindowOf(record, merchant)
  return side && calculateSettlement({ ...side, now }, calendarOf)
}

/** The names of what is seen in a case. */
export function seenIn(told: Told): string[] {
  return observe(sampleCase(told)).map(({ observation }) => observation)
}
