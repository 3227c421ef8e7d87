import { z } from 'zod'
import { calculateSettlement } from '../../src/domain/settlement/calculate-settlement.ts'
import { sideWindowOf } from '../../src/domain/settlement/side-window.ts'
import type { SupportEntity } from '../../src/domain/support-entity.ts'
import type { Merchant, TransactionRecord } from '../../src/domain/transaction.ts'
import { supportEntities } from '../../src/web/api/schemas.ts'
import type { Bubble } from '../../test/support/talk.ts'
import { faultsOf } from '../../test/support/transcript-checks.ts'
import {
  type Known,
  knownArticles,
  knownConstants,
  learnInstant,
  learnText,
  learnWorld,
  nothingKnown,
  unknownNumbers,
} from './known-numbers.ts'
import type { Persona } from './personas.ts'
import { calendarOf } from './scenes.ts'
import { entitiesIn, questionOf } from './seen.ts'
import { dayBefore } from './word-facts.ts'

/* What must hold in every turn of every run, whatever the customer wants. */

export interface Violation {
  property:
    | 'no invented number'
    | 'never earlier than the engine'
    | 'never asks for secrets'
    | 'a person can be had'
    | 'no fault of form'
    | 'nothing of another customer'
  what: string
}

/** One conversation's own part of the world. */
export interface OwnWorld {
  merchants: Merchant[]
  transactions: TransactionRecord[]
  payouts: unknown[]
  zone: string
}

let constants: Known | undefined
let articles: Known | undefined

/** Watches one conversation, turn by turn. */
export function watchProperties(own: OwnWorld, isForeign: (id: string) => boolean) {
  constants ??= knownConstants()
  articles ??= knownArticles()
  const zones = [own.zone, 'Asia/Shanghai', 'UTC']
  const known = nothingKnown()
  learnWorld(known, [own.merchants, own.transactions, own.payouts], zones)
  let before: string[] = []

  function learnEngine(now: Date): void {
    learnInstant(known, now.toISOString(), zones)
    known.runs.add(String(now.getUTCFullYear()))
    for (const record of own.transactions) {
      const merchant = own.merchants.find(({ id }) => id === record.merchantId)
      for (const answer of answersFor(record, merchant, now)) {
        const { source: _source, reviewedAt: _reviewedAt, ...dates } = answer
        learnWorld(known, dates, zones)
      }
    }
  }

  /** Dates of a ticket and of a rule are published beside the words; the words must agree. */
  function learnPublished(bubbles: readonly Bubble[]): void {
    for (const each of entitiesIn(bubbles, 'support/ticket')) {
      learnText(known, each.no)
      learnInstant(known, each.dueAt, zones)
    }
    for (const { expectedBy, ticketFrom, recheckAt, tradeDay } of entitiesIn(
      bubbles,
      'support/verdict',
    )) {
      for (const at of [expectedBy, ticketFrom, recheckAt, tradeDay]) {
        if (at) learnInstant(known, at, zones)
      }
    }
  }

  return {
    /** The customer's own words may come back. */
    hear(words: string, now: Date): void {
      learnText(known, words)
      if (!/yesterday|昨天/.test(words)) return
      learnInstant(known, new Date(now.getTime() - 86_400_000).toISOString(), zones)
    },
    /** So may the day, which people name in ways of their own; and one that is remembered wrongly. */
    hearDay(day: string | undefined, { isMistaken }: Persona): void {
      if (!day) return
      learnInstant(known, day, zones)
      if (isMistaken) learnInstant(known, dayBefore(day), zones)
    },
    check(bubbles: readonly Bubble[], now: Date): Violation[] {
      learnEngine(now)
      learnPublished(bubbles)
      const faults = faultsOf({ bubbles: [...bubbles], ticketNos: [], before })
      if (bubbles.length > 0) before = bubbles.map(({ text }) => text)
      return [
        ...bubbles.flatMap((bubble) => invented(bubble, known)),
        ...tooEarly(bubbles, own, now),
        ...asksSecrets(bubbles),
        ...bubbles.flatMap(({ entities }) => entities).flatMap(malformed),
        ...faults.map((what) => ({ property: 'no fault of form' as const, what })),
        ...foreign(bubbles, isForeign),
      ]
    },
  }
}

