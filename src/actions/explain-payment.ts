import { weekdaysOnly } from '../domain/business-days.ts'
import type { BusinessCalendar, CalendarOf } from '../domain/calendar.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { isComplaintOverdue } from '../domain/complaints/complaint-overdue.ts'
import type { CaseEvidence, Concern } from '../domain/diagnosis/case-evidence.ts'
import type { Cause } from '../domain/diagnosis/causes.ts'
import { type Diagnosis, diagnose } from '../domain/diagnosis/diagnose.ts'
import { type Plan, planFor } from '../domain/diagnosis/plan.ts'
import { zoneOfPlace, zoneWrittenIn } from '../domain/place-zone.ts'
import { calculateSettlement } from '../domain/settlement/calculate-settlement.ts'
import type { SettlementAnswer } from '../domain/settlement/settlement-answer.ts'
import { sideWindowOf } from '../domain/settlement/side-window.ts'
import type { Incident, TransactionRecord } from '../domain/transaction.ts'
import type { MerchantFile, PaymentProvider } from '../ports/payment-provider.ts'
import { inTime, isTwin } from './look-up-payment.ts'

/** A diagnosis with its dates and everything it rests on. */
export interface Explanation {
  diagnosis: Diagnosis
  plan: Plan
  evidence: CaseEvidence
  timeZone: string
}

export interface ExplainNeeds {
  provider: PaymentProvider
  calendarOf: CalendarOf
  now: Date
  /** The customer's zone, used where the merchant's window names none. */
  timeZone: string
  timeoutMs: number
}

export interface Question {
  record: TransactionRecord | undefined
  facts: CaseFacts
  role: 'merchant' | 'cardholder'
  /** For a signed-in merchant whose payment was not found. */
  merchantId?: string | undefined
  /** A cause that is settled by the conversation itself: a complaint overdue, an unauthorised charge. */
  cause?: Cause | undefined
}

/** Gathers what bears on the case, finds the cause and works out the dates. Throws `Failure`. */
export async function explainPayment(
  question: Question,
  needs: ExplainNeeds,
): Promise<Explanation> {
  const merchantId = question.record?.merchantId ?? question.merchantId
  const [file, incidents, twins] = await inTime(
    Promise.all([
      merchantId ? needs.provider.merchantFile(merchantId) : undefined,
      needs.provider.incidents(),
      findTwins(question, needs),
    ]),
    needs.timeoutMs,
  )
  const evidence = gather(question, { file, incidents, twins }, needs)
  const timeZone = zoneOf(evidence) ?? needs.timeZone
  const diagnosis = withCause(diagnose(evidence), question)
  const calendar = calendarFor(evidence, needs.calendarOf)
  return {
    diagnosis,
    plan: planFor(diagnosis.cause, evidence, { calendar, timeZone }),
    evidence,
    timeZone,
  }
}

/** Times are told as the record itself is written; a record in UTC by its settlement window. */
function zoneOf({ record, settlement, merchant }: CaseEvidence): string | undefined {
  const zone = settlement?.timeZone
  const written = zoneWrittenIn(record?.createdAt ?? '', { country: merchant?.country, zone })
  return written ?? zoneOfPlace(zone, merchant?.country)
}

/** Fraud that a customer reports outranks whatever the record shows. */
const fraudCauses: readonly Cause[] = ['RC_FRAUD_VICTIM', 'RC_FRAUD_ATTEMPT', 'RC_UNAUTHORISED']

function withCause(found: Diagnosis, { cause, record }: Question): Diagnosis {
  const isFraud = fraudCauses.includes(cause ?? found.cause)
  const seen = cause && !record ? withoutRecord(found) : found
  const diagnosis: Diagnosis = isFraud ? { ...seen, stage: 'FRAUD' } : seen
  if (!cause || cause === diagnosis.cause) return diagnosis
  const others = diagnosis.candidates.filter((each) => each.cause !== cause)
  return {
    ...diagnosis,
    cause,
    candidates: [{ cause, probability: 1 }, ...others.map((each) => ({ ...each, probability: 0 }))],
    ruledOut: diagnosis.ruledOut.filter((each) => each.cause !== cause),
    question: undefined,
  }
}

/** No payment was looked for: that none is there is no evidence, and rules nothing out. */
function withoutRecord(found: Diagnosis): Diagnosis {
  const evidence = found.evidence.filter(({ observation }) => observation !== 'nothing_found')
  return { ...found, evidence, ruledOut: [] }
}

