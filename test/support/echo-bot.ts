import { randomUUID } from 'node:crypto'
import type { Ticket } from '../../src/domain/tickets/ticket.ts'
import { Failure } from '../../src/errors.ts'
import type { FanOut } from '../../src/ports/fan-out.ts'
import type { FileRow } from '../../src/ports/files.ts'
import type { Inbox, ReceivedMessage } from '../../src/ports/inbox.ts'
import type { JsonObject } from '../../src/ports/json.ts'
import type { PromiseRow } from '../../src/ports/promises.ts'
import type { ConversationRow, HandoffRow, LoggedActivity, Store } from '../../src/ports/store.ts'

type ReadStore = Pick<
  Store,
  | 'conversation'
  | 'createConversation'
  | 'activitiesAfter'
  | 'activitiesBefore'
  | 'lastSeq'
  | 'ticket'
  | 'tickets'
  | 'handoffs'
  | 'handoffOf'
  | 'handoffsSeen'
  | 'recentWaits'
  | 'agent'
  | 'agents'
  | 'activeByAgent'
  | 'promises'
  | 'countPromises'
  | 'filesOf'
  | 'file'
>

export interface EchoBot {
  store: ReadStore
  inbox: Inbox
  /** Every message taken in, duplicates left out, oldest first. */
  received: ReceivedMessage[]
  tickets: Ticket[]
  handoffRows: HandoffRow[]
  promiseRows: PromiseRow[]
  /** Says something without being asked. */
  say(conversationId: string, activity: JsonObject): void
  /** The store answers nothing but failures while true. */
  breakStore(broken: boolean): void
}

/** A store in memory and a bot that greets, and answers `echo: …`, in the next tick. */
export function createEchoBot(fanOut: FanOut, answer = echo): EchoBot {
  const rows = new Map<string, ConversationRow>()
  const logs = new Map<string, LoggedActivity[]>()
  const keys = new Map<string, string>()
  const received: ReceivedMessage[] = []
  const tickets: Ticket[] = []
  const handoffRows: HandoffRow[] = []
  const promiseRows: PromiseRow[] = []
  const files: (FileRow & { bytes: Buffer })[] = []
  let broken = false
  let clock = Date.parse('2026-11-23T02:00:00.000Z')

  const check = () => {
    if (broken) throw new Failure('store_unavailable', 'the test says so')
  }
  const append = (conversationId: string, direction: 'in' | 'out', activity: JsonObject) => {
    const log = logs.get(conversationId) ?? []
    logs.set(conversationId, log)
    clock += 1
    const at = new Date(clock).toISOString()
    const id = typeof activity.id === 'string' ? activity.id : randomUUID()
    const stored = { ...activity, id, timestamp: at }
    log.push({ conversationId, seq: log.length + 1, id, direction, activity: stored, at })
    fanOut.publish(conversationId)
  }
  const say = (conversationId: string, activity: JsonObject) =>
    append(conversationId, 'out', {
      type: 'message',
      from: { id: 'bot', role: 'bot', name: 'Daozhang' },
      ...activity,
    })

  const store: ReadStore = {
    async conversation(id) {
      check()
      return rows.get(id)
    },
    async createConversation(row) {
      check()
      if (rows.has(row.id)) throw new Failure('state_conflict', 'exists')
      rows.set(row.id, { ...row, version: 0, updatedAt: row.createdAt })
    },
    async activitiesAfter(id, seq, limit) {
      check()
      return (logs.get(id) ?? []).filter((entry) => entry.seq > seq).slice(0, limit)
    },
    async activitiesBefore(id, seq = Number.POSITIVE_INFINITY, limit) {
      check()
      return (logs.get(id) ?? []).filter((entry) => entry.seq < seq).slice(-limit)
    },
    async lastSeq(id) {
      check()
      return logs.get(id)?.length ?? 0
    },
    async ticket(no) {
      return tickets.find((ticket) => ticket.no === no)
    },
    async tickets(filter) {
      return tickets
        .filter((one) => !filter.conversationId || one.conversationId === filter.conversationId)
        .filter((one) => !filter.state || one.state === filter.state)
        .filter((one) => !filter.before || one.no < filter.before)
        .toSorted((one, other) => other.no.localeCompare(one.no))
        .slice(0, filter.limit)
    },
    async handoffs(state, limit) {
      return handoffRows.filter((row) => !state || row.state === state).slice(0, limit)
    },
    async handoffsSeen({ state, limit }) {
      const found = handoffRows.filter((row) => !state || row.state === state).slice(0, limit)
      return found.flatMap((handoff) => {
        const identity = rows.get(handoff.conversationId)?.identity
        return identity ? [{ handoff, identity }] : []
      })
    },
    filesOf: async (id) => files.filter(({ conversationId }) => conversationId === id),
    file: async (id) => files.find((file) => file.id === id),
    recentWaits: async () => [],
    agent: async () => undefined,
    agents: async () => [],
    activeByAgent: async () => new Map(),
    async promises({ conversationId, state, before, limit }) {
      return promiseRows
        .filter((one) => !conversationId || one.conversationId === conversationId)
        .filter((one) => !state || one.state === state)
        .filter((one) => !before || one.id < before)
        .toSorted((one, other) => other.id.localeCompare(one.id))
        .slice(0, limit)
    },
    async countPromises(since) {
      return promiseRows
        .filter(({ namedAt }) => !since || namedAt >= since)
        .map(({ windowId = null, provider, state }) => ({ windowId, provider, state, count: 1 }))
    },
    async handoffOf(conversationId) {
      return handoffRows.find((row) => row.conversationId === conversationId)
    },
  }

  const inbox: Inbox = {
    replay: async () => false,
    async receive(message) {
      check()
      if (!rows.has(message.conversationId)) return undefined
      const key = JSON.stringify([message.channel, message.conversationId, message.dedupeKey])
      const known = keys.get(key)
      if (known) return { id: known, duplicate: true }
      const id = randomUUID()
      keys.set(key, id)
      received.push(message)
      const { conversationId, files: sent = [] } = message
      const at = new Date(clock).toISOString()
      files.push(...sent.map((file) => ({ ...file, conversationId, size: file.bytes.length, at })))
      if (!message.silent) append(message.conversationId, 'in', { ...message.activity, id })
      setImmediate(() => {
        for (const reply of answer(message)) {
          say(message.conversationId, { ...reply, ...(message.silent ? {} : { replyToId: id }) })
        }
      })
      return { id, duplicate: false }
    },
  }

  return {
    store,
    inbox,
    received,
    tickets,
    handoffRows,
    promiseRows,
    say,
    breakStore: (value) => {
      broken = value
    },
  }
}

function echo({ activity }: ReceivedMessage): JsonObject[] {
  if (activity.type === 'conversationUpdate') return [{ text: 'welcome' }]
  return activity.type === 'message' ? [{ text: `echo: ${String(activity.text)}` }] : []
}
