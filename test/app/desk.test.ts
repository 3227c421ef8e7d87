import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { conversationView } from '../../src/web/api/conversation-schemas.ts'
import { deskView, handoffPage, handoffTold } from '../../src/web/api/handoff-schemas.ts'
import { goodPassword, type SignedIn, signedIn, signIn } from '../support/desk.ts'
import { listenToDesk } from '../support/desk-ear.ts'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { openChat } from '../support/real-server.ts'
import { call, post } from '../support/web.ts'

let app: LiveApp
beforeAll(async () => {
  app = await startLiveApp()
})
afterAll(() => app.stop())

const token = () => app.secrets.adminToken
const get = async (path: string) =>
  (await call(`${app.url}/api/v1/${path}`, { token: token() })).body
const act = (id: string, name: string, body: object = {}) =>
  post(`${app.url}/api/v1/handoffs/${id}/${name}`, token(), body)

const open = (locale: string, user?: Record<string, string>) =>
  openChat({
    url: app.url,
    secret: app.secrets.directLineSecret,
    adminToken: token(),
    locale,
    ...(user && { user }),
  })

/** What the customer's own client is given: nothing of the desk may be in it. */
async function seenByCustomer(id: string, customerToken: string) {
  const path = `/v3/directline/conversations/${id}/activities`
  return (await call(app.url + path, { token: customerToken })).body.activities
}

describe('the desk', () => {
  it('shows who waits, and what an agent has to know', async () => {
    const chat = await open('zh-CN', { id: 'dl_m1', role: 'merchant', merchantId: 'M1001' })
    await chat.say('上周五刷的1万没到账')
    await chat.say('转人工')
    const { handoffs } = handoffPage.parse(await get('handoffs?state=queued&locale=en'))
    const mine = handoffs.find(({ conversationId }) => conversationId === chat.id)
    expect(mine).toMatchObject({
      language: 'zh-CN',
      customer: { role: 'merchant', trusted: true },
      preview: '转人工',
      waitedSeconds: expect.any(Number),
    })
    const desk = deskView.parse(await get('desk'))
    expect(desk).toMatchObject({ hours: { open: true }, waiting: null })
    expect(desk.queued).toBeGreaterThan(0)
    const { facts } = conversationView.parse(await get(`conversations/${chat.id}?locale=en`))
    expect(facts.summary.length).toBeLessThanOrEqual(5)
    expect(facts.customer).toMatchObject({ role: 'merchant', merchantId: 'M1001', trusted: true })
    expect(facts.calledBecause).toBe('The customer asked for a person.')
  })

  it('orders two who claim at once: one has it, the other is told so', async () => {
    const chat = await open('en')
    await chat.say('I want a person')
    const answers = await Promise.all(
      ['Chen', 'Wu'].map((agent) => act(chat.id, 'claim', { agent })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409])
    const [won] = answers.filter(({ status }) => status === 202)
    const [lost] = answers.filter(({ status }) => status === 409)
    expect(handoffTold.parse(won?.body).handoff).toMatchObject({ state: 'active' })
    expect(lost?.body.error.code).toBe('AlreadyClaimed')
  })

  it('keeps private notes from the customer, on every way to them', async () => {
    const chat = await open('en')
    await chat.say('I want a person')
    await act(chat.id, 'claim', { agent: 'Chen' })
    await post(`${app.url}/api/v1/conversations/${chat.id}/note`, token(), { text: 'a known case' })
    await act(chat.id, 'message', { text: 'I am looking.' })
    const { notes } = conversationView.parse(await get(`conversations/${chat.id}`))
    expect(notes).toMatchObject([{ about: 'agent', text: 'a known case' }])
    const seen = JSON.stringify(await seenByCustomer(chat.id, chat.token))
    expect(seen).toContain('I am looking.')
    expect(seen).not.toContain('a known case')
  })

  it('asks how it was when it ends, and keeps what the customer says', async () => {
    const chat = await open('en')
    await chat.say('I want a person')
    await act(chat.id, 'claim', { agent: 'Chen' })
    const closed = await act(chat.id, 'close', { outcome: 'solved' })
    expect(closed.body.handoff).toMatchObject({ state: 'closed', outcome: 'solved' })
    const seen = await seenByCustomer(chat.id, chat.token)
    expect(JSON.stringify(seen.at(-1).entities)).toContain('satisfaction')
    const rating = {
      type: 'event',
      name: 'support.rating',
      value: { score: 2, comment: 'too slow' },
    }
    const path = `/v3/directline/conversations/${chat.id}/activities`
    expect((await post(app.url + path, chat.token, rating)).status).toBe(200)
    await expect
      .poll(async () => (await get(`conversations/${chat.id}`)).rating)
      .toEqual({ score: 2, comment: 'too slow' })
    const bad = { ...rating, value: { score: 9 } }
    expect((await post(app.url + path, chat.token, bad)).status).toBe(400)
  })

  it('takes a conversation up that nobody called for', async () => {
    const chat = await open('en')
    await chat.say('hello')
    const { status, body } = await act(chat.id, 'step-in', { agent: 'Chen' })
    expect({ status, state: body.handoff.state }).toEqual({ status: 202, state: 'active' })
    expect(body.handoff.reason).toBe('stepped_in')
  })

  it('puts a conversation back at its old place when it is passed on', async () => {
    const chat = await open('en')
    await chat.say('I want a person')
    const before = await act(chat.id, 'claim', { agent: 'Chen' })
    const after = await act(chat.id, 'transfer', { skill: 'fraud', note: 'looks odd' })
    expect(after.body.handoff).toMatchObject({
      state: 'queued',
      skill: 'fraud',
      createdAt: before.body.handoff.createdAt,
    })
    expect(after.body.handoff).not.toHaveProperty('agent')
    const { notes } = await get(`conversations/${chat.id}`)
    expect(notes).toMatchObject([{ about: 'transfer', text: 'looks odd' }])
  })
})

