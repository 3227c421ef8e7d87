import { z } from 'zod'
import type { TransactionQuery } from '../../ports/payment-provider.ts'
import {
  complaintSchema,
  disputeSchema,
  incidentSchema,
  merchantSchema,
  payoutSchema,
  transactionSchema,
} from '../world/record-schema.ts'

/*
 * The generic provider protocol (docs/provider-http.md): three GET requests and their replies.
 */

export const transactionsPath = '/v1/transactions'
export const merchantsPath = '/v1/merchants'
export const incidentsPath = '/v1/incidents'

/** The most records one reply may hold. */
const maxLimit = 100
const defaultLimit = 20

export const transactionsReply = z.strictObject({ transactions: z.array(transactionSchema) })

export const merchantReply = z.strictObject({
  merchant: merchantSchema,
  payouts: z.array(payoutSchema).default([]),
  disputes: z.array(disputeSchema).default([]),
  complaints: z.array(complaintSchema).default([]),
})

export const incidentsReply = z.strictObject({ incidents: z.array(incidentSchema) })

const wholeNumber = z
  .string()
  .regex(/^-?\d{1,15}$/, { error: 'expected a whole number' })
  .transform(Number)
const text = z.string().min(1).max(100)
const instant = z.iso.datetime({ offset: true })

const queryParameters = z.strictObject({
  merchantId: text.optional(),
  id: text.optional(),
  rrn: text.optional(),
  orderNo: text.optional(),
  authCode: text.optional(),
  terminalId: text.optional(),
  batchNo: text.optional(),
  last4: text.optional(),
  amountMinor: z.array(wholeNumber).min(1).max(20).optional(),
  currency: text.optional(),
  from: instant.optional(),
  to: instant.optional(),
  limit: wholeNumber.pipe(z.int().min(1).max(maxLimit)).optional(),
})

/** The query as URL parameters; several amounts become several `amountMinor`. */
export function writeQuery(query: TransactionQuery): URLSearchParams {
  const { amountsMinor = [], limit, ...single } = query
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(single)) {
    if (value !== undefined) parameters.append(key, value)
  }
  for (const minor of amountsMinor) parameters.append('amountMinor', String(minor))
  parameters.append('limit', String(Math.min(limit, maxLimit)))
  return parameters
}

/**
 * The query of URL parameters, or what is wrong with them. An unknown parameter is wrong: to leave
 * a condition out would answer with records nobody asked for.
 */
export function readQuery(
  parameters: URLSearchParams,
): { query: TransactionQuery } | { problem: string } {
  const given: Record<string, unknown> = {}
  for (const key of new Set(parameters.keys())) {
    const values = parameters.getAll(key)
    const single = values.length === 1 && key !== 'amountMinor'
    Object.defineProperty(given, key, { value: single ? values[0] : values, enumerable: true })
  }
  const result = queryParameters.safeParse(given)
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    return { problem: problems.join('; ') }
  }
  const { amountMinor, limit = defaultLimit, ...rest } = result.data
  return { query: { ...rest, amountsMinor: amountMinor, limit } }
}
