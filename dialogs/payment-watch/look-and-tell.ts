import type { Explanation } from '../../src/actions/explain-payment.ts'
import { awaitedMoney } from '../../src/domain/promises/awaited-money.ts'
import type { Expectation } from '../../src/domain/watch/expectation.ts'
import { judgeLook, type LookOutcome } from '../../src/domain/watch/judge-look.ts'
import { lookAfterOutage, nextLook } from '../../src/domain/watch/look-times.ts'
import type { Actions, Ask, Message, Turn } from '../flow.ts'
import type { Memory, Watch } from '../memory.ts'
import { concludeCase } from '../payment/conclude.ts'
import { verdictEntity } from '../verdict/state-verdict.ts'
import { verdictFacts } from '../verdict/verdict-facts.ts'
import { endedWatch } from './answer-watch.ts'
import { expected, withWatch } from './offer-watch.ts'
import type { WatchTexts } from './texts.en.ts'
import { watchTexts } from './watch-words.ts'

interface Looking {
  watch: Watch
  memory: Memory
  actions: Actions
}

type Seen = Looking & { explanation: Explanation }

/**
 * One look at a watched payment: says what is new, once, and plans the next look. Most looks find
 * nothing new and say nothing.
 */
export async function lookAndTell(looking: Looking): Promise<Turn> {
  const { watch, memory, actions } = looking
  const seen = await actions.lookAgain(watch)
  if (seen.kind !== 'seen') return unanswered(looking)
  const { record, explanation } = seen
  const { diagnosis, plan, evidence } = explanation
  const outcome = judgeLook({
    cause: watch.cause,
    since: watch.stage,
    told: watch.told,
    isLast: isLast(watch, actions.now),
    record,
    stage: diagnosis.stage,
    plan,
    expected: watch.moves < mostMoves ? expected(explanation) : undefined,
    byProvider: evidence.settlement?.basis === 'provider',
    now: actions.now,
  })
  const answered = { ...watch, unanswered: 0 }
  return tell({ watch: answered, memory, actions, explanation }, outcome)
}

/** A date that moves ever again is no news after a while. */
const mostMoves = 3

function isLast({ told }: Watch, now: Date): boolean {
  return nextLook(told, now) === undefined
}

function tell(seen: Seen, outcome: LookOutcome): Turn | Promise<Turn> {
  const texts = watchTexts[seen.memory.locale]
  switch (outcome) {
    case 'arrived':
      return tellArrival(seen)
    case 'turned':
      return conclude(seen, texts.turned)
    case 'overdue':
      return conclude(seen, texts.overdue)
    case 'moved':
      return tellNewDate(seen)
    case 'ask':
      return askCustomer(seen.watch, seen.memory, texts.askArrived(saleOf(seen)))
    case 'wait':
      return seen.watch.heldBack ? tellAfterPerson(seen) : goOn(seen)
  }
}

/** Nothing new: the next look is planned and nothing is said. */
function goOn({ watch, memory, actions }: Looking): Turn {
  const next = nextLook(watch.told, actions.now)
  return { say: [], memory: withWatch(memory, { ...watch, nextLookAt: next?.toISOString() }) }
}

/** No answer says nothing about the money: look again soon, then at the regular times. */
function unanswered(looking: Looking): Turn {
  const { memory, actions } = looking
  const watch = { ...looking.watch, unanswered: looking.watch.unanswered + 1 }
  const soon = lookAfterOutage(watch.unanswered, actions.now)
  const next = soon ?? nextLook(watch.told, actions.now)
  if (!next) return askCustomer(watch, memory, watchTexts[memory.locale].askAfterOutage)
  const count = soon ? watch.unanswered : 0
  const planned = { ...watch, unanswered: count, nextLookAt: next.toISOString() }
  return { say: [], memory: withWatch(memory, planned) }
}

/** As the record says: how much, when, to which account. */
function tellArrival(seen: Seen): Turn | Promise<Turn> {
  const { watch, memory, explanation } = seen
  const { locale } = memory
  if (mustBeExplained(explanation)) return conclude(seen, watchTexts[locale].turned)
  const message: Message = {
    text: arrivalText(seen),
    entities: [verdictEntity(explanation, locale)],
  }
  const ended = { ...endedWatch(watch), heldBack: false }
  return { say: [message], memory: withWatch(memory, ended) }
}

