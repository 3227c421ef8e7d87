import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, call } from './web.ts'

const root = join(import.meta.dirname, '../..')

/** Only what a process needs to run: nothing of the machine's own settings leaks into a test. */
function environment(settings: Record<string, string>): Record<string, string> {
  // biome-ignore lint/style/noProcessEnv: the child process needs the path of this one.
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, PORT: '0', LOG_LEVEL: 'debug', RATE_LIMITS: 'off', ...settings }
}

/** Starts `src/main.ts` and gathers what it prints. */
function launch(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    printed.out += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    printed.err += part
  })
  return { child, printed, ended: once(child, 'close') }
}

/** Runs `src/main.ts` until it ends by itself: for starts that must fail. */
export async function runToEnd(settings: Record<string, string>) {
  const { child, printed, ended } = launch(settings)
  await ended
  return { code: child.exitCode, ...printed }
}

/** The real process on a data folder, listening on a free port. Throws what it printed if it ends. */
export async function startServer(settings: Record<string, string>) {
  const { child, printed, ended } = launch(settings)
  const url = await addressOf(child, printed)
  // An answer proves that everything behind the printed lines has run, the signal handlers too.
  await call(`${url}/healthz`)
  const token = /Admin token {3}(\S+)/.exec(printed.out)?.[1] ?? settings.ADMIN_TOKEN ?? ''
  return {
    url,
    adminToken: token,
    pid: child.pid ?? 0,
    /** Everything printed so far, log lines included. */
    printed: () => printed.out + printed.err,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}

export type RealServer = Awaited<ReturnType<typeof startServer>>

function addressOf(child: ChildProcess, printed: { out: string; err: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const url = /Chat page +(http\S+?)\/\n/.exec(printed.out)?.[1]
      if (url && printed.out.includes('API docs')) resolve(url)
    }
    child.stdout?.on('data', look)
    child.once('close', () => reject(new Error(`The server ended: ${printed.out}${printed.err}`)))
  })
}

/** A folder that is removed by the function that comes with it. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'daozhang-real-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export interface Said {
  id: string
  text: string
  replyToId: string
  fromBot: boolean
  // biome-ignore lint/suspicious/noExplicitAny: tests read what came, whatever it is.
  activity: any
}

interface ChatOptions {
  url: string
  secret: string
  /** Tells when a message has been worked, also one that nobody answers. */
  adminToken: string
  user?: Record<string, string> | undefined
  locale?: string | undefined
}

/** A customer's conversation over Direct Line, as an integrator's page holds it. */
export async function openChat({ url, secret, adminToken, user, locale }: ChatOptions) {
  const base = `${url}/v3/directline`
  const generated = await call(`${base}/tokens/generate`, {
    method: 'POST',
    token: secret,
    body: { ...(user && { user }), ...(locale && { locale }) },
  })
  const token = String(generated.body.token)
  const started = await call(`${base}/conversations`, { method: 'POST', token, body: {} })
  if (started.status !== 201) throw new Error(`conversations: ${started.status}`)
  return chatWith({ url, adminToken, token, id: String(started.body.conversationId) })
}

interface ChatKeys {
  url: string
  adminToken: string
  token: string
  id: string
}

/** A conversation that is already there: what a client holds after a restart. */
export function chatWith({ url, adminToken, token, id }: ChatKeys) {
  const base = `${url}/v3/directline`
  const activities = `${base}/conversations/${id}/activities`
  /** Turns the bot has to have taken: the greeting is the first. */
  let turns = 1

  async function history(): Promise<Said[]> {
    const { body } = await call(activities, { token })
    return body.activities.map(asSaid)
  }

  const post = (activity: unknown): Promise<Answer> =>
    call(activities, { method: 'POST', token, body: activity })

  /** Posts and waits until the bot has worked it; a refusal comes back without waiting. */
  async function send(activity: Record<string, unknown>): Promise<Answer & { replies: Said[] }> {
    const answer = await post({ type: 'message', from: { id: 'me' }, ...activity })
    return { ...answer, replies: await repliesTo(answer) }
  }

  async function repliesTo({ status, body }: Answer): Promise<Said[]> {
    if (status !== 200) return []
    turns += 1
    await worked()
    return (await history()).filter(({ replyToId }) => replyToId === body.id)
  }

  /** Uploads a file with words beside it and waits like `send`. */
  async function upload(text: string, file: File): Promise<Answer & { replies: Said[] }> {
    const form = new FormData()
    form.append('activity', new Blob([JSON.stringify({ type: 'message', text })]), 'blob')
    form.append('file', file, file.name)
    const response = await fetch(`${base}/conversations/${id}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
    const { status, headers } = response
    const answer = { status, headers, body: await response.json() }
    return { ...answer, replies: await repliesTo(answer) }
  }

  async function worked(): Promise<void> {
    for (;;) {
      const path = `/api/v1/conversations/${id}?limit=1`
      const { body } = await call(url + path, { token: adminToken })
      if (body.version >= turns) return
    }
  }

  return {
    id,
    token,
    base,
    post,
    send,
    upload,
    history,
    say: async (text: string) => (await send({ text })).replies,
  }
}

export type Chat = ReturnType<typeof chatWith>

function asSaid(activity: Record<string, unknown>): Said {
  const from = activity.from as { role?: string } | undefined
  return {
    id: String(activity.id),
    text: String(activity.text ?? ''),
    replyToId: String(activity.replyToId ?? ''),
    fromBot: from?.role === 'bot',
    activity,
  }
}

/** Runs jobs, so many at once, and gives their results in order. */
export async function inBatches<T, R>(
  items: readonly T[],
  atOnce: number,
  job: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += atOnce) {
    const batch = items.slice(at, at + atOnce)
    results.push(...(await Promise.all(batch.map((item, index) => job(item, at + index)))))
  }
  return results
}
