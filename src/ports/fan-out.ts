import type { JsonObject } from './json.ts'

export interface FanOutListener {
  /** There may be something new after your watermark: read on from it. */
  wake(): void
  /** A typing activity, which is never stored. */
  typing(activity: JsonObject): void
  /** The sequence number it has read up to; absent, it is woken once for each move that is found. */
  reached?(): number
}

/**
 * Tells open connections that a conversation has news. It carries no content besides typing, and a
 * lost wake-up costs a poll interval, never a message.
 */
export interface FanOut {
  publish(conversationId: string): void
  typing(conversationId: string, activity: JsonObject): void
  /** Returns the function that ends the subscription. */
  subscribe(conversationId: string, listener: FanOutListener): () => void
}

/** A fan-out that knows the connections of this process. */
export interface LocalFanOut extends FanOut {
  /**
   * Each conversation followed here, with the sequence number its slowest reader has reached; infinite
   * when none of them says.
   */
  followed(): Map<string, number>
  /** How many listeners there are. */
  listeners(): number
}

/** Tells other processes of work that this one has no room for. Lost, it is found by their look. */
export interface WorkOffers {
  offer(conversationId: string): void
  /** `take` is told of what others offer, never of what this process offered itself. */
  onOffer(take: (conversationId: string) => void): void
}
