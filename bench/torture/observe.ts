import { setTimeout as pause } from 'node:timers/promises'
import type { Kept, KeptTicket } from './check.ts'
import { askUntilDone, type Net } from './direct-line.ts'
import type { LogEntry } from './shape.ts'

/** The service as its operator sees it: `/api/v1`. */
export function observer(net: Net, token: string) {
  const read = async (path: string) =>
    (await askUntilDone(net, { path: `/api/v1${path}`, token })).body

  async function conversation(id: string): Promise<Kept & { handoff: { state: string } | null }> {
    const { version, transcript, handoff } = await read(`/conversations/${id}?limit=1000`)
    return { version, log: transcript as LogEntry[], handoff }
  }

  /** Reads the conversation until `turns` turns were taken, or until that instant. */
  async function whenWorked(id: string, turns: number, until: number) {
    for (;;) {
      const kept = await conversation(id)
      if (kept.version >= turns || performance.now() > until) return kept
      await pause(100)
    }
  }

  async function allTickets(): Promise<KeptTicket[]> {
    const tickets: KeptTicket[] = []
    let before = ''
    do {
      const page = await read(`/tickets?limit=100${before && `&before=${before}`}`)
      tickets.push(...page.tickets)
      before = page.next ?? ''
    } while (before)
    return tickets
  }

  /** Conversations that wait for a person, each as often as it stands in the queue. */
  async function waitingForPerson(): Promise<string[]> {
    const { handoffs } = await read('/handoffs?state=queued&limit=200')
    return handoffs.map(({ conversationId }: { conversationId: string }) => conversationId)
  }

  /** Ends a call as an agent would, so that the queue stays short. */
  async function closeHandoff(id: string): Promise<void> {
    await askUntilDone(net, { path: `/api/v1/handoffs/${id}/close`, token, body: {} })
  }

  return { conversation, whenWorked, allTickets, waitingForPerson, closeHandoff }
}

export type Observer = ReturnType<typeof observer>
