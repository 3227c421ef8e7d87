import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket } from '../../src/domain/tickets/ticket.ts'
import type { ArticleUpkeep, KnowledgeGap } from '../../src/ports/article-upkeep.ts'
import type { AskedQuestion } from '../../src/ports/knowledge-notes.ts'
import type { Deployment } from '../../src/ports/presence.ts'
import type { PromiseRow } from '../../src/ports/promises.ts'
import { apiOperations } from '../../src/web/api/operations.ts'
import { apiRoutes } from '../../src/web/api/routes.ts'
import { pageRoutes } from '../../src/web/page-files.ts'
import { quickPasswords, temporaryStore } from '../support/desk.ts'
import { deskParts, noDeskRows } from '../support/desk-parts.ts'
import { idleDesk } from '../support/idle-desk.ts'
import { call, post, secret, startTestWeb, type TestWeb } from '../support/web.ts'

const adminToken = 'the-admin-token-of-the-tests'
const deployment: Deployment = {
  redis: 'answers',
  self: 'p-1',
  processes: [{ id: 'p-1', startedAt: '2026-11-23T00:00:00Z', sockets: 3, turnsInHand: 1 }],
}
let web: TestWeb
let conversationId: string
let desk: Awaited<ReturnType<typeof temporaryStore>>
let routes: ReturnType<typeof apiRoutes>

function ticket(no: string, more: Partial<Ticket> = {}): Ticket {
  return {
    no,
    version: 1,
    kind: 'enquiry',
    category: 'payout_late',
    severity: 'P3',
    state: 'submitted',
    escalated: false,
    locale: 'en',
    region: 'CN',
    channel: 'web',
    conversationId: 'c-1',
    customer: { role: 'merchant', contactRef: 'r' },
    statement: 'where is it',
    evidence: [],
    clocks: [],
    dueAt: '2026-12-01T00:00:00+08:00',
    history: [],
    createdAt: '2026-11-23T00:00:00+08:00',
    updatedAt: '2026-11-23T00:00:00+08:00',
    retentionUntil: '2031-11-23T00:00:00+08:00',
    dedupeKey: no,
    ...more,
  }
}

function promise(id: string, more: Partial<PromiseRow> = {}): PromiseRow {
  return {
    id,
    conversationId: 'c-1',
    transactionId: 'T1',
    provider: 'sandbox',
    windowId: 'cn.pos.t1',
    cause: 'RC_WITHIN_WINDOW',
    dueAt: '2026-11-24T10:00:00.000Z',
    namedAt: '2026-11-23T10:00:00.000Z',
    state: 'late',
    ...more,
  }
}

const asked: AskedQuestion = {
  id: 'c|0000001#0',
  conversationId: 'c',
  askedIn: 'c|0000001',
  locale: 'en',
  outcome: 'unknown',
  at: '2026-11-23T02:00:00.000Z',
  text: 'do you take cheques',
}
const gap: KnowledgeGap = {
  locale: 'en',
  count: 1,
  examples: [],
  outcomes: { unknown: 1, offered: 0, wrong: 0 },
  reasons: {},
  articles: [],
  lastAskedAt: asked.at,
}
const use = {
  id: 'refund/how',
  locale: 'en',
  title: 'How',
  reviewBy: '2026-01-01',
  answered: 3,
  right: 1,
  wrong: 2,
} as const

const upkeep = (asked: number, today: string): ArticleUpkeep => ({
  stale: [{ id: 'a/b', locale: 'en', title: 'A', why: 'ended', on: today }],
  contradicting: [],
  neverUsed: [{ id: 'a/c', locale: 'en', title: `Beside ${asked}` }],
})

beforeAll(async () => {
  web = await startTestWeb()
  const { store, inbox } = web.bot
  desk = await temporaryStore()
  const noOutbox = {
    activity: async () => undefined,
    deliveries: async () => [],
    delivery: async () => undefined,
    replayDelivery: async () => false,
    replayParked: async () => 0,
    deadInbounds: async () => [],
    questions: async () => [asked],
  }
  routes = apiRoutes({
    ...deskParts,
    store: { ...desk.store, ...store, ...noOutbox, ...noDeskRows },
    passwords: quickPasswords,
    inbox,
    ...idleDesk(),
    presence: { deployment: () => deployment },
    now: () => new Date(),
    adminToken,
    version: '1.2.3',
    understand: (text, context) => ({
      language: context.locale ?? 'en',
      intents: [],
      entities: [{ type: 'amount', text, start: 0, end: 1, at: context.now?.toISOString() }],
    }),
    searchKnowledge: (query, { k }) => ({
      answerable: true,
      results: [{ id: query, title: query, score: k }],
    }),
    knowledgeGaps: (all) => all.map(({ text }) => ({ ...gap, examples: [text] })),
    articleUse: () => [use],
    articleUpkeep: (all, today) => upkeep(all.length, today),
    settings: () => ({ PORT: 3978, ADMIN_TOKEN: '***' }),
  })
  web.server.add([...routes, ...pageRoutes()])
  const { body } = await post(`${web.base}/conversations`, secret, {})
  conversationId = body.conversationId
  web.bot.promiseRows.push(promise('P-1'), promise('P-2', { state: 'kept' }), promise('P-3'))
  web.bot.tickets.push(ticket('T-1'), ticket('T-2', { state: 'closed' }), ticket('T-3'))
})
afterAll(async () => {
  await web.stop()
  await desk.close()
})

