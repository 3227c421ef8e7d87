import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Ticket } from '../../src/domain/tickets/ticket.ts'
import type { NewAgent } from '../../src/ports/agents.ts'
import type { NewFile } from '../../src/ports/files.ts'
import type { JsonObject } from '../../src/ports/json.ts'
import type { QuestionRow } from '../../src/ports/knowledge-notes.ts'
import type { PlanRow } from '../../src/ports/plans.ts'
import type { PromiseRow } from '../../src/ports/promises.ts'
import type { Accepted, HandoffRow, Inbound, Store, TurnCommit } from '../../src/ports/store.ts'
import type { TimerRow } from '../../src/ports/timers.ts'

export const noon = '2026-03-02T12:00:00.000Z'

/** An empty directory that goes away with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'daozhang-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

export function conversation(id: string): Parameters<Store['createConversation']>[0] {
  return {
    id,
    channel: 'web',
    identity: { userId: `dl_${id}`, trusted: false },
    state: {},
    createdAt: noon,
  }
}

export async function startConversation(store: Store, id: string): Promise<string> {
  await store.createConversation(conversation(id))
  return id
}

export function message(
  conversationId: string,
  text: string,
  rest: Partial<Inbound> = {},
): Inbound {
  return {
    channel: 'web',
    conversationId,
    dedupeKey: text,
    activity: { type: 'message', text, from: { id: 'dl_1' } },
    at: noon,
    ...rest,
  }
}

/** Accepts a message that must be accepted. */
export async function accepted(store: Store, inbound: Inbound): Promise<Accepted> {
  const answer = await store.accept(inbound)
  if (!answer) throw new Error('no such conversation')
  return answer
}

/** Works the next inbound of a conversation with the given changes. */
export async function work(store: Store, id: string, changes: Partial<TurnCommit> = {}) {
  const pending = await store.nextTurn(id)
  if (!pending) throw new Error('nothing to work')
  return store.commitTurn({
    conversationId: id,
    inboundId: pending.inbound.id,
    version: pending.conversation.version,
    state: pending.conversation.state,
    replies: [],
    tickets: [],
    handoffs: [],
    at: noon,
    ...changes,
  })
}

export const reply = (text: string): JsonObject => ({ type: 'message', text, from: { id: 'bot' } })

export function ticket(no: string, rest: Partial<Ticket> = {}): Ticket {
  return {
    no,
    version: 0,
    kind: 'complaint',
    category: 'payout_late',
    severity: 'P3',
    state: 'submitted',
    escalated: false,
    locale: 'zh-CN',
    region: 'CN',
    channel: 'web',
    conversationId: 'c1',
    customer: { role: 'merchant', contactRef: 'dl_1' },
    statement: '昨天刷的钱还没到账',
    evidence: [],
    clocks: [],
    dueAt: noon,
    history: [],
    createdAt: noon,
    updatedAt: noon,
    retentionUntil: noon,
    dedupeKey: `key of ${no}`,
    ...rest,
  }
}

export function timer(id: string, conversationId: string, rest: Partial<TimerRow> = {}): TimerRow {
  return { id, conversationId, kind: 'watch', payload: { look: 1 }, dueAt: noon, ...rest }
}

export function promise(id: string, rest: Partial<PromiseRow> = {}): PromiseRow {
  return {
    id,
    conversationId: 'c1',
    transactionId: 'T1',
    provider: 'sandbox',
    windowId: 'cn.pos.t1',
    cause: 'RC_WITHIN_WINDOW',
    dueAt: '2026-03-03T10:00:00.000Z',
    namedAt: noon,
    state: 'open',
    ...rest,
  }
}

export function handoff(id: string, conversationId: string, rest: Partial<HandoffRow> = {}) {
  return {
    id,
    conversationId,
    state: 'queued',
    reason: 'asked',
    priority: 'P3',
    facts: { amountMinor: 50_000 },
    createdAt: noon,
    updatedAt: noon,
    ...rest,
  } satisfies HandoffRow
}

export function question(id: string, rest: Partial<QuestionRow> = {}): QuestionRow {
  return {
    id,
    conversationId: 'c1',
    askedIn: 'c1|0000001',
    locale: 'en',
    outcome: 'unknown',
    at: '2026-03-02T12:00:00.000Z',
    ...rest,
  }
}

export function plan(id: string, rest: Partial<PlanRow> = {}): PlanRow {
  return {
    id,
    conversationId: 'c1',
    locale: 'en',
    plan: { shop: 'Blue Door', people: ['manager Ana 07700 900111'], ways: ['cash'] },
    madeOn: '2026-03-02',
    expiresAt: '2026-04-01T12:00:00.000Z',
    ...rest,
  }
}

export function file(id: string, rest: Partial<NewFile> = {}): NewFile {
  return { id, name: '小票.png', contentType: 'image/png', bytes: Buffer.from('picture'), ...rest }
}

export function agent(id: string, rest: Partial<NewAgent['agent']> = {}): NewAgent['agent'] {
  return {
    id,
    login: `${id}@desk.example`,
    name: id,
    role: 'agent',
    languages: ['zh-CN', 'en'],
    skills: ['fraud'],
    capacity: 4,
    disabled: false,
    createdAt: noon,
    ...rest,
  }
}
