import { hasOpenDispute, latestRefund } from '../stage.ts'
import type { TransactionRecord } from '../transaction.ts'
import type { CaseEvidence } from './case-evidence.ts'
import { observeIncidents } from './observe-incidents.ts'
import { observeMoney } from './observe-money.ts'
import { observePayout } from './observe-payout.ts'
import { reasonIs } from './reasons.ts'
import { type Seen, seenIn } from './seen.ts'

/** Reads everything that can be said about a case, as observations. Nothing is guessed. */
export function observe(evidence: CaseEvidence): Seen[] {
  return [...observeRecord(evidence), ...observeStory(evidence)]
}

function observeStory({ story }: CaseEvidence): Seen[] {
  return story.cues.map((cue) => ({ observation: `said_${cue}` as const, source: 'customer' }))
}

function observeRecord(evidence: CaseEvidence): Seen[] {
  const { record } = evidence
  const around = [...observeMerchant(evidence), ...observeIncidents(evidence)]
  if (!record) return [...seenIn('transaction_record', { nothing_found: true }), ...around]
  return [
    ...observePayment(record, evidence.now),
    ...(evidence.role === 'merchant' ? observeHold(record) : []),
    ...observeRefund(record, evidence),
    ...observeTwins(record, evidence),
    ...observePayout(record, evidence),
    ...observeMoney(record, evidence),
    ...observeDispute(record),
    ...around,
  ]
}

const timeoutCodes = ['06', '09', '68', '91', '92', '96', '98', 'A0']
const terminalFaultCodes = ['30', '77', '95', '97', '99']

function observePayment(record: TransactionRecord, now: Date): Seen[] {
  const { payment, type } = record
  const undone = payment === 'canceled' || payment === 'expired' || type === 'void'
  const open = payment === 'authorized' || payment === 'partially_authorized'
  const captured = payment === 'captured' && type !== 'void' && type !== 'reversal'
  const uploaded = !(record.entryMode === 'offline' && !captured && !undone)
  const code = record.responseCode?.scheme === 'iso8583_39' ? record.responseCode.code : ''
  return seenIn('transaction_record', {
    captured,
    payment_approved: captured || open,
    payment_declined: payment === 'declined' || payment === 'failed',
    outcome_unknown: ['unknown', 'processing', 'created', 'pending_customer'].includes(payment),
    payment_reversed: payment === 'reversed',
    payment_voided: undone,
    auth_only: open,
    hold_expiring: open && endsWithin(record.captureBefore, now, 24),
    is_preauth: type === 'preauth',
    offline_not_uploaded: !uploaded,
    timeout_code: timeoutCodes.includes(code),
    terminal_fault_code: terminalFaultCodes.includes(code),
    limit_code: code === '61',
    reversal_record: Boolean(record.reversal && record.reversal.state !== 'none'),
    reversed_after_approval: record.outcome === 'reversed_after_approval',
  })
}

function endsWithin(instant: string | undefined, now: Date, hours: number): boolean {
  if (!instant) return false
  return Date.parse(instant) - now.getTime() <= hours * 3_600_000
}

function observeHold(record: TransactionRecord): Seen[] {
  const { state, hold } = record.settlement
  const reason = hold?.publicReason
  const held = state === 'held'
  return seenIn('transaction_record', {
    held,
    not_held: !held && state !== 'not_reported',
    hold_documents_expired: held && reasonIs('documents', reason),
    hold_over_limit: held && reasonIs('limit', reason),
    hold_new_rule: held && reasonIs('rule', reason),
    hold_by_authority: held && reasonIs('authority', reason),
    hold_below_minimum: held && reasonIs('minimum', reason),
    hold_first_payout: held && reasonIs('firstPayout', reason),
    hold_dispute: held && reasonIs('dispute', reason),
  })
}

function observeDispute(record: TransactionRecord): Seen[] {
  const open = hasOpenDispute(record)
  return seenIn('transaction_record', { dispute_open: open, no_dispute: !open })
}

const dayMs = 86_400_000

function observeRefund(record: TransactionRecord, evidence: CaseEvidence): Seen[] {
  const refund = latestRefund(record)
  const asked = evidence.story.concern === 'refund'
  const isRefund = record.type === 'refund'
  if (!refund) {
    return seenIn('transaction_record', {
      no_refund_recorded: asked && !isRefund && !isUndone(record),
      without_refund: !isUndone(record) && !isRefund,
      record_found: !asked || isUndone(record) || isRefund,
      refund_without_sale: isRefund && !record.providerIds.sale,
    })
  }
  const done = refund.state === 'succeeded'
  const pending = refund.state === 'pending' || refund.state === 'requires_action'
  const wait = Date.parse(refund.createdAt) - Date.parse(record.createdAt)
  return seenIn('transaction_record', {
    record_found: true,
    refund_failed: refund.state === 'failed',
    refund_pending: pending,
    refund_pending_too_long: pending && evidence.sideWindow?.status === 'overdue',
    refund_succeeded: done,
    refund_as_reversal: done && (wait <= dayMs || isUndone(record)),
  })
}

function isUndone(record: TransactionRecord): boolean {
  return ['reversed', 'canceled', 'expired'].includes(record.payment) || record.type === 'void'
}

function observeTwins(record: TransactionRecord, { role, twins }: CaseEvidence): Seen[] {
  if (role === 'merchant' && twins.length === 0) return []
  const captured = [record, ...twins].filter((each) => each.payment === 'captured')
  const undone = [record, ...twins].filter(isUndone)
  return seenIn('transaction_record', {
    two_captures: captured.length >= 2,
    pair_with_one_reversed: captured.length === 1 && undone.length >= 1,
    single_charge: captured.length <= 1 && undone.length === 0 && twins.length === 0,
  })
}

/** Field 39 knows only the card's limit; the shop's own stands in the provider's words. */
function isRefusedOverMerchantLimit(record: TransactionRecord | undefined): boolean {
  const refused = record?.payment === 'declined' || record?.payment === 'failed'
  return (
    refused &&
    /merchant.{0,24}limit|limit.{0,24}merchant|商户.{0,8}限额/iu.test(
      record?.responseCode?.text ?? '',
    )
  )
}

function observeMerchant(evidence: CaseEvidence): Seen[] {
  const { merchant, role, record } = evidence
  const status = merchant?.status ?? ''
  const unknown = status === 'unknown' || (!evidence.merchantKnown && Boolean(evidence.record))
  return [
    ...seenIn('merchant_record', {
      merchant_unknown_to_acquirer: role === 'merchant' && unknown,
      merchant_documents_expired: reasonIs('documents', status),
      merchant_over_limit: reasonIs('limit', status) || isRefusedOverMerchantLimit(record),
      merchant_suspended: /suspend|frozen|停用|暂停/iu.test(status),
    }),
    ...seenIn('complaint_record', {
      complaint_past_its_clock: Boolean(evidence.overdueComplaint),
    }),
  ]
}
