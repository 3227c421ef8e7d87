import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { intentNames } from '../../../src/ports/understanding.ts'

const said = z.string().min(1)
const day = z.iso.date()

const amount = z.strictObject({
  type: z.literal('amount'),
  text: said,
  /** Hundredths; whole units where the currency has none. Of a range, the lower end. */
  minor: z.int().nonnegative(),
  /** The upper end of a range. */
  maxMinor: z.int().positive().optional(),
  /** Only where a word or a sign names it. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  role: z.enum(['sale', 'received', 'recorded', 'fee', 'loss']).optional(),
  approximate: z.literal(true).optional(),
})

const date = z
  .strictObject({
    type: z.literal('date'),
    text: said,
    /** The likeliest day; "three days ago" is a day, "waiting three days" is `elapsed`. */
    iso: day,
    /** Every day it can mean, the likeliest among them. */
    alternatives: z.array(day).min(2).optional(),
  })
  .refine(({ iso, alternatives }) => alternatives?.includes(iso) ?? true)

const time = z.strictObject({
  type: z.literal('time'),
  text: said,
  iso: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
})

const elapsed = z.strictObject({
  type: z.literal('elapsed'),
  text: said,
  days: z.number().positive(),
})

const role = z.strictObject({
  type: z.literal('role'),
  text: said,
  value: z.enum(['merchant', 'cardholder']),
})

const reference = (type: string, shape: RegExp) =>
  z.strictObject({ type: z.literal(type), text: said, value: z.string().regex(shape) })

/** The references a message can name, and what each looks like. */
export const referenceShapes = {
  last4: /^\d{4}$/,
  rrn: /^\d{12}$/,
  orderNo: /^\S+$/,
  authCode: /^[A-Z0-9]+$/i,
  terminalId: /^\S+$/,
  merchantId: /^\S+$/,
  batchNo: /^\d+$/,
  code: /^\S+$/,
  ticketNo: /^TK\d{8}-[A-Z0-9]{6}$/,
  country: /^[A-Z]{2}$/,
} as const

const references = Object.entries(referenceShapes).map(([type, shape]) => reference(type, shape))

const labelled = z.strictObject({
  text: said,
  /** What a careful support lead would act on first. */
  intent: z.enum(intentNames),
  /** What the message carries besides, or what would be just as right. */
  also: z.array(z.enum(intentNames)).optional(),
  entities: z.array(z.union([amount, date, time, elapsed, role, ...references])),
})

/**
 * A sentence, and what a careful reader takes from it, on Wednesday 25 November 2026 at ten in the
 * morning: in Shanghai for Chinese, in London for English.
 */
export type Labelled = z.infer<typeof labelled>

/** Reads a set, one JSON object a line; names the line that does not fit. */
export function readLabelled(path: string): Labelled[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  return lines.map((line, index) => {
    const read = labelled.safeParse(JSON.parse(line))
    if (read.success) return read.data
    throw new Error(`${path}:${index + 1}: ${z.prettifyError(read.error)}`)
  })
}
