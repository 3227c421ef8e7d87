import type { Cause } from '../../src/domain/diagnosis/causes.ts'
import type { Locale } from '../../src/domain/locale.ts'
import type { Stage } from '../../src/domain/stage.ts'
import type { TicketCategory, TicketState } from '../../src/domain/tickets/ticket.ts'
import type { WorldInput } from './scenes.ts'

/** What a customer may know of a payment. Money in minor units, the day as YYYY-MM-DD. */
export interface Facts {
  role: 'merchant' | 'cardholder'
  amount?: number | undefined
  /** What arrived of it. */
  received?: number | undefined
  date?: string | undefined
  time?: string | undefined
  last4?: string | undefined
  rrn?: string | undefined
  orderNo?: string | undefined
  /** What the terminal shows. */
  code?: string | undefined
  /** What the slip or the screen said. */
  slip?: 'approved' | 'declined' | 'nothing' | undefined
  /** Whether the customer's bank shows the money as taken. */
  bankDebited?: boolean | undefined
}

export type FactName = keyof Facts

/** The end state that is right for a wish, from what was generated. Absent parts may be anything. */
export interface Expected {
  causes?: Cause[] | undefined
  stages?: Stage[] | undefined
  transactionIds?: string[] | undefined
  /** `none`: no ticket may be filed. */
  ticket?: TicketCategory | 'any' | 'none' | undefined
  ticketState?: TicketState | undefined
  /** The instant the settlement calculator promises. */
  promise?: string | undefined
  /** The first bubble warns, and nothing is asked in that turn. */
  warnedFirst?: boolean | undefined
  handoff?: boolean | undefined
  /** Any of these articles answers. */
  articles?: string[] | undefined
  /** Out of the table of codes. */
  says?: string | undefined
  /** Another end that is as good. */
  or?: Expected | undefined
}

/** One thing a customer wants, told by one of the wordings of its story. */
export interface Wish {
  story: string
  facts: Facts
  currency: string
  expected: Expected
  /** Accepts the watch, and waits until then. */
  waitsUntil?: string | undefined
  /** Says yes where the bot asks to confirm. */
  confirms?: boolean | undefined
  /** Words of the customer's own instead of a story. */
  words?: string | undefined
}

/** A customer's case: its part of the world and what is wanted. */
export interface Case {
  world: WorldInput
  identity: { role?: 'merchant'; merchantId?: string; trusted?: boolean }
  wishes: Wish[]
  /** The world's records are somebody else's: nothing of them may be shown. */
  isStranger?: boolean | undefined
  currency: string
  locale: Locale
}
