import type { ContingencyPlan } from '../domain/contingency/plan.ts'
import type { Locale } from '../domain/locale.ts'

/** A finished contingency plan, as its page shows it. */
export interface PlanRow {
  /** Cannot be guessed: whoever has it may read the page. */
  id: string
  conversationId: string
  locale: Locale
  /** In the merchant's own redacted words. */
  plan: ContingencyPlan
  /** The customer's day. */
  madeOn: string
  /** UTC instant: from then on the page is not shown, and the row may go. */
  expiresAt: string
}

/** Plans that can be printed. */
export interface PlanStore {
  /** Also one that has expired and is still there. */
  plan(id: string): Promise<PlanRow | undefined>
}
