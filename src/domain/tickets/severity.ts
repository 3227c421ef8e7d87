import type { Cause } from '../diagnosis/causes.ts'
import type { Money } from '../money.ts'
import { causePolicy } from './cause-policy.ts'
import type { Severity, TicketCategory, TicketKind } from './ticket.ts'

/**
 * From these amounts on, in minor units, a case counts as large: 50,000 CNY or about as much.
 * Round figures, last reviewed 2026-11-23 and due once a year; not an exchange rate.
 */
export const largeAmounts: Readonly<Record<string, number>> = {
  CNY: 5_000_000,
  HKD: 5_500_000,
  TWD: 22_000_000,
  USD: 700_000,
  EUR: 600_000,
  GBP: 550_000,
  AUD: 1_100_000,
  CAD: 950_000,
  SGD: 900_000,
  JPY: 1_050_000,
}

/** A currency we do not list is compared by its CNY figure: rather too urgent than too late. */
export function isLarge({ minor, currency }: Money): boolean {
  return minor > (largeAmounts[currency] ?? 5_000_000)
}

/** What decides how urgent a case is. Only what is known is given. */
export interface SeverityFacts {
  category: TicketCategory
  kind?: TicketKind | undefined
  cause?: Cause | undefined
  amount?: Money | undefined
  vulnerable?: boolean | undefined
  selfHarm?: boolean | undefined
  fraudInProgress?: boolean | undefined
  /** The money is past the day from which a ticket is due. */
  overdue?: boolean | undefined
  /** Money is held and nobody has said why. */
  holdWithoutReason?: boolean | undefined
  /** A regulatory clock has run out. */
  clockBreached?: boolean | undefined
  /** Praise, or a fault with a way around it. */
  workaround?: boolean | undefined
}

const urgent: readonly TicketCategory[] = [
  'unauthorised',
  'fraud',
  'fraud_unlicensed',
  'complaint_overdue',
]
const informational: readonly TicketCategory[] = ['receipt_retrieval', 'onboarding', 'other']

/** P1 to P4: the most urgent reading of the facts wins. */
export function severityFor(facts: SeverityFacts): Severity {
  if (isP1(facts)) return 'P1'
  if (isP2(facts)) return 'P2'
  return facts.cause ? causePolicy[facts.cause].severity : usualSeverity(facts)
}

/** The more urgent of two. */
export function moreUrgent(a: Severity, b: Severity): Severity {
  return a < b ? a : b
}

function isP1(facts: SeverityFacts): boolean {
  if (facts.selfHarm || facts.fraudInProgress || facts.clockBreached) return true
  const policy = facts.cause && causePolicy[facts.cause]
  if (policy?.severity === 'P1') return true
  return policy === undefined && urgent.includes(facts.category)
}

function isP2(facts: SeverityFacts): boolean {
  if (facts.vulnerable || facts.overdue || facts.holdWithoutReason) return true
  if (facts.category === 'payout_failed' && facts.cause !== 'RC_ACCOUNT_LIMIT') return true
  return facts.amount !== undefined && isLarge(facts.amount)
}

function usualSeverity({ category, kind, workaround }: SeverityFacts): Severity {
  if (workaround) return 'P4'
  if (kind === 'complaint') return 'P3'
  return informational.includes(category) ? 'P4' : 'P3'
}