async function findTwins(
  { record, role, facts }: Question,
  { provider }: ExplainNeeds,
): Promise<TransactionRecord[]> {
  const asked = role === 'cardholder' || facts.concern === 'duplicate'
  if (!record?.card?.last4 || !asked) return []
  const at = Date.parse(record.createdAt)
  const near = await provider.findTransactions({
    merchantId: record.merchantId,
    last4: record.card.last4,
    amountsMinor: [record.amount.minor],
    from: new Date(at - dayMs).toISOString(),
    to: new Date(at + dayMs).toISOString(),
    limit: 10,
  })
  return near.filter((each) => each.id !== record.id && isTwin(each, record))
}

const dayMs = 86_400_000

interface Gathered {
  file: MerchantFile | undefined
  incidents: Incident[]
  twins: TransactionRecord[]
}

function gather(question: Question, gathered: Gathered, needs: ExplainNeeds): CaseEvidence {
  const { record, facts, role } = question
  const { file } = gathered
  const payout = record ? payoutOf(record, file) : undefined
  return {
    role,
    record,
    twins: gathered.twins,
    merchant: file?.merchant,
    merchantKnown: Boolean(file),
    payouts: file?.payouts ?? [],
    payout,
    settlement: window({ record, file, provider: true }, needs),
    rule: window({ record, file, provider: false }, needs),
    sideWindow: record ? sideWindow(record, file, needs) : undefined,
    overdueComplaint: file?.complaints.find(
      (complaint) => isComplaintOverdue(complaint, needs.now, needs.calendarOf).overdue,
    ),
    incidents: gathered.incidents,
    story: {
      concern: facts.concern ?? defaultConcern(role),
      cues: facts.cues,
      amountMinor: facts.amount?.minor,
      amountIsApproximate: facts.amount?.approximate,
      otherAmountsMinor: facts.otherAmounts?.map(({ minor }) => minor),
      receivedMinor: facts.received?.minor,
    },
    now: needs.now,
  }
}

function defaultConcern(role: 'merchant' | 'cardholder'): Concern {
  return role === 'merchant' ? 'payout' : 'charge'
}

function payoutOf(record: TransactionRecord, file: MerchantFile | undefined) {
  return file?.payouts.find(
    (payout) => payout.id === record.payout.id || payout.transactionIds?.includes(record.id),
  )
}

interface WindowQuestion {
  record: TransactionRecord | undefined
  file: MerchantFile | undefined
  /** Whether the provider's own dates are used. */
  provider: boolean
}

function window(question: WindowQuestion, needs: ExplainNeeds): SettlementAnswer | undefined {
  const { record, file } = question
  if (!record || !file) return undefined
  const { merchant } = file
  return calculateSettlement(
    {
      windowId: merchant.windowId,
      saleAt: record.createdAt,
      cutoffOverride: merchant.cutoff,
      providerTradeDay: record.tradeDay,
      providerExpectedAt: question.provider ? providerDate(record, file) : undefined,
      now: needs.now,
    },
    needs.calendarOf,
  )
}

/** The provider's own date, the most specific first. */
function providerDate(record: TransactionRecord, file: MerchantFile): string | undefined {
  const payout = payoutOf(record, file)
  return (
    record.payout.arrivalDate ??
    payout?.arrivalDate ??
    record.settlement.expectedAt ??
    payout?.settDate
  )
}

function sideWindow(
  record: TransactionRecord,
  file: MerchantFile | undefined,
  needs: ExplainNeeds,
): SettlementAnswer | undefined {
  const side = sideWindowOf(record, file?.merchant)
  if (!side) return undefined
  return calculateSettlement({ ...side, now: needs.now }, needs.calendarOf)
}

const calendarsByCountry: Record<string, string> = {
  CN: 'cn_state_council',
  GB: 'gb_england',
  US: 'us_federal_reserve',
  IE: 'ie',
  AU: 'au_public_holidays',
}

/** The working days of the place the money moves in; Monday to Friday where none is known. */
function calendarFor({ merchant }: CaseEvidence, calendarOf: CalendarOf): BusinessCalendar {
  const country = merchant?.country ?? (merchant?.windowId.startsWith('cn.') === false ? '' : 'CN')
  return calendarOf(calendarsByCountry[country] ?? '') ?? weekdaysOnly
}
