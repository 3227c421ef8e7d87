import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCalm } from './calm.ts'
import type { CalmRuns, Finding } from './check.ts'
import { checkTickets } from './check-tickets.ts'
import { type Account, converse, type Town } from './customer.ts'
import { figuresOf, type RoundFigures, slowestAnswer } from './figures.ts'
import { createFleet, type Fleet, type FleetCounts } from './fleet.ts'
import type { Break } from './hooks/breaks.ts'
import { observer } from './observe.ts'
import { type PlannedConversation, planConversation, planRound } from './plan.ts'
import { playRound } from './play-round.ts'
import { type RedisServer, startRedis, takesRedis } from './redis-server.ts'
import { checkAccounts } from './settle.ts'
import { openWitness, type Witness } from './witness.ts'
import { worldFile } from './world.ts'

export interface StormOptions {
  seed: number
  rounds: number
  processes: number
  customers: number
  /** An empty database of its own; absent: the embedded store in one process. */
  databaseUrl?: string | undefined
  broken?: Break | undefined
  /** What a calm run does, when it is known already. */
  calm?: CalmRuns | undefined
  say(line: string): void
}

export interface StormResult {
  rounds: RoundFigures[]
  counts: FleetCounts & {
    conversations: number
    acknowledged: number
    copies: number
    tickets: number
    redisStops: number
    slowestAnswerMs: number
    seconds: number
    withRedis: boolean
  }
  findings: Finding[]
}

/** After so many rounds the faults rest, and everything is checked. */
const roundsAtOnce = 10
/** So long at most until all that waits is worked; a broken service is not waited for. */
const settleMs = { sound: 60_000, broken: 6_000 }
const secret = 'the-direct-line-secret-of-the-torture'
const adminToken = 'the-admin-token-of-the-torture'
const tokenKey = 'the-token-key-of-the-torture-0123456789'
/** A process of ours never needs this much. */
const mostMemoryMb = 800

/** Runs the service through all rounds and answers what was wrong. Leaves nothing behind if all was well. */
export async function storm(options: StormOptions): Promise<StormResult> {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-torture-'))
  const redis = options.databaseUrl && takesRedis() ? await startRedis() : undefined
  const witness = openWitness(join(folder, 'witness.jsonl'))
  try {
    const calm = options.calm ?? (await calmRuns(options.seed))
    const result = await runStormy(options, { folder, redis, witness, calm })
    if (result.findings.length === 0) rmSync(folder, { recursive: true, force: true })
    else options.say(`What was acknowledged, and the store, are kept in ${folder}`)
    return result
  } finally {
    redis?.stop()
    await witness.close()
  }
}

function settingsFor(folder: string, dataDir: string): Record<string, string> {
  const world = join(folder, 'world.json')
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(world, worldFile())
  return {
    PORT: '0',
    DATA_DIR: dataDir,
    SANDBOX_WORLD: world,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
    DIRECT_LINE_SECRET: secret,
    ADMIN_TOKEN: adminToken,
    TOKEN_KEY: tokenKey,
  }
}

