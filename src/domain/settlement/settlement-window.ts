import type { Day } from '../calendar.ts'
import type { Locale } from '../locale.ts'

/** A length of time counted in one unit. */
export interface Span {
  unit: 'business_day' | 'calendar_day' | 'hour'
  n: number
}

/**
 * How long one kind of money movement takes on one rail, as plain data. Times are `HH:MM` in
 * `timeZone`. These are defaults: a contract's own cut-off or calendar overrides them, and a date
 * from the provider always wins.
 */
export interface SettlementWindow {
  /** Stable: merchants name their window by it. */
  id: string
  name: Readonly<Record<Locale, string>>
  audience: 'merchant' | 'cardholder'
  kind: 'payout' | 'payout_hold' | 'reversal' | 'refund' | 'hold'
  /** ISO 3166 code, or `*` for any. */
  country: string
  /** Where its days begin and end. UTC when only the account or the card tells. */
  timeZone: string
  /**
   * What `offset` counts. `open_day` is every day but public holidays; `same_business_day` is the
   * trade day itself; `minutes` pays `deadlineMinutes` after the sale.
   */
  unit: 'business_day' | 'calendar_day' | 'open_day' | 'same_business_day' | 'minutes'
  /** How many units after the trade day; the longest documented wait where the source has a range. */
  offset: number
  /** `provider` and `contract`: our offset is only an outer bound and the answer is provisional. */
  decidedBy: 'rule' | 'provider' | 'contract'
  /** A sale at or after this time counts for the next day. `24:00` is midnight. */
  cutoff?: string | undefined
  /** `next_morning`: the day runs past midnight and a sale before `cutoff` counts for yesterday. */
  dayCloses?: 'same_day' | 'next_morning' | undefined
  /** A calendar id, or `none`, `provider`, `cardholder_country` where no calendar of ours applies. */
  calendar: string
  /** Whether make-up workdays pay. Without it: yes. */
  makeupWorkdayCounts?: boolean | undefined
  /** Sales outside these hours (or on a day off, same-day windows) take `fallbackWindowId`. */
  serviceWindow?: { from: string; to: string } | undefined
  fallbackWindowId?: string | undefined
  /** By when on the expected day. Without it: 18:00. `23:59` is the end of the day. */
  deadlineTime?: string | undefined
  /** Only for `minutes`: by when after the sale. */
  deadlineMinutes?: number | undefined
  /** How long after the expected day a ticket is opened. */
  grace: Span
  /** A ticket is not opened sooner than this after the trade day, whatever `grace` says. */
  ticketAfter?: Span | undefined
  /** On the day a ticket may be opened, the time from which. Without it: from midnight. */
  ticketTime?: string | undefined
  /** How bad the ticket is when it opens. */
  ticketSeverity: 'P2' | 'P3'
  /** How long after the expected day it becomes P2. */
  severeAfter?: Span | undefined
  /** Calendar days after the trade day that may not be passed. */
  hardCapDays?: number | undefined
  /** Money reported as sent may still come back for this long. */
  mayReturnWithin?: Span | undefined
  /** What acquirers are seen to allow: lowest to highest limit, minor units. */
  limits?:
    | {
        currency: string
        perSaleMinor?: readonly [number, number] | undefined
        perDayMinor?: readonly [number, number] | undefined
      }
    | undefined
  /** When the money usually comes, in the customer's words. */
  usually: Readonly<Record<Locale, string>>
  /** The provider's field that wins over this rule. */
  authoritativeField: string
  source: string
  /** `low`: only one weak source, or general knowledge. */
  confidence: 'low' | 'medium' | 'high'
  validFrom: Day
  reviewedAt: Day
}
