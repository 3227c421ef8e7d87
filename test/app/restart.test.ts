import { afterAll, describe, expect, it } from 'vitest'
import {
  type Chat,
  chatWith,
  openChat,
  type RealServer,
  startServer,
  temporaryFolder,
} from '../support/real-server.ts'
import { call } from '../support/web.ts'

const secret = 'direct-line-secret-of-this-test'
const admin = 'admin-token-of-this-test'
const rounds = 10
const customers = 3
const seed = 20261123

/** The same numbers in every run: a failure can be played again. */
function createRandom(start: number): () => number {
  let state = start
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** A customer who repeats a message under the same id until it is acknowledged. */
interface Customer {
  chat: Chat
  sent: number
  /** The id of our message → the id the service answered, in the order of the acknowledgements. */
  acknowledged: Map<string, string>
  /** Ids that were answered twice and not alike. */
  contradicted: string[]
}

/** Says it, and sometimes says it again; false when the connection broke. */
async function post(customer: Customer, random: () => number): Promise<boolean> {
  const own = `message-${customer.sent}`
  const activity = { type: 'message', text: 'thanks!', channelData: { clientActivityID: own } }
  const copies = random() < 0.3 ? 2 : 1
  try {
    const answers = await Promise.all(
      Array.from({ length: copies }, () => customer.chat.post(activity)),
    )
    for (const { status, body } of answers) {
      if (status !== 200) return false
      const known = customer.acknowledged.get(own)
      if (known !== undefined && known !== body.id) customer.contradicted.push(own)
      customer.acknowledged.set(own, body.id)
    }
    customer.sent += 1
    return true
  } catch {
    return false
  }
}

/** So many messages a round at most; the kill comes before they are all acknowledged. */
const perRound = 12

interface Round {
  /** Told of each acknowledgement. */
  acknowledged(): void
  random: () => number
}

async function postUntilItBreaks(customer: Customer, round: Round): Promise<void> {
  for (let count = 0; count < perRound; count += 1) {
    if (!(await post(customer, round.random))) return
    round.acknowledged()
  }
}

describe('a process that is killed again and again', () => {
  const folder = temporaryFolder()
  let server: RealServer | undefined

  afterAll(async () => {
    if (server?.isRunning()) await server.end('SIGKILL')
    folder.remove()
  })

  const start = async () => {
    server = await startServer({
      DATA_DIR: folder.path,
      DIRECT_LINE_SECRET: secret,
      ADMIN_TOKEN: admin,
    })
    return server
  }

  it('loses no acknowledged message, takes none twice, and keeps the order', async () => {
    const random = createRandom(seed)
    const first = await start()
    const all = await Promise.all(
      Array.from({ length: customers }, async (): Promise<Customer> => {
        const chat = await openChat({ url: first.url, secret, adminToken: admin, locale: 'en' })
        return { chat, sent: 0, acknowledged: new Map(), contradicted: [] }
      }),
    )
    let running = first
    for (let round = 0; round < rounds; round += 1) {
      // After so many acknowledgements, while other posts, turns and commits are under way.
      let left = 1 + Math.floor(random() * 20)
      const dying = running
      let death: Promise<unknown> | undefined
      const acknowledged = () => {
        left -= 1
        if (left === 0) death = dying.end('SIGKILL')
      }
      await Promise.all(all.map((each) => postUntilItBreaks(each, { acknowledged, random })))
      expect(await death).toBeNull()
      running = await start()
      for (const customer of all) {
        const { token, id } = customer.chat
        customer.chat = chatWith({ url: running.url, adminToken: admin, token, id })
      }
    }
    // What was cut off last is said once more; then everything is worked to its end.
    for (const customer of all) expect(await post(customer, random)).toBe(true)
    for (const customer of all) {
      await untilWorked(running.url, customer)
      await checkTranscript(customer)
    }
    expect(all.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThan(rounds * 5)
    const { token, base } = all[0]?.chat ?? { token: '', base: '' }
    const refreshed = await call(`${base}/tokens/refresh`, { method: 'POST', token })
    expect(refreshed.status).toBe(200)
    expect(await running.end()).toBe(0)
  }, 120_000)
})

async function untilWorked(url: string, { chat, sent }: Customer): Promise<void> {
  for (;;) {
    const path = `/api/v1/conversations/${chat.id}?limit=1`
    const { body } = await call(url + path, { token: admin })
    // The greeting is a turn of its own.
    if (body.version >= sent + 1) return
  }
}

async function checkTranscript({ chat, sent, acknowledged, contradicted }: Customer) {
  const said = await wholeHistory(chat)
  const mine = said.filter(({ fromBot }) => !fromBot)
  const own = Array.from({ length: sent }, (_each, at) => `message-${at}`)
  expect(mine.map(({ activity }) => activity.channelData.clientActivityID)).toEqual(own)
  expect(mine.map(({ id }) => id)).toEqual(own.map((each) => acknowledged.get(each)))
  expect(contradicted).toEqual([])
  const answers = said.filter(({ fromBot, replyToId }) => fromBot && replyToId !== '')
  const ids = mine.map(({ id }) => id)
  expect(answers.map(({ replyToId }) => replyToId).filter((id) => ids.includes(id))).toEqual(ids)
  const numbers = said.map(({ id }) => Number(id.split('|')[1]))
  expect(numbers).toEqual(said.map((_each, at) => at + 1))
}

/** Every page of the log. */
async function wholeHistory({ base, id, token }: Chat) {
  const all = []
  for (let watermark = '0'; ; ) {
    const url = `${base}/conversations/${id}/activities?watermark=${watermark}`
    const { body } = await call(url, { token })
    if (body.activities.length === 0) return all.map(asSaid)
    all.push(...body.activities)
    watermark = body.watermark
  }
}

// biome-ignore lint/suspicious/noExplicitAny: tests read what came, whatever it is.
function asSaid(activity: any) {
  return {
    id: String(activity.id),
    replyToId: String(activity.replyToId ?? ''),
    fromBot: activity.from?.role === 'bot',
    activity,
  }
}
