import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explainPayment } from '../src/actions/explain-payment.ts'
import { lookUpPayment } from '../src/actions/look-up-payment.ts'
import { createEngine, type Engine } from '../src/app.ts'
import { loadConfig } from '../src/config.ts'
import { createCalendars } from '../src/connectors/calendars.ts'
import { demoWorld } from '../src/connectors/sandbox/demo-world.ts'
import { sandboxProvider } from '../src/connectors/sandbox/sandbox-provider.ts'
import type { CaseFacts } from '../src/domain/case-facts.ts'
import { diagnose } from '../src/domain/diagnosis/diagnose.ts'
import { assessFraud } from '../src/domain/fraud/assess-fraud.ts'
import { createLog } from '../src/observability/log.ts'
import type { Identity, Store } from '../src/ports/store.ts'
import { quantile } from './load.ts'

/*
 * The parts of one turn, each on its own in this process, as JSON on stdout: median microseconds
 * of one call, and how many calls were measured. `node bench/parts.ts`
 */

export interface Part {
  name: string
  us: number
  calls: number
}

const text = '10000元尾号6225的那笔什么时候到账'
const timeZone = 'Asia/Shanghai'
const now = new Date()
const facts: CaseFacts = { role: 'merchant', amount: { minor: 1_000_000 }, last4: '6225', cues: [] }
const identity: Identity = {
  userId: 'dl_bench',
  trusted: true,
  role: 'merchant',
  merchantId: 'M1001',
}
const asker = { trusted: true, role: 'merchant', merchantId: 'M1001' } as const
const partMs = 350
const mostCalls = 20_000

async function time(name: string, call: () => unknown): Promise<Part> {
  for (let i = 0; i < 20; i += 1) await call()
  const times: number[] = []
  const endsAt = performance.now() + partMs
  while (performance.now() < endsAt && times.length < mostCalls) {
    const startedAt = performance.now()
    await call()
    times.push((performance.now() - startedAt) * 1000)
  }
  const sorted = times.toSorted((a, b) => a - b)
  return { name, us: quantile(sorted, 0.5), calls: times.length }
}

let conversations = 0

async function newConversation(store: Store): Promise<string> {
  conversations += 1
  const id = `bench-${conversations}`
  await store.createConversation({
    id,
    channel: 'bench',
    identity,
    state: {},
    createdAt: now.toISOString(),
  })
  return id
}

let messages = 0

/** Accepts a message and commits a turn that says one sentence: the two durable writes of a turn. */
async function acceptAndCommit(store: Store, conversationId: string): Promise<void> {
  messages += 1
  const at = now.toISOString()
  const activity = { type: 'message', text }
  await store.accept({ channel: 'bench', conversationId, dedupeKey: `${messages}`, activity, at })
  const pending = await store.nextTurn(conversationId)
  if (!pending) throw new Error('nothing to work')
  const { conversation, inbound } = pending
  await store.commitTurn({
    conversationId,
    inboundId: inbound.id,
    version: conversation.version,
    state: {},
    replies: [{ type: 'message', text }],
    tickets: [],
    handoffs: [],
    at,
  })
}

/** Resolves when the answer is committed: the second wake-up, the first is the message's own. */
async function wholeTurn({ inbox, fanOut }: Engine, conversationId: string): Promise<void> {
  messages += 1
  let wakes = 0
  let end = () => {}
  const committed = new Promise<void>((resolve) => {
    const wake = () => {
      wakes += 1
      if (wakes === 2) resolve()
    }
    end = fanOut.subscribe(conversationId, { wake, typing() {} })
  })
  const activity = { type: 'message', text, from: { id: 'dl_bench', role: 'user' } }
  await inbox.receive({ channel: 'bench', conversationId, dedupeKey: `${messages}`, activity })
  await committed
  end()
}

async function deciding(): Promise<Part[]> {
  const calendarOf = createCalendars()
  const provider = sandboxProvider({ world: demoWorld(now), clock: { now: () => now }, calendarOf })
  const needs = { provider, calendarOf, now, timeZone, timeoutMs: 4_000 }
  const found = await lookUpPayment(facts, asker, needs)
  if (found.kind !== 'found') throw new Error(`the look-up came to ${found.kind}`)
  const question = { record: found.record, facts, role: 'merchant' as const }
  const { evidence } = await explainPayment(question, needs)
  return [
    await time('fraud signs of a message', () => assessFraud(text)),
    await time('look-up in the sandbox', () => lookUpPayment(facts, asker, needs)),
    await time('explain: file, windows, causes, plan', () => explainPayment(question, needs)),
    await time('diagnose alone', () => diagnose(evidence)),
  ]
}

async function running(folder: string): Promise<Part[]> {
  const config = loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  const engine = await createEngine(config, createLog({ level: 'silent' }))
  const { store, understanding, knowledge } = engine
  await engine.start()
  const id = await newConversation(store)
  const many = await Promise.all(Array.from({ length: 32 }, () => newConversation(store)))
  const whole = await newConversation(store)
  const locale = 'zh-CN' as const
  const parts = [
    await time('understand a message', () =>
      understanding.understand(text, { now, timeZone, locale }),
    ),
    await time('search the knowledge', () =>
      knowledge.search('节假日到账时间', { locale, k: 3, now }),
    ),
    await time('store: accept, take, commit', () => acceptAndCommit(store, id)),
    await time('store: the same, 32 at once, each', () =>
      Promise.all(many.map((each) => acceptAndCommit(store, each))),
    ),
    await time('a whole turn without HTTP', () => wholeTurn(engine, whole)),
  ]
  await engine.stop()
  return parts.map((part) => (part.name.includes('32') ? { ...part, us: part.us / 32 } : part))
}

const folder = mkdtempSync(join(tmpdir(), 'daozhang-bench-'))
try {
  const parts = [...(await deciding()), ...(await running(folder))]
  process.stdout.write(JSON.stringify(parts))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
