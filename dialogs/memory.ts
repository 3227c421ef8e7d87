import type { CaseFacts } from '../src/domain/case-facts.ts'
import {
  type ContingencyPlan,
  type PlanPart,
  planWithoutDigits,
} from '../src/domain/contingency/plan.ts'
import type { Cause } from '../src/domain/diagnosis/causes.ts'
import type { Observation } from '../src/domain/diagnosis/observation.ts'
import type { QuestionSlot } from '../src/domain/diagnosis/story.ts'
import type { FraudSign } from '../src/domain/fraud/signs.ts'
import type { Locale } from '../src/domain/locale.ts'
import type { Money } from '../src/domain/money.ts'
import type { Stage } from '../src/domain/stage.ts'
import type { Expectation } from '../src/domain/watch/expectation.ts'

export const flowNames = [
  'where-is-my-money',
  'charged-or-held',
  'response-code',
  'risk-hold',
  'terminal-fault',
  'complaint',
  'contact-channels',
  'fraud',
  'pos-application',
  'contingency-plan',
  'talk-to-a-person',
  'privacy',
  'knowledge',
  'small-talk',
] as const
export type FlowName = (typeof flowNames)[number]

/** An answer that can be tapped: what is shown, and what it means. */
export interface Choice {
  label: string
  value: string
}

/** The question that waits for an answer. `name` tells questions of one slot apart. */
export interface OpenQuestion {
  slot: QuestionSlot
  name: string
  text: string
  choices: Choice[]
  flow: FlowName
  locale: Locale
  /** What led it in when it was put again. */
  lead?: string | undefined
}

/** What the last verdict said, as far as later turns need it. */
export interface VerdictMemory {
  transactionId?: string | undefined
  cause: Cause
  stage: Stage
  ticketFrom?: string | undefined
  expectedBy?: string | undefined
  /** Of the payment, for a word about it later. */
  amount?: Money | undefined
  /** Where the record can be found again, for the person who goes on with it. */
  payment?: VerdictPayment | undefined
  /** What it cannot be, and the observation that says so. */
  ruledOut?: { cause: Cause; because: Observation }[] | undefined
  at: string
}

/** `at` is when the payment was made, as the record has it. */
export interface VerdictPayment {
  at: string
  last4?: string | undefined
  rrn?: string | undefined
  authCode?: string | undefined
  orderNo?: string | undefined
}

/**
 * A payment the assistant has offered to keep watch on. `offered` until the customer says yes;
 * `asking` when only the customer can tell whether the money is there.
 */
export interface Watch {
  transactionId: string
  state: 'offered' | 'watching' | 'asking' | 'ended'
  cause: Cause
  stage: Stage
  /** Who asked, about what: a look explains the payment as the customer asked about it. */
  facts: CaseFacts
  /** What was told to the customer last. */
  told: Expectation
  /** UTC instant; its timer is kept in step with it. */
  nextLookAt?: string | undefined
  /** Looks in a row that the provider did not answer. */
  unanswered: number
  /** How often another date has been told. */
  moves: number
  /** A person has the conversation and was told; the customer is told when the person has left. */
  heldBack: boolean
}

/** An answer that the customer is asked about: which was meant, whether it was right, why it was not. */
export interface JudgedAnswer {
  article: string
  locale: Locale
  /** The id of the message that asked. */
  askedIn: string
  asks: 'which' | 'right' | 'reason'
  /** The titles offered with it, in the order shown. */
  offered: string[]
  /** Which of the ways to ask it was used, from 0: the next time it is another. */
  way: number
}

/** Where the finished plan is: `id` cannot be guessed, and whoever has it may read the sheet. */
export interface PlanSheet {
  id: string
  /** The customer's day on which it was made. */
  madeOn: string
  /** UTC instant. */
  expiresAt: string
  locale: Locale
}

/** Whether a person was called, and what the customer knows of it. */
export interface HandoffMemory {
  id: string
  state: 'queued' | 'active' | 'closed'
  /** The place in the queue that was told last. */
  place?: number | undefined
  /** The customer was told that the desk could not be reached. */
  unreached?: boolean | undefined
  /** The customer was asked how it was, and has not said. */
  asksRating?: boolean | undefined
}

/** A contingency plan in the making; with a sheet it is finished. */
export interface PlanDraft {
  told: ContingencyPlan
  skipped: PlanPart[]
  /** What was answered or skipped last: "no, that is wrong" means it. */
  last?: PlanPart | undefined
  /** One back-up way was tapped, and the others are still offered. */
  moreWays?: boolean | undefined
  sheet?: PlanSheet | undefined
}

/**
 * What a conversation remembers between turns. Where we are, never money or tickets themselves:
 * those are records of their own. A question is found from what is missing, never from a step number.
 */
export interface Memory {
  shape: 1
  locale: Locale
  greeted: boolean
  flow?: FlowName | undefined
  facts: CaseFacts
  question?: OpenQuestion | undefined
  /** Questions set aside for something else, oldest first: put again when that is done. */
  suspended: OpenQuestion[]
  /** Wishes said beside another one, in the customer's redacted words: their turn comes next. */
  queued: string[]
  /** Payments that were listed to choose from last, and all that were explained: "and the other one?" */
  listed: string[]
  explained: string[]
  /** UTC instant of the last words, theirs or ours. */
  lastAt?: string | undefined
  /** How often each question was asked in this case. */
  asked: Record<string, number>
  /** What the customer cannot or will not tell. */
  unavailable: QuestionSlot[]
  /** Questions since the last result: five at most. */
  questionCount: number
  misunderstood: number
  emptyLookUps: number
  wrongGuesses: number
  verdict?: VerdictMemory | undefined
  ticketNos: string[]
  watches: Watch[]
  plan?: PlanDraft | undefined
  /** The payment, or the plan, whose offer or question was said last: a plain yes means it. */
  offered?: string | undefined
  /** The answer from an article that was given last: a plain yes or no means it. */
  judging?: JudgedAnswer | undefined
  /** The ticket whose handling the customer was just asked to judge. */
  rating?: string | undefined
  handoff?: HandoffMemory | undefined
  warned: FraudSign[]
  abusive: number
  /** The last reply, for "say that again". */
  lastReply: string[]
}

export function freshMemory(locale: Locale): Memory {
  return {
    shape: 1,
    locale,
    greeted: false,
    facts: { cues: [] },
    suspended: [],
    queued: [],
    listed: [],
    explained: [],
    asked: {},
    unavailable: [],
    questionCount: 0,
    misunderstood: 0,
    emptyLookUps: 0,
    wrongGuesses: 0,
    ticketNos: [],
    watches: [],
    warned: [],
    abusive: 0,
    lastReply: [],
  }
}

/** Digits taken from messages that turned out to hold parts of a card number are forgotten. */
export function withoutDigits(memory: Memory): Memory {
  const { role, concern, country, date, otherDates, time, cues } = memory.facts
  const facts = { role, concern, country, date, otherDates, time, cues }
  const { plan } = memory
  const told = plan && { ...plan, told: planWithoutDigits(plan.told) }
  return { ...memory, facts, plan: told, lastReply: [] }
}

/** A new payment to talk about; who the customer is stays known. */
export function newCase(memory: Memory): Memory {
  return {
    ...memory,
    flow: undefined,
    facts: { cues: [], role: memory.facts.role, country: memory.facts.country },
    question: undefined,
    suspended: [],
    asked: {},
    unavailable: [],
    questionCount: 0,
    misunderstood: 0,
    emptyLookUps: 0,
    verdict: undefined,
  }
}
