import type { IntentName } from '../ports/understanding.ts'

/** A phrase plain enough to tell a wish by itself; the trained model learns how far to trust it. */
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
  /** Which rules matched, by names that stay the same while the rules do. */
  signs: string[]
}

/** What the rules say about a repaired message. */
export function applyRules(text: string, rules: readonly IntentRule[]): RuleFindings {
  const said = new Map<IntentName, number>()
  const denied = new Set<IntentName>()
  const signs: string[] = []
  for (const [place, rule] of rules.entries()) {
    if (rule.denies?.test(text)) {
      denied.add(rule.intent)
      signs.push(`rule:${place}:not:${rule.intent}`)
    } else if (rule.says.test(text) && !rule.unless?.test(text)) {
      signs.push(`rule:${place}:${rule.intent}`)
      said.set(rule.intent, Math.max(said.get(rule.intent) ?? 0, rule.confidence))
    }
  }
  return { said, denied, signs }
}
