import type { Memory } from '../../dialogs/memory.ts'
import type { JsonObject } from '../ports/json.ts'
import type { PlanRow } from '../ports/plans.ts'
import { readMemory } from './memory-schema.ts'

/** Keeps the stored plan in step with the remembered one: what a turn changed of it is saved with it. */
export function planRows(before: Memory, state: JsonObject, conversationId: string): PlanRow[] {
  if (JSON.stringify(before.plan) === JSON.stringify(state.plan)) return []
  const { plan } = readMemory(state, before.locale)
  if (!plan?.sheet) return []
  const { id, locale, madeOn, expiresAt } = plan.sheet
  return [{ id, conversationId, locale, plan: plan.told, madeOn, expiresAt }]
}
