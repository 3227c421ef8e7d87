import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { openChat, type RealServer, startServer, temporaryFolder } from '../support/real-server.ts'
import { call } from '../support/web.ts'

const keys = {
  DIRECT_LINE_SECRET: 'direct-line-secret-of-this-test',
  ADMIN_TOKEN: 'admin-token-of-this-test',
}

let server: RealServer | undefined
afterEach(async () => {
  if (server?.isRunning()) await server.end('SIGKILL')
})

/** Takes every connection and never says a word. */
async function blackHole(): Promise<string> {
  const sockets = new Set<Socket>()
  const hole = createServer((socket) => sockets.add(socket.on('error', () => {})))
  hole.listen(0, '127.0.0.1')
  await once(hole, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    hole.close()
  })
  const address = hole.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

it.each([
  ['refuses', async () => '127.0.0.1:1'],
  ['has no address', async () => 'nowhere.invalid:6379'],
  ['swallows everything', blackHole],
])('starts, talks, says so and stops with a Redis that %s', async (_how, place) => {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  server = await startServer({
    ...keys,
    DATA_DIR: folder.path,
    RATE_LIMITS: 'on',
    REDIS_URL: `redis://who:hunter2@${await place()}`,
  })
  const { url } = server
  const adminToken = keys.ADMIN_TOKEN
  const chat = await openChat({ url, secret: keys.DIRECT_LINE_SECRET, adminToken, locale: 'en' })
  const startedAt = performance.now()
  const { status, replies } = await chat.send({ text: 'thanks!' })
  expect([status, replies.length]).toEqual([200, 1])
  expect(performance.now() - startedAt).toBeLessThan(3_000)
  expect(await call(`${url}/readyz`)).toMatchObject({ status: 200, body: { redis: 'away' } })
  expect((await call(`${url}/metrics`)).body).toMatch(/^daozhang_redis_up 0$/m)
  await vi.waitFor(() => expect(server?.printed()).toContain('redis_away'), 5_000)
  const toldAt = performance.now()
  expect(await server.end('SIGTERM')).toBe(0)
  expect(performance.now() - toldAt).toBeLessThan(5_000)
  expect(server.printed()).not.toMatch(/hunter2|127\.0\.0\.1:1\b|nowhere/)
})
