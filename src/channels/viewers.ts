import { typingMs, type Viewer, type Viewers, viewedMs } from '../ports/viewers.ts'

interface Seen {
  name: string
  at: number
  typingAt: number
}

/** Viewers of one process, as long as there are no others. `now` is milliseconds that only grow. */
export function viewersHere(now: () => number = () => performance.now()): Viewers {
  const rooms = new Map<string, Map<string, Seen>>()
  return {
    async seen({ conversationId, agentId, name, typing }) {
      const room = rooms.get(conversationId) ?? new Map<string, Seen>()
      const typingAt = typing ? now() : (room.get(agentId)?.typingAt ?? Number.NEGATIVE_INFINITY)
      rooms.set(conversationId, room.set(agentId, { name, at: now(), typingAt }))
      for (const [id, each] of rooms) if (isEmpty(each, now())) rooms.delete(id)
    },
    of: async (conversationId) => viewersIn(rooms.get(conversationId), now()),
  }
}

function isEmpty(room: ReadonlyMap<string, Seen>, at: number): boolean {
  return [...room.values()].every((each) => at - each.at > viewedMs)
}

function viewersIn(room: ReadonlyMap<string, Seen> | undefined, at: number): Viewer[] {
  return [...(room ?? [])]
    .filter(([, seen]) => at - seen.at <= viewedMs)
    .map(([agentId, { name, typingAt }]) => ({ agentId, name, typing: at - typingAt <= typingMs }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}
