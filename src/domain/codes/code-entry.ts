import type { Locale } from '../locale.ts'

/** What a response code says about the payment. */
export const codeClasses = [
  'approved',
  'approved_partial',
  'approved_confirm',
  'decline_issuer',
  'decline_acquirer',
  'decline_card_status',
  'decline_customer',
  'decline_retry_other_way',
  'decline_final',
  'system_retry',
  'system_terminal',
  'system_unknown',
  'query_not_found',
  'query_limited',
] as const
export type CodeClass = (typeof codeClasses)[number]

/**
 * The five action classes of terminal manuals: A success; B failed, may be tried again; C failed,
 * do not try again; D failed, the operator acts; E system fault.
 */
export const actionClasses = ['A', 'B', 'C', 'D', 'E'] as const
export type ActionClass = (typeof actionClasses)[number]

/** Whether the payer's money may have moved although no success was shown. */
export const moneyRisks = ['moved', 'none_expected', 'possible'] as const
export type MoneyRisk = (typeof moneyRisks)[number]

/** How to go on: `check_first` forbids another attempt until the outcome is known. */
export const retryAdvices = [
  'not_needed',
  'check_first',
  'same_card',
  'after_fix',
  'other_means',
  'later',
] as const
export type RetryAdvice = (typeof retryAdvices)[number]

export type PerLocale = Readonly<Record<Locale, string>>

/** One code of one scheme, with complete sentences for the payer and for the shop. */
export interface CodeEntry {
  code: string
  class: CodeClass
  actionClass: ActionClass
  moneyRisk: MoneyRisk
  retry: RetryAdvice
  meaning: PerLocale
  cardholder: PerLocale
  merchant: PerLocale
}

type LooseEntry = Omit<CodeEntry, 'class' | 'actionClass' | 'moneyRisk' | 'retry'> & {
  class: string
  actionClass: string
  moneyRisk: string
  retry: string
}

/** Checks the closed vocabularies of an entry read from JSON. Throws on the first unknown word. */
export function readCodeEntry(entry: LooseEntry): CodeEntry {
  return {
    ...entry,
    class: oneOf(codeClasses, entry.class, entry.code),
    actionClass: oneOf(actionClasses, entry.actionClass, entry.code),
    moneyRisk: oneOf(moneyRisks, entry.moneyRisk, entry.code),
    retry: oneOf(retryAdvices, entry.retry, entry.code),
  }
}

function oneOf<T extends string>(allowed: readonly T[], value: string, code: string): T {
  const found = allowed.find((word) => word === value)
  if (found === undefined) throw new TypeError(`Response code ${code}: unknown word "${value}"`)
  return found
}
