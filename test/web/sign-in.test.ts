import { beforeEach, describe, expect, it } from 'vitest'
import { goodPassword, newAgent, signedIn, signIn } from '../support/desk.ts'
import { adminToken, type DeskServer, startDeskServer } from '../support/desk-server.ts'
import { call } from '../support/web.ts'

const minute = 60_000
const hour = 60 * minute

let server: DeskServer

beforeEach(async () => {
  server = await startDeskServer()
  return () => server.stop()
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(`${server.url}/api/v1${path}`, { method: 'POST', body, headers })
const get = (path: string, headers: Record<string, string> = {}) =>
  call(`${server.url}/api/v1${path}`, { headers })
const tryTo = (login: string, password: string) => post('/session', { login, password })
const first = { adminToken, login: 'Ana@desk.example', name: 'Ana', password: goodPassword }
const actsOf = async () => (await server.store.audit({ limit: 100 })).map(({ act }) => act)

describe('the first sign-in', () => {
  it('makes an admin’s account with the admin token and signs in', async () => {
    expect((await get('/session/options')).body).toEqual({ firstSignIn: true, oidc: null })
    const answer = await post('/session/first', first)
    expect(answer.status).toBe(200)
    const ana = signedIn(server.url, answer)
    expect(ana.agent).toMatchObject({ login: 'ana@desk.example', name: 'Ana', role: 'admin' })
    expect((await ana.get('/api/v1/session')).body).toEqual(answer.body)
    expect((await get('/session/options')).body).toEqual({ firstSignIn: false, oidc: null })
  })

  it('is refused with a wrong token, and once an account exists', async () => {
    const wrong = await post('/session/first', { ...first, adminToken: 'guessed' })
    expect([wrong.status, wrong.body.error.code]).toEqual([403, 'Forbidden'])
    await post('/session/first', first)
    const second = await post('/session/first', { ...first, login: 'eve@desk.example' })
    expect([second.status, second.body.error.code]).toEqual([409, 'AccountsExist'])
  })

  it.each([
    ['short', 'PasswordTooShort'],
    ['x'.repeat(201), 'PasswordTooLong'],
    ['ana@desk.example', 'PasswordIsName'],
    ['password1234', 'PasswordEasilyGuessed'],
  ])('refuses the password %s in words', async (password, code) => {
    const { status, body } = await post('/session/first', { ...first, password })
    expect([status, body.error.code]).toEqual([400, code])
    expect(await server.store.agents()).toEqual([])
  })
})

describe('signing in', () => {
  beforeEach(async () => {
    await newAgent(server, { login: 'bo', role: 'agent' })
  })

  it('takes the login in any case', async () => {
    expect((await tryTo(' BO ', goodPassword)).status).toBe(200)
  })

  it('says the same of an unknown login, a wrong password and a disabled account', async () => {
    const gone = await newAgent(server, { login: 'gone', role: 'agent' })
    await server.store.changeAgent(gone.agent.id, { disabled: true })
    const answers = await Promise.all([
      tryTo('bo', 'wrong wrong wrong'),
      tryTo('nobody', goodPassword),
      tryTo('gone', goodPassword),
    ])
    const [one, ...others] = answers.map(({ status, body: { error } }) => ({
      status,
      code: error.code,
      message: error.message,
    }))
    expect(one).toMatchObject({ status: 401, code: 'WrongLogin' })
    expect(others).toEqual([one, one])
  })

  it.each(['bo', 'nobody'])('shuts the door of %s after five wrong passwords', async (login) => {
    for (let count = 0; count < 5; count += 1) await tryTo(login, 'wrong')
    const locked = await tryTo(login, goodPassword)
    expect([locked.status, locked.body.error.code]).toEqual([429, 'LockedOut'])
    expect(locked.headers.get('retry-after')).toBe('60')
  })

  it('waits twice as long each time, up to an hour', async () => {
    const waits: string[] = []
    for (let count = 0; count < 4; count += 1) await tryTo('bo', 'wrong')
    for (let count = 0; count < 8; count += 1) {
      await tryTo('bo', 'wrong')
      const seconds = (await tryTo('bo', 'wrong')).headers.get('retry-after') ?? ''
      waits.push(seconds)
      server.wait(Number(seconds) * 1000)
    }
    expect(waits).toEqual(['60', '120', '240', '480', '960', '1920', '3600', '3600'])
  })

  it('forgets wrong ones with the right one', async () => {
    for (let count = 0; count < 4; count += 1) await tryTo('bo', 'wrong')
    expect((await tryTo('bo', goodPassword)).status).toBe(200)
    for (let count = 0; count < 4; count += 1) await tryTo('bo', 'wrong')
    expect((await tryTo('bo', goodPassword)).status).toBe(200)
  })

  it('shuts out an address that tries many logins', async () => {
    for (let count = 0; count < 30; count += 1) await tryTo(`guess${count}`, 'wrong')
    expect((await tryTo('bo', goodPassword)).status).toBe(429)
  })

  it('is not counted against an address when it is right', async () => {
    for (let count = 0; count < 40; count += 1) {
      expect((await tryTo('bo', goodPassword)).status).toBe(200)
    }
  })

  it('is written down, right, wrong and locked, without a password', async () => {
    for (let count = 0; count < 6; count += 1) await tryTo('bo', 'wrong-password-typed')
    expect(await actsOf()).toEqual([
      'agents.add',
      'session.begin',
      ...Array.from({ length: 5 }, () => 'session.wrong'),
      'session.locked',
    ])
    expect(JSON.stringify(await server.store.audit({ limit: 100 }))).not.toContain('typed')
  })

  it('ends the sign-in the browser had before', async () => {
    const before = await signIn(server.url, 'bo')
    const body = { login: 'bo', password: goodPassword }
    const again = signedIn(server.url, await post('/session', body, { cookie: before.cookie }))
    expect(again.cookie).not.toBe(before.cookie)
    expect((await before.get('/api/v1/session')).status).toBe(401)
    expect((await again.get('/api/v1/session')).status).toBe(200)
  })

  it('is refused from another site’s page', async () => {
    const { status } = await post(
      '/session',
      { login: 'bo', password: goodPassword },
      { origin: 'https://evil.example' },
    )
    expect(status).toBe(403)
  })
})

describe('the cookie', () => {
  const made = async () => {
    const answer = await post('/session/first', first)
    return (answer.headers.get('set-cookie') ?? '').split('; ')
  }

  it('is out of reach of scripts and of other sites', async () => {
    const [pair, ...rest] = await made()
    expect(pair).toMatch(/^daozhang=[\w-]{43}$/)
    expect(rest).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=604800'])
  })

  it('is bound to this host, and to TLS, where the server is reached over TLS', async () => {
    await server.stop()
    server = await startDeskServer({ publicUrl: 'https://support.example' })
    const [pair, ...rest] = await made()
    expect(pair).toMatch(/^__Host-daozhang=[\w-]{43}$/)
    expect(rest).toContain('Secure')
  })

  it('is kept nowhere in the store', async () => {
    const [pair = ''] = await made()
    const id = pair.split('=')[1] ?? ''
    expect(await server.store.session(id)).toBeUndefined()
  })
})

describe('a sign-in', () => {
  it('lasts while it is used, a week at the longest', async () => {
    const bo = await newAgent(server, { login: 'bo', role: 'agent' })
    const statuses: number[] = []
    for (let call = 0; call < 15; call += 1) {
      server.wait(11.5 * hour)
      statuses.push((await bo.get('/api/v1/session')).status)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(14)
    expect(statuses.at(-1)).toBe(401)
  })

  it('ends after twelve hours without a call', async () => {
    const bo = await newAgent(server, { login: 'bo', role: 'agent' })
    server.wait(12 * hour)
    const { status, body } = await bo.get('/api/v1/session')
    expect([status, body.error.code]).toEqual([401, 'NotSignedIn'])
  })

  it('ends with signing out, and the cookie with it', async () => {
    const bo = await newAgent(server, { login: 'bo', role: 'agent' })
    const ended = await bo.post('/api/v1/session/end')
    expect(ended.headers.get('set-cookie')).toMatch(/^daozhang=; .*Max-Age=0/)
    expect((await bo.get('/api/v1/session')).status).toBe(401)
    expect((await server.store.agent(bo.agent.id))?.presence).toBe('offline')
  })

  it('changes nothing without its CSRF token', async () => {
    const bo = await newAgent(server, { login: 'bo', role: 'agent' })
    const path = '/api/v1/session/presence'
    for (const token of ['', 'guessed', bo.cookie]) {
      const headers = { 'x-csrf-token': token }
      const { status, body } = await bo.post(path, { presence: 'online' }, headers)
      expect([status, body.error.code]).toEqual([403, 'CsrfTokenWrong'])
    }
    expect((await bo.post(path, { presence: 'online' })).status).toBe(200)
  })

  it('counts for nothing beside a token', async () => {
    const bo = await newAgent(server, { login: 'bo', role: 'agent' })
    const wrong = await bo.get('/api/v1/tickets', { authorization: 'Bearer wrong' })
    expect(wrong.status).toBe(403)
    const admin = await bo.get('/api/v1/audit', { authorization: `Bearer ${adminToken}` })
    expect(admin.status).toBe(200)
  })
})

describe('a password', () => {
  const next = 'seven tall green herons'

  it('is changed by who knows it, and every sign-in begins anew', async () => {
    const bo = await newAgent(server, { login: 'bo', role: 'agent' })
    const elsewhere = await signIn(server.url, 'bo')
    const wrong = await bo.post('/api/v1/session/password', { current: 'no', next })
    expect([wrong.status, wrong.body.error.code]).toEqual([403, 'WrongPassword'])
    const answer = await bo.post('/api/v1/session/password', { current: goodPassword, next })
    expect((await signedIn(server.url, answer).get('/api/v1/session')).status).toBe(200)
    expect((await bo.get('/api/v1/session')).status).toBe(401)
    expect((await elsewhere.get('/api/v1/session')).status).toBe(401)
    await signIn(server.url, 'bo', next)
  })

  it('is guessed here no more often than at the door', async () => {
    const bo = await newAgent(server, { login: 'bo', role: 'agent' })
    const guess = () => bo.post('/api/v1/session/password', { current: 'no', next })
    for (let count = 0; count < 5; count += 1) await guess()
    expect((await guess()).body.error.code).toBe('LockedOut')
  })

  it('is hashed anew when today’s hashes are stronger', async () => {
    await server.stop()
    const outdated = { ...{ hash: async (p: string) => `new ${p}` } }
    server = await startDeskServer({
      parts: {
        passwords: {
          ...outdated,
          matches: async (hash, password) =>
            [`old ${password}`, `new ${password}`].includes(hash ?? ''),
          isOutdated: (hash) => hash.startsWith('old '),
        },
      },
    })
    const { agent } = await newAgent(server, { login: 'bo', role: 'agent' })
    await server.store.setPassword(agent.id, { hash: `old ${goodPassword}`, temporary: true })
    await signIn(server.url, 'bo')
    const kept = { hash: `new ${goodPassword}`, temporary: true }
    expect(await server.store.password(agent.id)).toEqual(kept)
  })
})
