import { z } from 'zod'
import { warnings } from '../../domain/complaints/clock-warnings.ts'
import type { FactsCard } from '../../domain/handoff/facts-card.ts'
import { locales } from '../../domain/locale.ts'
import { stages } from '../../domain/stage.ts'
import { handoff, viewer } from './handoff-schemas.ts'
import { promise, stationsOnTheWay, supportEntities } from './schemas.ts'
import { cause, dayOrInstant, instant, type Same } from './shapes.ts'
import { ticketRecord } from './tickets/schemas.ts'

const factsCard = z.object({
  summary: z.array(z.string()).describe('Five lines at most'),
  customer: z.object({
    name: z.string().optional(),
    role: z.enum(['merchant', 'cardholder']).optional(),
    trusted: z.boolean(),
    merchantId: z.string().optional(),
    language: z.enum(locales),
    upset: z.boolean(),
    vulnerable: z.boolean(),
  }),
  payment: z
    .object({
      transactionId: z.string().optional(),
      amount: z.string().optional().describe('As people write it'),
      at: dayOrInstant.optional(),
      last4: z.string().optional(),
      rrn: z.string().optional(),
      authCode: z.string().optional(),
      orderNo: z.string().optional(),
      stage: z.enum(stages).optional(),
      stageName: z.string().optional(),
      stations: stationsOnTheWay.optional(),
    })
    .optional(),
  record: z.array(z.object({ fact: z.string(), source: z.string(), at: instant })),
  cause: z.object({ code: cause, name: z.string(), confidence: z.number().optional() }).optional(),
  ruledOut: z.array(z.object({ code: cause, name: z.string(), why: z.string() })),
  promised: z.array(z.object({ what: z.string(), dueAt: dayOrInstant, state: z.string() })),
  asked: z.array(z.object({ question: z.string(), answer: z.string().optional() })),
  clocks: z.array(
    z.object({
      regime: z.string(),
      dueAt: dayOrInstant,
      warn: z.enum(warnings),
    }),
  ),
  warnings: z.array(z.string()),
  nextAction: z.object({ what: z.string(), why: z.string() }),
  calledBecause: z.string(),
})

/** Does not compile when the published card and the domain’s differ. */
export const factsCardAgrees: Same<z.infer<typeof factsCard>, FactsCard> = true

export const conversationQuery = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('Transcript after this sequence number'),
  locale: z.enum(locales).optional().describe('Language of the facts card'),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  last: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe('The newest entries, so many, in place of after and limit'),
  before: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Only entries before this sequence number: the page before'),
})

export const conversationView = z.looseObject({
  id: z.string(),
  channel: z.string(),
  identity: z
    .object({
      userId: z.string(),
      trusted: z.boolean().describe('An integrator’s back end vouched for it'),
      name: z.string().optional(),
      role: z.enum(['merchant', 'cardholder']).optional(),
      merchantId: z.string().optional(),
      locale: z.string().optional(),
    })
    .describe('Who the customer is; a client cannot change it'),
  version: z.number().describe('Turns taken'),
  createdAt: instant,
  updatedAt: instant,
  slots: z.looseObject({}).describe('What the customer has told of the payment'),
  verdicts: z.array(supportEntities['support/verdict']).describe('Oldest first'),
  handoff: handoff.nullable(),
  facts: factsCard.describe('What an agent reads instead of the transcript'),
  notes: z
    .array(z.looseObject({ seq: z.number(), at: instant, about: z.string().optional() }))
    .describe('Private: of agents (text, byName), and of the service'),
  files: z
    .array(
      z.object({
        id: z.string().describe('The last part of the attachment’s contentUrl'),
        name: z.string(),
        contentType: z.string(),
        size: z.number().describe('Bytes'),
        at: instant,
        deletedAt: instant.optional(),
        deletedBy: z.string().optional().describe('An agent’s id, admin-token, or age'),
      }),
    )
    .describe('What the customer sent, oldest first; see /files/{fileId}'),
  tickets: z.array(ticketRecord).describe('Newest first'),
  promises: z.array(promise).describe('Newest first'),
  rating: z.object({ score: z.number(), comment: z.string().optional() }).nullable(),
  viewers: z.array(viewer),
  earlier: z.boolean().describe('There are entries before the first of the transcript'),
  transcript: z.array(
    z.looseObject({
      seq: z.number(),
      id: z.string(),
      direction: z.enum(['in', 'out']),
      at: instant,
      activity: z.looseObject({}),
    }),
  ),
})
