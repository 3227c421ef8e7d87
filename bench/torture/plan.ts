import { type Random, randomFrom } from '../random.ts'
import { type ScriptName, scriptNames, scriptOf } from './scripts.ts'
import { calmStart, shopId, shops } from './world.ts'

/** All that chance decides, before anything runs: the same seed gives the same plan. */

/** A repeat of a message, sent on purpose. */
export interface PlannedCopy {
  /** Counted from the first try, or, for a late one, from the acknowledgement. */
  from: 'first-try' | 'acknowledgement'
  afterMs: number
}

export interface PlannedMessage {
  /** Number of the message, unique in the run: its `clientActivityID`. */
  key: string
  /** Which line of the script it is. */
  step: number
  text: string
  copies: PlannedCopy[]
}

export interface PlannedConversation {
  key: string
  script: ScriptName
  /** Whose customer reference a ticket carries: the shop's, or the customer's own. */
  contactRef: string
  shop?: string | undefined
  userId: string
  watch: 'socket' | 'poll'
  /** Waits for each answer, or only for the acknowledgement. */
  waitsForAnswers: boolean
  /** What is sent at once; the next group follows the acknowledgement of the last. */
  groups: { thinkMs: number; messages: PlannedMessage[] }[]
}

/** What the customer says in conversation number `turn`. */
export function planConversation(
  seed: number,
  customer: number,
  turn: number,
): PlannedConversation {
  const random = randomFrom(seed, 'customer', customer, turn)
  const key = `c${customer}-${turn}`
  const script = random.pick(scriptNames)
  const { as, says, anyOrder } = scriptOf(script)
  const userId = `dl_${seed}_${key}`
  const shop = as === 'shop' ? shopId(random.int(0, shops - 1)) : undefined
  const messages = says.map((text, step) => ({
    key: `${key}-${step}`,
    step,
    text,
    copies: planCopies(random),
  }))
  const size = anyOrder ? random.int(1, says.length) : 1
  return {
    key,
    script,
    contactRef: shop ?? userId,
    shop,
    userId,
    watch: random.chance(0.5) ? 'socket' : 'poll',
    waitsForAnswers: random.chance(0.3),
    groups: inGroups(messages, size).map((group) => ({
      thinkMs: random.chance(0.5) ? 0 : random.int(1, 120),
      messages: group,
    })),
  }
}

/** Half of the messages once, the others two to five times: at the same instant, or later. */
function planCopies(random: Random): PlannedCopy[] {
  const count = random.chance(0.5) ? random.int(1, 4) : 0
  return Array.from({ length: count }, () => {
    const late = random.chance(0.4)
    return late
      ? { from: 'acknowledgement' as const, afterMs: random.int(0, 1_500) }
      : { from: 'first-try' as const, afterMs: random.chance(0.5) ? 0 : random.int(1, 300) }
  })
}

function inGroups<T>(list: readonly T[], size: number): T[][] {
  const groups: T[][] = []
  for (let at = 0; at < list.length; at += size) groups.push(list.slice(at, at + size))
  return groups
}

export const databaseFaults = [
  'latency',
  'refuse',
  'cut',
  'mid-answer',
  'stall',
  'deaf',
  'slice',
] as const
export type DatabaseFault = (typeof databaseFaults)[number]

export interface PlannedRound {
  /**
   * Every round kills one process with -9: so long after its start, or when it is ready, so many
   * messages were acknowledged since, and so long after that. Counted in messages the instant is
   * as random on a slow machine as on a quick one.
   */
  kill: { slot: number; afterMessages: number; afterMs: number; whileStarting: boolean }
  terminate?: { slot: number; afterMs: number } | undefined
  pause?: { slot: number; afterMs: number; forMs: number } | undefined
  database?:
    | { fault: DatabaseFault; slot: number | 'all'; afterMs: number; forMs: number }
    | undefined
  redis?: { afterMs: number; forMs: number } | undefined
}

export interface Surroundings {
  seed: number
  store: 'sqlite' | 'postgres'
  processes: number
  redis: boolean
}

/** The faults of one round. */
export function planRound(
  { seed, store, processes, redis }: Surroundings,
  round: number,
): PlannedRound {
  const random = randomFrom(seed, 'round', round)
  const anySlot = () => random.int(0, processes - 1)
  const shared = store === 'postgres'
  const whileStarting = random.chance(0.25)
  const kill = {
    slot: anySlot(),
    afterMessages: random.int(0, 30),
    afterMs: random.int(0, 100),
    whileStarting,
  }
  const terminate = random.chance(0.12)
    ? { slot: anySlot(), afterMs: random.int(0, 600) }
    : undefined
  const pause = random.chance(0.1)
    ? { slot: anySlot(), afterMs: random.int(0, 600), forMs: pauseMs(random, shared) }
    : undefined
  const database = shared && random.chance(0.35) ? planDatabaseFault(random, anySlot()) : undefined
  const bus =
    redis && random.chance(0.12)
      ? { afterMs: random.int(0, 500), forMs: random.int(100, 1_500) }
      : undefined
  return { kill, terminate, pause, database, redis: bus }
}

/** Where conversations have owners, longer than an owner may be silent (six seconds). */
function pauseMs(random: Random, shared: boolean): number {
  return shared ? random.int(6_500, 9_000) : random.int(200, 1_500)
}

function planDatabaseFault(random: Random, slot: number): PlannedRound['database'] {
  const where = random.chance(0.3) ? ('all' as const) : slot
  return {
    fault: random.pick(databaseFaults),
    slot: where,
    afterMs: random.int(0, 600),
    forMs: random.int(50, 1_200),
  }
}

/** The clock of the process started as number `start`: up to two hours back, up to ten ahead. */
export function planClock(seed: number, start: number): string {
  const random = randomFrom(seed, 'clock', start)
  const minutes = random.chance(0.3) ? 0 : random.int(-120, 600)
  return new Date(Date.parse(calmStart) + minutes * 60_000).toISOString()
}
