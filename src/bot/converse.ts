import { catalogue, flowOf, paymentFlows } from '../../dialogs/catalogue.ts'
import { angleOf } from '../../dialogs/concern.ts'
import {
  type Actions,
  finish,
  type Said,
  type Scene,
  type Turn,
  wants,
} from '../../dialogs/flow.ts'
import { terminalWarning } from '../../dialogs/fraud/flow.ts'
import { answerFromKnowledge } from '../../dialogs/knowledge/flow.ts'
import { type FlowName, type Memory, newCase, type OpenQuestion } from '../../dialogs/memory.ts'
import { remember } from '../../dialogs/remember.ts'
import { smallTalkTexts } from '../../dialogs/small-talk/flow.ts'
import { callPerson } from '../../dialogs/talk-to-a-person/flow.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { handoffRules, handoffTrigger } from '../domain/handoff/triggers.ts'
import { localTime } from '../domain/local-time.ts'
import type { Entity, IntentName } from '../ports/understanding.ts'
import { interrupt } from './interruptions.ts'
import { pickChoice } from './pick-choice.ts'

/**
 * One message of the customer: first what cuts across every dialog, then the answer to the open
 * question, then the dialog that the message starts, then a knowledge answer, then an honest
 * "I did not understand", and after two of those a person.
 */
export async function converse({ onFacts, ...scene }: Conversing): Promise<Turn> {
  const informed = absorb(scene)
  onFacts(informed.memory.facts)
  const turn = (await interrupt(informed)) ?? (await respond(scene, informed))
  return withPerson(await inLanguage(turn, informed), informed)
}

/** A lawyer, the press, or somebody who cannot cope: the answer, and a person as well. */
async function withPerson(turn: Turn, { said, actions }: Scene): Promise<Turn> {
  const { cues } = said.understood
  const trigger = handoffTrigger({
    vulnerable: cues.includes('vulnerable'),
    legalOrMedia: cues.includes('legal_threat'),
  })
  if (!trigger || turn.memory.handoff?.state === 'queued') return turn
  const reason = trigger === 'vulnerable' ? 'vulnerable' : 'policy'
  const severity = handoffRules[trigger].priority
  const call = await callPerson({ said, memory: turn.memory, actions }, { reason, severity })
  return { ...call, say: [...turn.say, ...call.say] }
}

function respond(scene: Scene, informed: Scene): Turn | Promise<Turn> {
  return saysNothingNew(scene, informed) ? acknowledge(informed) : proceed(informed)
}

/** A question put again after the language changed is put in the new one. */
async function inLanguage(turn: Turn, { memory, actions }: Scene): Promise<Turn> {
  const { question } = memory
  if (!question || turn.ask !== question || question.locale === memory.locale) return turn
  const understood = { language: memory.locale, intents: [], entities: [], cues: [] }
  const before = {
    ...memory,
    question: undefined,
    questionCount: Math.max(memory.questionCount - 1, 0),
    asked: { ...memory.asked, [question.name]: 0 },
  }
  const again = await catalogue[question.flow].turn({
    said: { text: '', understood },
    memory: before,
    actions,
  })
  return again.ask ? { ...turn, ask: { ...again.ask, flow: question.flow } } : turn
}

/** Who one is, said again after the verdict: no reason to say the verdict again. */
function saysNothingNew({ said, memory }: Scene, informed: Scene): boolean {
  const { entities, cues } = said.understood
  const onlyRole = entities.length > 0 && entities.every(({ type }) => type === 'role')
  const same = memory.facts.role === informed.memory.facts.role
  return Boolean(memory.verdict) && !memory.question && onlyRole && same && cues.length === 0
}

export interface Conversing extends Scene {
  /** Told what is known as soon as the message is taken in: tickets and searches use it. */
  onFacts(facts: CaseFacts): void
}

/** The open question answered and the facts of the message taken in, before any dialog speaks. */
function absorb(scene: Scene): Scene {
  const { said, memory, actions } = scene
  const { question } = memory
  const answer = question ? answerTo(said, memory) : undefined
  const gaveUp = question !== undefined && answer === undefined && givesUp(said, question)
  const base = startsNewCase(said, memory) ? newCase(memory) : memory
  const angle = angleOf(said.understood)
  const learnt = remember(base.facts, withoutPromises(said, base, actions), actions)
  const role = signedInRole(actions) ?? learnt.role ?? base.facts.role ?? angle?.role
  const facts = {
    ...learnt,
    role,
    concern: angle?.concern ?? learnt.concern,
    transactionId: namesKey(said) ? undefined : learnt.transactionId,
  }
  const unavailable =
    gaveUp && question ? [...new Set([...base.unavailable, question.slot])] : base.unavailable
  return {
    actions,
    said: { ...said, answer },
    memory: { ...base, facts, unavailable },
  }
}

