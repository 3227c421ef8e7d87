import type { Explanation } from '../../src/actions/explain-payment.ts'
import type { GuardedLookUp } from '../../src/actions/limit-guesses.ts'
import type { CaseFacts } from '../../src/domain/case-facts.ts'
import { cues } from '../../src/domain/diagnosis/story.ts'
import { localTime } from '../../src/domain/local-time.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import { type Ask, finish, type Message, type Scene, type Turn, wants } from '../flow.ts'
import { formatDay } from '../format.ts'
import type { Memory } from '../memory.ts'
import { callPerson } from '../talk-to-a-person/call-person.ts'
import { concludeCase } from './conclude.ts'
import {
  askCandidate,
  askDiagnostic,
  askKey,
  askRole,
  askWhenUnavailable,
  paymentTexts,
} from './questions.ts'

/** After so many questions there is a result or a person. */
const mostQuestions = 5

/**
 * From whatever is known to the next step: a missing role, a missing key, a choice between records,
 * or the verdict. Never a second question for what is known.
 */
export async function findAndExplain(scene: Scene): Promise<Turn> {
  const answered = takeAnswer(scene)
  if (answered.turn) return answered.turn
  const memory = answered.memory
  const here = { ...scene, memory }
  const texts = paymentTexts[memory.locale]
  const future = futureDate(here)
  if (future) return future
  if (memory.facts.role || needsNoRecord(memory.facts)) return lookUp(here)
  if (!memory.unavailable.includes('role'))
    return ask(here, { ...askRole(texts), lead: memory.asked.role ? undefined : texts.letMeLook })
  return lookUp({ ...here, memory: { ...memory, facts: withLikelyRole(memory.facts) } })
}

async function lookUp(scene: Scene): Promise<Turn> {
  return step(scene, await scene.actions.lookUp(scene.memory.facts))
}

/** Who will not say which side they are on is on the one whose worry they have; they may correct it. */
function withLikelyRole(facts: CaseFacts): CaseFacts {
  const { concern } = facts
  const awaitsPayout = concern === undefined || concern === 'payout' || concern === 'amount'
  return { ...facts, role: awaitsPayout ? 'merchant' : 'cardholder' }
}

/** What a tapped or typed choice means for the facts. */
function takeAnswer(scene: Scene): { memory: Memory; turn?: Promise<Turn> } {
  const { memory, said } = scene
  const { answer } = said
  const facts = { ...memory.facts }
  if (!answer || !memory.question) return { memory }
  if (answer === 'merchant' || answer === 'cardholder') facts.role = answer
  const cue = cues.find((each) => answer === `cue:${each}`)
  if (cue) facts.cues = [...new Set([...facts.cues, cue])]
  if (memory.question.slot === 'candidate') {
    if (answer === 'none') return { memory: { ...memory, facts: withoutKeys(facts) } }
    facts.transactionId = answer
  }
  const next = { ...memory, facts }
  if (memory.question.name === 'unavailable') return { memory: next, turn: afterOutage(scene) }
  return { memory: next }
}

/** None of the listed records: what led to them is put aside, who asks stays known. */
function withoutKeys(facts: CaseFacts): CaseFacts {
  return { role: facts.role, concern: facts.concern, country: facts.country, cues: facts.cues }
}

async function afterOutage({ said, memory, actions }: Scene): Promise<Turn> {
  const texts = paymentTexts[memory.locale]
  if (said.answer === 'later') return finish(memory, [{ text: texts.tryAgainSoon }])
  if (said.answer === 'person') return handOver({ memory, actions }, 'asked')
  const ticket = await actions.openTicket({
    category: memory.facts.role === 'merchant' ? 'payout_late' : 'other',
  })
  return concludeCase.ticket({ memory, actions, ticket })
}

function futureDate(scene: Scene): Turn | Promise<Turn> | undefined {
  const { memory, actions } = scene
  const { date } = memory.facts
  const today = localTime(actions.now, actions.timeZone).day
  if (!date || date <= today) return undefined
  const texts = paymentTexts[memory.locale]
  const facts = { ...memory.facts, date: undefined, otherDates: undefined }
  const text = texts.futureDate(formatDay(date, memory.locale))
  return ask({ ...scene, memory: { ...memory, facts } }, { slot: 'date', name: 'date', text })
}

