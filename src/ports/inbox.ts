import type { NewFile } from './files.ts'
import type { JsonObject } from './json.ts'

/** A message as a channel hands it over, before redaction. */
export interface ReceivedMessage {
  channel: string
  conversationId: string
  /** The sender's own id for the message: the same one is accepted once per conversation. */
  dedupeKey: string
  activity: JsonObject
  /** Worked by the bot but never shown in the conversation (an internal event). */
  silent?: boolean | undefined
  /** Files that the activity names by their ids. */
  files?: readonly NewFile[] | undefined
}

/** Where every channel puts what a customer says. */
export interface Inbox {
  /**
   * Redacts, stores durably, wakes the worker. Undefined: no such conversation.
   * A duplicate gets the first one's id again. Throws `Failure` (`store_unavailable`) only.
   */
  receive(message: ReceivedMessage): Promise<{ id: string; duplicate: boolean } | undefined>
  /** Works a parked message again; false when there is no such parked message. */
  replay(id: string): Promise<boolean>
}