/** "I don't know", "I won't say", and "no" to a question for something one may not have. */
function givesUp(said: Said, question: OpenQuestion): boolean {
  if (wants(said, 'dont_know', 'refuse_to_say')) return true
  return wants(said, 'deny') && question.choices.length === 0 && !tellsSomething(said)
}

/** After a verdict a lone day, or one to come, is the promise that is asked about, not a sale's. */
function withoutPromises(said: Said, { verdict }: Memory, { now, timeZone }: Actions) {
  const { understood } = said
  if (!verdict) return understood
  const today = localTime(now, timeZone).day
  const kept = isLoneDay(said) ? '' : today
  const entities = understood.entities.filter((each) => each.type !== 'date' || each.iso <= kept)
  return { ...understood, entities }
}

const otherPayment = /笔|刷|收款|付|\b(?:one|payment|sale|took|paid|charged?)\b/iu

/** "And if it is not there today?" names a day but no payment. */
function isLoneDay({ text, understood }: Said): boolean {
  const others = understood.entities.filter(({ type }) => type !== 'date' && type !== 'elapsed')
  return others.length === 0 && !otherPayment.test(text) && !/\d{3,}/u.test(text)
}

function signedInRole({ asker }: Actions) {
  return asker.trusted ? asker.role : undefined
}

const keyTypes: readonly Entity['type'][] = [
  'rrn',
  'orderNo',
  'last4',
  'amount',
  'date',
  'authCode',
]

function namesKey({ understood }: Said): boolean {
  return understood.entities.some(({ type }) => keyTypes.includes(type))
}

/** After a verdict, other keys mean another payment, unless the customer corrects the first. */
function startsNewCase(said: Said, memory: Memory): boolean {
  if (!memory.verdict || memory.question || wants(said, 'correct_details')) return false
  const { facts } = memory
  const { understood } = said
  return understood.entities.some((entity) => {
    if (entity.type === 'amount') return facts.amount !== undefined && differs(entity, memory)
    if (entity.type === 'date') return !isLoneDay(said) && isOtherDay(entity.iso, memory)
    if (entity.type === 'rrn') return facts.rrn !== undefined && entity.value !== facts.rrn
    if (entity.type === 'orderNo')
      return facts.orderNo !== undefined && entity.value !== facts.orderNo
    return false
  })
}

/** Another day in the past; a day to come is no sale's. */
function isOtherDay(day: string, { facts, verdict }: Memory): boolean {
  return facts.date !== undefined && day !== facts.date && day <= (verdict?.at.slice(0, 10) ?? day)
}

function differs(entity: Entity & { type: 'amount' }, { facts }: Memory): boolean {
  return entity.role !== 'received' && entity.minor !== facts.amount?.minor
}

function answerTo(said: Said, { question }: Memory): string | undefined {
  if (!question || question.choices.length === 0) return undefined
  const picked = pickChoice(said.text, question.choices, said.understood)
  if (picked) return picked
  if (question.choices.length !== 2) return undefined
  if (wants(said, 'affirm')) return question.choices[0]?.value
  return wants(said, 'deny') ? question.choices[1]?.value : undefined
}

async function proceed(scene: Scene): Promise<Turn> {
  const { memory, said } = scene
  const open = memory.question
  if (open && answersQuestion(scene)) return run(open.flow, scene)
  const wished = wishedFlow(said)
  const bareFact = wished !== 'response-code' && tellsOnlyFacts(said)
  if (open && wished && isAside(wished) && !bareFact) return aside(scene, wished)
  if (open && bareFact) return run(open.flow, scene)
  if (wished) return run(wished, scene)
  return withoutWish(scene)
}

/** No dialog was asked for: a detail, a bare yes, a vague word about the money, or nothing we know. */
async function withoutWish(scene: Scene): Promise<Turn> {
  const { memory, said } = scene
  const flow = memory.question?.flow ?? currentPaymentFlow(memory)
  if (tellsSomething(said)) return run(flow, scene)
  if (wants(said, 'affirm', 'deny')) return acknowledge(scene)
  const again = memory.verdict !== undefined && whatNow.test(said.text)
  return again || hintsAtOwnMoney(scene) ? run(flow, scene) : notUnderstood(scene)
}

/** "So what do I do?" after the verdict: it is said again. */
const whatNow =
  /怎么办|咋办|咋整|怎么弄|what (?:should|do|can|shall) i|what now|and if not|那要是|要是还/iu

/** A signed-in merchant with a vague wish about money: their own payments are at hand. */
function hintsAtOwnMoney({ said, actions }: Scene): boolean {
  if (!actions.asker.trusted || actions.asker.role !== 'merchant') return false
  return said.understood.intents.some(({ name, confidence }) => {
    const flow = confidence >= 0.2 ? flowOf(name)?.name : undefined
    return flow === 'where-is-my-money' || flow === 'risk-hold'
  })
}

