import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
/** Linux counts CPU time in hundredths of a second. */
const ticksPerSecond = 100

export interface Child {
  /** `http://127.0.0.1:…`, as the process printed it. */
  base: string
  /** `performance.now()` when the process was started. */
  startedAt: number
  /** Seconds of CPU used so far; NaN where the system does not tell. */
  cpuSeconds(): number
  /** Resident memory in MB; NaN where the system does not tell. */
  memoryMb(): number
  stop(): Promise<void>
}

/** Starts a script of ours and waits until it prints the address it listens on. */
export async function startChild(args: string[], env: Record<string, string>): Promise<Child> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const base = await addressOf(child, args)
  child.stdout.resume()
  child.stderr.resume()
  const proc = `/proc/${child.pid}`
  return {
    base,
    startedAt,
    cpuSeconds: () => cpuOf(proc),
    memoryMb: () => memoryOf(proc),
    stop: () => stop(child),
  }
}

function addressOf(child: ChildProcess, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const timer = setTimeout(() => fail('did not start within 20 s'), 20_000)
    const fail = (why: string) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`${args.join(' ')} ${why}: ${printed.slice(-500)}`))
    }
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)
      if (!found) return
      clearTimeout(timer)
      resolve(found[0])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    child.once('exit', () => fail('ended'))
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), 5_000)
    child.once('exit', () => {
      clearTimeout(kill)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** User and system time: fields 14 and 15 of `stat`, counted after the name in brackets. */
function cpuOf(proc: string): number {
  try {
    const fields = readFileSync(`${proc}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  } catch {
    return Number.NaN
  }
}

function memoryOf(proc: string): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1]
    return Number(kb) / 1024
  } catch {
    return Number.NaN
  }
}
