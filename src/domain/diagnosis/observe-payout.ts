import type { SettlementAnswer } from '../settlement/settlement-answer.ts'
import type { TransactionRecord } from '../transaction.ts'
import type { CaseEvidence } from './case-evidence.ts'
import { reasonIs } from './reasons.ts'
import { type Seen, seenIn } from './seen.ts'

/** Credits from unlinked accounts to a Type II personal account stop at 10,000 CNY a day. */
const typeTwoDailyLimitMinor = 1_000_000

const cameBack = ['failed', 'returned', 'frozen', 'canceled']

/** Everything about the way from the acquirer to the merchant's bank. Empty for a cardholder. */
export function observePayout(record: TransactionRecord, evidence: CaseEvidence): Seen[] {
  if (evidence.role === 'cardholder') return []
  return [
    ...seenIn('payout_record', payoutChecks(record, evidence)),
    ...seenIn('payout_record', destinationChecks(record, evidence)),
    ...seenIn('payout_record', returnChecks(record, evidence)),
    ...windowChecks(record, evidence),
  ]
}

function payoutChecks(record: TransactionRecord, evidence: CaseEvidence) {
  const { state } = record.payout
  const back = cameBack.includes(state)
  return {
    payout_came_back: back,
    payout_not_returned: !back && state !== 'not_reported',
    payout_frozen: state === 'frozen',
    payout_sent: state === 'sent',
    credited: state === 'credited',
    payout_scheduled: state === 'scheduled' && laterThanRule(record, evidence),
    available_not_paid: isAvailableUnpaid(record, evidence),
  }
}

function isAvailableUnpaid(record: TransactionRecord, { rule }: CaseEvidence): boolean {
  if (record.settlement.state !== 'available' || record.payout.state !== 'none') return false
  return rule === undefined || rule.status === 'late_grace' || rule.status === 'overdue'
}

function laterThanRule(record: TransactionRecord, { rule }: CaseEvidence): boolean {
  const day = record.payout.arrivalDate?.slice(0, 10)
  return Boolean(day && rule && day > rule.expectedDay)
}

function destinationChecks(record: TransactionRecord, { merchant }: CaseEvidence) {
  const { destinationLast4: to, state } = record.payout
  const moving = ['scheduled', 'in_transit', 'sent', 'credited'].includes(state)
  const change = merchant?.accountChange
  const current = change?.newLast4 ?? merchant?.settlementAccountLast4
  const known = moving && to !== undefined && current !== undefined
  return {
    to_old_account: known && (to === change?.oldLast4 || to !== current),
    to_current_account: known && to === current,
    account_changed_lately: Boolean(change),
  }
}

function returnChecks(record: TransactionRecord, { merchant }: CaseEvidence) {
  const { state, failureCode, failureText } = record.payout
  const back = cameBack.includes(state)
  const limit = back && reasonIs('limit', failureCode, failureText)
  const net = (record.payout.amount ?? record.net ?? record.amount).minor
  return {
    return_reason_limit: limit,
    return_reason_account: back && !limit && reasonIs('account', failureCode, failureText),
    hold_by_authority: back && reasonIs('authority', failureCode, failureText),
    type_two_account: back && isTypeTwo(merchant?.accountClass),
    net_over_type_two_limit:
      back && isTypeTwo(merchant?.accountClass) && net > typeTwoDailyLimitMinor,
  }
}

/** `II`, `type II`, `2`, `二类`; not `III`. */
function isTypeTwo(accountClass: string | undefined): boolean {
  return /(?:^|[^i])ii(?:[^i]|$)|Ⅱ|二类|(?:^|\D)2(?:\D|$)/iu.test(accountClass ?? '')
}

function windowChecks(record: TransactionRecord, evidence: CaseEvidence): Seen[] {
  const { settlement, rule } = evidence
  const waiting = ['none', 'not_reported', 'scheduled', 'in_transit'].includes(record.payout.state)
  if (!settlement || record.payment !== 'captured' || !waiting) return firstPayoutChecks(evidence)
  const overdue = settlement.status === 'overdue'
  const byRule = rule ?? settlement
  const cutoffMoved = byRule.reasons.includes('after_cutoff')
  const daysMoved = isKnown(byRule) && byRule.withoutCalendar !== byRule.expectedDay
  return [
    ...firstPayoutChecks(evidence),
    ...seenIn('settlement_rule', {
      within_window: !overdue,
      overdue,
      cutoff_moved_the_day:
        isKnown(byRule) && cutoffMoved && byRule.withoutCutoff !== byRule.expectedDay,
      before_cutoff: !cutoffMoved,
      days_off_moved_the_day: daysMoved,
      no_day_off_in_between: !daysMoved,
      payout_on_request: byRule.reasons.includes('contract_date_missing'),
    }),
  ]
}

/** Some windows only bound the wait; the date itself is the provider's or the contract's. */
function isKnown({ reasons }: SettlementAnswer): boolean {
  return !reasons.includes('provider_date_missing') && !reasons.includes('contract_date_missing')
}

function firstPayoutChecks({ merchant, payouts, record }: CaseEvidence): Seen[] {
  const earlier = payouts.some(
    (payout) =>
      (payout.state === 'credited' || payout.state === 'sent') && payout.id !== record?.payout.id,
  )
  const first = merchant?.windowId.endsWith('.first') ?? false
  return seenIn('merchant_record', {
    first_payout_window: first && !earlier,
    earlier_payouts_exist: earlier,
  })
}
