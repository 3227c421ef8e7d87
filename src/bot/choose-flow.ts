import { flowOf, paymentFlows } from '../../dialogs/catalogue.ts'
import { type Said, type Scene, wants } from '../../dialogs/flow.ts'
import type { FlowName, Memory } from '../../dialogs/memory.ts'
import { asksForMeaning } from '../../dialogs/where-is-my-money/flow.ts'
import { accusesUs } from '../../dialogs/words/accuses-us.ts'
import { asksOfThatPayment } from '../../dialogs/words/asks-of-that-payment.ts'
import { asksSomething } from '../../dialogs/words/asks-something.ts'
import type { IntentName, Understood } from '../ports/understanding.ts'
import { namesKey, namesLost, tellsSomething } from './take-in.ts'

const meta: readonly IntentName[] = [
  'provide_details',
  'correct_details',
  'affirm',
  'deny',
  'dont_know',
  'refuse_to_say',
]
const sureEnough = 0.45

/** Hardly meant where a payment is named: "did 640 sat nite, when do i see it". */
const idle: readonly IntentName[] = [
  'greeting',
  'goodbye',
  'thanks',
  'resolved_close',
  'out_of_scope',
]
const plainlyIdle = 0.9
const sums: readonly string[] = ['amount', 'last4', 'rrn', 'orderNo']

function namesSum({ understood }: Said): boolean {
  return understood.entities.some(({ type }) => sums.includes(type))
}

/** Fears beside a named payment: the fraud check has had its say before, the payment is looked up. */
const fears: readonly IntentName[] = ['fraud_suspected', 'fraud_check', 'fraud_report']
/** To be sent away, or taken for robbed ("760 friday card 7152 whats going on"), wants a surer guess. */
const leastSure: Partial<Record<IntentName, number>> = {
  out_of_scope: 0.6,
  unrecognized_charge: 0.7,
}

function sureOf(name: IntentName, { cues }: Understood): number {
  const saidPlainly = name === 'unrecognized_charge' && cues.includes('not_my_transaction')
  return saidPlainly ? sureEnough : (leastSure[name] ?? sureEnough)
}

/** Beside a sum of money, what became of it is asked, not how to stay safe. */
function safety({ understood }: Said): IntentName[] {
  const isMoney = understood.entities.some(
    (each) => each.type === 'amount' && each.currency !== undefined,
  )
  return isMoney ? ['security_question'] : []
}

/** A payment is named and no code: it is not about a code. */
function withoutCode({ understood }: Said): IntentName[] {
  const coded = understood.entities.some(({ type }) => type === 'code')
  const keys = understood.entities.filter(({ type }) => type === 'amount' || type === 'last4')
  return coded && keys.length < 2 ? [] : ['response_code_question']
}

/** Paid by an agent, asked for an activation fee: the payment flows know what to do about it. */
function tellsOfMiddleman({ understood: { cues } }: Said): boolean {
  return cues.includes('paid_by_person') || cues.includes('activation_fee')
}

/** 商户: who one is, and no wish. */
function saysOnlyRole({ text, understood }: Said): boolean {
  const [only, ...more] = understood.entities
  return only?.type === 'role' && more.length === 0 && only.text.length >= text.trim().length - 1
}

