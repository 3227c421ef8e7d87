import { beforeEach, describe, expect, it } from 'vitest'
import { goodPassword, newAgent, type SignedIn, signedIn, signIn } from '../support/desk.ts'
import { type DeskServer, startDeskServer } from '../support/desk-server.ts'
import { call } from '../support/web.ts'

const path = '/api/v1/agents'

let server: DeskServer
let admin: SignedIn
let bo: SignedIn

beforeEach(async () => {
  server = await startDeskServer()
  admin = await newAgent(server, { login: 'ana', role: 'admin' })
  bo = await newAgent(server, { login: 'bo', role: 'agent' })
  return () => server.stop()
})

const listed = async (id: string) => {
  const { body } = await admin.get(path)
  return body.agents.find((each: { id: string }) => each.id === id)
}

describe('the agents', () => {
  it('are seen by everybody at the desk, with what they have in hand', async () => {
    const { status, body } = await bo.get(path)
    expect(status).toBe(200)
    expect(body.agents.map(({ login }: { login: string }) => login)).toEqual(['ana', 'bo'])
    expect(body.agents[0]).toMatchObject({ active: 0, presence: 'offline', capacity: 4 })
    expect(JSON.stringify(body)).not.toMatch(/password|quick/)
  })

  it('are made and changed by an admin only', async () => {
    const body = { login: 'cy', name: 'Cy', role: 'admin', password: goodPassword }
    expect((await bo.post(path, body)).status).toBe(403)
    expect((await bo.post(`${path}/${bo.agent.id}`, { role: 'admin' })).status).toBe(403)
    expect((await bo.post(`${path}/${admin.agent.id}/password`, body)).status).toBe(403)
    expect((await listed(bo.agent.id)).role).toBe('agent')
  })

  it('are made with usual values where none are given', async () => {
    const answer = await admin.post(path, { login: 'Cy', name: ' Cy ', role: 'lead' })
    expect(answer.status).toBe(201)
    expect(answer.body.agent).toMatchObject({
      login: 'cy',
      name: 'Cy',
      languages: ['zh-CN', 'en'],
      skills: [],
      capacity: 4,
      disabled: false,
    })
  })

  it.each([
    ['a login with a space', { login: 'a b' }],
    ['a login of one character', { login: 'a' }],
    ['a name of control characters', { name: '\u0007' }],
    ['a role that is none', { role: 'owner' }],
    ['a capacity below nothing', { capacity: -1 }],
    ['a language we do not speak', { languages: ['fr'] }],
  ])('are refused %s', async (_what, wrong) => {
    const body = { login: 'cy', name: 'Cy', role: 'agent', ...wrong }
    expect((await admin.post(path, body)).status).toBe(400)
  })

  it('have logins of their own, whatever the case', async () => {
    const taken = await admin.post(path, { login: 'BO', name: 'Bo 2', role: 'agent' })
    expect([taken.status, taken.body.error.code]).toEqual([409, 'LoginTaken'])
    const renamed = await admin.post(`${path}/${bo.agent.id}`, { login: 'ana' })
    expect([renamed.status, renamed.body.error.code]).toEqual([409, 'LoginTaken'])
  })

  it('cannot sign in before they have a password', async () => {
    const { body } = await admin.post(path, { login: 'cy', name: 'Cy', role: 'agent' })
    await expect(signIn(server.url, 'cy')).rejects.toThrow(/WrongLogin/)
    await admin.post(`${path}/${body.agent.id}/password`, { password: goodPassword })
    await signIn(server.url, 'cy')
  })

  it('are signed out everywhere when disabled, and by a new password', async () => {
    const url = `${path}/${bo.agent.id}`
    await admin.post(`${url}/password`, { password: 'seven tall green herons' })
    expect((await bo.get(path)).status).toBe(401)
    const again = await signIn(server.url, 'bo', 'seven tall green herons')
    await admin.post(url, { disabled: true })
    expect((await again.get(path)).status).toBe(401)
    await admin.post(url, { disabled: false })
    expect((await again.get(path)).status).toBe(401)
  })

  it('have a new role with their next call', async () => {
    expect((await bo.get('/api/v1/audit')).status).toBe(403)
    await admin.post(`${path}/${bo.agent.id}`, { role: 'admin' })
    expect((await bo.get('/api/v1/audit')).status).toBe(200)
  })

  it('cannot take their own keys away', async () => {
    for (const change of [{ disabled: true }, { role: 'lead' }]) {
      const { status, body } = await admin.post(`${path}/${admin.agent.id}`, change)
      expect([status, body.error.code]).toEqual([409, 'NotYourself'])
    }
    expect((await admin.post(`${path}/${admin.agent.id}`, { name: 'Anna' })).status).toBe(200)
  })

  it('that do not exist are not found', async () => {
    for (const url of [`${path}/none`, `${path}/none/password`]) {
      expect((await admin.post(url, { password: goodPassword })).status).toBe(404)
    }
  })
})