describe('agents with accounts', () => {
  let admin: SignedIn
  const people = new Map<string, SignedIn>()

  beforeAll(async () => {
    const first = { adminToken: token(), login: 'root', name: 'Root', password: goodPassword }
    admin = signedIn(
      app.url,
      await call(`${app.url}/api/v1/session/first`, { method: 'POST', body: first }),
    )
    for (const [login, role] of [
      ['ana', 'agent'],
      ['bo', 'agent'],
      ['lee', 'lead'],
    ] as const) {
      const account = {
        login,
        name: login,
        role,
        password: goodPassword,
        languages: ['en'],
        skills: [],
        capacity: 1,
      }
      expect((await post(`${app.url}/api/v1/agents`, token(), account)).status).toBe(201)
      people.set(login, await signIn(app.url, login))
    }
  })

  const as = (login: string) => people.get(login) ?? admin
  const does = (...[login, id, name, body = {}]: [string, string, string, object?]) =>
    as(login).post(`/api/v1/handoffs/${id}/${name}`, body)

  async function waiting() {
    const chat = await open('en')
    await chat.say('I want a person')
    return chat
  }

  it('claim for themselves, as many as they may; a lead gives them more', async () => {
    const [one, two] = [await waiting(), await waiting()]
    const claimed = await does('ana', one.id, 'claim')
    expect(claimed.body.handoff).toMatchObject({ agent: as('ana').agent.id, agentName: 'ana' })
    const full = await does('ana', two.id, 'claim')
    expect([full.status, full.body.error.code]).toEqual([409, 'Full'])
    const assigned = await does('lee', two.id, 'assign', { agent: as('ana').agent.id })
    expect(assigned.body.handoff).toMatchObject({ agentName: 'ana' })
    const mine = await as('ana').get('/api/v1/handoffs?agent=me&state=active')
    expect(mine.body.handoffs).toHaveLength(2)
    for (const { id } of [one, two]) await does('ana', id, 'close')
  })

  it('write only in what is theirs; a lead may step in', async () => {
    const chat = await waiting()
    await does('ana', chat.id, 'claim')
    const refused = await does('bo', chat.id, 'message', { text: 'hi' })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'NotYours'])
    expect((await does('bo', chat.id, 'typing')).status).toBe(409)
    expect((await does('bo', chat.id, 'assign', { agent: 'x' })).status).toBe(403)
    expect((await does('lee', chat.id, 'message', { text: 'hello' })).status).toBe(202)
    expect((await does('ana', chat.id, 'typing')).status).toBe(200)
    await does('ana', chat.id, 'close')
  })

  it('are handed the next one, or told that nobody waits', async () => {
    for (const { conversationId } of (await get('handoffs?state=queued')).handoffs) {
      await act(conversationId, 'close')
    }
    const chat = await waiting()
    const next = await as('bo').post('/api/v1/handoffs/next')
    expect(next.body.handoff.conversationId).toBe(chat.id)
    await does('bo', chat.id, 'close')
    const none = await as('bo').post('/api/v1/handoffs/next')
    expect([none.status, none.body.error.code]).toEqual([409, 'NobodyWaits'])
  })

  it('see who else has a conversation open, and who is writing', async () => {
    const chat = await waiting()
    const view = (login: string, body = {}) =>
      as(login).post(`/api/v1/conversations/${chat.id}/view`, body)
    await view('ana', { typing: true })
    const { viewers } = (await view('bo')).body
    expect(viewers).toEqual([
      { agentId: as('ana').agent.id, name: 'ana', typing: true },
      { agentId: as('bo').agent.id, name: 'bo', typing: false },
    ])
    await does('lee', chat.id, 'close')
  })

  it('follow the stream with the cookie of their sign-in, on our own page only', async () => {
    const { cookie } = as('ana')
    const url = `${app.url.replace('http', 'ws')}/api/v1/desk/stream`
    const socket = new WebSocket(url, { headers: { cookie, origin: app.url } })
    await once(socket, 'open')
    socket.terminate()
    const foreign = new WebSocket(url, { headers: { cookie, origin: 'https://elsewhere.example' } })
    foreign.on('error', () => undefined)
    const [, response] = await once(foreign, 'unexpected-response')
    expect(response.statusCode).toBe(403)
    foreign.terminate()
  })
})