/** The dialog that the message starts, if it starts one. */
export function wishedFlow(said: Said): FlowName | undefined {
  if (saysOnlyRole(said)) return undefined
  const skipped =
    namesKey(said) || tellsOfMiddleman(said)
      ? [...meta, ...fears, ...safety(said), 'greeting', ...withoutCode(said)]
      : meta
  const wish = said.understood.intents.find(
    ({ name, confidence }) =>
      !skipped.includes(name) &&
      !(namesSum(said) && idle.includes(name) && confidence < plainlyIdle) &&
      confidence >= sureOf(name, said.understood) &&
      flowOf(name),
  )
  // A code is explained from its table: the articles only tell how to read one.
  const asksForCode = wish?.name === 'knowledge_question' && wants(said, 'response_code_question')
  if (asksForCode) return 'response-code'
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
export function isAside(flow: FlowName): boolean {
  return asides.includes(flow)
}

/** A choice, the thing asked for, or a plain "I don't know". */
export function answersQuestion({ said, memory }: Scene): boolean {
  const { question } = memory
  if (!question) return false
  if (said.answer !== undefined) return true
  if (memory.unavailable.includes(question.slot) || losesOther(said, memory)) return true
  const named = said.understood.entities.some(({ type }) => type === question.slot)
  if (question.slot === 'plan') return answersPlanQuestion(said)
  const freely = question.slot === 'other' && question.choices.length === 0
  return named || (freely && !asksInBetween(said)) || namesKey(said)
}

/** "I can't recall the day", to the question for the sum. */
function losesOther(said: Said, { unavailable }: Memory): boolean {
  const lost = namesLost(said)
  return lost !== undefined && unavailable.includes(lost)
}

/** A question about how things are, which tells nothing of the case itself. */
function asksInBetween(said: Said): boolean {
  if (!asksSomething(said.text) || namesKey(said) || said.understood.cues.length > 0) return false
  const wished = wishedFlow(said)
  return asksForMeaning.test(said.text) || (wished !== undefined && isAside(wished))
}

/** Free words are the answer, unless they ask or want something themselves. */
function answersPlanQuestion(said: Said): boolean {
  const wished = wishedFlow(said)
  return !asksSomething(said.text) && (wished === undefined || wished === 'contingency-plan')
}

/** After a verdict these ask about it: what to do, how long, why, where the money is, what the bank needs. */
const aboutVerdict: readonly RegExp[] = [
  /怎么办|怎麼辦|咋办|咋整|怎么弄|點算|点算|下一步|接下来|接下來|然后呢|该(?:先)?(?:干|做)(?:嘛|啥|什么)|(?:怎么|怎麼|咋|如何)(?:才能)?(?:拿|要|追|弄)(?:得)?回|那要是|要是还/u,
  /凭什么|怎么又|點解|点解|为什么|為什麼|为啥/u,
  /多久|几天|幾天|[几幾](?:耐|时|時)|什[么麼](?:时候|時候)|啥时候|哪[天日]/u,
  /[钱錢款][^，。！？]{0,4}(?:在|到|去)(?:哪|了哪|咗边|咗邊)/u,
  /(?:跟|和|同|找|向)[銀银]?行.{0,3}(?:说|說|讲|講|问|問)(?:什么|什麼|啥)?|[銀银]行.{0,4}(?:怎么|怎麼)(?:说|說|讲|講)/u,
  /第[一二两三][笔筆单單]|[前后後](?:面|边|邊)?那[笔筆单單]|(?:是|对|對)吧|对不对|對不對/u,
  /what (?:should|do|can|shall) i|what now|and if not|\bif (?:it|that|this|they|the money|nothing)(?:'s| is| does| has|'s still)? ?(?:still )?(?:not|isn't|doesn't|never|n't|comes|arrives|there)|\bif (?:it|that) (?:isn't|doesn't|hasn't|won't)/iu,
]

/** The dialog that the message starts, in the light of what is talked about. */
export function wishIn(scene: Scene): FlowName | undefined {
  if (tellsOfSlip(scene) || tellsOfPapers(scene) || doubts(scene)) return undefined
  if (accusesUs(scene.said) && !scene.memory.verdict) return 'where-is-my-money'
  if (asksOfTicket(scene)) return 'complaint'
  const wished = wishedFlow(scene.said)
  const ofSafety = wants(scene.said, 'security_question') && !wants(scene.said, ...fears)
  const yields = wished !== undefined && (isAside(wished) || ofSafety)
  return yields && asksOfThatPayment(scene) ? undefined : wished
}

const doubting =
  /(?:真的?|确定|肯定|一定|还)?(?:会|能|可以)(?:退|到|拿|给|打|还|結|结)(?:回来?|账|帳|我)?的?[吗嗎么]|\b(?:will|does|is) (?:it|that|the money) (?:really|actually|definitely)|\bare you (?:sure|certain)\b|\bis that (?:true|for sure|certain)\b/iu

/** "Will it really come?", after a verdict: about that payment, and no question whether somebody is genuine. */
function doubts({ said, memory: { verdict, question } }: Scene): boolean {
  const { entities, cues } = said.understood
  const tells = entities.length + cues.length > 0
  return verdict !== undefined && !question && !tells && doubting.test(said.text)
}

/** "I sent them already", of the papers a hold asks for. */
function tellsOfPapers({ said, memory: { verdict } }: Scene): boolean {
  return verdict?.stage === 'HELD_RISK' && said.understood.cues.includes('documents_submitted')
}

/** While a payment is looked for, the name on the slip tells whose it is. */
function tellsOfSlip({ said, memory: { question } }: Scene): boolean {
  const searching = question !== undefined && paymentFlows.includes(question.flow)
  return searching && said.understood.cues.includes('slip_other_name')
}

/** A signed-in merchant with a vague wish about money: their own payments are at hand. */
export function hintsAtOwnMoney({ said, actions }: Scene): boolean {
  if (!actions.asker.trusted || actions.asker.role !== 'merchant') return false
  return said.understood.intents.some(({ name, confidence }) => {
    const flow = confidence >= 0.2 ? flowOf(name)?.name : undefined
    return flow === 'where-is-my-money' || flow === 'risk-hold'
  })
}

const fewWords = 12

/** A bare detail ("cardholder", "Friday"), not a sentence that asks for something. */
export function tellsOnlyFacts(said: Said): boolean {
  return tellsSomething(said) && said.text.trim().length <= fewWords
}

/** The dialog about a payment that goes on, or begins. */
export function currentPaymentFlow({ flow, facts }: Memory): FlowName {
  const broken = facts.cues.includes('terminal_fault') || facts.cues.includes('network_fault')
  if (broken && !flow) return 'terminal-fault'
  return flow && paymentFlows.includes(flow) ? flow : 'where-is-my-money'
}

/** "So what do I do?" after the verdict: it is said again. */
export function asksAgain(scene: Scene): boolean {
  const { said, memory } = scene
  const again = memory.verdict !== undefined && aboutVerdict.some((asked) => asked.test(said.text))
  return again || doubts(scene) || asksOfThatPayment(scene)
}

const numberAgain =
  /(?:单号|编号|号码)(?:是)?(?:多少|什么|几)|\b(?:what(?:'s|s| is| was)|which is|give me|tell me|send me|repeat) (?:me )?(?:the|my|that|this) (?:ticket |case |complaint |reference )?(?:number|no|ref\w*)\b/iu
const howLongTicket =
  /^(?:那|请问)?(?:要|得|需要)?(?:等)?(?:多久|多长时间|几天|什么时候|几时|啥时候)(?:能|会|才)?(?:有|给)?(?:结果|答复|回复|处理完?|解决|回)?(?:我)?[呢啊呀]?[?？。]*$|^(?:(?:ok(?:ay)?|so|and|but|then)[, ]+)*(?:how long|when)\b[^,.;]{0,24}$/iu

/** "What was the number?", "how long will it take?" after a complaint was filed. */
export function asksOfTicket({ said, memory }: Scene): boolean {
  const { ticketNos, question, verdict } = memory
  if (ticketNos.length === 0 || question || said.understood.entities.length > 0) return false
  return numberAgain.test(said.text) || (!verdict && howLongTicket.test(said.text))
}

/** Asked for in the middle of anything, these do not wait for the open question. */
const overriding: readonly FlowName[] = ['complaint', 'fraud', 'privacy', 'talk-to-a-person']

export function overrides(flow: FlowName, { memory }: Scene): boolean {
  return overriding.includes(flow) && memory.question?.flow !== flow
}