/** What one process on the embedded store answers when nobody disturbs it. */
export async function calmRuns(seed: number): Promise<CalmRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-calm-'))
  const fleet = createFleet({
    seed,
    processes: 1,
    settings: settingsFor(folder, join(folder, 'data')),
    calm: true,
  })
  const witness = openWitness(join(folder, 'witness.jsonl'))
  try {
    await fleet.start()
    const town = townOf({ fleet, witness, calm: undefined, onCopy: () => undefined })
    return await runCalm(town, observer(fleet.net, adminToken))
  } finally {
    await fleet.stop()
    await witness.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Surroundings {
  folder: string
  redis: RedisServer | undefined
  witness: Witness
  calm: CalmRuns
}

function townOf(parts: {
  fleet: Fleet
  witness: Witness
  calm: CalmRuns | undefined
  onCopy(): void
}): Town {
  const { fleet, witness, calm, onCopy } = parts
  return {
    net: fleet.net,
    secret,
    witness,
    onCopy,
    isAnswered: ({ script }, step) => (calm?.[script].answers[step]?.length ?? 0) > 0,
  }
}

async function runStormy(options: StormOptions, around: Surroundings): Promise<StormResult> {
  const { seed, rounds, processes, customers, databaseUrl, broken, say } = options
  const { folder, redis, witness, calm } = around
  const settings = {
    ...settingsFor(folder, join(folder, 'data')),
    ...(redis && { REDIS_URL: redis.url }),
  }
  const fleet = createFleet({ seed, processes, settings, databaseUrl, broken })
  const startedAt = performance.now()
  const counts = { copies: 0, acknowledged: 0, slowestAnswerMs: 0, tickets: 0 }
  const town = townOf({ fleet, witness, calm, onCopy: countCopy })
  const watch = observer(fleet.net, adminToken)
  const store = databaseUrl === undefined ? ('sqlite' as const) : ('postgres' as const)
  const surroundings = { seed, processes, store, redis: redis !== undefined }
  const patienceMs = broken ? settleMs.broken : settleMs.sound
  function countCopy() {
    counts.copies += 1
  }
  const findings: Finding[] = []
  const figures: RoundFigures[] = []
  const plans: PlannedConversation[] = []
  const turns = Array.from({ length: customers }, () => 0)

  async function customer(number: number, isOver: () => boolean, accounts: Account[]) {
    while (!isOver()) {
      const plan = planConversation(seed, number, turns[number] ?? 0)
      turns[number] = (turns[number] ?? 0) + 1
      try {
        accounts.push(await converse(plan, town))
      } catch (error) {
        findings.push({ wrong: 'not worked', where: plan.key, what: String(error) })
      }
    }
  }

  async function playRounds(from: number, to: number): Promise<void> {
    let over = false
    const accounts: Account[] = []
    const people = turns.map((_, number) => customer(number, () => over, accounts))
    const times: number[] = []
    for (let round = from; round < to; round += 1) {
      times.push(performance.now())
      await playRound(planRound(surroundings, round), { fleet, redis, acknowledged: witness.count })
    }
    times.push(performance.now())
    over = true
    await fleet.allReady()
    await Promise.all(people)
    const before = findings.length
    findings.push(...(await checkAccounts(accounts, { watch, calm, patienceMs })))
    plans.push(...accounts.map(({ plan }) => plan))
    const tickets = await watch.allTickets()
    counts.tickets = tickets.length
    findings.push(...checkTickets(plans, tickets, calm))
    fleet.measureMemory()
    const mine = figuresOf({ from, times, accounts, kills: fleet.kills })
    figures.push(...mine)
    counts.acknowledged += accounts.reduce((sum, { sent }) => sum + sent.length, 0)
    counts.slowestAnswerMs = Math.max(counts.slowestAnswerMs, slowestAnswer(accounts))
    const perRound = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (to - from) / 1000
    const found = [...findings.slice(before), ...fleet.findings]
    for (const { wrong, where, what } of found) say(`${wrong}, ${where}: ${what}`)
    say(
      `rounds ${from + 1}–${to}: ${accounts.length} conversations, ${counts.acknowledged} messages so far, ${perRound.toFixed(1)} s a round, ${found.length === 0 ? 'all well' : `${found.length} findings`}`,
    )
  }

  try {
    await fleet.start()
    for (let round = 0; round < rounds && findings.length === 0; round += roundsAtOnce) {
      await playRounds(round, Math.min(rounds, round + roundsAtOnce))
    }
  } finally {
    await fleet.stop()
  }
  return {
    rounds: figures,
    counts: {
      ...fleet.counts,
      ...counts,
      conversations: plans.length,
      seconds: (performance.now() - startedAt) / 1000,
      redisStops: redis?.interruptions() ?? 0,
      withRedis: redis !== undefined,
    },
    findings: [...findings, ...fleet.findings, ...processFindings(fleet)],
  }
}

function processFindings(fleet: Fleet): Finding[] {
  const findings: Finding[] = []
  const parked = fleet.parked()
  if (parked > 0) {
    findings.push({ wrong: 'parked', where: 'inbox', what: `${parked} messages were given up` })
  }
  const { peakMemoryMb } = fleet.counts
  if (peakMemoryMb > mostMemoryMb) {
    const what = `a process held ${Math.round(peakMemoryMb)} MB`
    findings.push({ wrong: 'process', where: 'memory', what })
  }
  return findings
}
