import { z } from 'zod'
import {
  severities,
  ticketCategories,
  ticketKinds,
  ticketStates,
} from '../domain/tickets/ticket.ts'
import type { JsonObject } from '../ports/json.ts'
import type { TicketAct, TicketFiling } from '../ports/ticket-acts.ts'

const actor = { agent: z.string(), act: z.string() }
const onTicket = { ...actor, no: z.string() }

const resolution = z.object({
  code: z.enum(['upheld', 'partly_upheld', 'not_upheld', 'withdrawn', 'referred', 'goodwill']),
  text: z.string(),
  redressMinor: z.number().optional(),
  nextInstance: z.string().optional(),
})

const act: z.ZodType<TicketAct | TicketFiling> = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('ticket.change'),
    value: z.object({
      ...onTicket,
      to: z.enum(ticketStates),
      version: z.number(),
      note: z.string().optional(),
      resolution: resolution.optional(),
      tell: z.string().optional(),
    }),
  }),
  z.object({
    name: z.literal('ticket.assign'),
    value: z.object({ ...onTicket, assignee: z.string(), assigneeName: z.string() }),
  }),
  z.object({
    name: z.literal('ticket.escalate'),
    value: z.object({ ...onTicket, reason: z.string() }),
  }),
  z.object({ name: z.literal('ticket.note'), value: z.object({ ...onTicket, text: z.string() }) }),
  z.object({
    name: z.literal('ticket.extend'),
    value: z.object({ ...onTicket, regime: z.string(), until: z.string(), reason: z.string() }),
  }),
  z.object({
    name: z.literal('ticket.file'),
    value: z.object({
      ...actor,
      kind: z.enum(ticketKinds),
      category: z.enum(ticketCategories),
      severity: z.enum(severities),
      statement: z.string().optional(),
      desiredOutcome: z.string().optional(),
      tellCustomer: z.boolean(),
    }),
  }),
])

/** An event of our own as the act it is; undefined for any other. */
export function readTicketAct(event: { name: string; value: JsonObject }) {
  const read = act.safeParse({ name: event.name, value: event.value })
  return read.success ? read.data : undefined
}

const rating = z.object({
  ticketNo: z.string(),
  score: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  comment: z.string().max(2000).optional(),
})

/** A customer's judgement of a ticket, sent as an event of the page; undefined for anything else. */
export function readTicketRating({ name, value }: { name: string; value: JsonObject }) {
  if (name !== 'support.rating') return undefined
  const read = rating.safeParse(value)
  return read.success ? read.data : undefined
}
