import type { Dispute, Payout, TransactionRecord } from '../../domain/transaction.ts'
import type { World } from '../world/world.ts'

/** What the lists of a world say about single transactions. */
export interface TrackLists {
  payoutOf(record: TransactionRecord): Payout | undefined
  disputeOf(record: TransactionRecord): Dispute | undefined
}

/** Indexes the lists; only an entry of the record's own merchant counts, the last one wins. */
export function trackLists(world: World): TrackLists {
  const payouts = new Map<string, Payout>()
  for (const payout of world.payouts) {
    for (const id of payout.transactionIds ?? []) payouts.set(`${payout.merchantId} ${id}`, payout)
  }
  const disputes = new Map<string, Dispute>()
  for (const dispute of world.disputes) {
    if (dispute.transactionId === undefined) continue
    disputes.set(`${dispute.merchantId} ${dispute.transactionId}`, dispute)
  }
  const keyOf = (record: TransactionRecord) => `${record.merchantId} ${record.id}`
  return {
    payoutOf: (record) => payouts.get(keyOf(record)),
    disputeOf: (record) => disputes.get(keyOf(record)),
  }
}

function saysNothing(state: string): boolean {
  return state === 'none' || state === 'not_reported'
}

function payoutTrack(record: TransactionRecord, listed: Payout | undefined) {
  const own = record.payout
  if (!listed) return own
  const { id, state, amount, arrivalDate, destinationLast4 } = listed
  const { failureCode, failureText, traceRef, creditedAt } = listed
  const details = { id, amount, arrivalDate, destinationLast4, failureCode, failureText, traceRef }
  if (saysNothing(own.state)) return { ...details, creditedAt, ...own, state }
  // A bare state ("sent") that the list agrees with is the same payout.
  const isSame = own.id === id || (own.id === undefined && own.state === state)
  return isSame ? { ...details, creditedAt, ...own } : own
}

function disputeTrack(record: TransactionRecord, listed: Dispute | undefined) {
  const own = record.dispute
  if (!listed || own.state !== 'none') return own
  const { id, state, dueAt, reason } = listed
  return { id, dueAt, reason, ...own, state }
}

/** The record with its payout and dispute taken from the lists where it says nothing itself. */
export function withListedTracks(record: TransactionRecord, lists: TrackLists): TransactionRecord {
  return {
    ...record,
    payout: payoutTrack(record, lists.payoutOf(record)),
    dispute: disputeTrack(record, lists.disputeOf(record)),
  }
}
