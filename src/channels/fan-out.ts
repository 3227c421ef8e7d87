import type { FanOutListener, LocalFanOut } from '../ports/fan-out.ts'

/** A fan-out within one process. A listener that throws does not keep the news from the others. */
export function inProcessFanOut(): LocalFanOut {
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

    followed: () => new Map([...rooms].map(([id, room]) => [id, slowest(room)])),
    listeners: () => [...rooms.values()].reduce((sum, room) => sum + room.size, 0),
  }
}

function slowest(room: ReadonlySet<FanOutListener>): number {
  let least = Number.POSITIVE_INFINITY
  for (const listener of room) least = Math.min(least, listener.reached?.() ?? least)
  return least
}
