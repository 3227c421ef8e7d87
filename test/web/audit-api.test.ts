import { beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../src/errors.ts'
import type { Store } from '../../src/ports/store.ts'
import { apiOperations } from '../../src/web/api/operations.ts'
import { accepted, handoff, message, startConversation, ticket, work } from '../storage/sample.ts'
import { newAgent, type SignedIn } from '../support/desk.ts'
import { type DeskServer, startDeskServer } from '../support/desk-server.ts'
import { call } from '../support/web.ts'

const minute = 60_000

let server: DeskServer
let admin: SignedIn
let bo: SignedIn

async function start(around?: (store: Store) => Store): Promise<void> {
  server = await startDeskServer(around ? { around } : {})
  const { store } = server
  await startConversation(store, 'c1')
  await accepted(store, message('c1', 'where is it'))
  await work(store, 'c1', { tickets: [ticket('T1')], handoffs: [handoff('h1', 'c1')] })
  admin = await newAgent(server, { login: 'ana', role: 'admin' })
  bo = await newAgent(server, { login: 'bo', role: 'agent' })
}

beforeEach(async () => {
  await start()
  return () => server.stop()
})

/** What was noted since the accounts were made. */
async function noted() {
  const entries = await server.store.audit({ limit: 1_000 })
  const setUp = entries.findLastIndex(({ act }) => act === 'session.begin')
  return entries.slice(setUp + 1).map(({ actor, act, object, detail }) => ({
    actor,
    act,
    object,
    ...(detail !== undefined && { detail }),
  }))
}

describe('every operation', () => {
  /** Calls that show and change no customer's record. Whoever adds one says so here as well. */
  const nothingPersonal = [
    'GET /api/v1/session/options',
    'POST /api/v1/session',
    'POST /api/v1/session/first',
    'GET /api/v1/session/oidc',
    'GET /api/v1/session/oidc/return',
    'GET /api/v1/session',
    'POST /api/v1/session/end',
    'POST /api/v1/session/password',
    'POST /api/v1/session/presence',
    'GET /api/v1/agents',
    'GET /api/v1/desk',
    'POST /api/v1/handoffs/{conversationId}/typing',
    'GET /api/v1/audit/verify',
    'GET /api/v1/promises/rates',
    'POST /api/v1/understand',
    'GET /api/v1/knowledge/search',
    'GET /api/v1/knowledge/articles',
    'GET /api/v1/knowledge/upkeep',
    'GET /api/v1/processes',
    'GET /api/v1/settings',
  ]
  const operations = apiOperations({} as never)

  it('is in the audit, or is listed as touching nobody’s record', () => {
    const unrecorded = operations.filter(({ record }) => record === 'nothing')
    const calls = unrecorded.map(({ method, path }) => `${method} ${path}`)
    expect(calls.toSorted()).toEqual(nothingPersonal.toSorted())
  })

  it('changes nothing by GET', () => {
    const changing = operations.filter(
      ({ method, record }) => method === 'GET' && record === 'change',
    )
    expect(changing).toEqual([])
  })
})

describe('the audit', () => {
  it('tells who looked at what', async () => {
    await bo.get('/api/v1/conversations/c1')
    await bo.get('/api/v1/tickets/T1')
    await bo.get('/api/v1/tickets')
    await bo.get('/api/v1/handoffs?state=queued')
    expect(await noted()).toEqual([
      { actor: bo.agent.id, act: 'look.conversations', object: 'conversations/c1' },
      { actor: bo.agent.id, act: 'look.tickets', object: 'tickets/T1' },
      { actor: bo.agent.id, act: 'look.tickets', object: 'tickets', detail: 'shown: T1' },
      { actor: bo.agent.id, act: 'look.handoffs', object: 'handoffs', detail: 'shown: c1' },
    ])
  })

  it('tells who did what, also with the admin token', async () => {
    const url = '/api/v1/handoffs/c1/claim'
    await bo.post(url, { agent: 'bo' })
    await call(server.url + url, { method: 'POST', token: server.adminToken, body: { agent: 'x' } })
    const act = { act: 'handoffs.claim', object: 'conversations/c1' }
    expect(await noted()).toEqual([
      { actor: bo.agent.id, ...act },
      { actor: 'admin-token', ...act },
    ])
  })

  it('notes a change before it is made, and that it was refused', async () => {
    await bo.post('/api/v1/handoffs/c1/message', { text: 'not mine yet' })
    const act = { actor: bo.agent.id, act: 'handoffs.message', object: 'conversations/c1' }
    expect(await noted()).toEqual([act, { ...act, detail: 'refused: NotClaimed' }])
  })

  it('notes refused access, of strangers without the ids they made up', async () => {
    await bo.get('/api/v1/audit')
    await bo.post(`/api/v1/agents/${admin.agent.id}`, { disabled: true })
    for (const id of ['x', 'y'])
      await call(`${server.url}/api/v1/tickets/${id}`, { token: 'wrong' })
    expect(await noted()).toEqual([
      {
        actor: bo.agent.id,
        act: 'refused.get',
        object: 'audit',
        detail: 'refused: RoleNotEnough',
      },
      {
        actor: bo.agent.id,
        act: 'refused.post',
        object: `agents/${admin.agent.id}`,
        detail: 'refused: RoleNotEnough',
      },
      { actor: 'nobody', act: 'refused.get', object: 'tickets/{no}', detail: 'refused: Forbidden' },
    ])
  })

  it('holds one look for a console that asks every few seconds', async () => {
    for (let poll = 0; poll < 40; poll += 1) {
      await bo.get('/api/v1/conversations/c1')
      server.wait(15_000)
    }
    expect(await noted()).toHaveLength(2)
    await admin.get('/api/v1/conversations/c1')
    expect(await noted()).toHaveLength(3)
  })

  it('holds a look again when there is something else to see', async () => {
    await bo.get('/api/v1/tickets')
    await bo.get('/api/v1/tickets?state=closed')
    expect((await noted()).map(({ detail }) => detail)).toEqual(['shown: T1', 'nothing shown'])
  })

  it('keeps no card number that stands in an address', async () => {
    await bo.post('/api/v1/handoffs/4111111111111111/close', {})
    expect(JSON.stringify(await noted())).not.toContain('4111111111111111')
  })

  it('says of an account what was changed, and no password', async () => {
    const url = `/api/v1/agents/${bo.agent.id}`
    await admin.post(url, { role: 'lead', skills: ['fraud'] })
    await admin.post(`${url}/password`, { password: 'seven tall green herons' })
    const actor = admin.agent.id
    const object = `agents/${bo.agent.id}`
    expect(await noted()).toEqual([
      { actor, act: 'agents.change', object, detail: '{"role":"lead","skills":["fraud"]}' },
      { actor, act: 'agents.password', object },
    ])
  })

  it('is read a page at a time, by who and by what', async () => {
    await bo.get('/api/v1/tickets/T1')
    await bo.get('/api/v1/conversations/c1')
    await admin.get('/api/v1/tickets/T1')
    const found = async (query: string) => (await admin.get(`/api/v1/audit?${query}`)).body
    expect((await found(`agent=${bo.agent.id}&object=tickets/T1`)).entries).toHaveLength(1)
    expect((await found('object=tickets/T1')).entries).toHaveLength(2)
    const first = await found('limit=1')
    expect(first.next).toBe(1)
    expect((await found('limit=1&after=1')).entries[0].seq).toBe(2)
  })

  it('is read from the newest back, and says where it goes on', async () => {
    for (const path of ['tickets/T1', 'conversations/c1', 'tickets']) {
      await bo.get(`/api/v1/${path}`)
    }
    const found = async (query: string) =>
      (await admin.get(`/api/v1/audit?order=newest&agent=${bo.agent.id}&${query}`)).body
    const { entries, next } = await found('limit=2')
    const objects = entries.map(({ object }: { object: string }) => object)
    expect(objects).toEqual(['tickets', 'conversations/c1'])
    expect(next).toBe(entries[1].seq)
    const last = await found(`limit=2&after=${next}`)
    expect(last.entries.map(({ object }: { object: string }) => object)).toEqual([
      'tickets/T1',
      `agents/${bo.agent.id}`,
    ])
    expect(last).not.toHaveProperty('next')
    expect((await admin.get('/api/v1/audit?order=sideways')).status).toBe(400)
  })

  it('names whom its ids belong to, also after an account is disabled, and nobody else', async () => {
    await newAgent(server, { login: 'cy', role: 'agent' })
    await bo.get('/api/v1/tickets/T1')
    await admin.post(`/api/v1/agents/${bo.agent.id}`, { disabled: true })
    const { people } = (await admin.get('/api/v1/audit?object=tickets/T1')).body
    const named = { id: bo.agent.id, login: 'bo', name: 'Agent bo', disabled: true }
    expect(people).toEqual([named])
    const done = (await admin.get(`/api/v1/audit?agent=${admin.agent.id}`)).body
    expect(done.people).toEqual([
      { id: admin.agent.id, login: 'ana', name: 'Agent ana', disabled: false },
      named,
    ])
  })

  it('proves itself, and shows an entry that was changed', async () => {
    await bo.get('/api/v1/tickets/T1')
    const { body } = await admin.get('/api/v1/audit/verify')
    expect(body).toMatchObject({ intact: true, head: expect.stringMatching(/^[\da-f]{64}$/) })
  })
})

describe('while the audit cannot be written', () => {
  let broken = false

  beforeEach(async () => {
    await server.stop()
    broken = false
    await start((store) => ({
      ...store,
      noteAudit: async (note) => {
        if (broken) throw new Failure('store_unavailable', 'not today')
        return store.noteAudit(note)
      },
    }))
    broken = true
  })

  it.each([
    '/api/v1/conversations/c1',
    '/api/v1/tickets/T1',
    '/api/v1/tickets',
    '/api/v1/handoffs',
  ])('nothing is shown: %s', async (path) => {
    const { status, body } = await bo.get(path)
    expect(status).toBe(503)
    expect(JSON.stringify(body)).not.toContain('T1')
  })

  it('nothing is changed', async () => {
    const { status } = await admin.post(`/api/v1/agents/${bo.agent.id}`, { role: 'admin' })
    expect(status).toBe(503)
    expect((await server.store.agent(bo.agent.id))?.role).toBe('agent')
  })

  it('nobody is signed in', async () => {
    const body = { login: 'bo', password: 'four brave little otters' }
    const answer = await call(`${server.url}/api/v1/session`, { method: 'POST', body })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([503, null])
  })

  it('a look is noted with the next try', async () => {
    await bo.get('/api/v1/tickets/T1')
    broken = false
    server.wait(minute)
    expect((await bo.get('/api/v1/tickets/T1')).status).toBe(200)
    expect(await noted()).toMatchObject([{ act: 'look.tickets' }])
  })
})
