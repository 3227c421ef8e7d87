import type { CaseFacts, ToldAmount } from './case-facts.ts'
import { daysBetween, localTime, minutesOfDay } from './local-time.ts'
import type { TransactionRecord } from './transaction.ts'

/** Who asks, as the door has sealed it. */
export interface Asker {
  trusted: boolean
  role?: 'merchant' | 'cardholder' | undefined
  merchantId?: string | undefined
}

export interface Match {
  /** Keys of the record that the customer named rightly. */
  right: string[]
  /** Keys named that the record contradicts. */
  wrong: string[]
}

/** Keys of this one payment. A terminal's number stands on every slip of the shop: it proves nothing. */
const strongKeys = ['rrn', 'orderNo', 'authCode', 'last4']

/** A clock on a slip and a memory of it differ by a little. */
const minutesApart = 20
const minutesInDay = 1440

/**
 * May this asker see this record? A signed-in merchant sees the merchant's own and no other's.
 * Everybody else has to name at least two keys rightly, one of which is not guessable, and none
 * of the unguessable ones wrongly.
 */
export function maySee(asker: Asker, record: TransactionRecord, match: Match): boolean {
  if (asker.trusted && asker.role === 'merchant' && asker.merchantId) {
    return record.merchantId === asker.merchantId
  }
  const strong = match.right.filter((key) => strongKeys.includes(key))
  const strongWrong = match.wrong.filter((key) => strongKeys.includes(key))
  if (strong.length === 0 || strongWrong.length > 0) return false
  if (match.wrong.includes('amount') && strong.length < 2) return false
  return match.right.length >= 2
}

/** Compares what was named with the record. Amounts may be gross, net or what was paid out. */
export function matchFacts(facts: CaseFacts, record: TransactionRecord, timeZone: string): Match {
  const match: Match = { right: [], wrong: [] }
  for (const [key, holds] of Object.entries(comparisons(facts, record, timeZone))) {
    if (holds !== undefined) match[holds ? 'right' : 'wrong'].push(key)
  }
  return match
}

function comparisons(facts: CaseFacts, record: TransactionRecord, timeZone: string) {
  const { refs } = record
  return {
    rrn: same(facts.rrn, refs.rrn),
    orderNo: same(facts.orderNo, refs.orderNo),
    authCode: same(facts.authCode, refs.authCode),
    terminalId: same(facts.terminalId, refs.terminalId),
    batchNo: same(facts.batchNo, refs.batchNo),
    last4: same(facts.last4, record.card?.last4),
    merchantId:
      same(facts.merchantId, record.merchantId) ?? same(facts.merchantId, refs.merchantId),
    amount: sameAmount(facts, record),
    date: sameDay(facts, record, timeZone),
    time: sameTime(facts, record, timeZone),
  }
}

function same(told: string | undefined, recorded: string | undefined): boolean | undefined {
  if (told === undefined) return undefined
  return normal(told) === normal(recorded ?? '')
}

function normal(value: string): string {
  return value.replace(/[\s-]/gu, '').toUpperCase()
}

function sameAmount(facts: CaseFacts, record: TransactionRecord): boolean | undefined {
  const told = facts.amount
    ? [facts.amount, facts.recorded, ...(facts.otherAmounts ?? [])]
    : [facts.received]
  const named = told.filter((each) => each !== undefined)
  if (named.length === 0) return undefined
  const refunds = record.refunds.map(({ amountMinor }) => amountMinor)
  const amounts = [record.amount.minor, record.net?.minor, record.payout.amount?.minor, ...refunds]
  return named.some((each) => amounts.some((minor) => minor !== undefined && equals(each, minor)))
}

function equals({ minor, approximate }: ToldAmount, recorded: number): boolean {
  return Math.abs(recorded - minor) <= (approximate ? minor * 0.15 : 0)
}

function sameDay(
  facts: CaseFacts,
  record: TransactionRecord,
  timeZone: string,
): boolean | undefined {
  if (!facts.date) return undefined
  // People name the day of the sale or the day of the refund.
  const days = [record, ...record.refunds].map(({ createdAt }) => dayOf(createdAt, timeZone))
  return [facts.date, ...(facts.otherDates ?? [])].some((told) =>
    days.some((day) => Math.abs(daysBetween(told, day)) <= 1),
  )
}

function dayOf(at: string, timeZone: string): string {
  return at.length <= 10 ? at : localTime(new Date(at), timeZone).day
}

function sameTime(
  facts: CaseFacts,
  record: TransactionRecord,
  timeZone: string,
): boolean | undefined {
  if (!facts.time) return undefined
  const { time } = localTime(new Date(record.createdAt), timeZone)
  const told = minutesOfDay(facts.time)
  const apart = Math.abs(minutesOfDay(time) - told)
  // "Half eleven" says nothing of the part of the day.
  const round = told < minutesInDay / 2 ? minutesInDay / 2 : minutesInDay
  return Math.min(apart % round, round - (apart % round)) <= minutesApart
}
