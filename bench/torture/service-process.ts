import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Break } from './hooks/breaks.ts'

const root = join(import.meta.dirname, '../..')
const hook = join(import.meta.dirname, 'hooks/standby.ts')

/** How a process ended. */
export interface End {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface ServiceProcess {
  pid: number
  /** Lets it open its store; resolves to its address, or undefined when it ended before. */
  go(): Promise<string | undefined>
  /** Its address once it serves. */
  url(): string | undefined
  signal(signal: NodeJS.Signals): void
  /** How it ended. */
  ended: Promise<End>
  hasEnded(): boolean
  memoryMb(): number
  /** The end of what it printed, for a sentence about what went wrong. */
  lastWords(): string
  /** How many of its log lines name this event. */
  count(event: string): number
}

/** Starts `src/main.ts`, which loads all it needs and stands by: see `hooks/standby.ts`. */
export function standBy(
  settings: Record<string, string>,
  broken: Break | undefined,
): ServiceProcess {
  // biome-ignore lint/style/noProcessEnv: the child process needs the path of this one.
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', hook, 'src/main.ts'], {
    cwd: root,
    env: { PATH, HOME, ...settings, ...(broken && { TORTURE_BREAK: broken }) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let printed = ''
  let url: string | undefined
  // Writing to a process that was just killed may fail; that is the point.
  child.stdin.on('error', () => undefined)
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    printed += part
  })
  const ready = readyOf(child, (part) => {
    printed += part
    url ??= printed.includes('API docs')
      ? /Chat page +(http\S+?)\/\n/.exec(printed)?.[1]
      : undefined
    return url
  })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }))
  return {
    pid: child.pid ?? 0,
    go() {
      child.stdin.write('go\n')
      return ready
    },
    url: () => url,
    signal: (signal) => void child.kill(signal),
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    memoryMb: () => memoryOf(child.pid ?? 0),
    lastWords: () => printed.slice(-600),
    count: (event) => printed.split(`"${event}"`).length - 1,
  }
}

function readyOf(
  child: ChildProcess,
  read: (part: string) => string | undefined,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      const url = read(part)
      if (url) resolve(url)
    })
    child.once('close', () => resolve(undefined))
  })
}

function memoryOf(pid: number): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kb ?? 0) / 1024
  } catch {
    return 0
  }
}
