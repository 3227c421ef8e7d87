import { toOffsetIso } from '../../domain/local-time.ts'
import type { Money } from '../../domain/money.ts'
import type {
  ClearingState,
  Payout,
  PayoutState,
  SettlementState,
  TransactionRecord,
} from '../../domain/transaction.ts'
import type { WorldTransaction } from '../world/world.ts'
import type { PayCycle, PayTimes } from './pay-cycle.ts'

/* A record only ever goes forward: a track that is further than the clock says stays as it is. */
const clearingRank: Partial<Record<ClearingState, number>> = {
  not_reported: 0,
  not_cleared: 0,
  submitted: 1,
  cleared: 2,
}
const settlementRank: Partial<Record<SettlementState, number>> = {
  not_reported: 0,
  pending: 1,
  available: 2,
}
const payoutRank: Partial<Record<PayoutState, number>> = {
  not_reported: 0,
  none: 0,
  scheduled: 1,
  in_transit: 2,
  sent: 3,
  credited: 4,
}

/** True when nothing but time stands between the record and the merchant's account. */
function canMove(record: TransactionRecord): boolean {
  return (
    record.payment === 'captured' &&
    clearingRank[record.clearing] !== undefined &&
    settlementRank[record.settlement.state] !== undefined &&
    payoutRank[record.payout.state] !== undefined &&
    ['none', 'won', 'closed'].includes(record.dispute.state)
  )
}

function clearingAt(record: TransactionRecord, { clearedAt }: PayTimes, now: Date): ClearingState {
  const due = now >= clearedAt ? 'cleared' : 'submitted'
  return (clearingRank[record.clearing] ?? 0) > (clearingRank[due] ?? 0) ? record.clearing : due
}

function settlementAt(
  record: TransactionRecord,
  { availableAt }: PayTimes,
  now: Date,
): TransactionRecord['settlement'] {
  const due = now >= availableAt ? 'available' : 'pending'
  const ahead = (settlementRank[record.settlement.state] ?? 0) > (settlementRank[due] ?? 0)
  return ahead ? record.settlement : { ...record.settlement, state: due }
}

/** The account that was in force when the transfer was sent. */
function destinationOf({ merchant }: PayCycle, sentAt: Date): string | undefined {
  const { accountChange, settlementAccountLast4 } = merchant
  if (!accountChange) return settlementAccountLast4
  return sentAt < new Date(accountChange.at) ? accountChange.oldLast4 : accountChange.newLast4
}

function paidAmount(record: TransactionRecord): Money {
  if (record.net) return record.net
  const { minor, currency } = record.amount
  return { minor: minor - (record.fee?.minor ?? 0), currency }
}

function transfer(record: TransactionRecord, cycle: PayCycle, times: PayTimes) {
  return {
    id: `po-${record.merchantId}-${times.arrivalDay.replaceAll('-', '')}`,
    amount: paidAmount(record),
    arrivalDate: times.arrivalDay,
    destinationLast4: destinationOf(cycle, times.sentAt),
    sentAt: toOffsetIso(times.sentAt, cycle.zone),
  }
}

function payoutAt(
  record: TransactionRecord,
  cycle: PayCycle,
  { times, now }: { times: PayTimes; now: Date },
): TransactionRecord['payout'] {
  const rank = payoutRank[record.payout.state] ?? 0
  if (now >= times.creditedAt && rank < 4) {
    const creditedAt = toOffsetIso(times.creditedAt, cycle.zone)
    const { payout } = record
    return { ...transfer(record, cycle, times), ...payout, state: 'credited', creditedAt }
  }
  if (now >= times.sentAt && rank < 2) {
    return { ...transfer(record, cycle, times), ...record.payout, state: 'in_transit' }
  }
  return rank === 0 ? { ...record.payout, state: 'none' } : record.payout
}

/**
 * The record as it stands at that moment. A captured record with `moves` goes forward on the
 * merchant's schedule (cleared, available, in transit, credited); every other stays as written.
 */
export function recordAt(
  record: WorldTransaction,
  cycle: PayCycle | undefined,
  now: Date,
): TransactionRecord {
  const { moves, ...rest } = record
  if (!moves || !cycle || !canMove(record)) return rest
  const times = cycle.timesOf(record)
  if (!times) return rest
  return {
    ...rest,
    clearing: clearingAt(record, times, now),
    settlement: settlementAt(record, times, now),
    payout: payoutAt(record, cycle, { times, now }),
  }
}

/** The transfers the simulator itself has made: one a merchant and day, from its moved records. */
export function payoutsOf(records: TransactionRecord[]): Payout[] {
  const byId = new Map<string, Payout>()
  for (const { id, merchantId, payout } of records) {
    if (!payout.id || !payout.amount) continue
    const known = byId.get(payout.id)
    const minor = payout.amount.minor + (known?.amount.minor ?? 0)
    byId.set(payout.id, {
      id: payout.id,
      merchantId,
      state: payout.state,
      amount: { minor, currency: payout.amount.currency },
      arrivalDate: payout.arrivalDate,
      settDate: payout.arrivalDate?.slice(0, 10),
      destinationLast4: payout.destinationLast4,
      creditedAt: payout.creditedAt,
      traceRef: payout.traceRef,
      transactionIds: [...(known?.transactionIds ?? []), id],
    })
  }
  return [...byId.values()]
}