describe('the live stream of the desk', () => {
  const address = () => `${app.url.replace('http', 'ws')}/api/v1/desk/stream`

  const listen = () => listenToDesk(app.url, { authorization: `Bearer ${token()}` })

  it('tells of the queue and of what is followed, in ids only', async () => {
    const { follow, frames } = await listen()
    const chat = await open('en')
    follow(chat.id)
    await chat.say('I want a person')
    await expect.poll(() => frames).toContainEqual({ news: 'queue' })
    await chat.say('my card 4242')
    await expect.poll(() => frames).toContainEqual({ news: 'conversation', id: chat.id })
    expect(JSON.stringify(frames)).not.toContain('4242')
  })

  it.each([
    ['nobody', {}, 403],
    ['a page elsewhere', { origin: 'https://elsewhere.example' }, 403],
    ['our own page without a sign-in', { origin: 'self' }, 401],
    ['a wrong token', { authorization: 'Bearer wrong' }, 403],
  ])('refuses %s', async (_who, given, status) => {
    const headers = 'origin' in given && given.origin === 'self' ? { origin: app.url } : given
    const socket = new WebSocket(address(), { headers: headers as Record<string, string> })
    const [, response] = await once(socket, 'unexpected-response')
    expect(response.statusCode).toBe(status)
    socket.on('error', () => undefined)
    socket.terminate()
  })
})
