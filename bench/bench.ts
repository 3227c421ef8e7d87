import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  type Contestant,
  measureStart,
  type Name,
  names,
  type Start,
  startContestant,
} from './contestants.ts'
import { type Collector, startCollector } from './drive-echo.ts'
import { type Measured, measure } from './load.ts'
import type { Part } from './parts.ts'
import { plot } from './plot.ts'
import { closeConnections } from './post-json.ts'
import { report } from './report.ts'

/*
 * `npm run bench`: our server against echo bots of the same SDK, in one run and interleaved, each a
 * process of its own, over the loopback. Under two minutes, whatever happens.
 */

export const loads = [1, 10, 100] as const
export type Load = (typeof loads)[number]

const rounds = 3
const starts = 3
const windowMs = 1_500
/** No new round is begun after so long. */
const lastRoundAtMs = 80_000
/** A calm run: every conversation says something each second. */
const paced = { conversations: 100, ms: 4_000, paceMs: 1_000 }

export interface Results {
  machine: {
    cores: number
    model: string
    memoryGb: number
    node: string
    at: string
    /** Processes that wanted a core, before and after: other work on the machine shows here. */
    loadBefore: number
    loadAfter: number
  }
  starts: Record<Name, Start[]>
  /** Megabytes after the last window. */
  memoryAfterMb: Record<Name, number>
  windows: { name: Name; load: Load; round: number; measured: Measured }[]
  paced: Measured
  parts: Part[]
  seconds: number
}

async function main(): Promise<void> {
  const startedAt = performance.now()
  const loadBefore = loadavg()[0] ?? 0
  const collector = await startCollector()
  say('starting, three times each …')
  const started = await allStarts(collector)
  const loaded = await underLoad(collector, startedAt)
  say('timing the parts of a turn …')
  const parts = await timeParts()
  collector.stop()
  closeConnections()
  const results: Results = {
    machine: machine(loadBefore),
    starts: started,
    ...loaded,
    parts,
    seconds: (performance.now() - startedAt) / 1000,
  }
  write(results)
}

function machine(loadBefore: number): Results['machine'] {
  const [first] = cpus()
  return {
    cores: cpus().length,
    model: first?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    at: new Date().toISOString(),
    loadBefore,
    loadAfter: loadavg()[0] ?? 0,
  }
}

async function allStarts(collector: Collector): Promise<Results['starts']> {
  const measured: Results['starts'] = { daozhang: [], callback: [], inline: [], bare: [] }
  for (let i = 0; i < starts; i += 1) {
    for (const name of ['daozhang', 'callback', 'bare'] as const) {
      measured[name].push(await measureStart(name, collector))
    }
  }
  // The same process as `callback`.
  return { ...measured, inline: measured.callback }
}

type Loaded = Pick<Results, 'windows' | 'paced' | 'memoryAfterMb'>

async function underLoad(collector: Collector, startedAt: number): Promise<Loaded> {
  const contestants = await Promise.all(
    names.map(async (name) => ({ name, contestant: await startContestant(name, collector) })),
  )
  try {
    for (const { contestant } of contestants) await warmUp(contestant)
    const windows = await allWindows(contestants, startedAt)
    const [ours] = contestants
    if (!ours) throw new Error('nothing to measure')
    const calm = await measure(ours.contestant.open, ours.contestant.child, paced)
    const memory = contestants.map(({ name, contestant }) => [name, contestant.child.memoryMb()])
    // Every name is among the contestants.
    const memoryAfterMb = Object.fromEntries(memory) as Record<Name, number>
    return { windows, paced: calm, memoryAfterMb }
  } finally {
    await Promise.all(contestants.map(({ contestant }) => contestant.stop()))
  }
}

function warmUp({ open, child }: Contestant): Promise<Measured> {
  return measure(open, child, { conversations: 10, ms: 1_500 })
}

async function allWindows(
  contestants: { name: Name; contestant: Contestant }[],
  startedAt: number,
): Promise<Results['windows']> {
  const windows: Results['windows'] = []
  for (let round = 1; round <= rounds; round += 1) {
    if (round > 1 && performance.now() - startedAt > lastRoundAtMs) break
    for (const load of loads) {
      for (const { name, contestant } of contestants) {
        const { open, child } = contestant
        const measured = await measure(open, child, { conversations: load, ms: windowMs })
        windows.push({ name, load, round, measured })
        say(`round ${round}, ${load} at once, ${name}: ${Math.round(measured.perSecond)} turns/s`)
      }
    }
  }
  return windows
}

async function timeParts(): Promise<Part[]> {
  const script = join(import.meta.dirname, 'parts.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 30_000 })
  // Our own script, which prints nothing else.
  return JSON.parse(stdout) as Part[]
}

function write(results: Results): void {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const text = report(results)
  writeFileSync(join(folder, 'one-process.json'), `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(join(folder, 'one-process.svg'), plot(results))
  writeFileSync(join(folder, 'one-process.md'), text)
  say(`\n${text}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
