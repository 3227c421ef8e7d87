import { once } from 'node:events'
import { DirectLine, type Message } from 'botframework-directlinejs'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import { signedOutCode } from '../../src/ports/desk-topics.ts'
import { deskStreamPath } from '../../src/web/desk-stream.ts'
import { newAgent } from '../support/desk.ts'
import { inLogOrder, openPage } from '../support/direct-line-page.ts'
import {
  bothKnown,
  type Deployment,
  deployment,
  keys,
  processes,
  socketOn,
} from '../support/processes.ts'
import { type Chat, openChat, type RealServer } from '../support/real-server.ts'
import { call, post } from '../support/web.ts'
import { wireTo } from '../support/wire.ts'

let deployed: Deployment
beforeEach(async () => {
  deployed = await deployment()
})
afterEach(() => deployed.end())

const start = (settings?: Record<string, string>) => deployed.start(settings)
const redis = () => deployed.redis()

/** Says something on one process; answers how long the other's socket took to show the answer. */
async function crossing(chat: Chat, socket: Awaited<ReturnType<typeof socketOn>>) {
  const { status, body } = await chat.post({ type: 'message', text: 'thanks!' })
  expect(status).toBe(200)
  const startedAt = performance.now()
  await socket.answered(body.id, 8_000)
  return performance.now() - startedAt
}

describe('two processes on one database', () => {
  it('end on one the console of whoever signs out on the other', async () => {
    const bus = await redis()
    const [one, two] = await Promise.all([
      start({ REDIS_URL: bus.url }),
      start({ REDIS_URL: bus.url }),
    ])
    await bothKnown(one, two)
    const bo = await newAgent(one, { login: 'bo', role: 'agent' })
    const socket = new WebSocket(two.url.replace('http', 'ws') + deskStreamPath, {
      headers: { cookie: bo.cookie, origin: two.url },
    })
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    const closed = once(socket, 'close')
    await bo.post('/api/v1/session/end')
    const [code] = await closed
    expect(code).toBe(signedOutCode)
  })

  it('show on one what the other wrote, with Redis, while it is away, and after', async () => {
    const bus = await redis()
    const [one, two] = await Promise.all([
      start({ REDIS_URL: bus.url }),
      start({ REDIS_URL: bus.url }),
    ])
    await bothKnown(one, two)
    const chat = await openChat({ url: one.url, ...keys })
    const socket = await socketOn(two, chat)
    const times: number[] = []
    for (let n = 0; n < 10; n += 1) times.push(await crossing(chat, socket))
    // The look alone would take fifteen seconds, so it was the wake-up.
    expect(Math.max(...times)).toBeLessThan(2_000)

    await bus.stop()
    await vi.waitFor(async () => expect((await processes(two)).redis).toBe('away'), 5_000)
    expect(await crossing(chat, socket)).toBeLessThan(4_000)
    const ready = await call(`${two.url}/readyz`)
    expect(ready).toMatchObject({ status: 200, body: { status: 'ready', redis: 'away' } })

    await bus.start()
    await bothKnown(one, two)
    for (let n = 0; n < 3; n += 1) expect(await crossing(chat, socket)).toBeLessThan(2_000)
    const metrics = await call(`${one.url}/metrics`)
    expect(metrics.body).toMatch(/^daozhang_redis_up 1$/m)
    expect(metrics.body).toMatch(/^daozhang_processes_alive 2$/m)
    expect(one.printed() + two.printed()).not.toContain(bus.url)
  })

  it('show it without any Redis too, a little later', async () => {
    const [one, two] = await Promise.all([start(), start()])
    const chat = await openChat({ url: one.url, ...keys })
    const socket = await socketOn(two, chat)
    expect(await crossing(chat, socket)).toBeLessThan(4_000)
    expect(await processes(one)).toMatchObject({ redis: 'not configured', processes: [{}] })
  })

  it('share their limits', async () => {
    const bus = await redis()
    const settings = { REDIS_URL: bus.url, RATE_LIMITS: 'on' }
    const [one, two] = await Promise.all([start(settings), start(settings)])
    await bothKnown(one, two)
    const chat = await openChat({ url: one.url, ...keys })
    const path = `/v3/directline/conversations/${chat.id}/activities`
    const statuses: number[] = []
    for (let n = 0; n < 24; n += 1) {
      const { url } = n % 2 === 0 ? one : two
      const answer = await post(url + path, chat.token, { type: 'message', text: `m${n}` })
      statuses.push(answer.status)
    }
    const taken = statuses.filter((status) => status === 200).length
    // Twenty at once, and one for each second it took.
    expect(taken).toBeGreaterThanOrEqual(20)
    expect(taken).toBeLessThan(24)
  })

  it('stop one by one: the other knows, and answers the customer who comes over', async () => {
    const bus = await redis()
    const [one, two] = await Promise.all([
      start({ REDIS_URL: bus.url }),
      start({ REDIS_URL: bus.url }),
    ])
    await bothKnown(one, two)
    const chat = await openChat({ url: one.url, ...keys })
    const socket = await socketOn(one, chat)
    await crossing(chat, socket)
    const last = await chat.post({ type: 'message', text: 'thanks again!' })
    const ended = one.end('SIGTERM')
    expect(await socket.closed).toBe(1012)
    expect(await ended).toBe(0)
    await vi.waitFor(async () => expect((await processes(two)).processes).toHaveLength(1), 5_000)
    const there = await socketOn(two, chat)
    await there.answered(last.body.id, 5_000)
  })

  it('are restarted one after the other under load, and the published client feels nothing', async () => {
    const bus = await redis()
    const wire = await wireTo(0)
    onTestFinished(() => wire.close())
    const page = openPage()
    onTestFinished(page.close)
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const settings = { REDIS_URL: bus.url, PUBLIC_URL: `http://127.0.0.1:${wire.port}` }
    let running = await start(settings)
    wire.aim(portOf(running))
    const clients = await Promise.all(
      [true, false].map((webSocket) => client(wire.port, webSocket)),
    )
    let talking = true
    const talks = clients.map(async ({ say }) => {
      for (let n = 0; talking; n += 1) await say(`m${n}`)
    })
    for (let round = 0; round < 2; round += 1) {
      const next = await start(settings)
      // What a load balancer does when a process says that it is not ready.
      wire.aim(portOf(next))
      expect(await running.end('SIGTERM')).toBe(0)
      running = next
    }
    talking = false
    await Promise.all(talks)
    for (const { said, answered, repeated } of clients) {
      expect(said.length).toBeGreaterThan(10)
      await vi.waitFor(() => expect(answered()).toEqual(said), 15_000)
      expect(repeated()).toBe(false)
    }
  }, 150_000)
})

