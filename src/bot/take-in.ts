import { angleOf } from '../../dialogs/concern.ts'
import { type Actions, type Said, type Scene, wants } from '../../dialogs/flow.ts'
import { type Memory, newCase, type OpenQuestion } from '../../dialogs/memory.ts'
import { remember } from '../../dialogs/remember.ts'
import { repairTexts } from '../../dialogs/repair/texts.ts'
import { asksForMeaning } from '../../dialogs/where-is-my-money/flow.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import type { QuestionSlot } from '../domain/diagnosis/story.ts'
import { localTime } from '../domain/local-time.ts'
import { locales } from '../domain/locale.ts'
import type { Entity } from '../ports/understanding.ts'
import { pickChoice } from './repair/pick-choice.ts'

/** The open question answered and the facts of the message taken in, before any dialog speaks. */
export function takeIn(scene: Scene): Scene {
  const { said, memory, actions } = scene
  const { question } = memory
  // The plan reads its answers itself: several at once, and "skip".
  const isPlan = question?.slot === 'plan'
  const answer = question && !isPlan ? answerTo(said, memory) : undefined
  const base = startsNewCase(said, memory, actions) ? newCase(memory) : memory
  // What picks a payment from a list is no new fact: "the one at 3 pm", "not the 860 one".
  const picks = question?.slot === 'candidate' && answer !== undefined && answer !== 'none'
  const told = withoutComplaint(withoutPromises(said, base, actions), said)
  const learnt = remember(base.facts, picks ? { ...told, entities: [] } : told, actions)
  const role = signedInRole(actions) ?? learnt.role ?? base.facts.role
  const turned = base.facts.role !== undefined && role !== base.facts.role
  const seen = turned ? { ...learnt, concern: undefined } : learnt
  const facts = withAngle(seen, role, { said, inBetween: question !== undefined })
  const unavailable = isPlan ? base.unavailable : outOfReach(said, base, answer)
  const known = { ...base, facts, unavailable }
  return {
    actions,
    said: { ...said, answer },
    memory: turned ? onAnotherPath(known) : known,
  }
}

/** "What does T+1 mean?" in the middle of a case: nothing about who asks, nor about their worry. */
function asksForRule(said: Said): boolean {
  return asksForMeaning.test(said.text) && !tellsSomething(said)
}

interface Seen {
  said: Said
  /** A question of ours was open. */
  inBetween: boolean
}

/** What is told, seen from the side of who tells it. */
function withAngle(learnt: CaseFacts, known: CaseFacts['role'], seen: Seen): CaseFacts {
  const { said, inBetween } = seen
  const angle = inBetween && asksForRule(said) ? undefined : angleOf(said.understood, known)
  return {
    ...learnt,
    role: known ?? angle?.role,
    concern: angle?.concern ?? learnt.concern,
    transactionId: namesKey(said) ? undefined : learnt.transactionId,
  }
}

/** Cardholder, not merchant after all: other worries and questions, another look-up and verdict. */
function onAnotherPath(memory: Memory): Memory {
  const { transactionId: _picked, ...facts } = memory.facts
  return { ...memory, facts, asked: {}, questionCount: 0, unavailable: [], verdict: undefined }
}

/** Who takes a complaint back does not tell that they have complained elsewhere. */
function withoutComplaint(understood: Said['understood'], said: Said): Said['understood'] {
  if (!wants(said, 'complaint_withdrawal')) return understood
  return { ...understood, cues: understood.cues.filter((cue) => cue !== 'already_complained') }
}

/** "I don't know", "I won't say", and "no" to a question for something one may not have. */
function givesUp(said: Said, question: OpenQuestion): boolean {
  if (wants(said, 'dont_know', 'refuse_to_say') || answersNeither(said, question)) return true
  return wants(said, 'deny') && question.choices.length === 0 && !tellsSomething(said)
}

/** A bare yes or no to "this side or the other?", although the question was put a second time. */
function answersNeither(said: Said, { slot, lead }: OpenQuestion): boolean {
  const again = locales.some((locale) => repairTexts[locale].backTo.includes(lead ?? ''))
  return slot === 'role' && again && wants(said, 'affirm', 'deny') && !tellsSomething(said)
}

