import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Chat, openChat } from './real-server.ts'
import type { SmallDisk } from './small-disk.ts'
import { call } from './web.ts'

const root = join(import.meta.dirname, '../..')
const secret = 'direct-line-secret-of-the-disk-test'
const adminToken = 'admin-token-of-the-disk-test'

/** What one round with a full disk showed. */
export interface DiskRound {
  acknowledged: number
  refused: number
  /** What was wrong, as sentences; empty when every promise held. */
  broken: string[]
  logBytes: number
  recoveredMs: number
}

interface RoundOptions {
  disk: SmallDisk
  /** Where the service's standard output goes. */
  logFile: string
  /** The process is killed while the disk is full, and started again when there is room. */
  kill: boolean
  chats: number
  /** How long the disk stays full. */
  fullMs: number
}

interface Sent {
  chat: Chat
  key: string
  /** The id that acknowledged it. */
  id: string | undefined
}

/**
 * The whole service on a disk that fills up: customers write on all the while, and whoever is
 * refused sends the same message again, as clients do. Checked from outside.
 */
export async function runOnFullDisk(options: RoundOptions): Promise<DiskRound> {
  const { disk, logFile, chats: count } = options
  const broken: string[] = []
  let service = await startService(disk.path, logFile)
  const chats: Chat[] = []
  for (let n = 0; n < count; n += 1) {
    chats.push(await openChat({ url: service.url, secret, adminToken, locale: 'en' }))
  }
  const sent: Sent[] = []
  try {
    await writeUntilFull(disk, chats, sent)
    const whileFull = await look(service.url, { chats, sent, broken, ms: options.fullMs })
    const logBytes = statSync(logFile).size
    if (options.kill) await service.end('SIGKILL')
    disk.clear()
    if (options.kill) service = await startService(disk.path, logFile, service.port)
    const recoveredMs = await sendAgain(sent, broken)
    await checkAll(service.url, { chats, sent, broken })
    if (!service.isRunning()) broken.push('the process ended')
    return {
      acknowledged: sent.length,
      refused: whileFull,
      broken: [...new Set(broken)],
      logBytes,
      recoveredMs,
    }
  } finally {
    disk.clear()
    await service.end('SIGTERM')
  }
}

async function startService(dataDir: string, logFile: string, given?: number) {
  const port = given ?? (await freePort())
  const log = openSync(logFile, 'a')
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    stdio: ['ignore', log, log],
    env: {
      // biome-ignore lint/style/noProcessEnv: the child process needs the path of this one.
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      RATE_LIMITS: 'off',
      DATA_DIR: dataDir,
      DIRECT_LINE_SECRET: secret,
      ADMIN_TOKEN: adminToken,
    },
  })
  closeSync(log)
  const ended = once(child, 'close')
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const url = `http://127.0.0.1:${port}`
  while ((await status(`${url}/readyz`)) !== 200) {
    if (!isRunning()) throw new Error(`The service ended: ${readFileSync(logFile, 'utf8')}`)
    await pause(50)
  }
  return {
    url,
    port,
    isRunning,
    async end(signal: 'SIGTERM' | 'SIGKILL') {
      child.kill(signal)
      await ended
    },
  }
}

