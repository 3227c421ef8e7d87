import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export interface Person {
  preferred_username?: string
  email?: string
  name?: string
  groups?: string[]
  realm_access?: { roles: string[] }
}

export const client = { id: 'daozhang', secret: 'the-client-secret-of-the-tests' }

/** A real OpenID Connect service on loopback. Whoever signs in there is whom `people` says. */
export async function startSignInProvider(people: Record<string, Person>) {
  let answer: ReturnType<Provider['callback']> | undefined
  const http = createServer((request, response) => answer?.(request, response))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return {
    issuer,
    /** Knows our server from now on. */
    register(origin: string): void {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [`${origin}/api/v1/session/oidc/return`],
          },
        ],
        cookies: { keys: ['the-cookie-key-of-the-tests'] },
        claims: {
          profile: ['preferred_username', 'name', 'groups', 'realm_access'],
          email: ['email'],
        },
        pkce: { required: () => true },
        findAccount: (_context: unknown, id: string) => ({
          accountId: id,
          claims: () => ({ sub: id, ...people[id] }),
        }),
      })
      answer = provider.callback()
    },
    async stop(): Promise<void> {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

/** A browser that keeps the cookies of each host and port. */
export function createBrowser() {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string) => {
    const { origin } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }

  async function step(url: string, body?: URLSearchParams): Promise<Response> {
    const jar = jarOf(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'en' },
      ...(body && { method: 'POST', body }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      if (value.join('=') === '') jar.delete(name)
      else jar.set(name, value.join('='))
    }
    return response
  }

  return {
    /** Follows where it is led, until a page comes or `stopAt` would be opened. */
    async open(url: string, { body, stopAt }: { body?: URLSearchParams; stopAt?: string } = {}) {
      let at = url
      let response = await step(at, body)
      for (let location = response.headers.get('location'); location; ) {
        at = new URL(location, at).href
        if (stopAt && at.includes(stopAt)) return { at, response }
        response = await step(at)
        location = response.headers.get('location')
      }
      return { at, response }
    },
    cookies: (url: string) => jarOf(url),
  }
}

export type Browser = ReturnType<typeof createBrowser>

/** Goes to the service from our door and signs in there; ends where that leads, or at `stopAt`. */
export async function signInAtService(
  browser: Browser,
  { url, login, stopAt }: { url: string; login: string; stopAt?: string },
) {
  const asked = await browser.open(`${url}/api/v1/session/oidc`)
  const form = new URLSearchParams({ prompt: 'login', login, password: 'any' })
  const consent = await browser.open(asked.at, { body: form })
  const agree = new URLSearchParams({ prompt: 'consent' })
  return browser.open(consent.at, { body: agree, stopAt: stopAt ?? '/console' })
}
