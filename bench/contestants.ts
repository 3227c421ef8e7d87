import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoreOptions } from '../src/storage/store.ts'
import { type Database, temporaryDatabase } from '../test/support/postgres.ts'
import { type Child, startChild } from './child.ts'
import { daozhangTalks } from './drive-daozhang.ts'
import { type Collector, callbackTalks, inlineTalks } from './drive-echo.ts'
import type { Meter, Talk } from './load.ts'

export const ours = ['daozhang', 'postgres1', 'postgres2', 'postgres4'] as const
export type Ours = (typeof ours)[number]
export const peers = ['callback', 'inline', 'bare', 'agentsCallback', 'agentsInline'] as const
export type Peer = (typeof peers)[number]
export const names = [...ours, ...peers] as const
export type Name = (typeof names)[number]

/** What each one is, as the report says it. */
export const labels: Record<Name, string> = {
  daozhang: 'Daozhang, embedded store: durable diagnostic turns over Direct Line',
  postgres1: 'Daozhang, Postgres, 1 process',
  postgres2: 'Daozhang, Postgres, 2 processes',
  postgres4: 'Daozhang, Postgres, 4 processes',
  callback: 'echo, CloudAdapter, answer by HTTP call-back (as the samples wire it)',
  inline: 'echo, CloudAdapter, answer inline (expectReplies)',
  bare: 'echo, bare in-process BotAdapter',
  agentsCallback: 'echo, Agents SDK on express, answer by HTTP call-back',
  agentsInline: 'echo, Agents SDK on express, answer inline (expectReplies)',
}

export interface Contestant {
  /** The key of the API and of Direct Line; empty for the peers, which have neither. */
  secret: string
  /** Its processes; the first one is started first. */
  children: Child[]
  meter: Meter & Pick<Child, 'memoryMb'>
  open(): Promise<Talk>
  stop(): Promise<void>
}

export function isOurs(name: Name): name is Ours {
  return ours.some((each) => each === name)
}

const processes: Record<Ours, number> = { daozhang: 1, postgres1: 1, postgres2: 2, postgres4: 4 }

/** Starts one of them, each process on a free port of the loopback. */
export function startContestant(name: Name, collector: Collector): Promise<Contestant> {
  return isOurs(name) ? startDaozhang(name) : startEcho(name, collector)
}

/** `fill` puts something into the store before the service starts on it. */
export async function startDaozhang(
  name: Ours,
  fill: (where: StoreOptions) => Promise<void> = async () => {},
): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-bench-'))
  const database = name === 'daozhang' ? undefined : await temporaryDatabase()
  await fill(database ? { url: database.url } : { dataDir: folder })
  const secret = randomBytes(24).toString('hex')
  const children: Child[] = []
  for (let n = 0; n < processes[name]; n += 1) {
    children.push(await startOne(folder, secret, database))
  }
  const talks = children.map(({ base }) => daozhangTalks(base, secret))
  let opened = 0
  return {
    secret,
    children,
    meter: together(children),
    open() {
      opened += 1
      const open = talks[opened % talks.length]
      if (!open) throw new Error('no process')
      return open()
    },
    async stop() {
      await Promise.all(children.map((child) => child.stop()))
      await database?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function startOne(folder: string, secret: string, database: Database | undefined): Promise<Child> {
  return startChild(['--max-semi-space-size=4', 'src/main.ts'], {
    PORT: '0',
    DATA_DIR: folder,
    ADMIN_TOKEN: secret,
    RATE_LIMITS: 'off',
    DIRECT_LINE_SECRET: secret,
    ...(database && { DATABASE_URL: database.url }),
  })
}

function together(children: Child[]): Contestant['meter'] {
  const sum = (of: (child: Child) => number) => children.reduce((all, each) => all + of(each), 0)
  return {
    cpuSeconds: () => sum((child) => child.cpuSeconds()),
    memoryMb: () => sum((child) => child.memoryMb()),
  }
}

const scripts: Record<Peer, string[]> = {
  callback: ['bench/peers/echo-server.ts', 'cloud'],
  inline: ['bench/peers/echo-server.ts', 'cloud'],
  bare: ['bench/peers/echo-server.ts', 'bare'],
  agentsCallback: ['bench/peers/agents-server.ts'],
  agentsInline: ['bench/peers/agents-server.ts'],
}

async function startEcho(name: Peer, collector: Collector): Promise<Contestant> {
  const child = await startChild(scripts[name], {})
  return {
    secret: '',
    children: [child],
    meter: child,
    open: echoTalks(name, child.base, collector),
    stop: child.stop,
  }
}

function echoTalks(name: Peer, base: string, collector: Collector): () => Promise<Talk> {
  if (name === 'callback' || name === 'agentsCallback') return callbackTalks(base, collector)
  return inlineTalks(base, name === 'bare' ? undefined : 'expectReplies')
}

export interface Start {
  /** Milliseconds from starting the process to a ready server; absent where there is no such route. */
  readyMs?: number
  /** Milliseconds from starting the process to the first whole answer. */
  answerMs: number
  /** Megabytes, one second after the first answer. */
  memoryMb: number
}

/** Starts one, asks one thing and stops it again. */
export async function measureStart(name: Name, collector: Collector): Promise<Start> {
  const contestant = await startContestant(name, collector)
  const [child] = contestant.children
  if (!child) throw new Error('no process')
  try {
    if (isOurs(name)) await untilReady(child.base)
    const readyMs = performance.now() - child.startedAt
    const talk = await contestant.open()
    await talk.turn()
    const answerMs = performance.now() - child.startedAt
    talk.close()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const memoryMb = child.memoryMb()
    return { answerMs, memoryMb, ...(isOurs(name) && { readyMs }) }
  } finally {
    await contestant.stop()
  }
}

async function untilReady(base: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if ((await fetch(`${base}/readyz`)).ok) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('not ready within 5 s')
}
