import { z } from 'zod'
import { cannedVariables } from '../../../../dialogs/canned-answers/canned-answers.ts'
import { locales } from '../../../domain/locale.ts'
import { promiseStates } from '../../../domain/promises/promise-state.ts'
import { instant } from '../shapes.ts'
import { ticketView } from '../tickets/schemas.ts'

const locale = z.enum(locales)

export const cannedQuery = z.object({
  locale: locale.optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Words in it, or the beginning of its shortcut'),
  disabled: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: also those that are offered to nobody'),
})

export const cannedAnswer = z.object({
  id: z.string(),
  shortcut: z.string().describe('What is typed to get it: /due'),
  title: z.string(),
  locale,
  text: z.string().describe(`May hold ${cannedVariables.map((name) => `{{${name}}}`).join(' ')}`),
  disabled: z.boolean(),
  updatedAt: instant.optional().describe('Absent while it is as it came with the release'),
  updatedBy: z.string().optional(),
})

export const cannedList = z.object({ cannedAnswers: z.array(cannedAnswer) })
export const cannedView = z.object({ cannedAnswer })

export const cannedBody = z.object({
  shortcut: z
    .string()
    .regex(/^\/[\p{L}\p{N}-]{1,30}$/u, 'A shortcut is / and letters, digits or hyphens: /due'),
  title: z.string().trim().min(1).max(100),
  locale,
  text: z.string().trim().min(1).max(2000),
  disabled: z.boolean().default(false),
})

export const cannedChange = cannedBody.partial()

export const localeQuery = z.object({ locale: locale.optional() })

const foundArticle = z.object({
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  score: z.number().describe('0 to 1; 0.5 and more is worth reading'),
})

export const suggestions = z.object({
  articles: z.array(foundArticle),
  canned: z.array(cannedAnswer.extend({ score: z.number() })),
})

export const customerView = z.object({
  customer: z.object({
    ref: z.string().describe('The merchant, or the user of the channel'),
    name: z.string().optional(),
    role: z.enum(['merchant', 'cardholder']).optional(),
    trusted: z.boolean().describe('An integrator’s back end vouched for it'),
    merchantId: z.string().optional(),
    firstSeenAt: instant,
    lastSeenAt: instant,
  }),
  conversations: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      createdAt: instant,
      updatedAt: instant,
      version: z.number().describe('Turns taken'),
      preview: z.string().describe('The customer’s last words, redacted'),
      handoff: z.enum(['queued', 'active', 'closed']).optional(),
    }),
  ),
  tickets: z.array(ticketView),
  promises: z.array(
    z.object({
      id: z.string(),
      conversationId: z.string(),
      transactionId: z.string(),
      dueAt: instant,
      namedAt: instant,
      state: z.enum(promiseStates),
      happenedAt: instant.optional(),
    }),
  ),
  ratings: z.array(
    z.object({
      about: z.enum(['ticket', 'handoff']),
      ref: z.string().describe('The ticket’s number, or the handoff’s id'),
      score: z.number().int().min(1).max(5),
      comment: z.string().optional(),
      at: instant,
    }),
  ),
})

export const findQuery = z.object({
  q: z.string().trim().min(1).max(200),
  locale: locale.optional().describe('Which articles and canned answers come first'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

export const findView = z.object({
  results: z.array(
    z.object({
      kind: z.enum(['ticket', 'conversation', 'customer', 'article', 'canned']),
      ref: z.string(),
      conversationId: z.string().optional(),
      title: z.string(),
      excerpt: z.string(),
      at: instant.optional(),
      score: z.number(),
    }),
  ),
})