const status = (url: string, token?: string) =>
  call(url, token ? { token } : {}).then(
    (answer) => answer.status,
    () => 0,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Sends a new message, or one that was refused again. */
async function send(message: Sent): Promise<number> {
  const { chat, key } = message
  const answer = await chat.post({
    type: 'message',
    text: `Hello, this is message ${key}`,
    from: { id: 'me' },
    channelData: { clientActivityID: key },
  })
  if (answer.status === 200) message.id = String(answer.body.id)
  if (answer.status === 503 && !answer.headers.get('retry-after')) return -1
  return answer.status
}

/** Customers write on while the last room goes. */
async function writeUntilFull(disk: SmallDisk, chats: Chat[], sent: Sent[]): Promise<void> {
  disk.fill(2 * 1024 * 1024)
  for (let n = 0; ; n += 1) {
    if (n === 5) disk.fill(0)
    const batch = chats.map((chat, index) => ({ chat, key: `k${n}-${index}`, id: undefined }))
    sent.push(...batch)
    const statuses = await Promise.all(batch.map(send))
    if (statuses.every((one) => one !== 200)) return
  }
}

interface Look {
  chats: Chat[]
  sent: Sent[]
  broken: string[]
}

/** What customers and operators see while nothing fits. Answers how many messages were refused. */
async function look(url: string, { chats, sent, broken, ms }: Look & { ms: number }) {
  let refused = 0
  const until = Date.now() + ms
  for (let n = 0; Date.now() < until; n += 1) {
    for (const [index, chat] of chats.entries()) {
      const message: Sent = { chat, key: `full${n}-${index}`, id: undefined }
      sent.push(message)
      const answer = await send(message)
      if (answer === 503) refused += 1
      else broken.push(`a message got ${answer}, not 503 with Retry-After`)
      const poll = await status(`${chat.base}/conversations/${chat.id}/activities`, chat.token)
      if (poll !== 200) broken.push(`a poll got ${poll}`)
    }
    broken.push(...(await lookAtHealth(url)))
  }
  return refused
}

async function lookAtHealth(url: string): Promise<string[]> {
  const ready = await call(`${url}/readyz`)
  const why = JSON.stringify(ready.body)
  const broken = []
  if (ready.status !== 503) broken.push(`ready on a full disk: ${ready.status}`)
  if (!why.includes('the disk is full')) broken.push(`the reason is not given: ${why}`)
  if ((await status(`${url}/healthz`)) !== 200) broken.push('not alive')
  return broken
}

/** Clients try again until they are heard. */
async function sendAgain(sent: Sent[], broken: string[]): Promise<number> {
  const startedAt = performance.now()
  let firstMs = 0
  for (const message of sent) {
    for (let attempt = 0; message.id === undefined; attempt += 1) {
      if (attempt > 100) {
        broken.push('no recovery')
        return -1
      }
      if ((await send(message)) !== 200) await pause(100)
    }
    firstMs ||= Math.round(performance.now() - startedAt)
  }
  return firstMs
}

/** Each message stands in its log once, under its id, and took one turn. */
async function checkAll(url: string, { chats, sent, broken }: Look): Promise<void> {
  for (const chat of chats) {
    const mine = sent.filter((message) => message.chat === chat)
    const turns = await turnsOf(url, chat, mine.length + 1)
    if (turns !== mine.length + 1) broken.push(`${turns} turns for ${mine.length} messages`)
    broken.push(...differences(mine, await wholeLog(chat)))
  }
}

function differences(sent: Sent[], log: Heard[]): string[] {
  const idsOf = new Map<string, string[]>()
  for (const { key, id } of log) idsOf.set(key, [...(idsOf.get(key) ?? []), id])
  const wrong = sent.filter(({ key, id }) => idsOf.get(key)?.join() !== id)
  const strange = log.length - sent.length
  return [
    ...wrong.map(({ key }) => `${key} stands as ${idsOf.get(key)?.join() ?? 'nothing'}`),
    ...(strange === 0 ? [] : [`${strange} messages too many`]),
  ]
}

async function turnsOf(url: string, chat: Chat, wanted: number): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    const path = `/api/v1/conversations/${chat.id}?limit=1`
    const { body } = await call(url + path, { token: adminToken })
    if (body.version >= wanted || attempt > 200) return body.version
    await pause(100)
  }
}

interface Heard {
  id: string
  key: string
}

/** What customers wrote, page by page, as a client that polls. */
async function wholeLog(chat: Chat): Promise<Heard[]> {
  const log: Heard[] = []
  for (let watermark = ''; ; ) {
    const address = `${chat.base}/conversations/${chat.id}/activities?watermark=${watermark}`
    const { body } = await call(address, { token: chat.token })
    for (const { id, text } of body.activities) {
      const key = /^Hello, this is message (\S+)$/.exec(text ?? '')?.[1]
      if (key) log.push({ id, key })
    }
    if (body.activities.length === 0 || body.watermark === watermark) return log
    watermark = body.watermark
  }
}
