import { setTimeout as pause } from 'node:timers/promises'
import { randomFrom } from '../random.ts'
import type { Finding } from './check.ts'
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts'
import type { Net } from './direct-line.ts'
import type { Break } from './hooks/breaks.ts'
import { type DatabaseFault, planClock } from './plan.ts'
import { type End, type ServiceProcess, standBy } from './service-process.ts'

export interface FleetOptions {
  seed: number
  processes: number
  /** What every process is started with, beside its clock and its wire to the database. */
  settings: Record<string, string>
  databaseUrl?: string | undefined
  broken?: Break | undefined
  /** Nobody will be killed: no next process has to stand by. */
  calm?: true
}

/** A process with the wire it reaches the database by. */
interface Member {
  process: ServiceProcess
  proxy: DatabaseProxy | undefined
  /** When the wire was last disturbed, and when the process was last stopped. */
  disturbedAt: number
  wokenAt: number
  /** We ended it: it did not die of itself. */
  ordered: boolean
}

export interface FleetCounts {
  starts: number
  kills: number
  terminations: number
  pauses: number
  databaseFaults: number
  /** Starts that the service refused because its database was cut just then. */
  refusedStarts: number
  slowestStopMs: number
  peakMemoryMb: number
}

/** After a disturbance of its database a process may need so long to have its peace again. */
const excusedMs = 20_000
const longestStopMs = 10_000
const noProcessMs = 300_000

