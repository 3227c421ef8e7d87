import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../src/web/request.ts'
import { goodPassword, newAgent, type SignedIn, signIn } from '../support/desk.ts'
import { type LiveApp, morning, startLiveApp } from '../support/live-app.ts'
import { movableClock } from '../support/movable-clock.ts'
import { call, post } from '../support/web.ts'

/** Everybody who may knock. */
const callers = [
  'nobody',
  'wrong token',
  'agent',
  'lead',
  'admin',
  'admin with a temporary password',
  'disabled agent',
  'expired session',
  'ended session',
  'made-up session',
  'no CSRF token',
  'another’s CSRF token',
  'another site’s page',
  'admin token',
  'Direct Line secret',
  'the customer',
  'another customer',
] as const
type Caller = (typeof callers)[number]

/** Let in: whatever is answered, it is not that the caller may not. */
const into = 'in'
type Answer = typeof into | 401 | 403 | 404

const noSession = {
  nobody: 401,
  'wrong token': 403,
  'disabled agent': 401,
  'expired session': 401,
  'ended session': 401,
  'made-up session': 401,
  'another site’s page': 403,
  'Direct Line secret': 403,
  'the customer': 403,
  'another customer': 403,
} as const satisfies Partial<Record<Caller, Answer>>

/** Where one works: not before one's password is one's own. */
const toWork = { ...noSession, 'admin with a temporary password': 403 } as const

/** Where only a token counts: a cookie is as good as nothing. */
const cookiesAreNothing = {
  nobody: 401,
  'wrong token': 403,
  agent: 401,
  lead: 401,
  admin: 401,
  'admin with a temporary password': 401,
  'disabled agent': 401,
  'expired session': 401,
  'ended session': 401,
  'made-up session': 401,
  'no CSRF token': 401,
  'another’s CSRF token': 401,
  'another site’s page': 401,
  'admin token': 403,
} as const satisfies Partial<Record<Caller, Answer>>

/** What each kind of door answers those it does not let in. On a GET no CSRF token is asked for. */
const doors = {
  open: {},
  /** Open, but not to the pages of other sites. */
  'own page': { 'another site’s page': 403 },
  session: { ...noSession, 'admin token': 401 },
  'session to work': { ...toWork, 'admin token': 401 },
  agent: toWork,
  lead: { ...toWork, agent: 403 },
  admin: { ...toWork, agent: 403, lead: 403 },
  secret: { ...cookiesAreNothing, 'the customer': 403, 'another customer': 403 },
  'any customer': cookiesAreNothing,
  conversation: { ...cookiesAreNothing, 'another customer': 404 },
  /** Without the settings that open it. */
  closed: Object.fromEntries(callers.map((caller) => [caller, 403 as const])),
} as const satisfies Record<string, Partial<Record<Caller, Answer>>>

