import type { Entity, IntentName } from '../ports/understanding.ts'
import type { IntentModel, ScoredIntent } from './intent-model.ts'
import type { RuleFindings } from './intent-rule.ts'
import type { SeenByModel } from './seen-by-model.ts'

/** Wishes less likely than this are not reported, apart from the best one. */
const reportFrom = 0.18
const atMost = 4

/** Words that only introduce a value: 金额是5000, it was on Friday. */
const introductions =
  /金额|时间|日期|尾号|卡尾|是|大概|大约|左右|刷的|的|了|订单号|参考号|终端号|商户号|商户编号|授权码|批次号|小票上写着|\b(?:it|was|is|the|amount|on|at|about|around|card|ending|ends|in|reference|ref|order|terminal|merchant|id|auth|code|batch|last|four|my|and|slip|says|number|no)\b/g

/** Whether a message holds nothing but what it names. */
function hasOnlyValues(repaired: string, entities: readonly Entity[]): boolean {
  if (entities.length === 0) return false
  let rest = repaired
  for (const { text: named } of entities) rest = rest.replace(named.toLowerCase(), ' ')
  return !/[a-z]{2,}|[\u4e00-\u9fff]/.test(rest.replaceAll(introductions, ' '))
}

/** Whatever the model makes of it: a person in danger, a theft, a crime asked for. */
const alwaysDecided = new Set<IntentName>(['self_harm', 'fraud_report', 'illegal_cashout_request'])
/** Who asks for a person besides anything else gets one first, unless the words meant something else. */
const conceivable = 0.05

/** The model has weighed the rules as well; only where it knows nothing do they decide alone (dev sets). */
const surerThanRules = 0.3

/** What the rules name comes after what the model is sure of; the denied is out. */
function merged(model: readonly ScoredIntent[], { said, denied }: RuleFindings) {
  const guesses = model.filter(({ name }) => !denied.has(name))
  const [top] = guesses
  const sure = top !== undefined && top.confidence >= surerThanRules
  const decides = (name: IntentName) =>
    alwaysDecided.has(name) ||
    (name === 'talk_to_human' &&
      guesses.some((each) => each.name === name && each.confidence >= conceivable))
  const confidence = new Map<IntentName, number>()
  for (const [name, value] of said) {
    const yields = sure && name !== top.name && !decides(name)
    confidence.set(name, yields ? Math.min(value, top.confidence - 0.05) : value)
  }
  const strongest = Math.max(0, ...confidence.values())
  const most = strongest === 0 || (sure && ![...said.keys()].some(decides)) ? 1 : strongest - 0.05
  for (const { name, confidence: guess } of guesses) {
    confidence.set(name, Math.max(confidence.get(name) ?? 0, Math.min(guess, most)))
  }
  return confidence
}

/** Details beside a wish are no wish, as long as the wish is likely at all. */
const likelyBeside = 0.3

function detailsLast(ranked: ScoredIntent[]): ScoredIntent[] {
  const [first, second] = ranked
  if (first?.name !== 'provide_details' || !second || second.confidence < likelyBeside)
    return ranked
  const [wish, details] = [second, first]
  return [
    { name: wish.name, confidence: details.confidence },
    { name: details.name, confidence: wish.confidence },
    ...ranked.slice(2),
  ]
}

/** Wishes of a message, best first: the trained model and the plain rules together. */
export function findIntents(
  { repaired, rules, text }: SeenByModel,
  entities: readonly Entity[],
  model: IntentModel,
): ScoredIntent[] {
  if (hasOnlyValues(repaired, entities)) rules.said.set('provide_details', 0.9)
  const confidence = merged(model(text), rules)
  const ranked = [...confidence]
    .map(([name, value]) => ({ name, confidence: Math.round(value * 1_000) / 1_000 }))
    .toSorted((a, b) => b.confidence - a.confidence)
  return detailsLast(ranked)
    .filter((intent, place) => place === 0 || intent.confidence >= reportFrom)
    .filter((intent) => intent.confidence > 0.05)
    .slice(0, atMost)
}