describe('a password that an admin has typed', () => {
  const typed = 'seven tall green herons'
  const own = 'nine old red foxes'
  const passwordPath = '/api/v1/session/password'
  const reset = () => admin.post(`${path}/${bo.agent.id}/password`, { password: typed })
  const session = async (who: SignedIn) => (await who.get('/api/v1/session')).body

  it.each([
    ['after a reset', reset, 'bo'],
    [
      'of a new account',
      () => admin.post(path, { login: 'cy', name: 'Cy', role: 'admin', password: typed }),
      'cy',
    ],
  ])('opens nothing but a change of it, %s', async (_when, given, login) => {
    await given()
    const who = await signIn(server.url, login, typed)
    expect(await session(who)).toMatchObject({ mustChangePassword: true, agent: { login } })
    for (const refused of [
      await who.get(path),
      await who.get('/api/v1/handoffs'),
      await who.get('/api/v1/audit'),
      await who.post('/api/v1/session/presence', { presence: 'online' }),
    ]) {
      expect([refused.status, refused.body.error.code]).toEqual([403, 'PasswordChangeNeeded'])
      expect(refused.body.error.message).toContain('Choose your own first')
    }
    const { entries } = (await admin.get(`/api/v1/audit?agent=${who.agent.id}`)).body
    const refusals = entries.filter(({ act }: { act: string }) => act.startsWith('refused.'))
    expect(refusals).toHaveLength(4)
    const changed = signedIn(
      server.url,
      await who.post(passwordPath, { current: typed, next: own }),
    )
    expect((await changed.get(path)).status).toBe(200)
    expect((await session(changed)).mustChangePassword).toBe(false)
    expect((await session(await signIn(server.url, login, own))).mustChangePassword).toBe(false)
  })

  it('cannot be kept', async () => {
    await reset()
    const who = await signIn(server.url, 'bo', typed)
    const kept = await who.post(passwordPath, { current: typed, next: typed })
    expect([kept.status, kept.body.error.code]).toEqual([400, 'PasswordUnchanged'])
    expect((await who.get(path)).status).toBe(403)
  })

  it('lets its owner sign out, and asks again at the next sign-in', async () => {
    await reset()
    const who = await signIn(server.url, 'bo', typed)
    expect((await who.post('/api/v1/session/end')).status).toBe(200)
    const again = await signIn(server.url, 'bo', typed)
    expect((await session(again)).mustChangePassword).toBe(true)
  })

  it('is their own when they typed it themselves, or when the admin token set it', async () => {
    await admin.post(`${path}/${admin.agent.id}/password`, { password: typed })
    expect((await (await signIn(server.url, 'ana', typed)).get(path)).status).toBe(200)
    await call(`${server.url}${path}/${bo.agent.id}/password`, {
      method: 'POST',
      token: server.adminToken,
      body: { password: typed },
    })
    expect((await (await signIn(server.url, 'bo', typed)).get(path)).status).toBe(200)
  })
})

describe('presence', () => {
  const say = (presence: string) => bo.post('/api/v1/session/presence', { presence })

  it('is what the console says, while it gives signs of life', async () => {
    await say('online')
    expect(await listed(bo.agent.id)).toMatchObject({ presence: 'online' })
    server.wait(59_000)
    expect((await listed(bo.agent.id)).presence).toBe('online')
    server.wait(1_000)
    expect((await listed(bo.agent.id)).presence).toBe('away')
    await say('online')
    expect((await listed(bo.agent.id)).presence).toBe('online')
  })

  it.each(['away', 'offline'])('stays %s however long it lasts', async (presence) => {
    await say(presence)
    server.wait(3_600_000)
    expect((await listed(bo.agent.id)).presence).toBe(presence)
  })

  it('belongs to a sign-in: the admin token has none', async () => {
    const { status } = await call(`${server.url}/api/v1/session/presence`, {
      method: 'POST',
      token: server.adminToken,
      body: { presence: 'online' },
    })
    expect(status).toBe(401)
  })
})