async function step(scene: Scene, lookUp: GuardedLookUp): Promise<Turn> {
  const { memory, actions } = scene
  const texts = paymentTexts[memory.locale]
  switch (lookUp.kind) {
    case 'found':
      return explain(scene, lookUp.record)
    case 'several':
      return ask(
        { ...scene, memory: { ...memory, listed: lookUp.records.map(({ id }) => id) } },
        askCandidate(lookUp.records, texts, { locale: memory.locale, timeZone: actions.timeZone }),
      )
    case 'ask':
      return needsNoRecord(memory.facts)
        ? withoutRecord(scene)
        : askForKey(scene, cardMatters(memory.facts) ? narrower(memory) : lookUp.slot)
    case 'too_many':
      return askForKey(scene, narrower(memory))
    case 'not_proven':
      return askForProof(scene, lookUp.missing)
    case 'nothing':
      return afterNothing(scene)
    case 'locked':
      return lockedOut(scene)
    case 'unavailable':
      return ask(scene, askWhenUnavailable(memory), [{ text: texts.unavailable }])
  }
}

type Key = 'rrn' | 'amount' | 'date' | 'last4'

function narrower({ facts }: Memory): Key {
  if (!facts.amount && !facts.received) return 'amount'
  if (cardMatters(facts) && !facts.last4) return 'last4'
  if (!facts.date) return 'date'
  return facts.last4 ? 'rrn' : 'last4'
}

/** Of a refund or a hold people know the card, rarely the day of the sale. */
function cardMatters({ concern }: CaseFacts): boolean {
  return concern === 'refund' || concern === 'hold' || concern === 'duplicate'
}

/** The reference settles it in one answer, so it comes first while little is known. */
function askForKey(scene: Scene, wanted: Key): Turn | Promise<Turn> {
  const key = nextKey(scene, wanted)
  // Nothing was named to look for: a person finds out more than a verdict about nothing.
  const texts = paymentTexts[scene.memory.locale]
  if (!key) return scene.memory.emptyLookUps > 0 ? withoutRecord(scene) : nothingToGoBy(scene)
  const lead = wants(scene.said, 'dont_know', 'refuse_to_say') ? texts.noUse : undefined
  return ask(scene, { ...askKey(key, texts), lead })
}

function nextKey({ memory, actions }: Scene, wanted: Key): Key | undefined {
  const { facts, asked } = memory
  const known = {
    rrn: facts.rrn ?? facts.orderNo,
    amount: facts.amount ?? facts.received,
    date: facts.date,
    last4: facts.last4,
  }
  const told = [known.amount, known.date, known.last4].filter(Boolean).length
  // A signed-in merchant has nothing to prove: the amount is the easiest to say.
  const little = told < 2 && !actions.asker.trusted
  const order: Key[] = little
    ? ['rrn', wanted, 'amount', 'date', 'last4']
    : [wanted, 'last4', 'date', 'amount', 'rrn']
  // The question for the reference also takes the other keys: once is enough until nothing matches.
  const matched = memory.emptyLookUps === 0 && memory.wrongGuesses === 0
  const mostTimes = (key: Key) => (key === 'rrn' && matched ? 1 : 2)
  return order.find(
    (key) => !known[key] && !memory.unavailable.includes(key) && (asked[key] ?? 0) < mostTimes(key),
  )
}

async function nothingToGoBy(scene: Scene): Promise<Turn> {
  const turn = await handOver(scene, 'not_found')
  const text = paymentTexts[scene.memory.locale].cannotFind
  return { ...turn, say: [{ text }, ...turn.say] }
}

/** Too many wrong details: nothing more is looked up here, and a person takes over. */
async function lockedOut(scene: Scene): Promise<Turn> {
  const turn = await handOver(scene, 'policy')
  const text = paymentTexts[scene.memory.locale].locked
  return { ...turn, say: [{ text }, ...turn.say] }
}

