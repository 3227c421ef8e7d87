import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, startChild } from './child.ts'
import { daozhangTalks } from './drive-daozhang.ts'
import { type Collector, callbackTalks, inlineTalks } from './drive-echo.ts'
import type { Talk } from './load.ts'

export const names = ['daozhang', 'callback', 'inline', 'bare'] as const
export type Name = (typeof names)[number]
export const peers = ['callback', 'inline', 'bare'] as const
export type Peer = (typeof peers)[number]

/** What each one is, as the report says it. */
export const labels: Record<Name, string> = {
  daozhang: 'Daozhang: durable diagnostic turns over Direct Line',
  callback: 'echo, CloudAdapter, answer by HTTP call-back (as the samples wire it)',
  inline: 'echo, CloudAdapter, answer inline (expectReplies)',
  bare: 'echo, bare in-process BotAdapter',
}

export interface Contestant {
  child: Child
  open(): Promise<Talk>
  stop(): Promise<void>
}

/** Starts one of them as a process of its own, on a free port of the loopback. */
export function startContestant(name: Name, collector: Collector): Promise<Contestant> {
  return name === 'daozhang' ? startDaozhang() : startEcho(name, collector)
}

async function startDaozhang(): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-bench-'))
  const secret = randomBytes(24).toString('hex')
  const child = await startChild(['src/main.ts'], {
    PORT: '0',
    DATA_DIR: folder,
    RATE_LIMITS: 'off',
    DIRECT_LINE_SECRET: secret,
  })
  return {
    child,
    open: daozhangTalks(child.base, secret),
    async stop() {
      await child.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startEcho(name: Peer, collector: Collector): Promise<Contestant> {
  const mode = name === 'bare' ? 'bare' : 'cloud'
  const child = await startChild(['bench/peers/echo-server.ts', mode], {})
  const { base } = child
  const inline = inlineTalks(base, name === 'inline' ? 'expectReplies' : undefined)
  const open = name === 'callback' ? callbackTalks(base, collector) : inline
  return { child, open, stop: child.stop }
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
  const { child } = contestant
  try {
    if (name === 'daozhang') await untilReady(child.base)
    const readyMs = performance.now() - child.startedAt
    const talk = await contestant.open()
    await talk.turn()
    const answerMs = performance.now() - child.startedAt
    talk.close()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const memoryMb = child.memoryMb()
    return { answerMs, memoryMb, ...(name === 'daozhang' && { readyMs }) }
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
