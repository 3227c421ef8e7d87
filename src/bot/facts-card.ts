import type { CardWords } from '../../dialogs/facts-card/words.en.ts'
import { en } from '../../dialogs/facts-card/words.en.ts'
import { zhCn } from '../../dialogs/facts-card/words.zh-cn.ts'
import { formatMoment } from '../../dialogs/format.ts'
import type { Memory } from '../../dialogs/memory.ts'
import { causeWords, observationWords, stageWords } from '../../dialogs/verdict/state-verdict.ts'
import type { KnownOfCase } from '../actions/known-of-case.ts'
import { callBackBy } from '../actions/promise-call-back.ts'
import type { CalendarOf } from '../domain/calendar.ts'
import { clockWarning } from '../domain/complaints/clock-warnings.ts'
import type { Observation } from '../domain/diagnosis/observation.ts'
import type { FactsCard, FactsOfPayment } from '../domain/handoff/facts-card.ts'
import type { Locale } from '../domain/locale.ts'
import { formatMoney } from '../domain/money.ts'
import type { VerdictEntity } from '../domain/support-entity.ts'
import { causePolicy } from '../domain/tickets/cause-policy.ts'
import { isOpen } from '../domain/tickets/ticket.ts'
import { questionsIn, verdictsIn } from './facts-in-log.ts'
import { readMemory } from './memory-schema.ts'

const words: Record<Locale, CardWords> = { en, 'zh-CN': zhCn }

/** A case, and the calendars its time limits run by. */
export interface CaseToRead extends KnownOfCase {
  calendarOf: CalendarOf
}

/** What the parts of the card are made of. */
interface Reading extends CaseToRead {
  memory: Memory
  verdict: VerdictEntity | undefined
  locale: Locale
  say: CardWords
}

/** The facts card of a conversation, in the agent's language. Pure: what is kept, and the time. */
export function factsCard(known: CaseToRead, locale: Locale): FactsCard {
  const memory = readMemory(known.conversation.state, locale)
  const verdict = verdictsIn(known.log).at(-1)
  const reading: Reading = { ...known, memory, verdict, locale, say: words[locale] }
  const card = {
    customer: customerOf(reading),
    payment: paymentOf(reading),
    record: recordOf(reading),
    cause: causeOf(reading),
    ruledOut: ruledOutOf(reading),
    promised: promisedOf(reading),
    asked: questionsIn(known.log),
    clocks: clocksOf(reading),
    warnings: warningsOf(reading),
    calledBecause: calledBecause(reading),
    nextAction: nextAction(reading),
  }
  return { summary: summaryOf(card, reading), ...card }
}

function customerOf({ conversation, memory, handoff }: Reading): FactsCard['customer'] {
  const { name, role, trusted, merchantId } = conversation.identity
  return {
    name,
    role: role ?? memory.facts.role,
    trusted,
    merchantId: merchantId ?? memory.facts.merchantId,
    language: memory.locale,
    upset: memory.abusive > 0,
    vulnerable: memory.facts.cues.includes('vulnerable') || handoff?.reason === 'vulnerable',
  }
}

/** From the record where one was shown, else as the customer told it. */
function paymentOf({ memory, verdict, locale, say }: Reading): FactsOfPayment | undefined {
  const { facts, verdict: found } = memory
  const { payment } = found ?? {}
  const stage = found?.stage ?? verdict?.stage
  const shown: FactsOfPayment = {
    transactionId: found?.transactionId ?? verdict?.transactionId,
    amount: amountOf(memory, locale),
    at: payment?.at ?? facts.date,
    last4: payment?.last4 ?? facts.last4,
    rrn: payment?.rrn ?? facts.rrn,
    authCode: payment?.authCode ?? facts.authCode,
    orderNo: payment?.orderNo ?? facts.orderNo,
    stage,
    stageName: stage && stageSentence(stageWords[locale][stage], say),
    stations: verdict?.stage === stage ? verdict?.stations : undefined,
  }
  return Object.values(shown).some((value) => value !== undefined) ? shown : undefined
}

function stageSentence(sentence: string, { thePayment }: CardWords): string {
  const capital = thePayment.charAt(0).toUpperCase() + thePayment.slice(1)
  return sentence.replace('{sale}', thePayment).replace('{Sale}', capital)
}

function amountOf({ facts, verdict }: Memory, locale: Locale): string | undefined {
  if (verdict?.amount) return formatMoney(verdict.amount, locale)
  if (!facts.amount) return undefined
  const { minor, currency = 'CNY' } = facts.amount
  return formatMoney({ minor, currency }, locale)
}

function recordOf({ verdict, locale, say }: Reading): FactsCard['record'] {
  const at = verdict?.dataAsOf ?? ''
  return (verdict?.evidence ?? []).map(({ fact, source }) => ({
    fact: inAgentsWords(fact, locale),
    source: say.sources[source] ?? source,
    at,
  }))
}

/** The log holds the sentence in the customer's language: the same one in the agent's. */
function inAgentsWords(fact: string, locale: Locale): string {
  for (const sentences of Object.values(observationWords)) {
    const found = Object.entries(sentences).find(([, sentence]) => sentence === fact)
    if (found) return observationWords[locale][found[0] as Observation]
  }
  return fact
}

