import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
} from 'cockatiel'
import type { z } from 'zod'
import { Failure } from '../../errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type {
  MerchantFile,
  PaymentProvider,
  TransactionQuery,
} from '../../ports/payment-provider.ts'
import {
  completeComplaint,
  completeDispute,
  completeIncident,
  completeMerchant,
  completePayout,
  completeTransaction,
} from '../world/complete-record.ts'
import { matchesQuery } from '../world/match-query.ts'
import { readLeniently } from '../world/read-leniently.ts'
import type { WrittenTransaction } from '../world/record-schema.ts'
import { defaultZone, zoneOfMerchant } from '../world/zones.ts'
import { getJson } from './get-json.ts'
import {
  incidentsPath,
  incidentsReply,
  merchantReply,
  merchantsPath,
  transactionsPath,
  transactionsReply,
  writeQuery,
} from './protocol.ts'
import { authHeaders, type ProtocolAuth } from './signature.ts'

export interface HttpProviderOptions {
  /** Where the protocol is served; `https:`, or `http:` on this machine only. */
  baseUrl: string
  auth: ProtocolAuth
  clock: Clock
  /** Names the provider in records and messages. */
  name?: string | undefined
  /** The time one try may take. */
  timeoutMs?: number | undefined
  /** The time all tries of one look-up may take together. */
  deadlineMs?: number | undefined
  /** Tries after the first, when the provider is unavailable. */
  retries?: number | undefined
  /** The largest reply that is read. */
  maxBytes?: number | undefined
  /** After so many failed tries in a row the provider is left alone for a while. */
  breakAfter?: number | undefined
  /** How long it is left alone, in milliseconds. */
  breakMs?: number | undefined
  /** IANA zone of dates the provider sends without one. */
  timeZone?: string | undefined
  send?: typeof fetch | undefined
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

function checkedBase(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const safe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname))
  if (!url || !safe || url.username || url.password || url.search || url.hash) {
    throw new Failure(
      'config_invalid',
      'PROVIDER_URL: what is given cannot be used. Accepted: an https URL (http on this machine only) without a user, query or fragment.',
    )
  }
  return url
}

function isTemporary(error: unknown): boolean {
  return error instanceof Failure && error.retryable
}

/** Runs a try with retries and jitter; stops asking for a while when every try fails. */
function resilience(options: HttpProviderOptions) {
  const { retries = 2, breakAfter = 5, breakMs = 10_000, deadlineMs = 8_000 } = options
  const { name = 'http' } = options
  const policy = wrap(
    retry(handleWhen(isTemporary), {
      maxAttempts: retries,
      backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }),
    }),
    circuitBreaker(handleWhen(isTemporary), {
      halfOpenAfter: breakMs,
      breaker: new ConsecutiveBreaker(breakAfter),
    }),
  )
  return async function run<T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await policy.execute(({ signal }) => attempt(signal), AbortSignal.timeout(deadlineMs))
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        throw new Failure('provider_unavailable', `${name} failed too often and is left alone`)
      }
      if (error instanceof TaskCancelledError) {
        throw new Failure('provider_unavailable', `${name} gave no answer in time`)
      }
      throw error
    }
  }
}

/** Asks one path; undefined means the provider has nothing there. */
function asker(options: HttpProviderOptions) {
  const { auth, clock, name = 'http', timeoutMs = 3_000, maxBytes = 2_000_000 } = options
  const { send = fetch } = options
  const base = checkedBase(options.baseUrl)
  const root = `${base.origin}${base.pathname.replace(/\/$/, '')}`
  const run = resilience(options)

  return async function ask<T>(schema: z.ZodType<T>, target: string): Promise<T | undefined> {
    const url = new URL(`${root}${target}`)
    const signed = { method: 'GET', target: `${url.pathname}${url.search}`, body: '' }
    const json = await run((deadline) =>
      getJson({
        provider: name,
        url,
        headers: { accept: 'application/json', ...authHeaders(auth, signed, clock.now()) },
        signal: AbortSignal.any([deadline, AbortSignal.timeout(timeoutMs)]),
        maxBytes,
        send,
      }),
    )
    if (json === undefined) return undefined
    return checkedReply(schema, json, name)
  }
}

/** The reply in the protocol's shape; says where it is wrong, never what stood there. */
function checkedReply<T>(schema: z.ZodType<T>, json: unknown, name: string): T {
  const reading = readLeniently(schema, json)
  if ('value' in reading) return reading.value
  const places = reading.problems.slice(0, 5).map(({ path }) => path || 'the reply')
  throw new Failure('provider_reply_unreadable', `${name} answered wrongly at ${places.join(', ')}`)
}

/** True for an id that can stand in a path: `..` would lead to another address. */
function canBeInPath(id: string): boolean {
  return id !== '' && !/^\.{1,2}$/.test(id)
}

function merchantFileOf(reply: z.output<typeof merchantReply>): MerchantFile {
  const { merchant } = reply
  const zone = zoneOfMerchant(merchant)
  const own = <T extends { merchantId: string }>(each: T) => each.merchantId === merchant.id
  return {
    merchant: completeMerchant(merchant, zone),
    payouts: reply.payouts.filter(own).map((each) => completePayout(each, zone)),
    disputes: reply.disputes.filter(own).map((each) => completeDispute(each, zone)),
    complaints: reply.complaints.filter(own).map((each) => completeComplaint(each, zone)),
  }
}

/**
 * The generic provider: asks any system that speaks the protocol of docs/provider-http.md. Records
 * that do not show what was asked for, or belong to another merchant, are dropped.
 */
export function httpProvider(options: HttpProviderOptions): PaymentProvider {
  const { clock, name = 'http', timeZone = defaultZone } = options
  const ask = asker(options)
  const recordOf = (written: WrittenTransaction) =>
    completeTransaction(written, {
      zone: timeZone,
      provider: name,
      fetchedAt: clock.now().toISOString(),
    })

  return {
    name,

    async findTransactions(query: TransactionQuery) {
      const reply = await ask(transactionsReply, `${transactionsPath}?${writeQuery(query)}`)
      const records = reply?.transactions.map(recordOf) ?? []
      return records.filter((record) => matchesQuery(record, query)).slice(0, query.limit)
    },

    async merchantFile(merchantId) {
      if (!canBeInPath(merchantId)) return undefined
      const target = `${merchantsPath}/${encodeURIComponent(merchantId)}`
      const reply = await ask(merchantReply, target)
      if (!reply) return undefined
      if (reply.merchant.id !== merchantId) {
        throw new Failure('provider_reply_unreadable', `${name} answered with another merchant`)
      }
      return merchantFileOf(reply)
    },

    async incidents() {
      const reply = await ask(incidentsReply, incidentsPath)
      return reply?.incidents.map((each) => completeIncident(each, timeZone)) ?? []
    },
  }
}
