import { z } from 'zod'
import { locales } from '../../../domain/locale.ts'
import {
  severities,
  type Ticket,
  ticketCategories,
  ticketKinds,
  ticketStates,
} from '../../../domain/tickets/ticket.ts'
import { cause, dayOrInstant, instant, type Same } from '../shapes.ts'

const ticketSummary = z.object({
  no: z.string(),
  kind: z.enum(ticketKinds),
  category: z.enum(ticketCategories),
  severity: z.enum(severities),
  state: z.enum(ticketStates),
  cause: cause.optional(),
  conversationId: z.string(),
  transactionId: z.string().optional(),
  dueAt: dayOrInstant,
  createdAt: instant,
  statement: z.string().describe('The customer’s words after redaction'),
})

/** A ticket as it is kept: the answer for one ticket, and each of a list. */
export const ticketRecord = ticketSummary.extend({
  escalated: z.boolean().describe('A flag beside the state'),
  locale: z.enum(locales),
  region: z.string().describe('ISO 3166 country, or OTHER'),
  channel: z.enum(['web', 'app', 'wechat', 'phone', 'email', 'human']),
  customer: z.object({
    role: z.enum(['merchant', 'cardholder', 'prospect', 'other']),
    nameMasked: z.string().optional(),
    contactRef: z.string().describe('The merchant, or the user of the channel'),
    vulnerable: z.boolean().optional(),
    representative: z.boolean().optional(),
  }),
  txn: z
    .object({
      ref: z.looseObject({}).describe('rrn, orderNo, authCode and so on'),
      amountMinor: z.number().optional(),
      currency: z.string().optional(),
      at: dayOrInstant.optional(),
      last4: z.string().optional(),
      recordSnapshot: z.looseObject({}).optional().describe('The record when the ticket was filed'),
    })
    .optional(),
  desiredOutcome: z.string().optional(),
  lossMinor: z.number().optional(),
  evidence: z.array(z.object({ id: z.string(), type: z.string(), sha256: z.string() })),
  clocks: z
    .array(
      z.object({
        regime: z.string(),
        startAt: instant,
        dueAt: instant,
        calendar: z.string(),
        extendedTo: instant.optional(),
        reason: z.string().optional(),
      }),
    )
    .describe('Every time limit that runs; dueAt is the earliest date the customer is told'),
  history: z.array(
    z.object({
      at: instant,
      by: z.enum(['bot', 'agent', 'system', 'customer']),
      event: z.string(),
      note: z.string().optional(),
    }),
  ),
  resolution: z
    .object({
      code: z.enum(['upheld', 'partly_upheld', 'not_upheld', 'withdrawn', 'referred', 'goodwill']),
      text: z.string(),
      redressMinor: z.number().optional(),
      nextInstance: z.string(),
    })
    .optional(),
  csat: z.number().int().min(1).max(5).optional(),
  reopenedFrom: z.string().optional(),
  rootCauseConfirmed: z.boolean().optional(),
  updatedAt: instant,
  version: z.number().int().describe('Counts the changes'),
  retentionUntil: z.string().describe('YYYY-MM-DD'),
  dedupeKey: z.string().describe('One open ticket for each of these'),
})

/** Does not compile when the published ticket and the domain's have different fields. */
export const ticketFieldsAgree: Same<keyof typeof ticketRecord.shape, keyof Ticket> = true

export const ticketQuery = z.object({
  conversationId: z.string().max(2000).optional(),
  state: z.enum(ticketStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.string().max(60).optional().describe('Tickets before this number: the next page'),
})

export const ticketPage = z.object({
  tickets: z.array(ticketRecord),
  next: z.string().optional().describe('`before` of the next page; absent on the last'),
})