async function askForProof(scene: Scene, missing: Key): Promise<Turn> {
  const { memory } = scene
  const texts = paymentTexts[memory.locale]
  const guessed = { ...scene, memory: { ...memory, wrongGuesses: memory.wrongGuesses + 1 } }
  const turn = await askForKey(guessed, missing)
  return turn.ask ? { ...turn, say: [{ text: texts.notProven }, ...turn.say] } : turn
}

/** Nothing matches: one more key, then the route for a payment that is not on record. */
async function afterNothing(scene: Scene): Promise<Turn> {
  const { memory } = scene
  const texts = paymentTexts[memory.locale]
  const next = { ...memory, emptyLookUps: memory.emptyLookUps + 1 }
  const here = { ...scene, memory: next }
  const key = nextKey(here, narrower(next))
  if (next.emptyLookUps >= 2 || !key || storyExplains(memory.facts)) return withoutRecord(here)
  const question = askKey(key, texts)
  const text = key === 'rrn' ? texts.askReferenceAgain : question.text
  return ask(here, { ...question, text })
}

const tellingCues = [
  'no_slip',
  'bank_debited',
  'slip_other_name',
  'paid_by_person',
  'activation_fee',
  'terminal_fault',
  'network_fault',
  'offline_sale',
  'refund_without_sale',
  'refund_to_other_card',
  'not_my_transaction',
] as const

/** Whoever is paid by a middleman or paid for an activation is helped without any reference. */
function needsNoRecord({ cues: told, role }: CaseFacts): boolean {
  return (
    told.includes('paid_by_person') ||
    told.includes('activation_fee') ||
    // Somebody else pays with the card: it is blocked first, and looked up by a person.
    (role === 'cardholder' && told.includes('not_my_transaction')) ||
    (role === 'merchant' && told.includes('refund_without_sale'))
  )
}

/** The story itself points to a cause in which there is no record to find. */
function storyExplains(facts: CaseFacts): boolean {
  return tellingCues.some((cue) => facts.cues.includes(cue))
}

function withoutRecord(scene: Scene): Promise<Turn> {
  return explain(scene, undefined)
}

async function explain(scene: Scene, record: TransactionRecord | undefined): Promise<Turn> {
  const { memory, actions } = scene
  const { facts } = memory
  const explanation = await actions.explain({
    record,
    facts,
    role: facts.role ?? 'merchant',
    merchantId: actions.asker.merchantId,
  })
  const question = worthAsking(explanation, memory)
  if (question) return ask(scene, askDiagnostic(question, paymentTexts[memory.locale]))
  return concludeCase.explanation({ memory, actions, explanation })
}

function worthAsking({ diagnosis }: Explanation, memory: Memory) {
  const { question } = diagnosis
  if (!question || memory.questionCount >= mostQuestions) return undefined
  if (memory.unavailable.includes(question.slot) || memory.asked[question.name]) return undefined
  return question
}

/** "Shall I swipe again?" is answered before anything is asked: never while the outcome is open. */
const payAgain = /再刷|重刷|重新刷|再付|再扫|(?:pay|swipe|tap|charge|try) (?:it )?again/iu

/** Asks, unless five questions brought no result: then a person takes over. */
export function ask(scene: Scene, question: Ask, say: Message[] = []): Turn | Promise<Turn> {
  const { memory } = scene
  if (memory.questionCount >= mostQuestions) return handOver(scene, 'not_found')
  const advice = payAgain.test(scene.said.text)
    ? [{ text: paymentTexts[memory.locale].notAgain }]
    : []
  return {
    say: [...advice, ...say],
    ask: question,
    memory: {
      ...memory,
      questionCount: memory.questionCount + 1,
      asked: { ...memory.asked, [question.name]: (memory.asked[question.name] ?? 0) + 1 },
    },
  }
}

function handOver(
  { memory, actions }: Pick<Scene, 'memory' | 'actions'>,
  reason: 'asked' | 'policy' | 'not_found',
): Promise<Turn> {
  return callPerson({ memory, actions }, { reason, severity: 'P3' })
}
