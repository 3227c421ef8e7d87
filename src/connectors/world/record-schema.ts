import { z } from 'zod'
import {
  clearingStates,
  codeSchemes,
  disputeStates,
  entryModes,
  paymentStates,
  payoutStates,
  refundStates,
  settlementStates,
  transactionTypes,
} from '../../domain/transaction.ts'
import { anyDate, dayOnly } from './dates.ts'

/*
 * The record as it is written in a world file and sent over the provider protocol. Strict objects:
 * `readLeniently` turns unknown keys into warnings.
 */

const text = z.string()
const name = z.string().min(1)
const minor = z.int()
const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, { error: 'Invalid currency: expected three letters such as CNY' })
  .toUpperCase()
const last4 = z
  .string()
  .regex(/^\d{4}$/, { error: 'Invalid last four: expected exactly four digits in quotes' })
const strings = z.array(text)

const money = z.strictObject({ minor, currency })
/** An amount inside a transaction may leave its currency out: it is the transaction's. */
const partMoney = z.strictObject({ minor, currency: currency.optional() })

/** A track may be written as its state alone: `"held"` for `{ "state": "held" }`. */
function stateOr<T extends z.ZodType>(track: T) {
  return z.preprocess((given) => (typeof given === 'string' ? { state: given } : given), track)
}

const settlement = z.strictObject({
  state: z.enum(settlementStates).default('not_reported'),
  expectedAt: anyDate.optional(),
  hold: z
    .strictObject({
      publicReason: text.optional(),
      since: anyDate.optional(),
      documents: strings.optional(),
      submitted: strings.optional(),
    })
    .optional(),
})

const payoutTrack = z.strictObject({
  state: z.enum(payoutStates).default('not_reported'),
  id: text.optional(),
  amount: partMoney.optional(),
  arrivalDate: anyDate.optional(),
  destinationLast4: last4.optional(),
  failureCode: text.optional(),
  failureText: text.optional(),
  traceRef: text.optional(),
  creditedAt: anyDate.optional(),
  sentAt: anyDate.optional(),
})

const refund = z.strictObject({
  id: name.optional(),
  state: z.enum(refundStates),
  amountMinor: minor,
  createdAt: anyDate.optional(),
  failedAt: anyDate.optional(),
  ref: text.optional(),
  failureReason: text.optional(),
})

const disputeTrack = z.strictObject({
  state: z.enum(disputeStates).default('none'),
  dueAt: anyDate.optional(),
  reason: text.optional(),
  id: text.optional(),
})

const printed = {
  rrn: text.optional(),
  stan: text.optional(),
  authCode: text.optional(),
  orderNo: text.optional(),
  arn: text.optional(),
  batchNo: text.optional(),
  terminalId: text.optional(),
}

/** A card transaction as it is written; absent tracks mean the provider says nothing about them. */
export const transactionSchema = z.strictObject({
  id: name,
  provider: text.optional(),
  providerIds: z.record(z.string(), z.string()).optional(),
  merchantId: name,
  type: z.enum(transactionTypes).default('unknown'),
  amount: money,
  fee: partMoney
    .extend({ lines: z.array(z.strictObject({ type: text, minor })).optional() })
    .optional(),
  net: partMoney.optional(),
  createdAt: anyDate,
  tradeDay: dayOnly.optional(),
  card: z
    .strictObject({
      last4: last4.optional(),
      brand: text.optional(),
      funding: z.enum(['debit', 'credit', 'prepaid', 'unknown']).optional(),
      issuer: text.optional(),
    })
    .optional(),
  entryMode: z.enum(entryModes).optional(),
  responseCode: z
    .strictObject({ scheme: z.enum(codeSchemes), code: text, text: text.optional() })
    .optional(),
  /** References may stand here, at the transaction itself, or partly in both places. */
  refs: z.strictObject({ ...printed, merchantId: text.optional() }).optional(),
  ...printed,
  payment: z.enum(paymentStates).default('unknown'),
  clearing: z.enum(clearingStates).default('not_reported'),
  settlement: stateOr(settlement).default({ state: 'not_reported' }),
  payout: stateOr(payoutTrack).default({ state: 'not_reported' }),
  refunds: z.array(refund).default([]),
  dispute: stateOr(disputeTrack).default({ state: 'none' }),
  descriptor: text.optional(),
  reversal: stateOr(z.strictObject({ state: text, at: anyDate.optional() })).optional(),
  outcome: text.optional(),
  captureBefore: anyDate.optional(),
  fetchedAt: anyDate.optional(),
  stale: z.boolean().default(false),
  /** The sandbox lets this record go forward as its clock runs. */
  moves: z.boolean().default(false),
})
export type WrittenTransaction = z.output<typeof transactionSchema>

/** A merchant as it is written. */
export const merchantSchema = z.strictObject({
  id: name,
  name: text,
  country: text.optional(),
  provider: text.optional(),
  windowId: name,
  cutoff: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
      error: 'Invalid time: expected HH:MM, 00:00 to 24:00',
    })
    .optional(),
  settlementAccountLast4: last4.optional(),
  accountClass: text.optional(),
  feeRateBp: z.number().nonnegative().optional(),
  extraFeeMinor: minor.optional(),
  status: name,
  accountChange: z.strictObject({ at: anyDate, oldLast4: last4, newLast4: last4 }).optional(),
  staffCount: minor.optional(),
})
export type WrittenMerchant = z.output<typeof merchantSchema>

/** A transfer to a merchant's account as it is written. */
export const payoutSchema = z.strictObject({
  id: name,
  merchantId: name,
  state: z.enum(payoutStates),
  amount: money,
  settDate: dayOnly.optional(),
  arrivalDate: anyDate.optional(),
  destinationLast4: last4.optional(),
  failureCode: text.optional(),
  failureText: text.optional(),
  creditedAt: anyDate.optional(),
  fileCutAt: anyDate.optional(),
  traceRef: text.optional(),
  transactionIds: strings.optional(),
  entries: z
    .array(
      z.strictObject({
        type: text,
        grossMinor: minor.optional(),
        feeMinor: minor.optional(),
        netMinor: minor,
        ref: text.optional(),
      }),
    )
    .optional(),
})
export type WrittenPayout = z.output<typeof payoutSchema>

/** A public incident as it is written. */
export const incidentSchema = z.strictObject({
  id: name,
  scope: name,
  startedAt: anyDate,
  endsAt: anyDate.optional(),
  publicText: z.strictObject({ 'zh-CN': text.optional(), en: text.optional() }).default({}),
})
export type WrittenIncident = z.output<typeof incidentSchema>

/** A dispute as it is written. */
export const disputeSchema = z.strictObject({
  id: name,
  transactionId: text.optional(),
  merchantId: name,
  state: z.enum(disputeStates),
  amount: money,
  dueAt: anyDate.optional(),
  reason: text.optional(),
})
export type WrittenDispute = z.output<typeof disputeSchema>

/** A complaint that runs at the institution, as it is written. */
export const complaintSchema = z.strictObject({
  no: name,
  merchantId: name,
  openedAt: anyDate,
  regime: text,
  state: text,
  ackSentAt: anyDate.optional(),
  finalResponseAt: anyDate.optional(),
  dueAt: anyDate.optional(),
})
export type WrittenComplaint = z.output<typeof complaintSchema>
