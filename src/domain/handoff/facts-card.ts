import type { Warning } from '../complaints/clock-warnings.ts'
import type { Cause } from '../diagnosis/causes.ts'
import type { Locale } from '../locale.ts'
import type { DatedStation, Stage } from '../stage.ts'

/** What an agent reads instead of a transcript. Sentences are in the agent's language. */
export interface FactsCard {
  /** At most five lines. */
  summary: string[]
  customer: {
    name?: string | undefined
    role?: 'merchant' | 'cardholder' | undefined
    /** An integrator's back end vouches for who they are. */
    trusted: boolean
    merchantId?: string | undefined
    language: Locale
    upset: boolean
    vulnerable: boolean
  }
  payment?: FactsOfPayment | undefined
  /** What the last look at the record showed, with its source and its age. */
  record: { fact: string; source: string; at: string }[]
  cause?: { code: Cause; name: string; confidence?: number | undefined } | undefined
  ruledOut: { code: Cause; name: string; why: string }[]
  promised: { what: string; dueAt: string; state: string }[]
  /** Redacted. */
  asked: { question: string; answer?: string | undefined }[]
  clocks: { regime: string; dueAt: string; warn: Warning }[]
  warnings: string[]
  nextAction: { what: string; why: string }
  /** Empty while nobody was called. */
  calledBecause: string
}

/** `at` is an ISO instant of the record, or the day the customer told. */
export interface FactsOfPayment {
  transactionId?: string | undefined
  amount?: string | undefined
  at?: string | undefined
  last4?: string | undefined
  rrn?: string | undefined
  authCode?: string | undefined
  orderNo?: string | undefined
  stage?: Stage | undefined
  stageName?: string | undefined
  /** As the customer was told them. */
  stations?: DatedStation[] | undefined
}
