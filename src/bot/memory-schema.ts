import { z } from 'zod'
import { flowNames, freshMemory, type Memory } from '../../dialogs/memory.ts'
import { backUpWays, planParts } from '../domain/contingency/plan.ts'
import { causeCodes } from '../domain/diagnosis/causes.ts'
import type { Observation } from '../domain/diagnosis/observation.ts'
import { cues, questionSlots } from '../domain/diagnosis/story.ts'
import { fraudSigns } from '../domain/fraud/signs.ts'
import { type Locale, locales } from '../domain/locale.ts'
import { stages } from '../domain/stage.ts'
import type { JsonObject } from '../ports/json.ts'

const words = z.string().optional()

const told = z.object({
  minor: z.number(),
  currency: z.string().optional(),
  approximate: z.boolean().optional(),
})

const facts = z.object({
  role: z.enum(['merchant', 'cardholder']).optional(),
  concern: z.enum(['payout', 'amount', 'charge', 'refund', 'hold', 'duplicate']).optional(),
  amount: told.optional(),
  received: told.optional(),
  recorded: told.optional(),
  date: z.string().optional(),
  otherDates: z.array(z.string()).optional(),
  time: z.string().optional(),
  elapsedDays: z.number().optional(),
  last4: z.string().optional(),
  rrn: z.string().optional(),
  orderNo: z.string().optional(),
  authCode: z.string().optional(),
  terminalId: z.string().optional(),
  merchantId: z.string().optional(),
  batchNo: z.string().optional(),
  code: z.string().optional(),
  country: z.string().optional(),
  transactionId: z.string().optional(),
  cues: z.array(z.enum(cues)),
})

const cause = z.enum(causeCodes)
const stage = z.enum(stages)

const verdict = z.object({
  transactionId: z.string().optional(),
  cause,
  stage,
  ticketFrom: z.string().optional(),
  expectedBy: z.string().optional(),
  amount: z.object({ minor: z.number(), currency: z.string() }).optional(),
  payment: z
    .object({
      at: z.string(),
      last4: words,
      rrn: words,
      authCode: words,
      orderNo: words,
    })
    .optional(),
  // Our own names, which grow: an older one must not break the conversation.
  ruledOut: z
    .array(z.object({ cause, because: z.custom<Observation>((name) => typeof name === 'string') }))
    .optional()
    .catch(undefined),
  at: z.string(),
})

const watch = z.object({
  transactionId: z.string(),
  state: z.enum(['offered', 'watching', 'asking', 'ended']),
  cause,
  stage,
  facts,
  told: z.object({
    expectedBy: z.string(),
    dueAt: z.string(),
    wholeDay: z.boolean(),
    ticketAt: z.string().optional(),
    timeZone: z.string(),
  }),
  nextLookAt: z.string().optional(),
  unanswered: z.number(),
  moves: z.number(),
  heldBack: z.boolean(),
})

const openQuestion = z.object({
  slot: z.enum(questionSlots),
  name: z.string(),
  text: z.string(),
  choices: z.array(z.object({ label: z.string(), value: z.string() })),
  flow: z.enum(flowNames),
  locale: z.enum(locales),
  lead: z.string().optional(),
})

const plan = z.object({
  told: z.object({
    shop: words,
    serviceLine: words,
    people: z.array(z.string()).optional(),
    ways: z.array(z.enum(backUpWays)).optional(),
    otherWays: words,
    funds: z.object({ wait: words, reserve: words, canWait: words, account: words }).optional(),
    decider: words,
  }),
  skipped: z.array(z.enum(planParts)),
  last: z.enum(planParts).optional(),
  moreWays: z.boolean().optional(),
  sheet: z
    .object({
      id: z.string(),
      madeOn: z.string(),
      expiresAt: z.string(),
      locale: z.enum(locales),
    })
    .optional(),
})

const memory = z.object({
  shape: z.literal(1),
  locale: z.enum(locales),
  greeted: z.boolean(),
  flow: z.enum(flowNames).optional(),
  facts,
  question: openQuestion.optional(),
  // A conversation from before these were kept has none.
  suspended: z.array(openQuestion).default([]),
  queued: z.array(z.string()).default([]),
  listed: z.array(z.string()).default([]),
  explained: z.array(z.string()).default([]),
  lastAt: z.string().optional(),
  asked: z.record(z.string(), z.number()),
  unavailable: z.array(z.enum(questionSlots)),
  questionCount: z.number(),
  misunderstood: z.number(),
  emptyLookUps: z.number(),
  wrongGuesses: z.number(),
  verdict: verdict.optional(),
  ticketNos: z.array(z.string()),
  // A conversation from before there were watches has none.
  watches: z.array(watch).default([]),
  plan: plan.optional(),
  offered: z.string().optional(),
  judging: z
    .object({
      article: z.string(),
      locale: z.enum(locales),
      askedIn: z.string(),
      asks: z.enum(['which', 'right', 'reason']),
      offered: z.array(z.string()).default([]),
      way: z.number().default(0),
    })
    .optional(),
  rating: z.string().optional(),
  handoff: z
    .object({
      id: z.string(),
      state: z.enum(['queued', 'active', 'closed']),
      place: z.number().optional(),
      unreached: z.boolean().optional(),
      asksRating: z.boolean().optional(),
    })
    .optional(),
  warned: z.array(z.enum(fraudSigns)),
  abusive: z.number(),
  lastReply: z.array(z.string()),
})

/** What was remembered; an old or broken shape restarts politely instead of failing the turn. */
export function readMemory(state: JsonObject, locale: Locale): Memory {
  const parsed = memory.safeParse(state)
  return parsed.success ? parsed.data : freshMemory(locale)
}

/** As it is stored: undefined fields vanish. */
export function writeMemory(state: Memory): JsonObject {
  return JSON.parse(JSON.stringify(state))
}
