import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { postgresVersion } from '../test/support/postgres.ts'
import {
  type Contestant,
  measureStart,
  type Name,
  names,
  type Start,
  startContestant,
} from './contestants.ts'
import { benchDesk } from './desk/bench-desk.ts'
import { type Collector, startCollector } from './drive-echo.ts'
import { type Measured, measure } from './load.ts'
import { type Machine, machine, say, writeResults } from './machine.ts'
import type { Part } from './parts.ts'
import { plot } from './plot.ts'
import { closeConnections } from './post-json.ts'
import { report } from './report.ts'

/*
 * `npm run bench`: our server – embedded, on Postgres, as several processes – against echo bots of
 * the same SDK and of its successor, in one run and interleaved, each a process of its own, over the
 * loopback. About five minutes. `npm run bench:large` compares a full store with an empty one.
 */

export const loads = [1, 10, 100, 500] as const
export type Load = (typeof loads)[number]

const rounds = 3
const starts = 3
const windowMs = 2_000
/** No new round is begun after so long. */
const lastRoundAtMs = 300_000
/** A calm run: every conversation says something each second. */
const paced = { conversations: 100, ms: 4_000, paceMs: 1_000 }

export interface Results {
  machine: Machine
  /** What the Postgres says it is; absent when there was none. */
  postgres?: string | undefined
  starts: Partial<Record<Name, Start[]>>
  /** Megabytes after the last window, all processes together. */
  memoryAfterMb: Partial<Record<Name, number>>
  windows: { name: Name; load: Load; round: number; measured: Measured }[]
  paced: Measured
  parts: Part[]
  seconds: number
}

async function main(): Promise<void> {
  const startedAt = performance.now()
  const endMachine = machine()
  const postgres = await postgresVersion()
  if (!postgres) say('No Postgres in DATABASE_URL or on this machine: its columns are left out.')
  const collector = await startCollector()
  say('starting, three times each …')
  const started = await allStarts(collector)
  const taking = names.filter((name) => postgres || !name.startsWith('postgres'))
  const loaded = await underLoad(taking, collector, startedAt)
  say('timing the parts of a turn …')
  const parts = await timeParts()
  collector.stop()
  closeConnections()
  const results: Results = {
    machine: endMachine(),
    postgres,
    starts: started,
    ...loaded,
    parts,
    seconds: (performance.now() - startedAt) / 1000,
  }
  writeResults('load', { results, plot: plot(results), report: report(results) })
  say('the desk: 200 conversations and 20 agents …')
  if (postgres) await benchDesk(postgres)
}

async function allStarts(collector: Collector): Promise<Results['starts']> {
  const measured: Results['starts'] = {}
  for (let i = 0; i < starts; i += 1) {
    for (const name of ['daozhang', 'inline', 'bare', 'agentsInline'] as const) {
      const start = await measureStart(name, collector)
      measured[name] = [...(measured[name] ?? []), start]
    }
  }
  return measured
}

type Loaded = Pick<Results, 'windows' | 'paced' | 'memoryAfterMb'>

async function underLoad(
  taking: readonly Name[],
  collector: Collector,
  startedAt: number,
): Promise<Loaded> {
  const contestants: { name: Name; contestant: Contestant }[] = []
  try {
    for (const name of taking) {
      const contestant = await startContestant(name, collector)
      contestants.push({ name, contestant })
      await measure(contestant.open, contestant.meter, { conversations: 10, ms: 1_500 })
    }
    const windows = await allWindows(contestants, startedAt)
    const [first] = contestants
    if (!first) throw new Error('nothing to measure')
    const calm = await measure(first.contestant.open, first.contestant.meter, paced)
    const memory = contestants.map(({ name, contestant }) => [name, contestant.meter.memoryMb()])
    return { windows, paced: calm, memoryAfterMb: Object.fromEntries(memory) }
  } finally {
    await Promise.all(contestants.map(({ contestant }) => contestant.stop()))
  }
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
        const { open, meter } = contestant
        const measured = await measure(open, meter, { conversations: load, ms: windowMs })
        windows.push({ name, load, round, measured })
        say(`round ${round}, ${load} at once, ${name}: ${Math.round(measured.perSecond)} turns/s`)
      }
    }
  }
  return windows
}

async function timeParts(): Promise<Part[]> {
  const script = join(import.meta.dirname, 'parts.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 60_000 })
  // Our own script, which prints nothing else.
  return JSON.parse(stdout) as Part[]
}

await main()
