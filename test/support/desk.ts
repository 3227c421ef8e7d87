import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Passwords } from '../../src/ports/passwords.ts'
import { createStore } from '../../src/storage/store.ts'
import { type Answer, call } from './web.ts'

/** An empty store that goes away with `close`. */
export async function temporaryStore() {
  const dataDir = mkdtempSync(join(tmpdir(), 'daozhang-desk-'))
  const store = await createStore({ dataDir })
  return {
    store,
    async close() {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Passwords that cost nothing, for tests of what is around them. */
export const quickPasswords: Passwords = {
  hash: async (password) => `quick ${password}`,
  matches: async (hash, password) => hash === `quick ${password}`,
  isOutdated: () => false,
}

/** A browser in which somebody is signed in at the desk. */
export interface SignedIn {
  agent: { id: string; name: string; role: string }
  cookie: string
  csrfToken: string
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** Takes what a sign-in answered into a browser of its own. */
export function signedIn(url: string, { body, headers }: Answer): SignedIn {
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { agent, csrfToken } = body
  return {
    agent,
    cookie,
    csrfToken,
    get: (path, more) => call(url + path, { headers: { cookie, ...more } }),
    post: (path, body = {}, more) =>
      call(url + path, {
        method: 'POST',
        body,
        headers: { cookie, 'x-csrf-token': csrfToken, ...more },
      }),
  }
}

export const goodPassword = 'four brave little otters'

/** Signs in, or fails the test with what came instead. */
export async function signIn(url: string, login: string, password = goodPassword) {
  const answer = await call(`${url}/api/v1/session`, { method: 'POST', body: { login, password } })
  if (answer.status !== 200) throw new Error(`not signed in: ${JSON.stringify(answer.body)}`)
  return signedIn(url, answer)
}

interface Account {
  login: string
  role: 'agent' | 'lead' | 'admin'
}

/** Makes an account with the admin token and signs in. */
export async function newAgent(at: { url: string; adminToken: string }, { login, role }: Account) {
  const answer = await call(`${at.url}/api/v1/agents`, {
    method: 'POST',
    token: at.adminToken,
    body: { login, name: `Agent ${login}`, role, password: goodPassword },
  })
  if (answer.status !== 201) throw new Error(`no account: ${JSON.stringify(answer.body)}`)
  return signIn(at.url, login)
}
