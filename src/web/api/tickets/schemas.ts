import { z } from 'zod'
import { warnings } from '../../../domain/complaints/clock-warnings.ts'
import { locales } from '../../../domain/locale.ts'
import type { TicketTargets } from '../../../domain/tickets/targets.ts'
import {
  severities,
  type Ticket,
  ticketCategories,
  ticketEvents,
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
  assignee: z.string().optional().describe('The id of the agent who looks after it'),
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
        warned: z.enum(['half', 'most', 'over']).optional().describe('Acted on so far'),
      }),
    )
    .describe('Every time limit that runs; dueAt is the earliest date the customer is told'),
  history: z.array(
    z.object({
      at: instant,
      by: z.enum(['bot', 'agent', 'system', 'customer']),
      event: z.string().describe(`A state, or one of: ${ticketEvents.join(', ')}`),
      note: z.string().optional(),
      agent: z.string().optional().describe('Who of the desk, by name'),
      act: z.string().optional().describe('The id of the request that did it'),
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

const ownTarget = z.object({
  dueAt: instant,
  warn: z.enum(warnings),
  metAt: instant.optional(),
})

/** A ticket as the desk sees it: with what runs, what is aimed at, and where it may go. */
export const ticketView = ticketRecord.extend({
  clocks: z.array(
    ticketRecord.shape.clocks.element.extend({
      warn: z.enum(warnings).describe('How much of it has run: half, four fifths, all'),
      halfAt: instant,
      mostAt: instant,
      leftSeconds: z.number().int().describe('Negative once it is over'),
      optional: z.boolean().describe('A faster way out: missing it breaks no rule'),
      extendable: z.boolean().describe('The regime knows a longer limit'),
    }),
  ),
  target: z
    .object({
      acknowledge: ownTarget,
      firstTouch: ownTarget,
      update: ownTarget.optional(),
      resolve: ownTarget,
    })
    .describe('Our own service level; waiting for the customer moves it, never a clock'),
  next: z.array(z.enum(ticketStates)).describe('States it may go to now'),
})

/** Does not compile when the published targets and the domain's differ. */
export const targetsAgree: Same<z.infer<typeof ticketView>['target'], TicketTargets> = true

const flag = z.enum(['true', 'false']).transform((word) => word === 'true')

export const ticketQuery = z.object({
  conversationId: z.string().max(2000).optional(),
  customer: z.string().max(200).optional().describe('The merchant, or the user of the channel'),
  state: z.enum(ticketStates).optional(),
  open: flag.optional().describe('true: still needs somebody; false: has ended'),
  agent: z.string().max(200).optional().describe('An agent’s id; me; none: nobody’s'),
  severity: z.enum(severities).optional(),
  category: z.enum(ticketCategories).optional(),
  escalated: flag.optional(),
  due: z.enum(['over', 'soon']).optional().describe('Past its date; due within 24 hours'),
  q: z.string().trim().min(1).max(200).optional().describe('Words or a number in it'),
  order: z.enum(['newest', 'due']).default('newest'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z
    .string()
    .max(60)
    .optional()
    .describe('Tickets after the one with this number: the next page'),
})

export const ticketPage = z.object({
  tickets: z.array(ticketView),
  next: z.string().optional().describe('`before` of the next page; absent on the last'),
})

const words = (longest: number) => z.string().trim().min(1).max(longest)

export const fileBody = z.object({
  conversationId: words(2000),
  kind: z.enum(ticketKinds),
  category: z.enum(ticketCategories),
  severity: z.enum(severities).default('P3').describe('At least this urgent'),
  statement: words(4000).optional().describe('Absent: the customer’s last words'),
  desiredOutcome: words(2000).optional(),
  tellCustomer: z.boolean().default(true),
})

const resolutionGiven = z.object({
  code: z.enum(['upheld', 'partly_upheld', 'not_upheld', 'withdrawn', 'referred', 'goodwill']),
  text: words(4000).describe('The result with its reason, as the customer reads it'),
  redressMinor: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Minor units of the payment’s currency'),
  nextInstance: words(400).optional().describe('Absent: the one that the rules name'),
})

export const stateBody = z.object({
  to: z.enum(ticketStates),
  version: z
    .number()
    .int()
    .describe('Of the ticket as it was read; 409 Stale when it has moved on'),
  note: words(4000).optional().describe('For colleagues'),
  resolution: resolutionGiven.optional().describe('Needed to resolve or close'),
  tell: words(2000)
    .optional()
    .describe('Your own sentence to the customer, added to the usual words'),
})

export const assignBody = z.object({ agent: words(200).describe('An agent’s id, or me') })
export const escalateBody = z.object({ reason: words(2000) })
export const noteBody = z.object({ text: words(4000) })
export const extendBody = z.object({
  regime: words(100),
  until: z.iso.date().describe('The last day of the longer limit'),
  reason: words(1000).describe('The customer is told it'),
})

export const ticketAnswer = z.object({
  ticket: ticketView,
  pending: z.literal(true).optional().describe('202: accepted, not in effect yet'),
})
