import type { Explanation } from '../../src/actions/explain-payment.ts'
import type { CaseFacts } from '../../src/domain/case-facts.ts'
import type { Locale } from '../../src/domain/locale.ts'
import type { SupportEntity } from '../../src/domain/support-entity.ts'
import { type Expectation, expectationOf } from '../../src/domain/watch/expectation.ts'
import { nextLook } from '../../src/domain/watch/look-times.ts'
import { type Ask, type Message, type Said, type Turn, wants } from '../flow.ts'
import { formatMoment } from '../format.ts'
import type { Memory, Watch } from '../memory.ts'
import { watchTexts, watchWish } from './watch-words.ts'

const watchesKept = 10

/** What a turn has just said of a payment, and to whom. */
interface Told {
  said: Said
  /** The explanation behind the turn's verdict. */
  explanation: Explanation | undefined
  now: Date
}

/**
 * Offers to keep watch when the turn names a date that lies ahead. Not when a question waits, a
 * ticket or a person takes care of it, fraud is around, or the customer is leaving; and never twice
 * for the same payment.
 */
export function offerWatch(turn: Turn, { said, explanation, now }: Told): Turn {
  const { memory } = turn
  if (turn.ask || !explanation || !isQuiet(turn) || isLeaving(said)) return turn
  const watch = watchOn(explanation, { facts: memory.facts, now })
  if (!watch || !states(turn, watch.transactionId)) return turn
  if (watchWish(said.text) === 'start') return takeAtOnce(turn, watch, now)
  if (watchOf(memory, watch.transactionId)) return turn
  const known = { ...memory, offered: watch.transactionId }
  return { ...turn, memory: withWatch(known, watch), offer: offerOf(watch, memory) }
}

/** It was asked for in the message itself: there is nothing to offer. */
function takeAtOnce(turn: Turn, watch: Watch, now: Date): Turn {
  const { memory, say } = turn
  if (watchOf(memory, watch.transactionId)?.state === 'watching') return turn
  const words = takenWords(watch, memory.locale)
  return { ...turn, say: [...say, words], memory: withWatch(memory, begunWatch(watch, now)) }
}

/** A watch that looks from now on. */
export function begunWatch(watch: Watch, now: Date): Watch {
  const next = nextLook(watch.told, now) ?? now
  return { ...watch, state: 'watching', nextLookAt: next.toISOString() }
}

export function takenWords({ told }: Watch, locale: Locale): Message {
  const when = formatMoment(told.expectedBy, locale, told.timeZone)
  return { text: watchTexts[locale].taken(when) }
}

/** A watch that could be kept on the explained payment; undefined when no date lies ahead. */
export function watchOn(
  explanation: Explanation,
  { facts, now }: { facts: CaseFacts; now: Date },
): Watch | undefined {
  const { evidence, diagnosis } = explanation
  const told = expected(explanation)
  if (!evidence.record || !told || Date.parse(told.dueAt) <= now.getTime()) return undefined
  // The end of a hold that was never captured is the shop's last chance, not money to come.
  if (diagnosis.cause === 'RC_NOT_CAPTURED' || diagnosis.stage === 'FRAUD') return undefined
  const { concern, cues, country } = facts
  return {
    transactionId: evidence.record.id,
    state: 'offered',
    cause: diagnosis.cause,
    stage: diagnosis.stage,
    facts: { role: evidence.role, concern, cues, country },
    told,
    unanswered: 0,
    moves: 0,
    heldBack: false,
  }
}

/** What an explanation lets the customer expect. */
export function expected({ plan, evidence, timeZone }: Explanation): Expectation | undefined {
  return expectationOf({ plan, settlement: evidence.settlement, timeZone })
}

function offerOf({ told }: Watch, { locale, watches }: Memory): Ask {
  const texts = watchTexts[locale]
  const first = told.ticketAt ? texts.offer : texts.offerToLook
  return {
    slot: 'consent',
    name: 'watch',
    text: (watches.length > 0 && texts.offerToo[watches.length % 2]) || first,
    choices: [
      { label: texts.yes, value: 'yes' },
      { label: texts.no, value: 'no' },
    ],
  }
}

function entitiesOf({ say }: Turn): SupportEntity[] {
  return say.flatMap(({ entities }) => entities ?? [])
}

/** The turn's own verdict is about this payment. */
function states(turn: Turn, transactionId: string): boolean {
  return entitiesOf(turn).some(
    (each) => each.type === 'support/verdict' && each.transactionId === transactionId,
  )
}

function isQuiet(turn: Turn): boolean {
  const { warned, handoff } = turn.memory
  const busy = ['support/ticket', 'support/handoff', 'support/warning']
  const withPerson = handoff !== undefined && handoff.state !== 'closed'
  return (
    warned.length === 0 && !withPerson && !entitiesOf(turn).some(({ type }) => busy.includes(type))
  )
}

function isLeaving(said: Said): boolean {
  return wants(said, 'thanks', 'goodbye', 'resolved_close')
}

/** The watch on a payment, whatever has become of it. */
export function watchOf({ watches }: Memory, transactionId: string): Watch | undefined {
  return watches.find((each) => each.transactionId === transactionId)
}

/** Remembers the watch as it is now; of many, those that go on and the newest. */
export function withWatch(memory: Memory, watch: Watch): Memory {
  const others = memory.watches.filter((each) => each.transactionId !== watch.transactionId)
  const kept = others.filter(({ state }) => state === 'watching')
  const past = others.filter(({ state }) => state !== 'watching').slice(1 - watchesKept)
  return { ...memory, watches: [...past, ...kept, watch] }
}
