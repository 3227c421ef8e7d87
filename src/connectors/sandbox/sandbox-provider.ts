import { setTimeout as sleep } from 'node:timers/promises'
import type { CalendarOf } from '../../domain/calendar.ts'
import type { TransactionRecord } from '../../domain/transaction.ts'
import { Failure } from '../../errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { MerchantFile, PaymentProvider } from '../../ports/payment-provider.ts'
import { matchesQuery } from '../world/match-query.ts'
import type { LookupFault, World, WorldTransaction } from '../world/world.ts'
import { trackLists, withListedTracks } from './complete-tracks.ts'
import { payCycleOf } from './pay-cycle.ts'
import { payoutsOf, recordAt } from './record-at.ts'
import { recordIndex } from './record-index.ts'

export interface SandboxOptions {
  world: World
  clock: Clock
  /** Working days for the records that move; without it only weekends are off. */
  calendarOf?: CalendarOf | undefined
  /** After so long a look-up counts as unanswered when the world's fault is `timeout`. */
  timeoutMs?: number | undefined
  /** How long a look-up takes when the world's fault is `slow`. */
  slowMs?: number | undefined
  /** Waits so many milliseconds; tests give one that does not. */
  wait?: ((ms: number) => Promise<unknown>) | undefined
}

/** What a look-up meets before it is answered: nothing, or the fault the world asks for. */
function faultGate(fault: LookupFault | undefined, options: SandboxOptions) {
  const { timeoutMs = 5_000, slowMs = 1_500, wait = sleep } = options
  return async function pass(): Promise<void> {
    if (fault === 'slow') await wait(slowMs)
    if (fault === 'timeout') {
      await wait(timeoutMs)
      throw new Failure('provider_unavailable', `The sandbox gave no answer within ${timeoutMs} ms`)
    }
    if (fault === 'error') {
      throw new Failure(
        'provider_unavailable',
        'The sandbox answers with an error, as its world asks',
      )
    }
  }
}

/** Gives records as they stand now, with the tracks other lists know and the time of reading. */
function viewer({ world, clock, calendarOf }: SandboxOptions) {
  const cycles = new Map(world.merchants.map((each) => [each.id, payCycleOf(each, calendarOf)]))
  const lists = trackLists(world)
  const view = (record: WorldTransaction): TransactionRecord => {
    const now = clock.now()
    const moved = recordAt(record, cycles.get(record.merchantId), now)
    const keepsOwnTime = record.stale && record.fetchedAt !== ''
    const fetchedAt = keepsOwnTime ? record.fetchedAt : now.toISOString()
    return { ...withListedTracks(moved, lists), fetchedAt }
  }
  const listedAmounts = (record: WorldTransaction) => {
    const minor = lists.payoutOf(record)?.amount.minor
    return minor === undefined ? [] : [minor]
  }
  return { view, listedAmounts }
}

function byMerchant<T extends { merchantId: string }>(list: T[]): (merchantId: string) => T[] {
  const groups = Map.groupBy(list, (each) => each.merchantId)
  return (merchantId) => groups.get(merchantId) ?? []
}

/** The merchants' files, with the transfers that moving records have led to by now. */
function merchantFiles(world: World, view: (record: WorldTransaction) => TransactionRecord) {
  const merchants = new Map(world.merchants.map((each) => [each.id, each]))
  const movers = byMerchant(world.transactions.filter((each) => each.moves))
  const payouts = byMerchant(world.payouts)
  const disputes = byMerchant(world.disputes)
  const complaints = byMerchant(world.complaints)
  const listed = new Set(world.payouts.map((each) => each.id))
  return function fileOf(merchantId: string): MerchantFile | undefined {
    const merchant = merchants.get(merchantId)
    if (!merchant) return undefined
    const made = payoutsOf(movers(merchantId).map(view)).filter((each) => !listed.has(each.id))
    return {
      merchant,
      payouts: [...payouts(merchantId), ...made],
      disputes: disputes(merchantId),
      complaints: complaints(merchantId),
    }
  }
}

/**
 * A payment provider that answers from a world, newest record first. Records with `moves` go
 * forward with the clock; every other stays as the file says. The world's `lookup` fault meets
 * look-ups of transactions and merchants; incidents always answer.
 */
export function sandboxProvider(options: SandboxOptions): PaymentProvider {
  const { world } = options
  const pass = faultGate(world.faults.lookup, options)
  const { view, listedAmounts } = viewer(options)
  const index = recordIndex(world.transactions, listedAmounts)
  const fileOf = merchantFiles(world, view)

  return {
    name: 'sandbox',

    async findTransactions(query) {
      await pass()
      const found: TransactionRecord[] = []
      for (const { record } of index.candidates(query)) {
        if (found.length >= query.limit) break
        const seen = view(record)
        if (matchesQuery(seen, query)) found.push(seen)
      }
      return structuredClone(found)
    },

    async merchantFile(merchantId) {
      await pass()
      return structuredClone(fileOf(merchantId))
    },

    async incidents() {
      return structuredClone(world.incidents)
    },
  }
}
