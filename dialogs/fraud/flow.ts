import type { Cause } from '../../src/domain/diagnosis/causes.ts'
import { assessFraud, type FraudAssessment } from '../../src/domain/fraud/assess-fraud.ts'
import { unlawfulRequests } from '../../src/domain/fraud/catalogue.ts'
import { detectFraudSigns } from '../../src/domain/fraud/detect-fraud-signs.ts'
import type { FraudSign } from '../../src/domain/fraud/signs.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { regionOf } from '../contact-channels/flow.ts'
import {
  type Flow,
  finish,
  type Message,
  type Scene,
  type Turn,
  wants,
  wantsSurely,
} from '../flow.ts'
import { sureArticle, tellArticle } from '../knowledge/flow.ts'
import type { Memory } from '../memory.ts'
import { callPerson } from '../talk-to-a-person/call-person.ts'
import { verdictEntity } from '../verdict/state-verdict.ts'
import { accusesUs } from '../words/accuses-us.ts'
import { asksOfThatPayment } from '../words/asks-of-that-payment.ts'
import { ticketEntity } from '../words/ticket-entity.ts'
import { stopLossScript } from './stop-loss.ts'
import { en, type FraudTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

const texts: Record<Locale, FraudTexts> = { en, 'zh-CN': zhCn }

/** Signs about how a shop gets paid: a warning, and then the payment itself is looked into. */
const aboutTheTerminal: readonly FraudSign[] = ['W3', 'W4', 'W5', 'W6']

/** What was said and seen of fraud in a message. */
interface Alarm extends Scene {
  assessment: FraudAssessment
}

/** "I was called by…", "is this real?", "the money is gone": outranks every other dialog. */
export const fraud: Flow = {
  name: 'fraud',
  intents: [
    'fraud_report',
    'fraud_check',
    'fraud_suspected',
    'illegal_cashout_request',
    'security_question',
  ],
  async turn(scene) {
    return (await answerFraud(scene)) ?? answerQuestion({ ...scene, assessment: noSigns })
  },
}

const noSigns: FraudAssessment = { signs: [], situation: 'question' }

/** The answer when a message shows fraud; undefined when it does not. */
export async function answerFraud(scene: Scene): Promise<Turn | undefined> {
  const { said, memory } = scene
  const assessment = assessFraud(said.text, said.understood.cues)
  const alarm = { ...scene, assessment }
  if (onlyDeniesCharge(alarm)) return undefined
  if (asksForCash(alarm)) return refuseCashOut(alarm)
  if (isAboutTheTerminal(alarm)) return asksForMoney(scene) ? undefined : answerQuestion(alarm)
  if (isSafeSoFar(alarm)) return answerAside(memory, [nothingLost(memory)])
  if (tellsOfLoss(alarm) && memory.verdict?.cause !== 'RC_FRAUD_VICTIM')
    return stopTheLoss(alarm, 'RC_FRAUD_VICTIM')
  if (assessment.situation === 'in_progress') return stopTheLoss(alarm, 'RC_FRAUD_ATTEMPT')
  const asked = assessment.situation === 'question' && assessment.signs.length > 0
  return asked || asksForSafety(scene) ? answerQuestion(alarm) : undefined
}

/** The warning to say before a payment is looked into, when the story shows one of those signs. */
export function terminalWarning({
  said,
  memory,
}: Scene): { sign: FraudSign; message: Message } | undefined {
  const sign = detectFraudSigns(said.text, aboutTheTerminal)[0]?.sign
  if (!sign || memory.warned.includes(sign)) return undefined
  return { sign, message: warning(sign, memory.locale) }
}

const whereItStands = /\bwhere\b|\bhow (?:do|can) i (?:find|see|get)\b|在哪|哪里|怎么[找看]/iu

/** How to stay safe; not what became of a sum, where the digits stand, or what to tell the bank. */
function asksForSafety(scene: Scene): boolean {
  const { said, memory } = scene
  const asksBack = memory.question !== undefined && whereItStands.test(said.text)
  const ofSum = said.understood.entities.some(
    (each) => each.type === 'amount' && each.currency !== undefined,
  )
  const isOther = asksBack || ofSum || asksOfThatPayment(scene)
  return wants(said, 'security_question') && !isOther
}

const nothingGiven =
  /(?:没|沒|没有|沒有|还没|還沒|未|冇)(?:有)?(?:把)?[^，。！？]{0,6}(?:给|給|俾|畀|发|發|说|說|告诉|告訴|转|轉|付|填|点|點|报|報|打钱|汇|理)|\b(?:haven['’]?t|have not|didn['’]?t|did not|not|never|nothing)\b.{0,20}\b(?:paid|pay|sent|send|given|gave|give|told|tell|shared?|clicked|click|transferred|transfer|replied|answered)\b|(?:再|又)(?:打|来|联系)|挂(?:了|断)|还在(?:线|电话)|拉黑|\b(?:still )?on the (?:line|phone)\b|\b(?:hung|hang|put the phone) (?:up|down)\b|\bblocked (?:him|her|them|the)\b|\b(?:what )?(?:if|when) (?:he|she|they|the (?:caller|guy|man|woman))\b.{0,10}\b(?:call|ring|phone|text|write|message|come)s?\b/iu
const lossCues: readonly string[] = ['loss_happened', 'card_data_given']

/** After a warning: "I haven't paid yet", "and if he calls again?". */
function isSafeSoFar({ said, memory, assessment }: Alarm): boolean {
  const last = memory.warned.at(-1)
  const warned = last !== undefined && !unlawfulRequests.includes(last) && !memory.question
  const { entities, cues } = said.understood
  const tells = entities.length + assessment.signs.length > 0
  const lost = cues.some((cue) => lossCues.includes(cue))
  return warned && !memory.verdict && !tells && !lost && nothingGiven.test(said.text)
}

function nothingLost({ locale }: Memory): Message {
  const { nothingLostYet, keepEvidence } = texts[locale]
  return { text: `${nothingLostYet}${locale === 'en' ? ' ' : ''}${keepEvidence}` }
}

/** "I never paid that" names no trick: a charge to be denied, with its own script and ticket. */
function onlyDeniesCharge({ assessment, said, memory }: Alarm): boolean {
  const { cues } = said.understood
  const given = cues.includes('card_data_given') || cues.includes('loss_happened')
  if (given || assessment.signs.length > 0 || memory.warned.length > 0) return false
  const reports = wants(said, 'fraud_report') && !wants(said, 'unrecognized_charge')
  return cues.includes('not_my_transaction') && !reports
}

function tellsOfLoss(alarm: Alarm): boolean {
  const { signs, situation } = alarm.assessment
  return situation === 'loss' || (signs.length === 0 && reportsFraud(alarm))
}

/** "Have they run off with it?" about late money is a fear, not a report of fraud. */
function reportsFraud({ said }: Scene): boolean {
  const { intents } = said.understood
  const sure = wantsSurely(said, 'fraud_report', 0.75)
  // "I sent them already", of papers that were asked for.
  const papers = said.understood.cues.includes('documents_submitted')
  return (
    sure && !papers && !accusesUs(said) && !intents.some(({ name }) => name === 'money_not_arrived')
  )
}

function isAboutTheTerminal({ assessment }: Alarm): boolean {
  const { signs } = assessment
  return signs.length > 0 && signs.every(({ sign }) => aboutTheTerminal.includes(sign))
}

/** Money is missing as well: the warning goes before the look-up. */
function asksForMoney({ said, memory }: Scene): boolean {
  const cues = said.understood.cues
  const told = cues.includes('paid_by_person') || cues.includes('activation_fee')
  return told || memory.question !== undefined || wants(said, 'money_not_arrived')
}

function asksForCash(alarm: Alarm): boolean {
  const { said, assessment } = alarm
  const signed = assessment.signs.some(({ sign }) => unlawfulRequests.includes(sign))
  return signed || wants(said, 'illegal_cashout_request') || insistsOnCash(alarm)
}

const insisting =
  /^(?:为什么|为啥|凭什么|怎么不行|那怎么)|我自己的(?:钱|卡)|^(?:but |and |so )*why\b|\b(?:my own (?:money|card)|it'?s my (?:money|card)|everybody does|everyone does)\b/iu

/** "Why not, it's my money?" right after the refusal. */
function insistsOnCash({ said, memory }: Scene): boolean {
  const last = memory.warned.at(-1)
  const refused = last !== undefined && unlawfulRequests.includes(last) && !memory.question
  return refused && said.understood.entities.length === 0 && insisting.test(said.text.trim())
}

function warning(sign: FraudSign, locale: Locale): Message {
  return { text: texts[locale].warning[sign], entities: [{ type: 'support/warning', sign }] }
}

function warnings({ assessment, memory }: Alarm): Message[] {
  return assessment.signs.slice(0, 2).map(({ sign }) => warning(sign, memory.locale))
}

function warned({ memory, assessment }: Alarm): Memory {
  const signs = assessment.signs.map(({ sign }) => sign)
  return { ...memory, warned: [...new Set([...memory.warned, ...signs])] }
}

async function refuseCashOut(alarm: Alarm): Promise<Turn> {
  const { memory, actions } = alarm
  const words = texts[memory.locale]
  const sign =
    alarm.assessment.signs.find((each) => unlawfulRequests.includes(each.sign))?.sign ?? 'W7'
  const explanation = await explain(alarm, 'RC_CASHOUT')
  const again = memory.warned.includes(sign)
  const known = { ...warned(alarm), warned: [...new Set([...memory.warned, sign])] }
  const refusal: Message = {
    text: sign === 'W17' ? words.lendingRefusal : words.cashOutRefusal,
    entities: [{ type: 'support/warning', sign }, verdictEntity(explanation, memory.locale)],
  }
  if (!again) return finish(known, [refusal])
  const call = await callPerson({ memory: known, actions }, { reason: 'policy', severity: 'P3' })
  return { ...call, say: [refusal, ...call.say] }
}

function explain({ memory, actions }: Scene, cause: Cause) {
  return actions.explain({
    record: undefined,
    facts: memory.facts,
    role: memory.facts.role ?? 'cardholder',
    cause,
  })
}

/** First the steps that stop the loss, with the urgent ticket; then a person. Nothing is asked. */
async function stopTheLoss(
  alarm: Alarm,
  cause: 'RC_FRAUD_VICTIM' | 'RC_FRAUD_ATTEMPT',
): Promise<Turn> {
  const { memory, actions, said } = alarm
  const explanation = await explain(alarm, cause)
  const lost = said.understood.entities.find(
    (each) => each.type === 'amount' && each.role === 'loss',
  )
  const ticket = await actions.openTicket({
    kind: 'fraud',
    category: 'fraud',
    severity: 'P1',
    explanation,
    lossMinor: lost?.type === 'amount' ? lost.minor : undefined,
  })
  const script: Message = {
    text: stopLossScript({ locale: memory.locale, region: regionOf(memory), ticketNo: ticket.no }),
    entities: [verdictEntity(explanation, memory.locale), ticketEntity(ticket)],
  }
  const known: Memory = {
    ...warned(alarm),
    ticketNos: [...new Set([...memory.ticketNos, ticket.no])],
    verdict: { cause, stage: explanation.diagnosis.stage, at: actions.now.toISOString() },
  }
  const call = await callPerson(
    { memory: known, actions },
    { reason: 'fraud', severity: 'P1', explanation },
  )
  const first = cause === 'RC_FRAUD_ATTEMPT' ? warnings(alarm) : []
  const signs = cause === 'RC_FRAUD_VICTIM' ? warnings(alarm) : []
  return { ...call, say: [...first, script, ...signs, ...call.say] }
}

/** "Is this real?" gets "No" as its first word when a hard sign is there. */
async function answerQuestion(alarm: Alarm): Promise<Turn> {
  const { memory, assessment } = alarm
  const words = texts[memory.locale]
  const known = warned(alarm)
  const top = assessment.signs[0]
  if (!top) return answerWithoutSign({ ...alarm, memory: known })
  const explanation = await explain(alarm, 'RC_FRAUD_ATTEMPT')
  const message: Message = {
    text: `${words.isItReal[top.sign]}\n${words.ifAlreadyGiven}`,
    entities: [
      { type: 'support/warning', sign: top.sign },
      verdictEntity(explanation, memory.locale),
    ],
  }
  return answerAside(known, [message])
}

/** No trick is named: what an article says of it, "No" to whoever asks for secrets, or what to do meanwhile. */
async function answerWithoutSign(scene: Scene): Promise<Turn> {
  const { memory, said } = scene
  const words = texts[memory.locale]
  const found = await sureArticle(scene)
  const aboutSecrets = !found || found.best.id.startsWith('privacy/')
  const asksForSecrets = wants(said, 'security_question')
  if (asksForSecrets && aboutSecrets) return answerAside(memory, [{ text: words.flatNo }])
  const caution = asksForSecrets ? [] : [{ text: words.cannotTell }]
  if (!found) return answerAside(memory, caution)
  const turn = await tellArticle(found, scene)
  const say = [...caution, ...turn.say]
  return memory.question ? { say, ask: memory.question, memory } : { ...turn, say }
}

/** The open question, if any, stays open behind the warning. */
function answerAside(memory: Memory, say: Message[]): Turn {
  return memory.question ? { say, ask: memory.question, memory } : finish(memory, say)
}
