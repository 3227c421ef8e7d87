import { z } from 'zod'
import { publishedSlots } from '../../domain/diagnosis/story.ts'
import { fraudSigns } from '../../domain/fraud/signs.ts'
import { locales } from '../../domain/locale.ts'
import { promiseStates } from '../../domain/promises/promise-state.ts'
import { stages, stationNames } from '../../domain/stage.ts'
import type { SupportEntity } from '../../domain/support-entity.ts'
import { severities, ticketCategories, ticketStates } from '../../domain/tickets/ticket.ts'
import type { ArticleUpkeep } from '../../ports/article-upkeep.ts'
import type { Delivery, DeliveryState } from '../../ports/outbox.ts'
import { type Entity, intentNames } from '../../ports/understanding.ts'
import { cause, dayOrInstant, instant, type Same } from './shapes.ts'

/** Shared by the verdict and the facts card. */
export const stationsOnTheWay = z
  .array(
    z.object({
      station: z.enum(stationNames),
      at: dayOrInstant,
      expected: z.literal(true).optional().describe('Not there yet: due by then'),
    }),
  )
  .describe('Where the money was when, as far as the record tells; in the order of the way')

/** The published shapes of what a bot message carries in `entities`, by their `type`. */
export const supportEntities = {
  'support/question': z.object({
    type: z.literal('support/question'),
    slot: z.enum(publishedSlots),
    choices: z.array(z.string()).optional(),
  }),
  'support/verdict': z.object({
    type: z.literal('support/verdict'),
    stage: z.enum(stages),
    cause,
    transactionId: z.string().optional(),
    tradeDay: z.string().optional().describe('YYYY-MM-DD'),
    expectedBy: dayOrInstant.optional(),
    recheckAt: dayOrInstant.optional(),
    ticketFrom: dayOrInstant.optional(),
    dataAsOf: instant,
    evidence: z.array(z.object({ fact: z.string(), source: z.string() })),
    ruledOut: z.array(cause),
    candidates: z.array(z.object({ cause, probability: z.number() })),
    stations: stationsOnTheWay.optional(),
  }),
  'support/ticket': z.object({
    type: z.literal('support/ticket'),
    no: z.string(),
    category: z.enum(ticketCategories),
    severity: z.enum(severities),
    state: z.enum(ticketStates),
    dueAt: dayOrInstant,
  }),
  'support/handoff': z.object({
    type: z.literal('support/handoff'),
    state: z.enum(['queued', 'active', 'closed', 'unavailable']),
    position: z.number().optional().describe('1 is next'),
    queueLength: z.number().optional(),
    waiting: z
      .object({ from: z.number(), to: z.number() })
      .optional()
      .describe('Minutes; absent where there is too little to go by'),
    opensAt: instant.optional().describe('When the desk opens'),
    agent: z.string().optional().describe('The name of who has the conversation'),
  }),
  'support/warning': z.object({ type: z.literal('support/warning'), sign: z.enum(fraudSigns) }),
  'support/answer': z.object({
    type: z.literal('support/answer'),
    articles: z.array(
      z.object({ id: z.string(), title: z.string(), updated: z.string(), score: z.number() }),
    ),
  }),
  'support/redaction': z.object({
    type: z.literal('support/redaction'),
    kinds: z.array(z.string()),
  }),
  'support/plan': z.object({
    type: z.literal('support/plan'),
    url: z.string().describe('Absolute, or a path of this server'),
    expiresAt: instant.describe('The link works until then'),
    reviewOn: z.string().describe('YYYY-MM-DD'),
  }),
} as const

type Schemas = typeof supportEntities
type Published = { [Type in keyof Schemas]: z.infer<Schemas[Type]> }[keyof Schemas]
/** Does not compile when the published shapes and the domain's differ. */
export const schemasAgree: Same<Published, SupportEntity> = true