/** So many slots, a process in each: killed, stopped and started anew at our word. */
export function createFleet(options: FleetOptions) {
  const { seed, processes, settings, databaseUrl, broken } = options
  const slots: (Member | undefined)[] = Array.from({ length: processes })
  const lanes = slots.map(() => inOrder())
  const spare: Promise<Member>[] = []
  const findings: Finding[] = []
  const kills: number[] = []
  const counts: FleetCounts = {
    starts: 0,
    kills: 0,
    terminations: 0,
    pauses: 0,
    databaseFaults: 0,
    refusedStarts: 0,
    slowestStopMs: 0,
    peakMemoryMb: 0,
  }
  let parked = 0
  let closing = false

  async function prepare(): Promise<Member> {
    counts.starts += 1
    const clock = planClock(seed, counts.starts)
    const url = databaseUrl === undefined ? undefined : new URL(databaseUrl)
    const proxy =
      url && (await startDatabaseProxy({ host: url.hostname, port: Number(url.port || 5432) }))
    if (url && proxy) url.host = `127.0.0.1:${proxy.port}`
    const process = standBy(
      { ...settings, CLOCK_START: clock, ...(url && { DATABASE_URL: url.href }) },
      broken,
    )
    return { process, proxy, disturbedAt: Number.NEGATIVE_INFINITY, wokenAt: 0, ordered: false }
  }

  /** The next process takes the slot; another one begins to stand by. */
  async function start(slot: number): Promise<void> {
    if (closing) return
    const member = await (spare.shift() ?? prepare())
    slots[slot] = member
    if (!options.calm) spare.push(prepare())
    void member.process.go()
    void member.process.ended.then((how) => onEnd(slot, member, how))
  }

  function onEnd(slot: number, member: Member, { code, signal }: End): void {
    const { process, proxy } = member
    proxy?.close()
    parked += process.count('turn_parked')
    if (member.ordered || closing) return
    const excused = process.url() === undefined && isExcused(member)
    if (excused) counts.refusedStarts += 1
    else {
      const what = `ended by itself with ${signal ?? code}: ${process.lastWords()}`
      findings.push({ wrong: 'process', where: `slot ${slot}`, what })
    }
    void lanes[slot]?.(async () => {
      if (slots[slot] === member) await start(slot)
    })
  }

  async function kill(slot: number): Promise<void> {
    const member = slots[slot]
    if (!member || member.process.hasEnded()) return
    measureMemory(member)
    member.ordered = true
    member.process.signal('SIGKILL')
    counts.kills += 1
    kills.push(performance.now())
    await member.process.ended
  }

  async function terminate(slot: number): Promise<void> {
    const member = slots[slot]
    if (!member || member.process.hasEnded()) return
    const { process } = member
    const wasServing = process.url() !== undefined
    member.ordered = true
    process.signal('SIGTERM')
    counts.terminations += 1
    const startedAt = performance.now()
    const inTime = await Promise.race([process.ended, pause(longestStopMs + 5_000)])
    if (!inTime) process.signal('SIGKILL')
    const { code } = await process.ended
    const tookMs = performance.now() - Math.max(startedAt, member.wokenAt)
    if (!wasServing || isExcused(member)) return
    counts.slowestStopMs = Math.max(counts.slowestStopMs, tookMs)
    if (code === 0 && tookMs <= longestStopMs) return
    const what = `asked to stop, ended with ${code} after ${Math.round(tookMs)} ms: ${process.lastWords()}`
    findings.push({ wrong: 'process', where: `slot ${slot}`, what })
  }

  async function pauseProcess(slot: number, forMs: number): Promise<void> {
    const member = slots[slot]
    if (!member || member.process.hasEnded()) return
    counts.pauses += 1
    member.wokenAt = performance.now() + forMs
    member.disturbedAt = member.wokenAt
    member.process.signal('SIGSTOP')
    await pause(forMs)
    member.process.signal('SIGCONT')
  }

  async function disturb(
    which: number | 'all',
    fault: DatabaseFault,
    forMs: number,
  ): Promise<void> {
    counts.databaseFaults += 1
    const members = which === 'all' ? slots : [slots[which]]
    await Promise.all(
      members.map(async (member) => {
        if (!member?.proxy) return
        // A connection that went deaf shows only when it is next used, for as long as the process lives.
        member.disturbedAt = fault === 'deaf' ? Number.POSITIVE_INFINITY : performance.now() + forMs
        await member.proxy.disturb(fault, forMs)
      }),
    )
  }

  function measureMemory({ process }: Member): void {
    counts.peakMemoryMb = Math.max(counts.peakMemoryMb, process.memoryMb())
  }

  async function ready(slot: number): Promise<void> {
    const until = performance.now() + noProcessMs
    while (performance.now() < until) {
      const member = slots[slot]
      if (!member || member.process.hasEnded()) await start(slot)
      else if (member.process.url()) return
      await pause(10)
    }
    const what = `not ready after five minutes: ${slots[slot]?.process.lastWords()}`
    throw new Error(what)
  }

  const net: Net = {
    async any() {
      for (;;) {
        const urls = slots.flatMap((member) =>
          member && !member.process.hasEnded() ? [member.process.url() ?? ''] : [],
        )
        const [first, ...rest] = urls.filter((url) => url !== '')
        if (first !== undefined) return random.pick([first, ...rest])
        await pause(10)
      }
    },
  }
  const random = randomFrom(seed, 'net')

  return {
    net,
    findings,
    counts,
    kills,
    disturb,
    pause: pauseProcess,
    parked: () =>
      parked + slots.reduce((sum, it) => sum + (it?.process.count('turn_parked') ?? 0), 0),
    start: () => Promise.all(slots.map((_, slot) => lanes[slot]?.(() => start(slot)))),
    allReady: () => Promise.all(lanes.map((lane, slot) => lane(() => ready(slot)))),
    /** Kills the process when it serves and the moment has come, and starts the next. */
    killServing: (slot: number, moment: () => Promise<void>) =>
      lanes[slot]?.(async () => {
        await ready(slot)
        await moment()
        await kill(slot)
        await start(slot)
      }),
    /** Kills the process, starts the next, and kills that one so soon after. */
    killStarting: (slot: number, afterMs: number) =>
      lanes[slot]?.(async () => {
        await kill(slot)
        await start(slot)
        await pause(afterMs)
        await kill(slot)
        await start(slot)
      }),
    terminate: (slot: number, afterMs: number) =>
      lanes[slot]?.(async () => {
        await ready(slot)
        await pause(afterMs)
        await terminate(slot)
        await start(slot)
      }),
    measureMemory() {
      for (const member of slots) if (member) measureMemory(member)
    },
    async stop(): Promise<void> {
      closing = true
      const standing = await Promise.all(spare)
      const all = [...slots, ...standing].filter((member) => member !== undefined)
      for (const { process } of all) process.signal('SIGKILL')
      await Promise.all(all.map(({ process }) => process.ended))
      for (const { proxy } of standing) proxy?.close()
    },
  }
}

export type Fleet = ReturnType<typeof createFleet>

function isExcused({ disturbedAt }: Member): boolean {
  return performance.now() - disturbedAt < excusedMs
}

/** What is done to a slot is done one after the other. */
function inOrder() {
  let last: Promise<void> = Promise.resolve()
  return (job: () => Promise<void>): Promise<void> => {
    last = last.then(job)
    return last
  }
}
