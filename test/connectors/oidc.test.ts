import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { oidcSignIn } from '../../src/connectors/oidc/oidc-sign-in.ts'
import type { SignInService } from '../../src/ports/sign-in-service.ts'
import { type DeskServer, startDeskServer } from '../support/desk-server.ts'
import {
  client,
  createBrowser,
  type Person,
  signInAtService,
  startSignInProvider,
} from '../support/sign-in-provider.ts'
import { call } from '../support/web.ts'

const people: Record<string, Person> = {
  ana: { preferred_username: 'Ana', name: 'Ana Li', groups: ['desk', 'desk-leads', 'chess'] },
  bo: { email: 'bo@shop.example', name: 'Bo', groups: ['desk'] },
  eve: { preferred_username: 'eve', groups: ['chess'] },
  kc: { preferred_username: 'kc', realm_access: { roles: ['desk:night'] } },
}
const roles = [
  { role: 'lead', group: 'desk-leads' },
  { role: 'agent', group: 'desk' },
  { role: 'agent', group: 'desk:night' },
] as const

let provider: Awaited<ReturnType<typeof startSignInProvider>>
let server: DeskServer
let service: SignInService

beforeAll(async () => {
  provider = await startSignInProvider(people)
})
afterAll(() => provider.stop())

const serviceAt = (issuer: string, roleClaim = 'groups') =>
  oidcSignIn({
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    name: 'Shop login',
    scope: 'openid profile email',
    roleClaim,
    roles,
  })

async function startWith(wanted: SignInService) {
  service = wanted
  server = await startDeskServer({ parts: { signInService: wanted } })
  provider.register(server.url)
}

beforeEach(async () => {
  await startWith(serviceAt(provider.issuer))
  return () => server.stop()
})

/** Signs in as somebody; what the console then knows. */
async function signInAs(login: string, browser = createBrowser()) {
  const end = await signInAtService(browser, { url: server.url, login })
  const cookie = `daozhang=${browser.cookies(server.url).get('daozhang')}`
  const session = await call(`${server.url}/api/v1/session`, { headers: { cookie } })
  return { ...end, page: await end.response.text(), session }
}

describe('signing in by an OpenID Connect service', () => {
  it('is offered under its name', async () => {
    const { body } = await call(`${server.url}/api/v1/session/options`)
    expect(body.oidc).toEqual({ name: 'Shop login' })
  })

  it('makes an account with the highest role of the groups, and leads to the console', async () => {
    const { at, session } = await signInAs('ana')
    expect(at).toBe(`${server.url}/console`)
    expect(session.body.agent).toMatchObject({ login: 'ana', name: 'Ana Li', role: 'lead' })
  })

  it('knows who comes back, and their role of today', async () => {
    const before = await signInAs('bo')
    people.bo = { ...people.bo, groups: ['desk-leads'] }
    const after = await signInAs('bo')
    people.bo = { ...people.bo, groups: ['desk'] }
    expect(after.session.body.agent).toMatchObject({
      id: before.session.body.agent.id,
      login: 'bo@shop.example',
      role: 'lead',
    })
    expect(await server.store.agents()).toHaveLength(1)
  })

  it('reads roles from inside a claim', async () => {
    await server.stop()
    await startWith(serviceAt(provider.issuer, 'realm_access.roles'))
    expect((await signInAs('kc')).session.body.agent.role).toBe('agent')
  })

  it('refuses who has no role, in words, and makes no account', async () => {
    const { response, page, session } = await signInAs('eve')
    expect(response.status).toBe(403)
    expect(page).toContain('Your account has no role at this desk')
    expect(session.status).toBe(401)
    expect(await server.store.agents()).toEqual([])
  })

  it('ends the sign-ins of who has lost the role', async () => {
    const browser = createBrowser()
    await signInAs('bo', browser)
    people.bo = { ...people.bo, groups: [] }
    await signInAs('bo')
    people.bo = { ...people.bo, groups: ['desk'] }
    const cookie = `daozhang=${browser.cookies(server.url).get('daozhang')}`
    expect((await call(`${server.url}/api/v1/session`, { headers: { cookie } })).status).toBe(401)
  })

  it('lets in who has a password typed by an admin, too, and asks for no other', async () => {
    const { session } = await signInAs('bo')
    const typed = { hash: 'typed', temporary: true }
    await server.store.setPassword(session.body.agent.id, typed)
    const again = await signInAs('bo')
    expect(again.session.body).toMatchObject({ mustChangePassword: false, agent: { name: 'Bo' } })
  })

  it('refuses a disabled account', async () => {
    const { session } = await signInAs('bo')
    await server.store.changeAgent(session.body.agent.id, { disabled: true })
    expect((await signInAs('bo')).page).toContain('Your account here is disabled')
  })

  it('takes over no account that has the same login', async () => {
    const agent = {
      id: 'a1',
      login: 'ana',
      name: 'The other Ana',
      role: 'admin',
      languages: [],
      skills: [],
      capacity: 1,
      disabled: false,
      createdAt: '2026-11-24T00:00:00Z',
    } as const
    await server.store.createAgent({ agent: { ...agent, languages: [], skills: [] } })
    const { response, session } = await signInAs('ana')
    expect([response.status, session.status]).toEqual([409, 401])
  })

  it('refuses an answer to another browser’s question', async () => {
    const mine = createBrowser()
    const stopAt = '/oidc/return'
    const { at } = await signInAtService(mine, { url: server.url, login: 'ana', stopAt })
    const strangers = createBrowser()
    expect((await strangers.open(at)).response.status).toBe(400)
    // Nor with a question of their own.
    await strangers.open(`${server.url}/api/v1/session/oidc`)
    expect((await strangers.open(at, { stopAt: '/console' })).response.status).toBe(403)
    expect(strangers.cookies(server.url).has('daozhang')).toBe(false)
  })

  it('takes an answer once', async () => {
    const browser = createBrowser()
    const stopAt = '/oidc/return'
    const { at } = await signInAtService(browser, { url: server.url, login: 'ana', stopAt })
    const kept = new Map(browser.cookies(server.url))
    await browser.open(at, { stopAt: '/console' })
    for (const [name, value] of kept) browser.cookies(server.url).set(name, value)
    expect((await browser.open(at, { stopAt: '/console' })).response.status).toBe(403)
  })

  it('says so when the service does not answer, and asks again later', async () => {
    await server.stop()
    await startWith(serviceAt('http://127.0.0.1:9'))
    const gone = await createBrowser().open(`${server.url}/api/v1/session/oidc`)
    expect(gone.response.status).toBe(503)
    expect(await gone.response.text()).toContain('does not answer')
    const pending = { state: 's', nonce: 'n', verifier: 'v' }
    expect(await service.finish(`${server.url}/?code=x`, pending)).toEqual({
      outcome: 'unreachable',
    })
  })

  it('is not there without a service', async () => {
    await server.stop()
    server = await startDeskServer()
    for (const path of ['oidc', 'oidc/return']) {
      const { status } = await call(`${server.url}/api/v1/session/${path}`)
      expect(status).toBe(404)
    }
  })
})
