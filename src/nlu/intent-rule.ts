import type { IntentName } from '../ports/understanding.ts'

/** A phrase so plain that it decides without the trained model. */
export interface IntentRule {
  intent: IntentName
  /** At least this sure when `says` matches. */
  confidence: number
  /** Matched against the repaired, lower-case message. */
  says: RegExp
  /** A negation or another meaning that takes the match back. */
  unless?: RegExp | undefined
  /** The wish is plainly not there: the model may not guess it either. */
  denies?: RegExp | undefined
}

export interface RuleFindings {
  /** The highest confidence of the matching rules of each intent. */
  said: Map<IntentName, number>
  denied: Set<IntentName>
}

/** What the rules say about a repaired message. */
export function applyRules(text: string, rules: readonly IntentRule[]): RuleFindings {
  const said = new Map<IntentName, number>()
  const denied = new Set<IntentName>()
  for (const rule of rules) {
    if (rule.denies?.test(text)) denied.add(rule.intent)
    else if (rule.says.test(text) && !rule.unless?.test(text)) {
      said.set(rule.intent, Math.max(said.get(rule.intent) ?? 0, rule.confidence))
    }
  }
  return { said, denied }
}
