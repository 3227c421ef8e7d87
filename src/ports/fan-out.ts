import type { JsonObject } from './json.ts'

export interface FanOutListener {
  /** There may be something new after your watermark: read on from it. */
  wake(): void
  /** A typing activity, which is never stored. */
  typing(activity: JsonObject): void
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