/** The published shapes, without room for a field that is not published. */
const published = z.discriminatedUnion('type', [
  supportEntities['support/question'].strict(),
  supportEntities['support/verdict'].strict(),
  supportEntities['support/ticket'].strict(),
  supportEntities['support/handoff'].strict(),
  supportEntities['support/warning'].strict(),
  supportEntities['support/answer'].strict(),
  supportEntities['support/redaction'].strict(),
])

function malformed(entity: SupportEntity): Violation[] {
  if (!entity.type.startsWith('support/') || published.safeParse(entity).success) return []
  return [{ property: 'no fault of form', what: `${entity.type} is not as published` }]
}

function invented({ text, entities }: Bubble, known: Known): Violation[] {
  const isAnswer = entities.some(({ type }) => type === 'support/answer')
  const sources = [known, constants, isAnswer ? articles : undefined].filter(
    (each) => each !== undefined,
  )
  return unknownNumbers(text, sources).map((what) => ({ property: 'no invented number', what }))
}

function answersFor(record: TransactionRecord, merchant: Merchant | undefined, now: Date) {
  const answers = merchant ? [payoutAnswer(record, merchant, now)] : []
  const side = sideWindowOf(record, merchant)
  return side ? [...answers, calculateSettlement({ ...side, now }, calendarOf)] : answers
}

function payoutAnswer(record: TransactionRecord, merchant: Merchant, now: Date) {
  return calculateSettlement(
    {
      windowId: merchant.windowId,
      saleAt: record.createdAt,
      cutoffOverride: merchant.cutoff,
      providerTradeDay: record.tradeDay,
      providerExpectedAt: record.payout.arrivalDate ?? record.settlement.expectedAt,
      now,
    },
    calendarOf,
  )
}

/** Causes that promise by the window of the payout, and by that of a refund, an undoing or a hold. */
const byPayout = ['RC_WITHIN_WINDOW', 'RC_AFTER_CUTOFF', 'RC_NON_WORKING_DAY', 'RC_BANK_DELAY']
const bySide = ['RC_REFUND_IN_PROGRESS', 'RC_TIMEOUT_REVERSED', 'RC_ONE_SIDED', 'RC_PREAUTH_OPEN']

function tooEarly(bubbles: readonly Bubble[], own: OwnWorld, now: Date): Violation[] {
  return entitiesIn(bubbles, 'support/verdict').flatMap(({ cause, expectedBy, transactionId }) => {
    const record = own.transactions.find(({ id }) => id === transactionId)
    const merchant = own.merchants.find(({ id }) => id === record?.merchantId)
    if (!record || !merchant || !expectedBy) return []
    const side = sideWindowOf(record, merchant)
    const isSide = side !== undefined && bySide.includes(cause)
    const sideAnswer = isSide ? calculateSettlement({ ...side, now }, calendarOf) : undefined
    const answer = byPayout.includes(cause) ? payoutAnswer(record, merchant, now) : sideAnswer
    // A hold ends at the instant its record names.
    const due = record.captureBefore ?? answer?.deadline
    if (!due || !isBefore(expectedBy, due)) return []
    const what = `${cause} promised ${expectedBy}, the engine says ${due}`
    return [{ property: 'never earlier than the engine' as const, what }]
  })
}

function isBefore(promised: string, deadline: string): boolean {
  if (promised.length <= 10) return promised < deadline.slice(0, 10)
  return Date.parse(promised) < Date.parse(deadline)
}

const secrets =
  /完整.{0,3}卡号|全部卡号|密码|验证码|安全码|有效期|身份证|CV[VC]2?|full card number|whole card number|\bPIN\b|password|passcode|one[- ]time code|security code|expiry|identity (?:card|number)|passport/i
const refusing = /不要|不用|别|请勿|不会|绝不|从不|never|not |don't|nobody/i

/** Patterns of our own, over the bubbles that ask. */
function asksSecrets(bubbles: readonly Bubble[]): Violation[] {
  const asking = bubbles.filter((bubble) => questionOf([bubble]))
  const clauses = asking.flatMap(({ text }) => text.split(/[。！？；.!?;\n（()）]/))
  return clauses
    .filter((clause) => secrets.test(clause) && !refusing.test(clause))
    .map((what) => ({ property: 'never asks for secrets', what }))
}

function foreign(bubbles: readonly Bubble[], isForeign: (id: string) => boolean): Violation[] {
  const shown = JSON.stringify(bubbles).match(/\b(?:PAY|SHOP|OUT|BACK)-[\w-]+/g) ?? []
  return shown.filter(isForeign).map((what) => ({ property: 'nothing of another customer', what }))
}
