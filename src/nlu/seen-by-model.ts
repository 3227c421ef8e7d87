import type { Locale } from '../domain/locale.ts'
import type { SignedText } from '../learning/text-features.ts'
import type { Entity } from '../ports/understanding.ts'
import { applyRules, type RuleFindings } from './intent-rule.ts'
import type { Reading } from './reading-form.ts'
import { repairSpelling } from './repair-spelling.ts'
import { rulesOf } from './rules.ts'
import { withoutDetails } from './without-details.ts'

/** A message as wishes are looked for in it. */
export interface SeenByModel {
  /** Repaired, lower case. */
  repaired: string
  rules: RuleFindings
  /** What the model learns from and is asked about: details as marks, and which rules matched. */
  text: SignedText
}

/** The one way to the model, when it learns and when it is asked: what differs would not be known. */
export function seenByModel(
  { low }: Reading,
  { entities, locale }: { entities: readonly Entity[]; locale: Locale },
): SeenByModel {
  const repaired = repairSpelling(low)
  const rules = applyRules(repaired, rulesOf[locale])
  return { repaired, rules, text: { text: withoutDetails(low, entities), signs: rules.signs } }
}
