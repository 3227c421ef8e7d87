import type { TransactionQuery } from '../../ports/payment-provider.ts'
import { knownAmounts, plainReference, referenceKeys } from '../world/match-query.ts'
import type { WorldTransaction } from '../world/world.ts'

/** A record with the time it is ordered by. */
interface Entry {
  record: WorldTransaction
  createdMs: number
}

type Index = Map<string, Entry[]>

const ownIndexes = ['merchantId', 'id', 'last4', 'amount'] as const
const indexNames = [...ownIndexes, ...referenceKeys] as const
type IndexName = (typeof indexNames)[number]

/** Finds the shortest list of candidates for a query. Lists are newest first. */
export interface RecordIndex {
  candidates(query: TransactionQuery): readonly Entry[]
}

/** Amounts a record is found by besides its own: what its payout paid, when another list says so. */
export type ExtraAmounts = (record: WorldTransaction) => number[]

function keysOf(record: WorldTransaction, extra: ExtraAmounts): [IndexName, string][] {
  const { fee, amount, refs, card } = record
  const paid = fee ? [amount.minor - fee.minor] : []
  const amounts = [...knownAmounts(record), ...paid, ...extra(record)]
  const ids = [record.id, ...Object.values(record.providerIds)]
  const keys: [IndexName, string | undefined][] = [
    ['merchantId', record.merchantId],
    ['last4', card?.last4 && plainReference(card.last4)],
    ...ids.map((id): [IndexName, string] => ['id', plainReference(id)]),
    ...amounts.map((minor): [IndexName, string] => ['amount', String(minor)]),
    ...referenceKeys.map((key): [IndexName, string | undefined] => [
      key,
      refs[key] && plainReference(refs[key]),
    ]),
  ]
  const given = keys.filter((key): key is [IndexName, string] => key[1] !== undefined)
  return [...new Map(given.map((key) => [key.join(' '), key])).values()]
}

/** For each index the query can use: the keys to look under. */
function lookupsOf(query: TransactionQuery): [IndexName, string[]][] {
  const lookups: [IndexName, string[]][] = []
  if (query.merchantId !== undefined) lookups.push(['merchantId', [query.merchantId]])
  if (query.id !== undefined) lookups.push(['id', [plainReference(query.id)]])
  if (query.last4 !== undefined) lookups.push(['last4', [plainReference(query.last4)]])
  if (query.amountsMinor?.length) lookups.push(['amount', query.amountsMinor.map(String)])
  for (const key of referenceKeys) {
    const asked = query[key]
    if (asked !== undefined) lookups.push([key, [plainReference(asked)]])
  }
  return lookups
}

function newestFirst(left: Entry, right: Entry): number {
  if (left.createdMs !== right.createdMs) return right.createdMs - left.createdMs
  return left.record.id < right.record.id ? -1 : 1
}

/** The first position whose entry is older than the time. */
function firstBefore(list: readonly Entry[], ms: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle]?.createdMs ?? 0) < ms) high = middle
    else low = middle + 1
  }
  return low
}

function inTime(list: readonly Entry[], { from, to }: TransactionQuery): readonly Entry[] {
  if (from === undefined && to === undefined) return list
  const start = to === undefined ? 0 : firstBefore(list, Date.parse(to))
  const end = from === undefined ? list.length : firstBefore(list, Date.parse(from))
  return list.slice(start, end)
}

function listsOf(index: Index, keys: string[]): Entry[][] {
  return [...new Set(keys)].map((key) => index.get(key) ?? [])
}

function merged(lists: Entry[][]): readonly Entry[] {
  const [only = []] = lists
  if (lists.length < 2) return only
  return [...new Set(lists.flat())].sort(newestFirst)
}

/** Indexes the records once; a look-up then only walks what shares its rarest key. */
export function recordIndex(records: WorldTransaction[], extra: ExtraAmounts): RecordIndex {
  const all = records.map((record) => ({ record, createdMs: Date.parse(record.createdAt) }))
  all.sort(newestFirst)
  const indexes = new Map<IndexName, Index>(indexNames.map((name) => [name, new Map()]))
  for (const entry of all) {
    for (const [name, key] of keysOf(entry.record, extra)) {
      const list = indexes.get(name)?.get(key)
      if (list) list.push(entry)
      else indexes.get(name)?.set(key, [entry])
    }
  }

  return {
    candidates(query) {
      let best: Entry[][] = [all]
      let bestSize = all.length
      for (const [name, keys] of lookupsOf(query)) {
        const lists = listsOf(indexes.get(name) ?? new Map(), keys)
        const size = lists.reduce((sum, list) => sum + list.length, 0)
        if (size < bestSize) {
          best = lists
          bestSize = size
        }
      }
      return inTime(merged(best), query)
    },
  }
}
