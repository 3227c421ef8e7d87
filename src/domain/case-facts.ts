import type { Day } from './calendar.ts'
import type { Concern } from './diagnosis/case-evidence.ts'
import type { Cue } from './diagnosis/story.ts'

/**
 * What the customer has told about one payment so far: the slots of the conversation.
 * Answers may come in any order and be corrected; nothing here is asked twice.
 */
export interface CaseFacts {
  role?: 'merchant' | 'cardholder' | undefined
  concern?: Concern | undefined
  amount?: ToldAmount | undefined
  /** Other sums of the same sentence that may be the payment's: the hold and the fuel, both told. */
  otherAmounts?: ToldAmount[] | undefined
  /** What arrived, when that is less than the sale. */
  received?: ToldAmount | undefined
  /** What the slip or the system shows, when that is not what it should be. */
  recorded?: ToldAmount | undefined
  date?: Day | undefined
  /** Other days the words may have meant (`上周六` on a Monday). */
  otherDates?: Day[] | undefined
  /** `HH:MM` in the customer's zone. */
  time?: string | undefined
  elapsedDays?: number | undefined
  last4?: string | undefined
  rrn?: string | undefined
  orderNo?: string | undefined
  authCode?: string | undefined
  terminalId?: string | undefined
  merchantId?: string | undefined
  batchNo?: string | undefined
  code?: string | undefined
  country?: string | undefined
  /** The record the customer picked from a list. */
  transactionId?: string | undefined
  cues: Cue[]
}

export interface ToldAmount {
  minor: number
  currency?: string | undefined
  approximate?: boolean | undefined
}