const get = (path: string, token: string | undefined = adminToken) =>
  call(web.url + path, { ...(token && { token }) })
const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(web.url + path, { method: 'POST', token: adminToken, body, headers })

describe('GET /api/v1/processes', () => {
  it('tells which processes live and whether Redis answers', async () => {
    expect((await get('/api/v1/processes')).body).toEqual(deployment)
  })
})

describe('/api/v1', () => {
  it('opens to the admin token and to nothing else, on every route', async () => {
    const { token } = (await post(`${web.base}/tokens/generate`, secret, {})).body
    const open = apiOperations({} as never)
      .filter(({ role }) => role === 'open')
      .map(({ method, path }) => `${method} ${path}`)
    const guarded = routes.filter(
      ({ method, path }) => path.startsWith('/api/v1/') && !open.includes(`${method} ${path}`),
    )
    expect(guarded.length).toBeGreaterThan(9)
    for (const { method, path } of guarded) {
      const url = web.url + path
      const statuses = [undefined, 'x', secret, token, `${adminToken}x`].map(async (bearer) => {
        const answer = await call(url, { method, ...(bearer && { token: bearer }) })
        return answer.status
      })
      expect(await Promise.all(statuses), path).toEqual([401, 403, 403, 403, 403])
    }
  })

  it('lists tickets newest first, a page at a time', async () => {
    const first = await get('/api/v1/tickets?limit=2')
    expect(first.body.tickets.map(({ no }: Ticket) => no)).toEqual(['T-3', 'T-2'])
    expect(first.body.next).toBe('T-2')
    const second = await get(`/api/v1/tickets?limit=2&before=${first.body.next}`)
    expect(second.body).toMatchObject({ tickets: [{ no: 'T-1' }] })
    expect(second.body).not.toHaveProperty('next')
  })

  it.each([
    ['state=closed', ['T-2']],
    ['conversationId=c-1&state=submitted', ['T-3', 'T-1']],
    ['conversationId=other', []],
  ])('filters tickets by %s', async (query, numbers) => {
    const { body } = await get(`/api/v1/tickets?${query}`)
    expect(body.tickets.map(({ no }: Ticket) => no)).toEqual(numbers)
  })

  it.each(['state=nonsense', 'limit=0', 'limit=1000', 'limit=x'])(
    'refuses tickets?%s',
    async (query) => {
      const { status, body } = await get(`/api/v1/tickets?${query}`)
      expect(status).toBe(400)
      expect(body.error.message).toContain(query.split('=')[0])
    },
  )

  it('shows a whole ticket, and 404 for one that is not there', async () => {
    expect((await get('/api/v1/tickets/T-1')).body).toMatchObject(ticket('T-1'))
    expect((await get('/api/v1/tickets/T-9')).status).toBe(404)
  })

  it('lists promises newest first, a page at a time, by their end', async () => {
    const first = await get('/api/v1/promises?limit=2')
    expect(first.body.promises.map(({ id }: PromiseRow) => id)).toEqual(['P-3', 'P-2'])
    const second = await get(`/api/v1/promises?limit=2&before=${first.body.next}`)
    expect(second.body).toEqual({ promises: [promise('P-1')] })
    expect((await get('/api/v1/promises?state=kept')).body.promises).toHaveLength(1)
    expect((await get('/api/v1/promises?state=broken')).status).toBe(400)
  })

  it('gives the kept rate by window and provider', async () => {
    const { body } = await get('/api/v1/promises/rates?since=2026-11-23')
    const counted = { open: 0, kept: 1, late: 2, unknown: 0, void: 0, rate: 1 / 3 }
    expect(body).toEqual({
      overall: counted,
      rates: [{ windowId: 'cn.pos.t1', provider: 'sandbox', ...counted }],
    })
    const later = await get('/api/v1/promises/rates?since=2026-11-24T00:00:00%2B08:00')
    expect(later.body).toMatchObject({ overall: { rate: null }, rates: [] })
    expect((await get('/api/v1/promises/rates?since=lately')).status).toBe(400)
  })

  it('shows a conversation with transcript, slots, verdicts and handoff', async () => {
    const verdict = { type: 'support/verdict', stage: 'CREDITED' }
    web.bot.say(conversationId, { text: 'found it', entities: [verdict] })
    web.bot.say(conversationId, { text: 'hello' })
    const { body } = await get(`/api/v1/conversations/${conversationId}`)
    expect(body).toMatchObject({
      id: conversationId,
      slots: {},
      verdicts: [verdict],
      handoff: null,
    })
    expect(body.transcript.at(-1)).toMatchObject({ direction: 'out', activity: { text: 'hello' } })
    expect((await get('/api/v1/conversations/none')).status).toBe(404)
  })

  it('understands, searches and shows the settings', async () => {
    const now = '2026-11-23T10:00:00+08:00'
    const understood = await send('/api/v1/understand', { text: '5', locale: 'zh-CN', now })
    expect(understood.body).toMatchObject({
      language: 'zh-CN',
      entities: [{ at: '2026-11-23T02:00:00.000Z' }],
    })
    const found = await get('/api/v1/knowledge/search?q=%E9%A2%84%E6%8E%88%E6%9D%83&k=3')
    expect(found.body.results).toEqual([{ id: '预授权', title: '预授权', score: 3 }])
    expect((await get('/api/v1/settings')).body.ADMIN_TOKEN).toBe('***')
    expect((await send('/api/v1/understand', { now: 'yesterday', text: 'x' })).status).toBe(400)
    expect((await get('/api/v1/knowledge/search')).status).toBe(400)
  })

  it('lists what no article answered, and how articles do', async () => {
    expect((await get('/api/v1/knowledge/gaps?limit=3')).body).toEqual({
      gaps: [{ ...gap, examples: ['do you take cheques'] }],
    })
    expect((await get('/api/v1/knowledge/articles')).body).toEqual({
      articles: [{ ...use, overdue: true }],
    })
    expect((await get('/api/v1/knowledge/gaps?since=yesterday')).status).toBe(400)
  })

  it('lists the articles to look at, and how many questions that rests on', async () => {
    const { status, body } = await get('/api/v1/knowledge/upkeep')
    const today = new Date().toISOString().slice(0, 10)
    expect({ status, body }).toEqual({
      status: 200,
      body: { questions: 1, from: asked.at, ...upkeep(1, today) },
    })
    expect((await get('/api/v1/knowledge/upkeep?since=yesterday')).status).toBe(400)
    expect((await call(`${web.url}/api/v1/knowledge/upkeep`)).status).toBe(401)
  })

  it('turns what an agent does into silent events of the conversation', async () => {
    const base = `/api/v1/handoffs/${conversationId}`
    expect((await send(`${base}/claim`, { agent: 'Chen' })).status).toBe(404)
    const at = '2026-11-23T00:00:00+08:00'
    web.bot.handoffRows.push({
      id: 'h-1',
      conversationId,
      state: 'queued',
      reason: 'asked',
      priority: 'P2',
      facts: { amount: 1 },
      createdAt: at,
      updatedAt: at,
    })
    const [row] = web.bot.handoffRows
    expect((await send(`${base}/message`, { text: 'hi' })).status).toBe(409)
    const headers = { 'idempotency-key': 'once' }
    const claims = [
      await send(`${base}/claim`, { agent: 'Chen' }, headers),
      await send(`${base}/claim`, { agent: 'Chen' }, headers),
    ]
    expect(claims.map(({ status }) => status)).toEqual([202, 202])
    expect(claims[0]?.body.id).toBe(claims[1]?.body.id)
    if (row) Object.assign(row, { state: 'active', agent: 'Chen' })
    expect((await send(`${base}/claim`, { agent: 'Wu' })).status).toBe(409)
    expect((await send(`${base}/message`, { text: 'hello' })).status).toBe(202)
    expect((await send(`${base}/message`, { text: ' ' })).status).toBe(400)
    expect((await send(`${base}/close`, { note: 'done' })).status).toBe(202)
    const events = web.bot.received.filter(({ activity }) => activity.type === 'event')
    expect(events.every(({ silent }) => silent)).toBe(true)
    expect(events.map(({ activity }) => [activity.name, activity.value])).toEqual([
      ['handoff.claim', { agent: 'Chen' }],
      ['handoff.message', { text: 'hello' }],
      ['handoff.close', { note: 'done' }],
    ])
    if (row) row.state = 'closed'
    expect((await send(`${base}/close`, {})).status).toBe(409)
    expect((await get('/api/v1/handoffs?state=closed')).body.handoffs).toHaveLength(1)
    expect((await get('/api/v1/handoffs?state=queued')).body.handoffs).toHaveLength(0)
  })
})

describe('the API description', () => {
  it('describes every call and every support entity', async () => {
    const { body } = await get('/api/openapi.json', '')
    expect(body.openapi).toBe('3.1.0')
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const operations = apiOperations({} as never).map(({ method, path }) => `${method} ${path}`)
    expect(described.toSorted()).toEqual(operations.toSorted())
    for (const name of 'Question Verdict Ticket Handoff Warning Answer Redaction'.split(' ')) {
      expect(body.components.schemas[`Support${name}`]).toMatchObject({ type: 'object' })
    }
    expect(body.components.schemas.SupportVerdict.required).toContain('dataAsOf')
    expect(body.components.schemas.SupportVerdict.required).not.toContain('expectedBy')
  })

  it('is readable without a script', async () => {
    const { body, headers } = await get('/api/docs', '')
    expect(body).toContain('/api/v1/tickets/{no}')
    expect(body).not.toMatch(/<script|style=/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await get('/page/docs.css', '')).status).toBe(200)
  })

  it('leads to no file beside those of the pages', async () => {
    expect((await get('/page/..%2Fserver.ts', '')).status).toBe(404)
  })
})