/** A bare "yes" answers nothing that was asked: the question again, or "what else?". */
function acknowledge({ memory }: Scene): Turn {
  const { question } = memory
  if (question) return { say: [], ask: question, memory }
  return finish(memory, [{ text: smallTalkTexts[memory.locale].affirm }])
}

/** A choice, the thing asked for, or a plain "I don't know". */
function answersQuestion({ said, memory }: Scene): boolean {
  const { question } = memory
  if (!question) return false
  if (said.answer !== undefined) return true
  if (memory.unavailable.includes(question.slot)) return true
  const named = said.understood.entities.some(({ type }) => type === question.slot)
  const freely = question.slot === 'other' && question.choices.length === 0
  return named || freely || namesKey(said)
}

const meta: readonly IntentName[] = [
  'provide_details',
  'correct_details',
  'affirm',
  'deny',
  'dont_know',
  'refuse_to_say',
]
const sureEnough = 0.45

/** Fears beside a named payment: the fraud check has had its say before, the payment is looked up. */
const fears: readonly IntentName[] = ['fraud_suspected', 'fraud_check', 'fraud_report']
/** "Not ours" with less than this is only "not understood". */
const surelyNotOurs = 0.6

/** A payment is named and no code: it is not about a code. */
function withoutCode({ understood }: Said): IntentName[] {
  const coded = understood.entities.some(({ type }) => type === 'code')
  return coded ? [] : ['response_code_question']
}

function wishedFlow(said: Said): FlowName | undefined {
  const skipped = namesKey(said) ? [...meta, ...fears, ...withoutCode(said)] : meta
  const wish = said.understood.intents.find(
    ({ name, confidence }) =>
      !skipped.includes(name) &&
      confidence >= (name === 'out_of_scope' ? surelyNotOurs : sureEnough) &&
      flowOf(name),
  )
  return wish ? flowOf(wish.name)?.name : undefined
}

const asides: readonly FlowName[] = [
  'knowledge',
  'response-code',
  'pos-application',
  'small-talk',
  'contact-channels',
]

/** Something asked in between: it is answered, and the open question is put again. */
function isAside(flow: FlowName): boolean {
  return asides.includes(flow)
}

async function aside(scene: Scene, flow: FlowName): Promise<Turn> {
  const { question } = scene.memory
  const turn = await catalogue[flow].turn(scene)
  if (turn.ask || !question) return turn
  return {
    say: turn.say,
    ask: question,
    memory: { ...turn.memory, flow: scene.memory.flow, questionCount: scene.memory.questionCount },
  }
}

async function run(flow: FlowName, scene: Scene): Promise<Turn> {
  const memory = { ...scene.memory, flow, misunderstood: 0 }
  const turn = await catalogue[flow].turn({ ...scene, memory })
  const warning = paymentFlows.includes(flow) ? terminalWarning(scene) : undefined
  if (!warning) return turn
  const warned = [...new Set([...turn.memory.warned, warning.sign])]
  return { ...turn, say: [warning.message, ...turn.say], memory: { ...turn.memory, warned } }
}

function tellsSomething(said: Said): boolean {
  return namesKey(said) || said.understood.cues.length > 0 || said.understood.entities.length > 0
}

const fewWords = 12

/** A bare detail ("cardholder", "Friday"), not a sentence that asks for something. */
function tellsOnlyFacts(said: Said): boolean {
  return tellsSomething(said) && said.text.trim().length <= fewWords
}

function currentPaymentFlow({ flow }: Memory): FlowName {
  return flow && paymentFlows.includes(flow) ? flow : 'where-is-my-money'
}

const patience = 2

async function notUnderstood(scene: Scene): Promise<Turn> {
  const { memory, actions, said } = scene
  const words = smallTalkTexts[memory.locale]
  if (actions.searchKnowledge(said.text).answerable) {
    return memory.question ? aside(scene, 'knowledge') : answerFromKnowledge(scene)
  }
  const misunderstood = memory.misunderstood + 1
  if (misunderstood >= patience) {
    const turn = await callPerson(
      { ...scene, memory: { ...memory, misunderstood } },
      { reason: 'not_understood', severity: 'P3' },
    )
    return { ...turn, say: [{ text: words.stillNotUnderstood }, ...turn.say] }
  }
  const turn = finish({ ...memory, misunderstood }, [{ text: words.notUnderstood }])
  return memory.question
    ? {
        ...turn,
        ask: memory.question,
        memory: { ...turn.memory, questionCount: memory.questionCount },
      }
    : turn
}