/** Every route of the server. One that is missing here fails the test: say who may open it. */
const table: Record<string, keyof typeof doors> = {
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  'GET /metrics': 'open',
  'GET /': 'open',
  'GET /page/:file': 'open',
  'GET /plans/:id': 'open',
  'GET /widget/:file': 'open',
  'GET /widget.js': 'open',
  'GET /console': 'open',
  'GET /console/queue': 'open',
  'GET /console/queue/:id': 'open',
  'GET /console/mine': 'open',
  'GET /console/mine/:id': 'open',
  'GET /console/tickets': 'open',
  'GET /console/tickets/:id': 'open',
  'GET /console/search': 'open',
  'GET /console/search/:id': 'open',
  'GET /console/people': 'open',
  'GET /console/people/:id': 'open',
  'GET /console/answers': 'open',
  'GET /console/answers/:id': 'open',
  'GET /console/audit': 'open',
  'GET /console/audit/:id': 'open',
  'GET /console/:file': 'open',

  'POST /v3/directline/tokens/generate': 'secret',
  'POST /v3/directline/tokens/anonymous': 'own page',
  'POST /v3/directline/tokens/refresh': 'any customer',
  'POST /v3/directline/conversations': 'any customer',
  'GET /v3/directline/conversations/:conversationId': 'conversation',
  'POST /v3/directline/conversations/:conversationId/activities': 'conversation',
  'GET /v3/directline/conversations/:conversationId/activities': 'conversation',
  'POST /v3/directline/conversations/:conversationId/upload': 'conversation',
  'GET /v3/directline/attachments/:fileId': 'open',
  'GET /v3/directline/session/getsessionid': 'any customer',
  'POST /api/messages': 'closed',

  'GET /api/openapi.json': 'open',
  'GET /api/docs': 'open',
  'GET /api/v1/session/options': 'open',
  'POST /api/v1/session': 'own page',
  'POST /api/v1/session/first': 'own page',
  'GET /api/v1/session/oidc': 'open',
  'GET /api/v1/session/oidc/return': 'open',
  'GET /api/v1/session': 'session',
  'POST /api/v1/session/end': 'session',
  'POST /api/v1/session/password': 'session',
  'POST /api/v1/session/presence': 'session to work',
  'GET /api/v1/agents': 'agent',
  'POST /api/v1/agents': 'admin',
  'POST /api/v1/agents/:id': 'admin',
  'POST /api/v1/agents/:id/password': 'admin',
  'GET /api/v1/audit': 'admin',
  'GET /api/v1/audit/verify': 'admin',
  'GET /api/v1/tickets': 'agent',
  'GET /api/v1/tickets/:no': 'agent',
  'POST /api/v1/tickets': 'agent',
  'POST /api/v1/tickets/:no/state': 'agent',
  'POST /api/v1/tickets/:no/assign': 'agent',
  'POST /api/v1/tickets/:no/escalate': 'agent',
  'POST /api/v1/tickets/:no/note': 'agent',
  'POST /api/v1/tickets/:no/extend': 'agent',
  'GET /api/v1/tickets/:no/trace-pack': 'agent',
  'GET /api/v1/customers/:ref': 'agent',
  'GET /api/v1/search': 'agent',
  'GET /api/v1/conversations/:id/suggestions': 'agent',
  'GET /api/v1/conversations/:id/trace-pack': 'agent',
  'GET /api/v1/conversations/:id/files/:fileId': 'agent',
  'POST /api/v1/conversations/:id/files/:fileId/delete': 'agent',
  'POST /api/v1/conversations/:id/note': 'agent',
  'POST /api/v1/conversations/:id/view': 'agent',
  'GET /api/v1/canned-answers': 'agent',
  'GET /api/v1/desk': 'agent',
  'POST /api/v1/handoffs/next': 'agent',
  'POST /api/v1/handoffs/:conversationId/step-in': 'agent',
  'POST /api/v1/handoffs/:conversationId/transfer': 'agent',
  'POST /api/v1/handoffs/:conversationId/typing': 'agent',
  'POST /api/v1/canned-answers': 'lead',
  'POST /api/v1/canned-answers/:id': 'lead',
  'POST /api/v1/handoffs/:conversationId/assign': 'lead',
  'GET /api/v1/conversations/:id': 'agent',
  'GET /api/v1/promises': 'lead',
  'GET /api/v1/promises/rates': 'lead',
  'GET /api/v1/handoffs': 'agent',
  'POST /api/v1/handoffs/:conversationId/claim': 'agent',
  'POST /api/v1/handoffs/:conversationId/message': 'agent',
  'POST /api/v1/handoffs/:conversationId/close': 'agent',
  'GET /api/v1/outbox': 'admin',
  'GET /api/v1/outbox/:id': 'admin',
  'POST /api/v1/outbox/:id/replay': 'admin',
  'POST /api/v1/outbox/replay': 'admin',
  'GET /api/v1/inbox': 'admin',
  'POST /api/v1/inbox/:id/replay': 'admin',
  'POST /api/v1/understand': 'agent',
  'GET /api/v1/knowledge/search': 'agent',
  'GET /api/v1/knowledge/gaps': 'lead',
  'GET /api/v1/knowledge/articles': 'lead',
  'GET /api/v1/knowledge/upkeep': 'lead',
  'GET /api/v1/processes': 'admin',
  'GET /api/v1/settings': 'admin',
}

const clock = movableClock(morning)
const hour = 3_600_000
let app: LiveApp
let conversationId: string
/** The headers each caller sends. */
let keys: Record<Caller, Record<string, string>>

beforeAll(async () => {
  app = await startLiveApp({}, { clock })
  const base = `${app.url}/v3/directline`
  const customer = (await post(`${base}/tokens/generate`, app.secrets.directLineSecret, {})).body
  const stranger = (await post(`${base}/tokens/generate`, app.secrets.directLineSecret, {})).body
  const started = await post(`${base}/conversations`, customer.token, {})
  conversationId = started.body.conversationId
  keys = await keysOf({ customer: customer.token, stranger: stranger.token })
})
afterAll(() => app.stop())

