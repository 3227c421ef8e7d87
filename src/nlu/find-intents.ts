import type { Locale } from '../domain/locale.ts'
import type { Entity, IntentName, UnderstandingContext } from '../ports/understanding.ts'
import type { IntentModel, ScoredIntent } from './intent-model.ts'
import { ruleIntents } from './intent-rule.ts'
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

/** What a plain rule adds to the guess of the model when neither alone decides. */
function merged(model: readonly ScoredIntent[], rules: ReadonlyMap<IntentName, number>) {
  const confidence = new Map(model.map(({ name, confidence: value }) => [name, value]))
  const strongest = Math.max(0, ...rules.values())
  // What a rule decided, the model no longer contradicts with a higher number.
  for (const [name, value] of confidence) {
    if (!rules.has(name))
      confidence.set(name, Math.min(value, Math.max(strongest - 0.05, 0)) || value)
  }
  for (const [name, value] of rules) {
    confidence.set(name, Math.max(value, confidence.get(name) ?? 0))
  }
  return confidence
}

/** Wishes of a message, best first: the trained model and the plain rules together. */
export function findIntents(message: Message, model: IntentModel): ScoredIntent[] {
  const rules = ruleIntents(message.text, rulesOf[message.locale])
  if (hasOnlyValues(message)) rules.set('provide_details', 0.9)
  const confidence = merged(model(message.text), rules)
  const ranked = [...confidence]
    .map(([name, value]) => ({ name, confidence: Math.round(value * 1_000) / 1_000 }))
    .toSorted((a, b) => b.confidence - a.confidence)
  return ranked
    .filter((intent, place) => place === 0 || intent.confidence >= reportFrom)
    .filter((intent) => intent.confidence > 0.05)
    .slice(0, atMost)
}