export const promiseQuery = z.object({
  conversationId: z.string().max(200).optional(),
  state: z.enum(promiseStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.string().max(600).optional().describe('Promises named before this id: the next page'),
})

export const promise = z.object({
  id: z.string(),
  conversationId: z.string(),
  transactionId: z.string(),
  provider: z.string(),
  windowId: z
    .string()
    .optional()
    .describe('The settlement window the date came from; absent for the provider’s own date'),
  cause,
  dueAt: instant.describe('What the date meant: the end of a day, or the hour that was named'),
  namedAt: instant,
  state: z.enum(promiseStates),
  happenedAt: instant.optional().describe('When the money came, by the record'),
  checkedAt: instant.optional().describe('When the record was last compared'),
})

export const promisePage = z.object({
  promises: z.array(promise),
  next: z.string().optional().describe('`before` of the next page; absent on the last'),
})

export const ratesQuery = z.object({
  since: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .optional()
    .describe('Promises named from then on: an instant with offset, or a day in UTC'),
})

const counted = z.number().int().min(0)

const keptRate = z.object({
  open: counted,
  kept: counted,
  late: counted,
  unknown: counted,
  void: counted,
  rate: z.number().nullable().describe('kept ÷ (kept + late); null while there is neither'),
})

export const promiseRates = z.object({
  overall: keptRate,
  rates: z.array(
    keptRate.extend({
      windowId: z.string().nullable().describe('null: dates the provider gave itself'),
      provider: z.string(),
    }),
  ),
})

const deliveryStates = ['new', 'sent', 'parked'] as const satisfies DeliveryState[]

/** Our ids hold a conversation's id of another system: long, and to be percent-encoded in a path. */
const activityId = z.string().max(2000)

export const deliveryQuery = z.object({
  state: z.enum(deliveryStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: activityId.optional().describe('Replies after the one with this id: the next page'),
})

const delivery = z.object({
  id: z.string().describe('The activity’s id; sent along, so that a repeat can be recognised'),
  conversationId: z.string(),
  seq: z.number().describe('Its place in the conversation’s transcript'),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  notBefore: instant,
  reason: z.string().optional().describe('Why the last attempt failed'),
  createdAt: instant,
  updatedAt: instant,
})

/** Does not compile when the published delivery and the port's differ. */
export const deliveriesAgree: Same<z.infer<typeof delivery>, Delivery> = true

export const deliveryPage = z.object({
  deliveries: z.array(delivery),
  next: z.string().optional().describe('`after` of the next page; absent on the last'),
})
export const deliveryView = delivery.extend({ activity: z.looseObject({}) })
export const replayAccepted = z.object({ id: z.string() })
export const replayedCount = z.object({ replayed: z.number() })

export const inboxQuery = z.object({
  state: z.literal('parked').default('parked'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: activityId.optional().describe('Messages after the one with this id: the next page'),
})

export const inboxPage = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      conversationId: z.string(),
      acceptedAt: instant,
      attempts: z.number(),
      reason: z.string(),
      activity: z.looseObject({}).describe('As in the transcript: redacted'),
    }),
  ),
  next: z.string().optional().describe('`after` of the next page; absent on the last'),
})

export const understandBody = z.object({
  text: z.string().max(10_000),
  locale: z.string().max(40).optional(),
  now: z.iso.datetime({ offset: true }).optional(),
})

const span = {
  text: z.string(),
  start: z.number().describe('UTF-16 offset'),
  end: z.number().describe('UTF-16 offset, exclusive'),
  mistaken: z.literal(true).optional().describe('Named only to say that it is wrong'),
}

const references = [
  'last4',
  'rrn',
  'orderNo',
  'authCode',
  'terminalId',
  'merchantId',
  'batchNo',
  'code',
  'ticketNo',
  'country',
  'region',
  'provider',
] as const

const entity = z.union([
  z.object({
    type: z.literal('amount'),
    ...span,
    minor: z.number().describe('Minor units: fen, cents; of a range the lower end'),
    maxMinor: z.number().optional().describe('The upper end of a range'),
    currency: z.string().optional().describe('ISO 4217; absent when none was named'),
    role: z.enum(['sale', 'received', 'recorded', 'fee', 'loss']).optional(),
    approximate: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('date'),
    ...span,
    iso: z.string().describe('YYYY-MM-DD'),
    alternatives: z.array(z.string()).optional().describe('Other readings'),
  }),
  z.object({ type: z.literal('time'), ...span, iso: z.string().describe('HH:MM') }),
  z.object({ type: z.literal('elapsed'), ...span, days: z.number() }),
  z.object({
    type: z.literal('channel'),
    ...span,
    value: z.enum(['card', 'qr', 'online', 'app']).describe('How the payment was made'),
  }),
  z.object({ type: z.literal('role'), ...span, value: z.enum(['merchant', 'cardholder']) }),
  z.object({ type: z.enum(references), ...span, value: z.string() }),
])

