import type { Money } from '../../domain/money.ts'
import type {
  ComplaintRecord,
  Dispute,
  Incident,
  Merchant,
  Payout,
  References,
  Refund,
  SettlementHold,
  TransactionRecord,
} from '../../domain/transaction.ts'
import { dayOrInstantIn, endInstantIn, instantIn } from './dates.ts'
import type {
  WrittenComplaint,
  WrittenDispute,
  WrittenIncident,
  WrittenMerchant,
  WrittenPayout,
  WrittenTransaction,
} from './record-schema.ts'

/*
 * From what is written to the record of the domain. Dates without a time become instants in the
 * merchant's zone, except those that mean a whole day (expected days, arrival days, deadlines).
 */

type DateReading = (zone: string, text: string) => string

function at(zone: string, text: string | undefined, read: DateReading = instantIn) {
  return text === undefined ? undefined : read(zone, text)
}

/** A copy without keys that hold undefined. */
function compact<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(kept) as T
}

type PartMoney = { minor: number; currency?: string | undefined }

function inCurrencyOf<T extends PartMoney>(part: T | undefined, whole: Money) {
  return part && { ...part, currency: part.currency ?? whole.currency }
}

function references(written: WrittenTransaction): References {
  const { rrn, stan, authCode, orderNo, arn, batchNo, terminalId } = written
  const top = compact({ rrn, stan, authCode, orderNo, arn, batchNo, terminalId })
  return { ...top, ...written.refs }
}

function refundsOf(written: WrittenTransaction, zone: string): Refund[] {
  return written.refunds.map((refund, index) =>
    compact({
      ...refund,
      id: refund.id ?? `${written.id}-refund-${index + 1}`,
      createdAt: instantIn(zone, refund.createdAt ?? written.createdAt),
      failedAt: at(zone, refund.failedAt),
    }),
  )
}

function holdOf(written: WrittenTransaction, zone: string): SettlementHold | undefined {
  const { hold } = written.settlement
  return hold && compact({ ...hold, since: at(zone, hold.since) })
}

function payoutOf(written: WrittenTransaction, zone: string): TransactionRecord['payout'] {
  const { payout } = written
  return compact({
    ...payout,
    amount: inCurrencyOf(payout.amount, written.amount),
    arrivalDate: at(zone, payout.arrivalDate, dayOrInstantIn),
    creditedAt: at(zone, payout.creditedAt),
    sentAt: at(zone, payout.sentAt),
  })
}

function tracks(written: WrittenTransaction, zone: string) {
  const { settlement, dispute, reversal } = written
  return {
    payment: written.payment,
    clearing: written.clearing,
    settlement: compact({
      ...settlement,
      expectedAt: at(zone, settlement.expectedAt, dayOrInstantIn),
      hold: holdOf(written, zone),
    }),
    payout: payoutOf(written, zone),
    refunds: refundsOf(written, zone),
    dispute: compact({ ...dispute, dueAt: at(zone, dispute.dueAt, dayOrInstantIn) }),
    reversal: reversal && compact({ ...reversal, at: at(zone, reversal.at) }),
  }
}

/** What the source does not say about a record. */
export interface RecordContext {
  /** IANA zone of the merchant. */
  zone: string
  provider: string
  /** When the record was read, if it does not say so itself. */
  fetchedAt: string
}

/** The domain's record of a written transaction. */
export function completeTransaction(
  written: WrittenTransaction,
  { zone, provider, fetchedAt }: RecordContext,
): TransactionRecord {
  return compact({
    id: written.id,
    provider: written.provider ?? provider,
    providerIds: written.providerIds ?? {},
    merchantId: written.merchantId,
    type: written.type,
    amount: written.amount,
    fee: inCurrencyOf(written.fee, written.amount),
    net: inCurrencyOf(written.net, written.amount),
    createdAt: instantIn(zone, written.createdAt),
    tradeDay: written.tradeDay,
    card: written.card,
    entryMode: written.entryMode,
    responseCode: written.responseCode,
    refs: references(written),
    ...tracks(written, zone),
    descriptor: written.descriptor,
    outcome: written.outcome,
    captureBefore: at(zone, written.captureBefore, dayOrInstantIn),
    fetchedAt: at(zone, written.fetchedAt) ?? fetchedAt,
    stale: written.stale,
  })
}

/** The domain's record of a written merchant. */
export function completeMerchant(written: WrittenMerchant, zone: string): Merchant {
  const { accountChange } = written
  return compact({
    ...written,
    accountChange: accountChange && {
      ...accountChange,
      at: instantIn(zone, accountChange.at),
    },
  })
}

/** The domain's record of a written payout. */
export function completePayout(written: WrittenPayout, zone: string): Payout {
  return compact({
    ...written,
    arrivalDate: at(zone, written.arrivalDate, dayOrInstantIn),
    creditedAt: at(zone, written.creditedAt),
    fileCutAt: at(zone, written.fileCutAt),
  })
}

/** The domain's record of a written incident. */
export function completeIncident(written: WrittenIncident, zone: string): Incident {
  return compact({
    ...written,
    startedAt: instantIn(zone, written.startedAt),
    endsAt: at(zone, written.endsAt, endInstantIn),
  })
}

/** The domain's record of a written dispute. */
export function completeDispute(written: WrittenDispute, zone: string): Dispute {
  return compact({ ...written, dueAt: at(zone, written.dueAt, dayOrInstantIn) })
}

/** The domain's record of a written complaint. */
export function completeComplaint(written: WrittenComplaint, zone: string): ComplaintRecord {
  return compact({
    ...written,
    openedAt: instantIn(zone, written.openedAt),
    ackSentAt: at(zone, written.ackSentAt),
    finalResponseAt: at(zone, written.finalResponseAt),
    dueAt: at(zone, written.dueAt, dayOrInstantIn),
  })
}
