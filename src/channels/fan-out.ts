import type { FanOut, FanOutListener } from '../ports/fan-out.ts'

/** A fan-out within one process. A listener that throws does not keep the news from the others. */
export function inProcessFanOut(): FanOut {
  const rooms = new Map<string, Set<FanOutListener>>()

  const each = (conversationId: string, tell: (listener: FanOutListener) => void) => {
    for (const listener of [...(rooms.get(conversationId) ?? [])]) {
      try {
        tell(listener)
      } catch {
        // One broken connection is its own affair.
      }
    }
  }

  return {
    publish: (conversationId) => each(conversationId, (listener) => listener.wake()),
    typing: (conversationId, activity) =>
      each(conversationId, (listener) => listener.typing(activity)),

    subscribe(conversationId, listener) {
      const room = rooms.get(conversationId) ?? new Set()
      rooms.set(conversationId, room.add(listener))
      return () => {
        room.delete(listener)
        if (room.size === 0 && rooms.get(conversationId) === room) rooms.delete(conversationId)
      }
    },
  }
}