/** Money that went to another account, or less than was sold: the verdict says why. */
function mustBeExplained({ diagnosis }: Explanation): boolean {
  return ['RC_OLD_ACCOUNT', 'RC_NETTED'].includes(diagnosis.cause)
}

function arrivalText({ watch, memory, explanation }: Seen): string {
  const { locale } = memory
  const texts = watchTexts[locale]
  const sale = saleOf({ memory, explanation })
  if (awaitedMoney(watch.cause) === 'release') return texts.released(sale)
  const facts = verdictFacts(explanation, locale)
  const paid = facts.payoutAmount ?? facts.amount ?? texts.thePayment
  const lines = [
    texts.arrived(sale),
    texts.credited(paid, facts.creditedWhen, facts.to),
    paid === facts.net && facts.fee ? texts.afterFee(facts.fee) : undefined,
    paid !== facts.net && paid !== facts.amount ? texts.asOneSum : undefined,
    texts.ends,
  ]
  return lines.filter(Boolean).join(locale === 'zh-CN' ? '' : ' ')
}

/** `11月22日（周日）15:20 · ¥10,000.00`: which of the customer's payments it is. */
function saleOf({ memory, explanation }: Pick<Seen, 'memory' | 'explanation'>): string {
  const { saleWhen, amount } = verdictFacts(explanation, memory.locale)
  const parts = [saleWhen, amount].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : watchTexts[memory.locale].thePayment
}

/** The verdict with the reason why it is said now; the ticket that is due is filed. */
async function conclude(seen: Seen, lead: string): Promise<Turn> {
  return withLead(lead, await verdictOf(seen, endedWatch(seen.watch)))
}

async function verdictOf(seen: Seen, after: Watch): Promise<Turn> {
  const { watch, memory, actions, explanation } = seen
  const turn = await concludeCase.explanation({
    memory: { ...memory, facts: watch.facts },
    actions,
    explanation,
    unasked: true,
  })
  const { verdict, ticketNos, handoff } = turn.memory
  const isTopic = memory.verdict?.transactionId === watch.transactionId
  const known = {
    ...memory,
    verdict: isTopic ? verdict : memory.verdict,
    ticketNos,
    handoff,
  }
  return { ...turn, memory: withWatch(known, { ...after, heldBack: false }) }
}

function withLead(lead: string, turn: Turn): Turn {
  const [first, ...rest] = turn.say
  if (!first) return turn
  return { ...turn, say: [{ ...first, text: `${lead}\n${first.text}` }, ...rest] }
}

async function tellNewDate(seen: Seen): Promise<Turn> {
  const { watch, memory, explanation } = seen
  const date: Expectation = expected(explanation) ?? watch.told
  const moved = { ...watch, told: date, moves: watch.moves + 1 }
  return withLead(watchTexts[memory.locale].moved, await verdictOf(seen, planned(moved, seen)))
}

/** What was told to the person only is told to the customer now. */
async function tellAfterPerson(seen: Seen): Promise<Turn> {
  const { watch, memory } = seen
  return withLead(watchTexts[memory.locale].turned, await verdictOf(seen, planned(watch, seen)))
}

function planned(watch: Watch, { actions }: Looking): Watch {
  return { ...watch, nextLookAt: nextLook(watch.told, actions.now)?.toISOString() }
}

/** Only the customer can know. An older question is given up for it: nobody has answered it. */
function askCustomer(watch: Watch, memory: Memory, text: string): Turn {
  const asking: Watch = { ...watch, state: 'asking', nextLookAt: undefined, heldBack: false }
  const known = { ...memory, question: undefined, offered: watch.transactionId }
  return {
    say: [],
    offer: arrivalQuestion(text, watchTexts[memory.locale]),
    memory: withWatch(known, asking),
  }
}

function arrivalQuestion(text: string, texts: WatchTexts): Ask {
  return {
    slot: 'confirm',
    name: 'arrival',
    text,
    choices: [
      { label: texts.itArrived, value: 'yes' },
      { label: texts.notArrived, value: 'no' },
    ],
  }
}