const withheldSlots: readonly [QuestionSlot, RegExp][] = [
  [
    'last4',
    /不(?:想|愿|会|能)?(?:给|说|提供|告诉).{0,6}(?:卡号|尾号|后四位)|(?:卡号|尾号|后四位).{0,4}不(?:想|能|会)?(?:给|说|提供)|\b(?:won['’]?t|will not|not (?:going to|gonna)|don['’]?t ask|refuse)\b.{0,24}\bcards?\b|\bcard (?:numbers?|digits|details)\b.{0,16}\b(?:won['’]?t|will not|no way)\b/iu,
  ],
  [
    'rrn',
    /(?:没有?|不知道).{0,3}参考号|\b(?:no|without an?|don['’]?t have (?:an?|the|any)) (?:rrn|ref(?:erence)?)\b/iu,
  ],
]

/** What is not to be had, and so not to be asked for again: what was asked in vain, and what is withheld. */
function outOfReach(said: Said, { question, unavailable }: Memory, answer: string | undefined) {
  const gaveUp = question !== undefined && answer === undefined && givesUp(said, question)
  return [
    ...new Set([...unavailable, ...(gaveUp ? lostSlots(said, question) : []), ...withheld(said)]),
  ]
}

/** What somebody does not have or will not give, whatever was asked. */
function withheld({ text, understood }: Said): QuestionSlot[] {
  const named = (slot: QuestionSlot) => understood.entities.some(({ type }) => type === slot)
  return withheldSlots.flatMap(([slot, says]) => (says.test(text) && !named(slot) ? [slot] : []))
}

const slotNames: readonly (readonly [QuestionSlot, RegExp])[] = [
  ['amount', /金额|金額|多少[钱錢]|几多钱|数目|\b(?:amount|sum|how much)\b/iu],
  ['last4', /尾[号號]|后四位|後四碼|末四|卡[号號]|\b(?:last (?:four|4)|digits|card number)\b/iu],
  ['date', /日期|哪[天日]|几[号时月]|幾[號時月]|时间|時間|\b(?:date|day|time|when)\b/iu],
  ['rrn', /参考号|參考號|检索号|小票|签购单|簽單|\b(?:rrn|reference|slip|receipt)\b/iu],
]

/** "The amount I won't tell": that, whatever was asked. The question for the reference takes any key. */
export function namesLost(said: Said): QuestionSlot | undefined {
  if (!wants(said, 'dont_know', 'refuse_to_say')) return undefined
  return slotNames.find(([, name]) => name.test(said.text))?.[0]
}

function lostSlots(said: Said, { slot }: OpenQuestion): QuestionSlot[] {
  const named = namesLost(said)
  if (!named || !keySlots.includes(slot)) return [slot]
  return slot === 'rrn' ? [named, slot] : [named]
}

const keySlots: readonly QuestionSlot[] = ['amount', 'last4', 'date', 'rrn']

/**
 * After a verdict a lone day, or one to come, is the promise that is asked about, not a sale's; and
 * so is, at any time, a day to come on which money may or may not arrive.
 */
function withoutPromises(said: Said, { verdict }: Memory, { now, timeZone }: Actions) {
  const { understood, text } = said
  const today = localTime(now, timeZone).day
  if (!verdict) {
    const isPromise = (each: Entity) =>
      each.type === 'date' && each.iso > today && promise.test(text.slice(each.end))
    return { ...understood, entities: understood.entities.filter((each) => !isPromise(each)) }
  }
  const kept = isLoneDay(said) ? '' : today
  const entities = understood.entities.filter((each) => each.type !== 'date' || each.iso <= kept)
  return { ...understood, entities }
}

/** 明天到得了吗, "here by Friday?" */
const promise =
  /^[^刷收付卖没未。！!\n]{0,8}(?:到|入账|入帳|打款|结算|結算|放款)|^(?:(?!\bnot\b|n['’]t\b|\bnever\b)[^.!\n]){0,12}\b(?:arriv|here|come|land)/iu
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

/** The message names a key of a payment. */
export function namesKey({ understood }: Said): boolean {
  return understood.entities.some(({ type }) => keyTypes.includes(type))
}

/** The keys it names are days, and nothing else. */
export function namesOnlyDays({ understood }: Said): boolean {
  const keys = understood.entities.filter(({ type }) => keyTypes.includes(type))
  return keys.length > 0 && keys.every(({ type }) => type === 'date')
}

/**
 * After a verdict, other keys mean another payment, unless the customer corrects the first. Who had to
 * prove that payment cannot have named it wrongly: a correction is another payment then.
 */
function startsNewCase(said: Said, memory: Memory, { asker }: Actions): boolean {
  if (!memory.verdict || memory.question) return false
  const proven = !asker.trusted && memory.verdict.transactionId && memory.ticketNos.length === 0
  if (wants(said, 'correct_details', 'deny') && !proven) return false
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
  const isSale = entity.role !== 'received' && entity.role !== 'recorded'
  return isSale && entity.minor !== facts.amount?.minor
}

function answerTo(said: Said, { question }: Memory): string | undefined {
  if (!question || question.choices.length === 0) return undefined
  const picked = pickChoice(said.text, question.choices, said.understood)
  if (picked) return picked
  // "Yes" to "this side or the other?" names neither.
  if (question.choices.length !== 2 || question.slot === 'role') return undefined
  if (wants(said, 'affirm')) return question.choices[0]?.value
  return wants(said, 'deny') ? question.choices[1]?.value : undefined
}

/** The message says anything about a payment at all. */
export function tellsSomething(said: Said): boolean {
  return namesKey(said) || said.understood.cues.length > 0 || said.understood.entities.length > 0
}
