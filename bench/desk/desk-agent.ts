import { setTimeout as pause } from 'node:timers/promises'
import WebSocket from 'ws'
import type { DeskCaller } from './desk-call.ts'
import type { DeskCustomer } from './desk-customer.ts'

/** Somebody at the desk with the conversations they took. */
export interface DeskAgent {
  name: string
  caller: DeskCaller
  own: string[]
  /** What they said, by conversation, in order. */
  said: Map<string, string[]>
  /** Claims lost to a colleague who was first. */
  lostClaims: number
}

/** Conversations looked at before one is chosen: colleagues reach for the same ones. */
const looked = 20

/** Claims until they have enough or nobody waits. */
export async function claimSome(agent: DeskAgent, enough: number): Promise<void> {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    agent.own = await conversationsOf(agent, 'agent=me&state=active')
    if (agent.own.length >= enough) return
    const waiting = await conversationsOf(agent, 'state=queued')
    if (waiting.length === 0) await pause(100)
    else await claim(agent, waiting[Math.floor(Math.random() * waiting.length)] ?? '')
  }
}

async function conversationsOf(agent: DeskAgent, filter: string): Promise<string[]> {
  const { handoffs } = await agent.caller.get(`/handoffs?${filter}&limit=${looked}`)
  return (handoffs as { conversationId: string }[]).map(({ conversationId }) => conversationId)
}

async function claim(agent: DeskAgent, conversationId: string): Promise<void> {
  const { status, body } = await agent.caller.post(`/handoffs/${conversationId}/claim`, {})
  if (status === 409) agent.lostClaims += 1
  else if (status !== 202) throw new Error(`a claim answered ${status}: ${JSON.stringify(body)}`)
}

export interface Exchange {
  customers: ReadonlyMap<string, DeskCustomer>
  endsAt: number
  paceMs: number
}

/** Answers their conversations in turn; resolves to the milliseconds to the customers' screens. */
export async function answerInTurn(
  agent: DeskAgent,
  { customers, endsAt, paceMs }: Exchange,
): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; performance.now() < endsAt; n += 1) {
    const nextAt = performance.now() + paceMs
    const id = agent.own[n % agent.own.length]
    const customer = id === undefined ? undefined : customers.get(id)
    if (id === undefined || !customer) throw new Error('an agent has no conversation')
    const text = `${agent.name} 第${n + 1}句：已经在查了，请稍等。`
    agent.said.set(id, [...(agent.said.get(id) ?? []), text])
    const startedAt = performance.now()
    const { status, body } = await agent.caller.post(`/handoffs/${id}/message`, { text })
    if (status !== 202) throw new Error(`a message answered ${status}: ${JSON.stringify(body)}`)
    took.push((await customer.shown(text)) - startedAt)
    await pause(Math.max(0, nextAt - performance.now()))
  }
  return took
}

/** An agent's screen: told of news by the stream, it reads on in that conversation. */
export function watchScreen(agent: DeskAgent) {
  const shown = new Map<string, number>()
  const readUpTo = new Map<string, number>()
  const reading = new Map<string, Promise<void>>()
  const address = `${agent.caller.base.replace('http', 'ws')}/api/v1/desk/stream`
  const socket = new WebSocket(address, {
    perMessageDeflate: false,
    headers: { cookie: agent.caller.cookie, origin: agent.caller.base },
  })
  socket.on('error', () => {})
  socket.on('open', () => socket.send(JSON.stringify({ follow: agent.own })))
  socket.on('message', (data) => {
    const { news, id } = JSON.parse(String(data)) as { news: string; id?: string }
    if (news !== 'conversation' || id === undefined || !agent.own.includes(id)) return
    // What could not be read now is read at the next news, or in the end.
    readOn(id).catch(() => {})
  })

  function readOn(id: string): Promise<void> {
    const next = (reading.get(id) ?? Promise.resolve()).catch(() => {}).then(() => read(id))
    reading.set(id, next)
    return next
  }

  async function read(id: string): Promise<void> {
    const after = readUpTo.get(id) ?? 0
    const { transcript } = await agent.caller.get(`/conversations/${id}?after=${after}`)
    const at = performance.now()
    for (const { seq, direction, activity } of transcript as Entry[]) {
      readUpTo.set(id, Math.max(seq, readUpTo.get(id) ?? 0))
      if (direction === 'in' && activity.text) shown.set(activity.text, at)
    }
  }

  return {
    shown,
    /** Reads every own conversation to its end. */
    catchUp: () => Promise.all(agent.own.map(readOn)),
    close: () => socket.terminate(),
  }
}

interface Entry {
  seq: number
  direction: 'in' | 'out'
  activity: { text?: string }
}