/** Does not compile when the published entities and the port's differ. */
export const entitiesAgree: Same<z.infer<typeof entity>, Entity> = true

export const understood = z.looseObject({
  language: z.enum(locales),
  cues: z.array(z.string()).describe('Small signs, such as that nothing was printed'),
  intents: z.array(z.object({ name: z.enum(intentNames), confidence: z.number() })),
  entities: z.array(entity),
})

export const searchQuery = z.object({
  q: z.string().trim().min(1).max(1000),
  locale: z.string().max(40).optional(),
  k: z.coerce.number().int().min(1).max(20).default(5),
})

export const searchResult = z.object({
  answerable: z.boolean(),
  results: z.array(z.looseObject({ id: z.string(), title: z.string(), score: z.number() })),
})

export const sinceQuery = z.object({
  since: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .optional()
    .describe('Questions from then on: an instant with offset, or a day in UTC'),
})

export const upkeepQuery = sinceQuery.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

const articleId = z.string().describe('<topic>/<slug>')

export const gapsView = z.object({
  gaps: z.array(
    z.object({
      locale: z.enum(locales),
      count: z.number().describe('How many asked'),
      examples: z.array(z.string()).describe('In customers’ redacted words, newest first'),
      outcomes: z.object({ unknown: z.number(), offered: z.number(), wrong: z.number() }),
      reasons: z.record(z.string(), z.number()).describe('What was said to be wrong, how often'),
      articles: z.array(articleId).describe('What came nearest, most often first'),
      lastAskedAt: instant,
    }),
  ),
})

export const articleUseView = z.object({
  articles: z.array(
    z.object({
      id: articleId,
      locale: z.enum(locales),
      title: z.string(),
      reviewBy: z.iso.date(),
      overdue: z.boolean().describe('Past its review date'),
      answered: z.number().describe('Questions that it answered'),
      right: z.number().describe('Customers who said that it did'),
      wrong: z.number().describe('Customers who said that it did not'),
    }),
  ),
})

const namedArticle = z.object({ id: articleId, locale: z.enum(locales), title: z.string() })

export const upkeepView = z.object({
  questions: z.number().describe('How many questions “never used” rests on: at most the newest'),
  from: instant.optional().describe('When the oldest of them was asked; absent when there is none'),
  stale: z.array(
    namedArticle.extend({
      why: z.enum(['ended', 'review_overdue', 'review_near']),
      on: z.iso.date().describe('Its last day, or its review day'),
    }),
  ),
  contradicting: z
    .array(
      z.object({
        unit: z.string().describe('day, month, hour, percent or amount'),
        articles: z.array(
          namedArticle.extend({
            question: z.string().describe('Nearly the same as the other one’s'),
            numbers: z.array(z.number()).describe('Those that only this one gives'),
            sentence: z.string(),
          }),
        ),
      }),
    )
    .describe('Pairs that nearly ask the same and give different numbers'),
  neverUsed: z.array(namedArticle),
})

/** Does not compile when the published lists and the port’s differ. */
export const upkeepAgrees: Same<
  Omit<z.infer<typeof upkeepView>, 'questions' | 'from'>,
  ArticleUpkeep
> = true

export const processesView = z.object({
  redis: z.enum(['answers', 'away', 'not configured']),
  self: z.string().describe('The process that answers'),
  processes: z.array(
    z.object({
      id: z.string().describe('Made anew at each start'),
      startedAt: instant,
      sockets: z.number().describe('Open customer web sockets'),
      turnsInHand: z.number().describe('Conversations in line for a turn or taking one'),
    }),
  ),
})

export const settingsView = z.record(z.string(), z.unknown())

export const errorBody = z.object({
  error: z.object({ code: z.string(), message: z.string(), requestId: z.string() }),
})
