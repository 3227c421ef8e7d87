import type { JsonObject } from './json.ts'

/** `new` waits for its turn, `sent` has arrived, `parked` needs a person. */
export type DeliveryState = 'new' | 'sent' | 'parked'

/** One reply on its way to another system, in the order of its conversation's log. */
export interface Delivery {
  /** The activity's id in the log; the other system gets it as the idempotency key. */
  id: string
  conversationId: string
  /** Its place in the log, where its words are. */
  seq: number
  state: DeliveryState
  attempts: number
  /** UTC instant before which it is not tried again. */
  notBefore: string
  /** Why the last attempt failed. No customer text. */
  reason?: string | undefined
  createdAt: string
  updatedAt: string
}

export interface DeliveryFilter {
  state?: DeliveryState | undefined
  limit: number
  /** Deliveries after the one with this id: the next page. */
  after?: string | undefined
}

/** How an attempt ended. `untried` when nothing was sent: it does not count as an attempt. */
export type DeliveryResult =
  | { id: string; at: string; sent: true }
  | {
      id: string
      at: string
      sent: false
      reason: string
      notBefore: string
      parked: boolean
      untried?: boolean | undefined
    }

/** How much is on its way, and what needs a person. */
export interface DeliveryCounts {
  waiting: number
  parked: number
  /** When the oldest waiting one was said. */
  oldestWaiting?: string | undefined
}

/**
 * The outbox: replies to conversations that live in another system. A conversation's deliveries go
 * out one by one in the order they were said; each at least once, under the same id.
 */
export interface OutboxStore {
  /** From now on each reply of the conversation is also put into the outbox, for this address. */
  rememberReference(conversationId: string, reference: JsonObject): Promise<void>
  reference(conversationId: string): Promise<JsonObject | undefined>
  /**
   * Takes due deliveries for this process, at most one of a conversation. What a process took and
   * did not end is free again when the process is gone.
   */
  takeDeliveries(now: string, limit: number): Promise<Delivery[]>
  /** False when the delivery is no longer this process's to end. */
  endDelivery(result: DeliveryResult): Promise<boolean>
  delivery(id: string): Promise<Delivery | undefined>
  /** Oldest first. */
  deliveries(filter: DeliveryFilter): Promise<Delivery[]>
  countDeliveries(): Promise<DeliveryCounts>
  /** Puts a parked one back in line; false when there is no such parked delivery. */
  replayDelivery(id: string, at: string): Promise<boolean>
  /** Puts all parked ones back in line; answers how many. */
  replayParked(at: string): Promise<number>
}