async function keysOf(tokens: { customer: string; stranger: string }): Promise<typeof keys> {
  const { adminToken, directLineSecret } = app.secrets
  const at = { url: app.url, adminToken }
  const expired = await newAgent(at, { login: 'late', role: 'admin' })
  clock.moveTo(new Date(clock.now().getTime() + 13 * hour).toISOString())
  const [agent, lead, admin, other, gone, ended] = [
    await newAgent(at, { login: 'agent', role: 'agent' }),
    await newAgent(at, { login: 'lead', role: 'lead' }),
    await newAgent(at, { login: 'admin', role: 'admin' }),
    await newAgent(at, { login: 'other', role: 'admin' }),
    await newAgent(at, { login: 'gone', role: 'admin' }),
    await newAgent(at, { login: 'ended', role: 'admin' }),
  ]
  await post(`${app.url}/api/v1/agents/${gone.agent.id}`, adminToken, { disabled: true })
  await ended.post('/api/v1/session/end')
  const newcomer = { login: 'newcomer', name: 'N', role: 'admin', password: goodPassword }
  await admin.post('/api/v1/agents', newcomer)
  const cookie = admin.cookie
  return {
    nobody: {},
    'wrong token': bearer(`${adminToken}x`),
    agent: browser(agent),
    lead: browser(lead),
    admin: browser(admin),
    'admin with a temporary password': browser(await signIn(app.url, 'newcomer')),
    'disabled agent': browser(gone),
    'expired session': browser(expired),
    'ended session': browser(ended),
    'made-up session': { ...browser(admin), cookie: `daozhang=${'x'.repeat(43)}` },
    'no CSRF token': { cookie },
    'another’s CSRF token': { cookie, 'x-csrf-token': other.csrfToken },
    'another site’s page': { ...browser(admin), origin: 'https://evil.example' },
    'admin token': bearer(adminToken),
    'Direct Line secret': bearer(directLineSecret),
    'the customer': bearer(tokens.customer),
    'another customer': bearer(tokens.stranger),
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const browser = ({ cookie, csrfToken }: SignedIn) => ({ cookie, 'x-csrf-token': csrfToken })

const rowOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`
const names: Record<string, string> = { file: 'chat.css' }
/** Where an empty body is refused before it is asked who calls. */
const bodies: Record<string, object> = {
  'POST /api/v1/session/presence': { presence: 'online' },
  'POST /api/v1/session/password': { current: goodPassword, next: 'short' },
}
const addressOf = (path: string) =>
  path.replaceAll(/:(\w+)/g, (_all, name) => {
    const isDirectLine = path.startsWith('/v3/')
    return isDirectLine && name === 'conversationId' ? conversationId : (names[name] ?? 'none')
  })

function expected(row: string, caller: Caller): Answer {
  const door = table[row]
  const answer: Partial<Record<Caller, Answer>> = door ? doors[door] : {}
  const isCsrf = caller === 'no CSRF token' || caller === 'another’s CSRF token'
  const asksForCsrf = ['session', 'session to work', 'agent', 'lead', 'admin'].includes(door ?? '')
  if (isCsrf && asksForCsrf && row.startsWith('POST ')) return 403
  return answer[caller] ?? into
}

/** What the caller is told: 401, 403 and 404 of access, or that they are in. */
async function knock(row: string, caller: Caller): Promise<Answer> {
  const [method = '', path = ''] = row.split(' ')
  const { status, body } = await call(app.url + addressOf(path), {
    method,
    headers: keys[caller],
    ...(method === 'POST' && { body: bodies[row] ?? {} }),
  })
  expect(status, `${row} must not break`).toBeLessThan(500)
  if (status === 401 || status === 403) return status
  const isHidden = status === 404 && body?.error?.message?.includes('no such conversation')
  return isHidden && path.startsWith('/v3/') ? 404 : into
}

describe('every route', () => {
  it('stands in the table, and nothing else does', () => {
    expect(Object.keys(table).toSorted()).toEqual(app.routes.map(rowOf).toSorted())
  })

  it.each(Object.keys(table))('lets in whom it should, and nobody else: %s', async (row) => {
    const seen: [Caller, Answer][] = []
    for (const caller of callers) {
      seen.push([caller, await knock(row, caller)])
      if (row.endsWith('/session/end')) await signInAgain(caller)
    }
    const wanted = callers.map((caller) => [caller, expected(row, caller)])
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(wanted))
  })
})

const logins: Partial<Record<Caller, string>> = {
  agent: 'agent',
  lead: 'lead',
  admin: 'admin',
  'admin with a temporary password': 'newcomer',
}

/** Who has just signed out knocks on other doors, too. */
async function signInAgain(caller: Caller): Promise<void> {
  const login = logins[caller]
  if (login === undefined) return
  const again = await signIn(app.url, login)
  keys = { ...keys, [caller]: browser(again) }
  if (caller === 'admin') {
    keys['no CSRF token'] = { cookie: again.cookie }
    keys['another’s CSRF token'] = { ...keys['another’s CSRF token'], cookie: again.cookie }
    keys['another site’s page'] = { ...browser(again), origin: 'https://evil.example' }
  }
}
