import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type {
  ComplaintRecord,
  Dispute,
  Incident,
  Merchant,
  Payout,
  TransactionRecord,
} from '../../domain/transaction.ts'
import { Failure } from '../../errors.ts'
import {
  completeComplaint,
  completeDispute,
  completeIncident,
  completeMerchant,
  completePayout,
  completeTransaction,
} from './complete-record.ts'
import { looseEnds } from './loose-ends.ts'
import { type Problem, readLeniently } from './read-leniently.ts'
import {
  complaintSchema,
  disputeSchema,
  incidentSchema,
  merchantSchema,
  payoutSchema,
  transactionSchema,
  type WrittenTransaction,
} from './record-schema.ts'
import { defaultZone, zoneOfMerchant } from './zones.ts'

/** A record of the sandbox. `fetchedAt` is empty unless the file says when a stale one was read. */
export interface WorldTransaction extends TransactionRecord {
  /** The record goes forward as the clock runs; every other one stays as the file says. */
  moves: boolean
}

const lookupFaults = ['timeout', 'error', 'slow'] as const
export type LookupFault = (typeof lookupFaults)[number]

/** Everything the sandbox knows, as of the start of its clock. */
export interface World {
  merchants: Merchant[]
  transactions: WorldTransaction[]
  payouts: Payout[]
  incidents: Incident[]
  disputes: Dispute[]
  complaints: ComplaintRecord[]
  faults: { lookup?: LookupFault | undefined }
}

/** The world file as it is written (JSON). */
export const worldSchema = z.strictObject({
  merchants: z.array(merchantSchema).default([]),
  transactions: z.array(transactionSchema).default([]),
  payouts: z.array(payoutSchema).default([]),
  incidents: z.array(incidentSchema).default([]),
  disputes: z.array(disputeSchema).default([]),
  complaints: z.array(complaintSchema).default([]),
  faults: z.strictObject({ lookup: z.enum(lookupFaults).optional() }).default({}),
})
type WrittenWorld = z.output<typeof worldSchema>

const listedProblems = 20

function refused(problems: Problem[]): Failure {
  const lines = problems
    .slice(0, listedProblems)
    .map(({ path, message }) => `  ${path || 'the file'}: ${message}`)
  const more = problems.length - lines.length
  if (more > 0) lines.push(`  … and ${more} more`)
  return new Failure(
    'world_invalid',
    `SANDBOX_WORLD: the world file is not valid:\n${lines.join('\n')}`,
  )
}

function worldOf(written: WrittenWorld): World {
  const zones = new Map(written.merchants.map((each) => [each.id, zoneOfMerchant(each)]))
  const zoneOf = (merchantId: string) => zones.get(merchantId) ?? defaultZone
  const own = <T extends { merchantId: string }, R>(
    list: T[],
    complete: (each: T, zone: string) => R,
  ) => list.map((each) => complete(each, zoneOf(each.merchantId)))
  const providers = new Map(written.merchants.map((each) => [each.id, each.provider]))
  const transaction = (each: WrittenTransaction, zone: string): WorldTransaction => {
    const provider = providers.get(each.merchantId) ?? 'sandbox'
    const record = completeTransaction(each, { zone, provider, fetchedAt: '' })
    return { ...record, moves: each.moves }
  }
  return {
    merchants: written.merchants.map((each) => completeMerchant(each, zoneOf(each.id))),
    transactions: own(written.transactions, transaction),
    payouts: own(written.payouts, completePayout),
    incidents: written.incidents.map((each) => completeIncident(each, defaultZone)),
    disputes: own(written.disputes, completeDispute),
    complaints: own(written.complaints, completeComplaint),
    faults: written.faults,
  }
}

/**
 * Reads a world file's JSON. Unknown keys and references that lead nowhere are warnings; a wrong
 * type throws `world_invalid` naming the path, what is wrong and what is accepted.
 */
export function parseWorld(json: unknown): { world: World; warnings: string[] } {
  const reading = readLeniently(worldSchema, json)
  if ('problems' in reading) throw refused(reading.problems)
  const world = worldOf(reading.value)
  const unknown = reading.ignored.map((path) => `${path}: unknown key, ignored`)
  return { world, warnings: [...unknown, ...looseEnds(world)] }
}

const accepted = 'Accepted: the path of a world file in JSON.'

/** Where JSON breaks. The engine's own message quotes the file, which may be the wrong file. */
function placeOf(error: unknown): string {
  const place = error instanceof Error && /position \d+(?: \(.+?\))?/.exec(error.message)
  return place ? ` at ${place[0]}` : ''
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    const message = `SANDBOX_WORLD: the world file cannot be read (${reason}). ${accepted}`
    throw new Failure('world_invalid', message)
  }
}

/** Reads a world file. Throws `world_invalid` when it is missing, not JSON or not a world. */
export async function loadWorld(path: string): Promise<{ world: World; warnings: string[] }> {
  const text = (await textOf(path)).replace(/^\uFEFF/, '')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const message = `SANDBOX_WORLD: the world file is not JSON${placeOf(error)}. ${accepted}`
    throw new Failure('world_invalid', message)
  }
  return parseWorld(json)
}
