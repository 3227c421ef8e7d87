import type { TransactionRecord } from '../../domain/transaction.ts'
import type { TransactionQuery } from '../../ports/payment-provider.ts'

/** A reference as it is compared: no case, spaces or dashes, full-width letters as plain ones. */
export function plainReference(reference: string): string {
  return reference
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
}

/** The references of a query that are compared loosely with those of the record. */
export const referenceKeys = ['rrn', 'orderNo', 'authCode', 'terminalId', 'batchNo'] as const

/** Every amount a customer may know the record by: gross, net and what was paid out. */
export function knownAmounts(record: TransactionRecord): number[] {
  const minors = [record.amount.minor, record.net?.minor, record.payout.amount?.minor]
  return minors.filter((minor) => minor !== undefined)
}

function sameReference(asked: string | undefined, held: string | undefined): boolean {
  if (asked === undefined) return true
  return held !== undefined && plainReference(asked) === plainReference(held)
}

function sameId(record: TransactionRecord, asked: string | undefined): boolean {
  if (asked === undefined) return true
  return [record.id, ...Object.values(record.providerIds)].some((id) => sameReference(asked, id))
}

function sameReferences(record: TransactionRecord, query: TransactionQuery): boolean {
  return (
    referenceKeys.every((key) => sameReference(query[key], record.refs[key])) &&
    sameReference(query.last4, record.card?.last4)
  )
}

function sameAmount(record: TransactionRecord, query: TransactionQuery): boolean {
  const { amountsMinor = [], currency } = query
  if (currency !== undefined && currency.toUpperCase() !== record.amount.currency) return false
  if (amountsMinor.length === 0) return true
  return knownAmounts(record).some((minor) => amountsMinor.includes(minor))
}

function inTime(record: TransactionRecord, { from, to }: TransactionQuery): boolean {
  const createdMs = Date.parse(record.createdAt)
  if (from !== undefined && !(createdMs >= Date.parse(from))) return false
  return to === undefined || createdMs < Date.parse(to)
}

/**
 * True when the record shows every value asked for. A value the record lacks does not match; an
 * empty list of amounts asks for nothing; the merchant id must be the same to the letter.
 */
export function matchesQuery(record: TransactionRecord, query: TransactionQuery): boolean {
  if (query.merchantId !== undefined && query.merchantId !== record.merchantId) return false
  return (
    sameId(record, query.id) &&
    sameReferences(record, query) &&
    sameAmount(record, query) &&
    inTime(record, query)
  )
}
