import { z } from 'zod'
import { handoffOutcomes } from '../../domain/handoff/acts.ts'
import { skills } from '../../domain/handoff/skills.ts'
import { locales } from '../../domain/locale.ts'
import { stages } from '../../domain/stage.ts'
import { severities } from '../../domain/tickets/ticket.ts'
import type { HandoffRow } from '../../ports/store.ts'
import { cause, instant } from './shapes.ts'

const handoffStates = ['queued', 'active', 'closed'] as const satisfies HandoffRow['state'][]

export const handoffQuery = z.object({
  state: z.enum(handoffStates).optional(),
  agent: z.string().max(100).optional().describe('An agent’s id, or me'),
  language: z.enum(locales).optional(),
  skill: z.enum(skills).optional(),
  locale: z.enum(locales).optional().describe('Language of causeName; default the customer’s'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

export const handoff = z.object({
  id: z.string(),
  conversationId: z.string(),
  state: z.enum(handoffStates),
  reason: z.string(),
  priority: z.enum(severities),
  language: z.enum(locales).optional(),
  skill: z.enum(skills).optional(),
  agent: z.string().optional().describe('The agent’s id, or the name given with the admin token'),
  agentName: z.string().optional(),
  meantFor: z.string().optional().describe('Handed to this agent in particular, and waiting'),
  facts: z
    .looseObject({
      language: z.enum(locales).optional(),
      role: z.enum(['merchant', 'cardholder']).optional(),
      told: z.looseObject({}).optional().describe('What the customer has told'),
      transactionId: z.string().optional(),
      stage: z.enum(stages).optional(),
      cause: cause.optional(),
      causeName: z.string().optional().describe('The cause in the customer’s language'),
      confidence: z.number().optional(),
      ruledOut: z.array(cause).optional(),
      promised: z.looseObject({}).optional().describe('expectedBy and ticketFrom, as told'),
      tickets: z.array(z.string()).optional(),
      asked: z.array(z.string()).optional(),
      upset: z.boolean().optional(),
    })
    .describe('What was known when the person was called; empty when nobody was'),
  createdAt: instant.describe('When the person was called'),
  claimedAt: instant.optional(),
  lastCustomerAt: instant.optional(),
  lastAgentAt: instant.optional(),
  outcome: z.enum(handoffOutcomes).optional(),
  rating: z.number().int().min(1).max(5).optional(),
  comment: z.string().optional().describe('What the customer said of it, redacted'),
  updatedAt: instant,
})

const handoffView = handoff.extend({
  language: z.enum(locales),
  lastCustomerAt: instant,
  meantForName: z.string().optional(),
  customer: z.object({
    name: z.string().optional(),
    role: z
      .enum(['merchant', 'cardholder'])
      .optional()
      .describe('As vouched for; without that, and without a name, as they say themselves'),
    trusted: z.boolean(),
  }),
  causeName: z.string().optional(),
  preview: z.string().describe('The customer’s last words, redacted, 120 characters at most'),
  waitedSeconds: z.number(),
})

export const handoffPage = z.object({ handoffs: z.array(handoffView) })
export const claimBody = z.object({ agent: z.string().trim().min(1).max(100).optional() })
export const assignBody = z.object({ agent: z.string().trim().min(1).max(100) })
export const transferBody = z.object({
  to: z.string().trim().min(1).max(100).optional().describe('An agent’s id'),
  skill: z.enum(skills).optional(),
  language: z.enum(locales).optional(),
  note: z.string().trim().max(2000).optional().describe('Private, for whoever takes it'),
})
export const messageBody = z.object({ text: z.string().trim().min(1).max(4000) })
export const closeBody = z.object({
  outcome: z
    .enum(['returned', 'solved'])
    .optional()
    .describe('returned: back to the bot (default); solved: settled'),
  note: z.string().max(2000).optional(),
})
export const noteBody = z.object({ text: z.string().trim().min(1).max(4000) })
export const viewBody = z.object({ typing: z.boolean().optional() })
export const eventAccepted = z.object({ id: z.string() })
export const handoffTold = z.object({ id: z.string(), handoff: handoffView.optional() })

export const viewer = z.object({ agentId: z.string(), name: z.string(), typing: z.boolean() })
export const viewersView = z.object({ viewers: z.array(viewer) })

const waitingRange = z.object({ from: z.number(), to: z.number() })

export const deskView = z.object({
  queued: z.number(),
  active: z.number(),
  byLanguage: z.record(z.enum(locales), z.number()).describe('Who waits'),
  longestWaitSeconds: z.number(),
  agents: z.object({ online: z.number(), away: z.number() }),
  hours: z.object({ open: z.boolean(), opensAt: instant.optional() }),
  waiting: waitingRange.nullable().describe('Minutes; null with too little to go by'),
})
