import type { PayoutEntry, TransactionRecord } from '../transaction.ts'
import type { CaseEvidence, Concern } from './case-evidence.ts'
import { type Seen, seenIn } from './seen.ts'

/** What the amounts say: fees, deductions, and whether record and story agree. */
export function observeMoney(record: TransactionRecord, evidence: CaseEvidence): Seen[] {
  return [
    ...seenIn('customer', storyChecks(record, evidence)),
    ...(evidence.role === 'merchant'
      ? seenIn('payout_record', deductionChecks(record, evidence))
      : []),
    ...seenIn('transaction_record', { activation_sum: isActivationSum(record) }),
  ]
}

/** Net of the contract fee: the record's own figure, or the merchant's rate applied to the sale. */
export function netOf(record: TransactionRecord, evidence: CaseEvidence): number {
  if (record.net) return record.net.minor
  if (record.fee) return record.amount.minor - record.fee.minor
  const { feeRateBp = 0, extraFeeMinor = 0 } = evidence.merchant ?? {}
  return (
    record.amount.minor - Math.round((record.amount.minor * feeRateBp) / 10_000) - extraFeeMinor
  )
}

/** The most the contract lets the fee be; unbounded when the rate is not known. */
function contractFee({ amount }: TransactionRecord, { merchant }: CaseEvidence): number {
  if (merchant?.feeRateBp === undefined) return Number.POSITIVE_INFINITY
  return Math.ceil((amount.minor * merchant.feeRateBp) / 10_000) + (merchant.extraFeeMinor ?? 0)
}

/** Lines that took money off a payout: refunds, disputes, reserves, extra fees. */
export function deductions(evidence: CaseEvidence): PayoutEntry[] {
  const entries = evidence.payout?.entries ?? []
  return entries.filter((entry) => entry.netMinor < 0)
}

function deductionChecks(record: TransactionRecord, evidence: CaseEvidence) {
  const lines = evidence.payout?.entries
  const netted = record.settlement.state === 'netted' || deductions(evidence).length > 0
  return { netted, not_netted: !netted && lines !== undefined && lines.length > 0 }
}

function storyChecks(record: TransactionRecord, evidence: CaseEvidence) {
  const { amountMinor, amountIsApproximate, receivedMinor, concern } = evidence.story
  const sums = [amountMinor, ...(evidence.story.otherAmountsMinor ?? [])]
  const net = netOf(record, evidence)
  const gross = record.amount.minor
  const taken = deductions(evidence).map((entry) => -entry.netMinor)
  const paid = [record.payout.amount?.minor, evidence.payout?.amount.minor]
  const known = [gross, net, gross - net, ...paid, ...taken]
  const told = amountMinor !== undefined && !amountIsApproximate
  const credited =
    record.payout.state === 'credited' && (concern === 'payout' || concern === 'amount')
  const received =
    receivedMinor ?? (told && credited && amountMinor === net ? amountMinor : undefined)
  const agrees = told ? agreement(sums, known, concern) : undefined
  return {
    amount_matches_story: agrees === 'matches',
    amount_differs_from_story: agrees === 'differs',
    ...arrivedChecks({ gross, net, received, named: [...sums, receivedMinor] }),
    credited_net_of_fee: credited && net < gross,
    fee_above_contract: gross - net > contractFee(record, evidence),
  }
}

interface Arrived {
  gross: number
  net: number
  received: number | undefined
  named: readonly (number | undefined)[]
}

/** What arrived against the net sum; "you took 4.95 off my 900" names the fee itself. */
function arrivedChecks({ gross, net, received, named }: Arrived) {
  const feeNamed = net < gross && named.includes(gross - net)
  return {
    received_equals_net: net < gross && (received === net || feeNamed),
    received_less_than_net: !feeNamed && received !== undefined && received < net,
  }
}

/** "5,800 instead of 580": the record has one of the two, and that is the complaint. */
function agreement(
  sums: readonly (number | undefined)[],
  known: readonly (number | undefined)[],
  concern: Concern,
): 'matches' | 'differs' {
  const right = sums.filter((sum) => known.includes(sum))
  const isWrongSum = concern === 'amount' && right.length < sums.length
  return right.length > 0 && !isWrongSum ? 'matches' : 'differs'
}

/** The sums small agents ask for to "activate" a terminal. */
function isActivationSum({ amount: { minor, currency } }: TransactionRecord): boolean {
  return currency === 'CNY' && [9_900, 19_900, 29_900, 39_900, 19_800, 29_800].includes(minor)
}
