import { postJson } from '../post-json.ts'

/** How somebody at the desk calls the API: by their session, through any process. */
export interface DeskCaller {
  get(path: string): Promise<Record<string, unknown>>
  post(path: string, body: object): Promise<DeskAnswer>
  /** For the live stream: the address of one process, and the cookie. */
  base: string
  cookie: string
}

export interface DeskAnswer {
  status: number
  body: Record<string, unknown>
}

/** Makes an account with the admin token and signs it in. */
export async function signIn(
  bases: readonly string[],
  { name, adminToken, capacity }: { name: string; adminToken: string; capacity: number },
): Promise<DeskCaller> {
  const [first = ''] = bases
  const password = `${crypto.randomUUID()}-${crypto.randomUUID()}`
  const account = { login: name, name, role: 'agent', password, languages: ['zh-CN', 'en'] }
  await postJson({
    url: `${first}/api/v1/agents`,
    token: adminToken,
    body: { ...account, skills: [], capacity },
  })
  const answer = await fetch(`${first}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: name, password }),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`)
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { ...caller(bases, { cookie, csrfToken }), base: first, cookie }
}

/** Calls go to the processes in turn: an agent's next request may meet any of them. */
function caller(
  bases: readonly string[],
  { cookie, csrfToken }: { cookie: string; csrfToken: string },
): Pick<DeskCaller, 'get' | 'post'> {
  let calls = Math.floor(Math.random() * bases.length)
  const address = (path: string) => {
    calls += 1
    return `${bases[calls % bases.length]}/api/v1${path}`
  }
  return {
    async get(path) {
      const answer = await fetch(address(path), { headers: { cookie } })
      if (!answer.ok) {
        throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`)
      }
      return (await answer.json()) as Record<string, unknown>
    },
    async post(path, body) {
      const answer = await fetch(address(path), {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': csrfToken },
        body: JSON.stringify(body),
      })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
  }
}
