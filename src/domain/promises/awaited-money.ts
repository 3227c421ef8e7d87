import { hasOpenDispute, latestRefund } from '../stage.ts'
import type { TransactionRecord } from '../transaction.ts'

/** What a date was named for: the shop's payout, a refund, an undone charge, the end of a hold. */
export type AwaitedMoney = 'payout' | 'refund' | 'undoing' | 'release'

/** `unsaid`: the record is not made to tell. `elsewhere`: the payment took another course. */
export type Whereabouts = 'there' | 'not_there' | 'unsaid' | 'elsewhere'

const otherThanPayout: Readonly<Record<string, AwaitedMoney>> = {
  RC_REFUND_IN_PROGRESS: 'refund',
  RC_REFUND_AS_REVERSAL: 'refund',
  RC_TIMEOUT_REVERSED: 'undoing',
  RC_ONE_SIDED: 'undoing',
  RC_PREAUTH_OPEN: 'release',
  RC_NOT_CAPTURED: 'release',
}

/** What the date in a verdict with this cause is about. */
export function awaitedMoney(cause: string): AwaitedMoney {
  return otherThanPayout[cause] ?? 'payout'
}

/** Where the awaited money is by the record alone. *Sent* is not *credited*. */
export function whereabouts(record: TransactionRecord, awaited: AwaitedMoney): Whereabouts {
  switch (awaited) {
    case 'payout':
      return payoutWhereabouts(record)
    case 'refund':
      // "Succeeded" is the shop's side; no provider sees the cardholder's statement.
      return latestRefund(record)?.state === 'succeeded' ? 'unsaid' : 'not_there'
    case 'undoing':
      if (isUndone(record)) return 'unsaid'
      return record.payment === 'captured' ? 'elsewhere' : 'not_there'
    case 'release':
      if (isUndone(record)) return 'there'
      return record.payment === 'captured' ? 'elsewhere' : 'not_there'
  }
}

/** When it came, where the record tells. */
export function cameAt(record: TransactionRecord, awaited: AwaitedMoney): string | undefined {
  if (awaited === 'payout') return record.payout.creditedAt
  return awaited === 'release' ? record.reversal?.at : undefined
}

function payoutWhereabouts(record: TransactionRecord): Whereabouts {
  const { state } = record.payout
  if (state === 'credited') return 'there'
  if (isDiverted(record)) return 'elsewhere'
  return state === 'sent' || state === 'not_reported' ? 'unsaid' : 'not_there'
}

/** Undone, charged back, refunded or set off: no payout of this sale is to come. */
function isDiverted(record: TransactionRecord): boolean {
  const refund = latestRefund(record)
  const refunded = refund !== undefined && refund.state !== 'failed'
  return (
    record.payment !== 'captured' ||
    ['netted', 'not_applicable'].includes(record.settlement.state) ||
    hasOpenDispute(record) ||
    ['lost', 'accepted'].includes(record.dispute.state) ||
    (refunded && refund.amountMinor >= record.amount.minor)
  )
}

function isUndone({ payment, type }: TransactionRecord): boolean {
  return ['reversed', 'canceled', 'expired'].includes(payment) || type === 'reversal'
}