const portOf = ({ url }: RealServer) => Number(new URL(url).port)

/** The published client, by socket or by polling, which one failed poll would end for good. */
async function client(port: number, webSocket: boolean) {
  const domain = `http://127.0.0.1:${port}/v3/directline`
  const { body: grant } = await post(`${domain}/tokens/generate`, keys.secret, {})
  const line = new DirectLine({ domain, token: grant.token, webSocket, pollingInterval: 200 })
  onTestFinished(() => line.end())
  const seen: (Message & { replyToId?: string })[] = []
  line.activity$.subscribe({
    next: (activity) => activity.type === 'message' && seen.push(activity),
    error: () => {},
  })
  const said: string[] = []
  const once = (own: string) =>
    new Promise<string>((resolve) => {
      const channelData = { clientActivityID: own }
      const message = { type: 'message', text: 'thanks!', from: { id: 'me' }, channelData }
      line.postActivity(message as Message).subscribe(resolve, () => resolve('retry'))
    })
  return {
    said,
    /** Says it under one id until it is acknowledged. */
    async say(own: string): Promise<void> {
      for (;;) {
        const id = await once(own)
        if (id !== 'retry') return void said.push(id)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    answered: () => [...new Set(inLogOrder(seen).flatMap(({ replyToId }) => replyToId ?? []))],
    repeated: () => new Set(seen.map(({ id }) => id)).size !== seen.length,
  }
}
