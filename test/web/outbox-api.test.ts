import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTurns } from '../../src/bot/turns.ts'
import { createLog } from '../../src/observability/log.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import type { Store } from '../../src/ports/store.ts'
import { createStore } from '../../src/storage/store.ts'
import { apiRoutes } from '../../src/web/api/routes.ts'
import { createWebServer } from '../../src/web/server.ts'
import {
  accepted,
  message,
  noon,
  reply,
  startConversation,
  temporaryDirectory,
  work,
} from '../storage/sample.ts'
import { quickPasswords } from '../support/desk.ts'
import { idleDesk } from '../support/idle-desk.ts'
import { call, post } from '../support/web.ts'

const adminToken = 'the-admin-token-of-the-tests'
const later = '2026-03-02T13:00:00.000Z'
/** As Teams names a thread of a channel: everything in it that a path could trip over. */
const thread = 'msteams:19:abc/def@thread.tacv2;messageid=1?x=1&y=%20#z 钱'

let url: string
let store: Store
/** While true no message can be worked. */
let broken: boolean

beforeEach(async () => {
  broken = true
  store = await createStore({ dataDir: temporaryDirectory() })
  const log = createLog({ level: 'silent' })
  const unchanged = { replies: [], tickets: [], handoffs: [] }
  const turns = createTurns({
    store,
    log,
    fanOut: { publish: vi.fn(), typing: vi.fn() },
    clock: { now: () => new Date(later) },
    redact: (activity) => ({ activity, kinds: [] }),
    limits: { pollMs: 3_600_000 },
    apologise: ({ conversation: { state } }) => ({ ...unchanged, state }),
    async decide({ conversation: { state } }) {
      if (broken) throw new TypeError('not today')
      return { ...unchanged, state, replies: [reply('worked')] }
    },
  })
  const metrics = createMetrics({ processMetrics: false })
  const server = createWebServer({ log, metrics, rateLimits: false })
  const presence = { deployment: vi.fn() }
  const upkeep = { knowledgeGaps: vi.fn(), articleUse: vi.fn(), articleUpkeep: vi.fn() }
  const idle = { ...idleDesk(), presence, understand: vi.fn(), searchKnowledge: vi.fn(), ...upkeep }
  const settings = () => ({})
  const passwords = quickPasswords
  const now = () => new Date(later)
  const dependencies = {
    store,
    inbox: turns,
    adminToken,
    now,
    settings,
    passwords,
    version: '1',
    ...idle,
  }
  server.add(apiRoutes(dependencies))
  url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`
  onTestFinished(async () => {
    await server.close()
    await turns.stop()
    await store.close()
  })
})

const get = (path: string) => call(url + path, { token: adminToken })
const send = (path: string) => post(url + path, adminToken, {})
const path = (id: string, act = '') => `/api/v1/outbox/${encodeURIComponent(id)}${act}`

/** Three replies in one conversation of another system; the first of them could not be delivered. */
async function threeReplies(conversationId: string): Promise<string[]> {
  await startConversation(store, conversationId)
  await store.rememberReference(conversationId, { user: { name: 'Li' } })
  await accepted(store, message(conversationId, 'hello'))
  const logged = await work(store, conversationId, { replies: ['a', 'b', 'c'].map(reply) })
  const [taken] = await store.takeDeliveries(later, 1)
  const failed = { at: later, sent: false, reason: 'http_403', notBefore: later, parked: true }
  if (taken) await store.endDelivery({ id: taken.id, ...failed } as const)
  return logged.map(({ id }) => id)
}

describe('/api/v1/outbox', () => {
  it('lists replies on their way, oldest first, a page at a time', async () => {
    const ids = await threeReplies('c1')
    const first = await get('/api/v1/outbox?limit=2')
    expect(first.body.deliveries.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
    const rest = await get(`/api/v1/outbox?limit=2&after=${encodeURIComponent(first.body.next)}`)
    expect(rest.body.deliveries.map(({ id }: { id: string }) => id)).toEqual(ids.slice(2))
    expect(rest.body).not.toHaveProperty('next')
  })

  it('filters by state and says why the last attempt failed, without any words', async () => {
    const [parked] = await threeReplies('c1')
    const { body } = await get('/api/v1/outbox?state=parked')
    expect(body.deliveries).toEqual([
      expect.objectContaining({ id: parked, state: 'parked', attempts: 1, reason: 'http_403' }),
    ])
    expect(JSON.stringify(body)).not.toContain('"text"')
  })

  it.each(['state=nonsense', 'limit=0', 'limit=101', 'limit=x'])('refuses ?%s', async (query) => {
    expect((await get(`/api/v1/outbox?${query}`)).status).toBe(400)
  })

  it.each([thread, `webchat:${'x'.repeat(1_000)}`, `line:${'钱'.repeat(300)}`])(
    'shows one with its words and puts it back in line, in whatever conversation (%#)',
    async (conversationId) => {
      const [id = ''] = await threeReplies(conversationId)
      const { body } = await get(path(id))
      expect(body).toMatchObject({ id, conversationId, activity: { id, text: 'a' } })
      expect(JSON.stringify(body)).not.toContain('Li')

      const replayed = await send(path(id, '/replay'))
      expect([replayed.status, replayed.body]).toEqual([202, { id }])
      expect(await store.delivery(id)).toMatchObject({ state: 'new', attempts: 0 })
      expect((await send(path(id, '/replay'))).status).toBe(409)
    },
  )

  it('puts all that is parked back in line', async () => {
    for (const id of ['c1', 'c2']) await threeReplies(id)
    expect((await send('/api/v1/outbox/replay')).body).toEqual({ replayed: 2 })
    expect((await get('/api/v1/outbox?state=parked')).body.deliveries).toEqual([])
    expect((await send('/api/v1/outbox/replay')).body).toEqual({ replayed: 0 })
  })

  it('answers 404 for what is not there', async () => {
    expect((await get(path('c1|0000009'))).status).toBe(404)
    expect((await send(path('c1|0000009', '/replay'))).status).toBe(404)
  })
})

/** Messages that could not be worked, parked. */
async function parkedMessages(conversationId: string, texts: string[]): Promise<string[]> {
  await startConversation(store, conversationId)
  const ids: string[] = []
  for (const text of texts) {
    const inbound = { ...message(conversationId, text), at: noon }
    ids.push((await accepted(store, inbound)).id)
    await work(store, conversationId, { parked: 'TypeError at flow.ts:1' })
  }
  return ids
}

describe('/api/v1/inbox', () => {
  it('lists parked messages as the transcript shows them, a page at a time', async () => {
    const ids = await parkedMessages(thread, ['a', 'b', 'c'])
    const first = await get('/api/v1/inbox?state=parked&limit=2')
    expect(first.body.messages.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
    expect(first.body.messages[0]).toMatchObject({
      conversationId: thread,
      reason: 'TypeError at flow.ts:1',
      activity: { text: 'a' },
    })
    const rest = await get(`/api/v1/inbox?limit=2&after=${encodeURIComponent(first.body.next)}`)
    expect(rest.body.messages.map(({ id }: { id: string }) => id)).toEqual(ids.slice(2))
    expect((await get('/api/v1/inbox?state=new')).status).toBe(400)
  })

  it('works a parked message again, at once', async () => {
    const [id = ''] = await parkedMessages(thread, ['a'])
    broken = false
    const replay = `/api/v1/inbox/${encodeURIComponent(id)}/replay`
    expect((await send(replay)).status).toBe(202)
    await vi.waitFor(async () => {
      const log = await store.activitiesAfter(thread, 0, 10)
      expect(log.map(({ activity }) => activity.text)).toEqual(['a', 'worked'])
    })
    expect((await get('/api/v1/inbox')).body.messages).toEqual([])
    expect((await send(replay)).status).toBe(404)
  })

  it('parks it again when it still cannot be worked', async () => {
    const [id = ''] = await parkedMessages('c1', ['a'])
    await send(`/api/v1/inbox/${encodeURIComponent(id)}/replay`)
    await vi.waitFor(async () => {
      const { body } = await get('/api/v1/inbox')
      expect(body.messages).toMatchObject([{ id, attempts: 2 }])
    })
  })
})
