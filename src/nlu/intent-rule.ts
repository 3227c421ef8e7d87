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
}

/** The confidence every matching rule gives, the highest per intent. */
export function ruleIntents(text: string, rules: readonly IntentRule[]): Map<IntentName, number> {
  const found = new Map<IntentName, number>()
  for (const { intent, confidence, says, unless } of rules) {
    if (!says.test(text) || unless?.test(text)) continue
    found.set(intent, Math.max(found.get(intent) ?? 0, confidence))
  }
  return found
}
