import type { Locale } from '../domain/locale.ts'
import type { Entity, IntentName, UnderstandingContext } from '../ports/understanding.ts'
import type { IntentModel, ScoredIntent } from './intent-model.ts'
import { applyRules, type RuleFindings } from './intent-rule.ts'
import { englishRules } from './rules.en.ts'
import { chineseRules } from './rules.zh-cn.ts'
import { englishTopicRules } from './topic-rules.en.ts'
import { chineseTopicRules } from './topic-rules.zh-cn.ts'

const rulesOf = {
  'zh-CN': [...chineseRules, ...chineseTopicRules],
  en: [...englishRules, ...englishTopicRules],
} as const

/** Wishes less likely than this are not reported, apart from the best one. */
const reportFrom = 0.18
const atMost = 4

interface Message {
  /** Repaired, lower case. */
  text: string
  /** The same with its details as marks. */
  modelText: string
  locale: Locale
  entities: readonly Entity[]
  expecting: UnderstandingContext['expecting']
}

/** Words that only introduce a value: 金额是5000, it was on Friday. */
const introductions =
  /金额|时间|日期|尾号|卡尾|是|大概|大约|左右|刷的|的|了|订单号|参考号|终端号|商户号|商户编号|授权码|批次号|小票上写着|\b(?:it|was|is|the|amount|on|at|about|around|card|ending|ends|in|reference|ref|order|terminal|merchant|id|auth|code|batch|last|four|my|and|slip|says|number|no)\b/g

/** Whether a message holds nothing but what it names. */
function hasOnlyValues({ text, entities }: Message): boolean {
  if (entities.length === 0) return false
  let rest = text
  for (const { text: named } of entities) rest = rest.replace(named.toLowerCase(), ' ')
  return !/[a-z]{2,}|[\u4e00-\u9fff]/.test(rest.replaceAll(introductions, ' '))
}

/** Whatever the model makes of the rest: a person in danger, a theft, a call for a person. */
const alwaysDecided = new Set<IntentName>([
  'self_harm',
  'fraud_report',
  'illegal_cashout_request',
  'talk_to_human',
  'privacy_request',
  'switch_language',
  'provide_details',
])

/** From here on the model is right more often than a rule that says otherwise (dev sets). */
const surerThanRules = 0.85

/** What the rules name is decided, unless the model is sure of something else; the denied is out. */
function merged(model: readonly ScoredIntent[], { said, denied }: RuleFindings) {
  const guesses = model.filter(({ name }) => !denied.has(name))
  const [top] = guesses
  const sure = top !== undefined && top.confidence >= surerThanRules
  const confidence = new Map<IntentName, number>()
  for (const [name, value] of said) {
    const yields = sure && name !== top.name && !alwaysDecided.has(name)
    confidence.set(name, yields ? Math.min(value, top.confidence - 0.05) : value)
  }
  const strongest = Math.max(0, ...confidence.values())
  const decided = [...said.keys()].some((name) => alwaysDecided.has(name))
  const most = strongest === 0 || (sure && !decided) ? 1 : strongest - 0.05
  for (const { name, confidence: guess } of guesses) {
    confidence.set(name, Math.max(confidence.get(name) ?? 0, Math.min(guess, most)))
  }
  return confidence
}

/** Words of this field: with one of them a message is hardly small talk, and hardly out of scope. */
const fieldWord =
  /[钱款卡刷账扣退收付]|pos|机器|交易|结算|到账|小票|商户|投诉|客服|人工|骗|验证码|密码|费率|手续费|资料|\b(?:money|card|pay|paid|payments?|payouts?|settle\w*|deposits?|refunds?|charge\w*|terminal|machine|reader|receipts?|slips?|bank|account|fees?|funds|transactions?|sales?|complain\w*|fraud|scam\w*|merchant|dispute\w*|hold|declined|codes?|pin)\b/

const smallTalk = new Set<IntentName>([
  'greeting',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'dont_know',
  'refuse_to_say',
  'repeat',
  'start_over',
  'cancel',
  'wait_a_moment',
  'abuse',
  'resolved_close',
])

/** Longer than any small talk the model should guess by itself. */
const longMessage = { 'zh-CN': 9, en: 32 } as const

const isTelling = (entity: Entity) =>
  entity.type !== 'date' && entity.type !== 'time' && entity.type !== 'country'

/** So sure of small talk that words of the field do not matter: "that was quicker than my bank, thanks". */
const sure = 0.5

/** Words that take something back. */
const corrects =
  /错|不对|其实|应该|应為|不是|改成|改为|更正|纠正|搞混|记岔|打岔|口误|手误|\b(?:sorry|wrong|actually|mean[ts]?|not|correct\w*|apolog\w*|oops|whoops|typo|mistake|mis\w+|instead|rather|should|scratch|strike|fat finger\w*|i said)\b/

const plainly = 0.9

/** Details beside a wish are no wish: only a message of little else "only gives details". */
function withoutMereDetails(guesses: ScoredIntent[], message: Message): ScoredIntent[] {
  const told = message.modelText
    .replaceAll(introductions, ' ')
    .replaceAll(/x(?:amount|date|time|card|number|ticket)/g, ' ')
  const words = told.match(/[a-z']{2,}|[\u4e00-\u9fff]/g)?.length ?? 0
  const few = words <= (message.locale === 'en' ? 3 : 5)
  const doubted = new Map<IntentName, number>([
    ['provide_details', few ? 0 : plainly],
    ['correct_details', corrects.test(message.text) ? 0 : plainly],
  ])
  const left = guesses.filter(({ name, confidence }) => confidence >= (doubted.get(name) ?? 0))
  const share = left.reduce((sum, { confidence }) => sum + confidence, 0)
  const taken = guesses.reduce((sum, { confidence }) => sum + confidence, 0)
  if (left.length === guesses.length || share === 0) return guesses
  return left.map(({ name, confidence }) => ({ name, confidence: (confidence * taken) / share }))
}

/** The guess of the model, without what the words of the field make implausible. */
function plausible(message: Message, model: IntentModel): ScoredIntent[] {
  const { text, locale, entities } = message
  const guesses = withoutMereDetails(model(message.modelText), message)
  const isField = fieldWord.test(text)
  if (isField && (text.length > longMessage[locale] || entities.some(isTelling))) {
    return guesses.filter(({ name, confidence }) => confidence >= sure || !smallTalk.has(name))
  }
  const best = guesses[0]
  if (isField || !best || best.confidence >= 0.2 || entities.some(isTelling)) return guesses
  return [...guesses, { name: 'out_of_scope', confidence: 0.5 }]
}

/** Wishes of a message, best first: the trained model and the plain rules together. */
export function findIntents(message: Message, model: IntentModel): ScoredIntent[] {
  const rules = applyRules(message.text, rulesOf[message.locale])
  if (hasOnlyValues(message)) rules.said.set('provide_details', 0.9)
  const confidence = merged(plausible(message, model), rules)
  const ranked = [...confidence]
    .map(([name, value]) => ({ name, confidence: Math.round(value * 1_000) / 1_000 }))
    .toSorted((a, b) => b.confidence - a.confidence)
  return ranked
    .filter((intent, place) => place === 0 || intent.confidence >= reportFrom)
    .filter((intent) => intent.confidence > 0.05)
    .slice(0, atMost)
}
