import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openChat, type RealServer, startServer, temporaryFolder } from '../support/real-server.ts'
import { call } from '../support/web.ts'

const secret = 'direct-line-secret-of-this-test'
const adminToken = 'admin-token-of-this-test'
/** A look-up in this world takes as long as it may: a turn that is in hand for four seconds. */
const slowWorld = join(import.meta.dirname, '../conversations/worlds/outage-timeout.json')
const question = 'I took 3,260 yuan on Saturday, card 9034, and the money has not arrived'

const folder = temporaryFolder()
let server: RealServer | undefined
afterEach(async () => {
  if (server?.isRunning()) await server.end('SIGKILL')
  folder.remove()
})

/** A customer with a socket, whose question is being worked. */
async function withTurnInHand() {
  server = await startServer({
    DATA_DIR: folder.path,
    DIRECT_LINE_SECRET: secret,
    ADMIN_TOKEN: adminToken,
    SANDBOX_WORLD: slowWorld,
    CLOCK_START: '2026-11-24T10:30:00+08:00',
  })
  const { url } = server
  const user = { id: 'dl_m', role: 'merchant', merchantId: 'M1' }
  const chat = await openChat({ url, secret, adminToken, locale: 'en', user })
  const { body } = await call(`${chat.base}/conversations/${chat.id}`, { token: chat.token })
  const socket = new WebSocket(body.streamUrl)
  const frames: string[] = []
  socket.on('message', (frame) => frames.push(String(frame)))
  const closed = once(socket, 'close').then(([code]) => code)
  await vi.waitFor(() => expect(frames.length).toBeGreaterThan(0))
  const posted = await chat.post({ type: 'message', text: question })
  expect(posted.status).toBe(200)
  const activities = `${chat.base}/conversations/${chat.id}/activities`
  return { server, url, chat, frames, closed, activities, askedId: String(posted.body.id) }
}

/** A request on a connection that is kept; answers the status and whether it stays open. */
function keptAlive(agent: Agent, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume()
      resolve(`${response.statusCode} ${response.headers.connection}`)
    }).on('error', reject)
  })
}

describe('a process told to stop', () => {
  it('ends the turn in hand, refuses new work, answers polls, and sends sockets away', async () => {
    const { server: running, url, chat, ...customer } = await withTurnInHand()
    const agent = new Agent({ keepAlive: true })
    expect(await keptAlive(agent, `${url}/healthz`)).toBe('200 keep-alive')
    const toldAt = performance.now()
    const ended = running.end('SIGTERM')
    await vi.waitFor(async () => {
      const { status, body } = await call(`${url}/readyz`)
      expect([status, body.reason]).toEqual([503, 'stopping'])
    })
    const refused = await chat.post({ type: 'message', text: 'one more' })
    expect([refused.status, refused.body.error.code]).toEqual([503, 'Stopping'])
    expect(refused.headers.get('retry-after')).toBe('5')
    const api = await call(`${url}/api/v1/tickets`, { token: adminToken })
    expect(api.status).toBe(503)
    const poll = await call(customer.activities, { token: chat.token })
    expect(poll.status).toBe(200)
    expect(await keptAlive(agent, `${url}/healthz`)).toBe('200 close')
    expect(customer.frames.join('')).not.toContain(`"replyToId":"${customer.askedId}"`)

    expect(await customer.closed).toBe(1012)
    // The answer came before the goodbye.
    expect(customer.frames.join('')).toContain(`"replyToId":"${customer.askedId}"`)
    expect(await ended).toBe(0)
    expect(performance.now() - toldAt).toBeLessThan(10_000)
    await expect(call(`${url}/healthz`)).rejects.toThrow()
    agent.destroy()
  })

  it('exits at once when told a second time, and the next start answers what was cut', async () => {
    const { server: running, chat, askedId } = await withTurnInHand()
    const ended = running.end('SIGTERM')
    await vi.waitFor(async () => expect((await call(`${running.url}/readyz`)).status).toBe(503))
    const toldAt = performance.now()
    process.kill(running.pid, 'SIGTERM')
    expect(await ended).toBe(143)
    expect(performance.now() - toldAt).toBeLessThan(1_000)

    server = await startServer({
      DATA_DIR: folder.path,
      DIRECT_LINE_SECRET: secret,
      ADMIN_TOKEN: adminToken,
    })
    const path = `${server.url}/v3/directline/conversations/${chat.id}/activities`
    await vi.waitFor(async () => {
      const { body } = await call(path, { token: chat.token })
      const answers = body.activities.filter(
        ({ replyToId }: { replyToId?: string }) => replyToId === askedId,
      )
      expect(answers.length).toBeGreaterThan(0)
    }, 10_000)
  })
})