function causeOf({ memory, verdict, locale }: Reading): FactsCard['cause'] {
  const code = memory.verdict?.cause ?? verdict?.cause
  if (!code) return undefined
  const confidence = verdict?.candidates.find(({ cause }) => cause === code)?.probability
  return { code, name: causeWords[locale][code].name, confidence }
}

function ruledOutOf({ memory, verdict, locale, say }: Reading): FactsCard['ruledOut'] {
  const name = (code: VerdictEntity['cause']) => causeWords[locale][code].name
  const known = memory.verdict?.ruledOut
  if (known) {
    return known.map(({ cause, because }) => ({
      code: cause,
      name: name(cause),
      why: observationWords[locale][because] ?? say.ruledOutByRecord,
    }))
  }
  return (verdict?.ruledOut ?? []).slice(0, mostRuledOut).map((code) => ({
    code,
    name: name(code),
    why: say.ruledOutByRecord,
  }))
}

const mostRuledOut = 5

function promisedOf({ promises, tickets, now, say }: Reading): FactsCard['promised'] {
  const money = promises.map(({ dueAt, state }) => ({ what: say.money, dueAt, state }))
  const answers = tickets.flatMap((ticket) => {
    const back = callBackBy(ticket)
    const state = (due: string) => {
      if (!isOpen(ticket.state)) return 'kept'
      return Date.parse(due) < now.getTime() ? 'late' : 'open'
    }
    const answer = { what: say.answer(ticket.no), dueAt: ticket.dueAt, state: state(ticket.dueAt) }
    return back
      ? [{ what: say.callBack(ticket.no), dueAt: back, state: state(back) }, answer]
      : [answer]
  })
  return [...money, ...answers]
}

function clocksOf({ tickets, now, calendarOf }: Reading): FactsCard['clocks'] {
  return tickets
    .filter(({ state }) => isOpen(state))
    .flatMap(({ clocks }) => clocks)
    .map((clock) => ({
      regime: clock.regime,
      dueAt: clock.extendedTo ?? clock.dueAt,
      warn: clockWarning(clock, now, calendarOf),
    }))
}

const guessesWorthAWord = 2

function warningsOf({ memory, conversation, say }: Reading): string[] {
  const { cues } = memory.facts
  const { warnings } = say
  return [
    cues.includes('vulnerable') ? warnings.vulnerable : undefined,
    cues.includes('legal_threat') ? warnings.legal : undefined,
    cues.includes('already_complained') ? warnings.complained : undefined,
    memory.wrongGuesses >= guessesWorthAWord ? warnings.guessing : undefined,
    ...memory.warned.map(say.sign),
    conversation.identity.trusted ? undefined : warnings.notTrusted,
  ].filter((each) => each !== undefined)
}

function calledBecause({ handoff, say }: Reading): string {
  return handoff ? (say.because[handoff.reason] ?? say.because.policy ?? '') : ''
}

/** What helps most: danger first, then what is overdue, then what the cause's policy says. */
function nextAction(reading: Reading): FactsCard['nextAction'] {
  const { memory, handoff, say, tickets, now } = reading
  const { verdict } = memory
  const [what, why] = chosen()
  return { what, why }

  function chosen() {
    if (handoff?.reason === 'vulnerable') return say.next.danger
    if (handoff?.reason === 'fraud') return say.fixers.police
    const late = tickets.some(
      (each) => isOpen(each.state) && Date.parse(each.dueAt) < now.getTime(),
    )
    if (late) return say.next.overdue
    if (!verdict || verdict.cause === 'RC_NOT_FOUND') return say.next.noPayment
    return say.fixers[causePolicy[verdict.cause].fixedBy[0] ?? 'nobody']
  }
}

const mostLines = 5

function summaryOf(card: Omit<FactsCard, 'summary'>, reading: Reading): string[] {
  const { say, locale, timeZone } = reading
  const { customer, cause, promised } = card
  const due = promised.find(({ state }) => state === 'open')
  const lines = [
    say.customer(say.roles[customer.role ?? 'unknown'], customer.trusted, languageOf(reading)),
    paymentLine(card, reading),
    cause ? say.found(cause.name) : say.notFound,
    due && say.promisedLine(due.what, formatMoment(due.dueAt, locale, timeZone)),
    card.calledBecause,
  ]
  return lines.filter((line) => line !== undefined && line !== '').slice(0, mostLines) as string[]
}

function languageOf({ memory, say }: Reading): string {
  return say.languages[memory.locale]
}

function paymentLine({ payment }: Omit<FactsCard, 'summary'>, { say, locale, timeZone }: Reading) {
  if (!payment || (!payment.amount && !payment.transactionId && !payment.rrn)) return say.noPayment
  const day = payment.at && say.of(formatMoment(payment.at, locale, timeZone))
  const card = payment.last4 && say.ending(payment.last4)
  const what = payment.amount ?? say.aPayment
  const parts = locale === 'zh-CN' ? [day, what, card] : [what, day, card]
  return say.payment(parts.filter(Boolean).join(' '))
}
