import type { LineStatus } from '../line/direct-line.ts'
import type { Choice, PageActivity } from './activity.ts'
import type { HandoffNews } from './handoff.ts'

/** `waiting`: for the connection. `sent`: the server has it. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'failed'

/** A message of the log, or one of the customer's own that the server does not show yet. */
export type Shown =
  | { key: string; activity: PageActivity; delivery?: undefined }
  | { key: string; text: string; delivery: Delivery }

/** All that is on the screen: what the parts draw, and nothing else. */
export interface TalkState {
  status: LineStatus
  messages: readonly Shown[]
  /** Somebody on the other side types. */
  isTyping: boolean
  choices: readonly Choice[]
  handoff?: HandoffNews | undefined
  /** The id of the message that asks for a rating, until one is given. */
  ratingFor?: string | undefined
  /** What was typed, with what must not be sent hidden: the customer decides. */
  held?: { typed: string; hidden: string } | undefined
  /** What a screen reader is told: new words of the other side, none of the customer's. */
  spoken: string
  /** Words of the other side that came while the chat was closed. */
  unread: number
  /** A line of our own under the last message. */
  notice?: 'renewed' | 'fileRefused' | 'cannotCheck' | undefined
}

export const emptyTalk: TalkState = {
  status: 'connecting',
  messages: [],
  isTyping: false,
  choices: [],
  spoken: '',
  unread: 0,
}
