import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { temporaryDatabase } from '../../test/support/postgres.ts'
import { type Child, startChild } from '../child.ts'
import { quantile } from '../load.ts'
import { say } from '../machine.ts'
import { startRedis } from '../torture/redis-server.ts'
import { answerInTurn, claimSome, type DeskAgent, watchScreen } from './desk-agent.ts'
import { signIn } from './desk-call.ts'
import { askForPerson, type DeskCustomer } from './desk-customer.ts'

/** What a desk under load came to. Times in milliseconds. */
export interface DeskFigures {
  customers: number
  agents: number
  processes: number
  seconds: number
  /** From an agent's key press to the customer's screen. */
  toCustomer: Times
  /** From a customer's key press to the agent's screen: told by the stream, then read. */
  toAgent: Times
  lostClaims: number
  /** Messages of either side that did not come, came twice, or came in another order. */
  lost: number
  doubled: number
  outOfOrder: number
}

export interface Times {
  messages: number
  p50: number
  p99: number
  most: number
}

export const deskGoalMs = 300
const size = { customers: 200, agents: 20, processes: 2, ms: 40_000 }
/**
 * Faster than people are: an agent who writes 24 messages a minute, all day, in ten conversations, and
 * customers who each write three. Four times as many fill two cores, where the clients and the database
 * run as well.
 */
export const agentPaceMs = 2_500
export const customerPaceMs = 20_000

/** 200 conversations and 20 agents on two processes, Postgres and Redis. */
export async function measureDesk(): Promise<DeskFigures> {
  const database = await temporaryDatabase()
  const redis = await startRedis()
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-desk-'))
  const secret = randomBytes(24).toString('hex')
  const env = {
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    RATE_LIMITS: 'off',
    ADMIN_TOKEN: secret,
    DIRECT_LINE_SECRET: secret,
    TOKEN_KEY: secret,
  }
  const children: Child[] = []
  try {
    for (let n = 0; n < size.processes; n += 1) {
      children.push(await startChild(['--max-semi-space-size=4', 'src/main.ts'], env))
    }
    return await run(
      children.map(({ base }) => base),
      secret,
    )
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    redis.stop()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(bases: readonly string[], secret: string): Promise<DeskFigures> {
  const share = size.customers / size.agents
  const agents = await Promise.all(
    Array.from({ length: size.agents }, async (_, n): Promise<DeskAgent> => {
      const name = `agent-${n + 1}`
      const caller = await signIn(bases, { name, adminToken: secret, capacity: share })
      return { name, caller, own: [], said: new Map(), lostClaims: 0 }
    }),
  )
  say(`${size.agents} agents are signed in; ${size.customers} customers ask for a person …`)
  const customers = await callAll(bases, secret)
  await Promise.all(agents.map((agent) => claimSome(agent, share)))
  say('every conversation is claimed; both sides write …')
  // Two hundred people called and were taken over at once: that line is worked off first.
  await pause(5_000)
  return talk(agents, customers)
}

async function callAll(
  bases: readonly string[],
  secret: string,
): Promise<Map<string, DeskCustomer>> {
  const customers = new Map<string, DeskCustomer>()
  for (let n = 0; n < size.customers; n += 20) {
    const some = Array.from({ length: 20 }, (_, i) =>
      askForPerson(bases[(n + i) % bases.length] ?? '', secret),
    )
    for (const customer of await Promise.all(some)) customers.set(customer.conversationId, customer)
  }
  return customers
}

async function talk(
  agents: readonly DeskAgent[],
  customers: ReadonlyMap<string, DeskCustomer>,
): Promise<DeskFigures> {
  const startedAt = performance.now()
  const endsAt = startedAt + size.ms
  const screens = agents.map(watchScreen)
  const [toCustomer, asked] = await Promise.all([
    Promise.all(
      agents.map(async (agent, n) => {
        // Twenty people do not press in the same instant.
        await pause((agentPaceMs * n) / agents.length)
        return answerInTurn(agent, { customers, endsAt, paceMs: agentPaceMs })
      }),
    ),
    Promise.all([...customers.values()].map((each, n) => askInTurn(each, n, endsAt))),
  ])
  const seconds = (performance.now() - startedAt) / 1000
  await pause(1_000)
  const live = screens.map(({ shown }) => new Map(shown))
  await Promise.all(screens.map((screen) => screen.catchUp()))
  const sent = asked.flat()
  const toAgent = sent.map(({ text, at }) => arrival(live, text) - at).filter(Number.isFinite)
  const missing = sent.filter(({ text }) => !screens.some(({ shown }) => shown.has(text))).length
  const views = [...customers].map(([id, customer]) => compare(agents, id, customer))
  for (const each of [...screens, ...customers.values()]) each.close()
  return {
    ...size,
    seconds,
    toCustomer: timesOf(toCustomer.flat()),
    toAgent: timesOf(toAgent),
    lostClaims: sum(agents.map(({ lostClaims }) => lostClaims)),
    lost: missing + sum(views.map(({ lost }) => lost)),
    doubled: sum(views.map(({ doubled }) => doubled)),
    outOfOrder: sum(views.map(({ outOfOrder }) => outOfOrder)),
  }
}

/** A customer writes now and then, each a little after the one before. */
async function askInTurn(
  customer: DeskCustomer,
  n: number,
  endsAt: number,
): Promise<{ text: string; at: number }[]> {
  const sent: { text: string; at: number }[] = []
  await pause((customerPaceMs * n) / size.customers)
  while (performance.now() < endsAt) {
    const nextAt = performance.now() + customerPaceMs
    const text = `第${n + 1}位客户的第${sent.length + 1}句：还没到吗`
    sent.push({ text, at: performance.now() })
    await customer.say(text)
    await pause(Math.max(0, nextAt - performance.now()))
  }
  return sent
}

function arrival(screens: readonly ReadonlyMap<string, number>[], text: string): number {
  for (const shown of screens) {
    const at = shown.get(text)
    if (at !== undefined) return at
  }
  return Number.NaN
}

/** What an agent said in one conversation against what its customer was shown. */
function compare(agents: readonly DeskAgent[], id: string, customer: DeskCustomer) {
  const said = agents.flatMap((agent) => agent.said.get(id) ?? [])
  const heard = customer.heard()
  const distinct = [...new Set(heard)]
  return {
    lost: said.filter((text) => !heard.includes(text)).length,
    doubled: heard.length - distinct.length,
    outOfOrder: distinct.filter((text, index) => said[index] !== text).length,
  }
}

function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    messages: sorted.length,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    most: sorted.at(-1) ?? Number.NaN,
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
