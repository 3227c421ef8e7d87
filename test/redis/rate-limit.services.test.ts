import { createClient } from '@redis/client'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { buckets } from '../../src/ports/rate-limit.ts'
import { createRateLimit } from '../../src/web/rate-limit.ts'
import { freePort, ownRedis, redisUrl, requireRedis } from '../support/redis.ts'
import { neighbour, neighbours, ownNamespace } from './neighbour.ts'

beforeAll(requireRedis)

const local = () => createRateLimit(() => performance.now())

describe('rate limits over Redis', () => {
  it('let one burst through all processes together, however they race', async () => {
    // However busy this machine is: a limit that is late is each process's own.
    const processes = await neighbours(3, { limitAnswerMs: 10_000 })
    const limits = processes.map(({ bus }) => bus.share(local()))
    const waits = await Promise.all(
      Array.from({ length: 90 }, async (_, n) => limits[n % 3]?.('start', '10.0.0.1')),
    )
    expect(waits.filter((wait) => wait === 0)).toHaveLength(buckets.start.burst)
    expect(waits.every((wait) => wait === 0 || wait === 2)).toBe(true)
  })

  it('fill again with time, and count each key and bucket by itself', async () => {
    const [one] = await neighbours(1)
    const limit = one?.bus.share(local())
    const take = () => limit?.('conversation', 'c-1')
    for (let n = 0; n < buckets.conversation.burst; n += 1) expect(await take()).toBe(0)
    expect(await take()).toBe(1)
    expect(await limit?.('conversation', 'c-2')).toBe(0)
    expect(await limit?.('address', 'c-1')).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    expect(await take()).toBe(0)
    expect(await take()).toBe(1)
  })

  it('leave no address in Redis, and nothing at all after a minute or so', async () => {
    const namespace = ownNamespace()
    const one = neighbour({ namespace })
    await one.up()
    await one.bus.share(local())('address', '203.0.113.77')
    const client = createClient({ url: redisUrl })
    await client.connect()
    onTestFinished(() => client.destroy())
    const keys = await client.keys(`${namespace}:limit:*`)
    expect(keys).toHaveLength(1)
    expect(keys.join('')).not.toContain('203')
    expect(await client.pTTL(keys[0] ?? '')).toBeGreaterThan(10_000)
    expect(await client.pTTL(keys[0] ?? '')).toBeLessThan(70_000)
  })

  it('work again after Redis has forgotten its scripts', async () => {
    const [one] = await neighbours(1)
    const limit = one?.bus.share(local())
    const client = createClient({ url: redisUrl })
    await client.connect()
    onTestFinished(() => client.destroy())
    await limit?.('start', 'a')
    await client.scriptFlush()
    const fallback = vi.fn(() => 7)
    expect(await one?.bus.share(fallback)('start', 'a')).toBe(0)
    expect(fallback).not.toHaveBeenCalled()
  })

  it('fall back to the buckets of the process without Redis, at once', async () => {
    const one = neighbour({ url: 'redis://127.0.0.1:1' })
    const limit = one.bus.share(local())
    const startedAt = performance.now()
    const waits = []
    for (let n = 0; n < 40; n += 1) waits.push(await limit('start', 'a'))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(buckets.start.burst)
    expect(performance.now() - startedAt).toBeLessThan(200)
  })

  it('slow down a few requests, not all, while Redis hangs', async () => {
    const server = ownRedis(await freePort())
    onTestFinished(() => server.stop())
    await server.start()
    // So long a beat that only the circuit can notice.
    const one = neighbour({ url: server.url, times: { beatMs: 60_000 } })
    await one.up()
    const limit = one.bus.share(local())
    expect(await limit('start', 'a')).toBe(0)
    server.freeze()
    const times: number[] = []
    for (let n = 0; n < 20; n += 1) {
      const startedAt = performance.now()
      expect(await limit('start', 'b')).toBe(0)
      times.push(performance.now() - startedAt)
    }
    expect(times.filter((ms) => ms > 20)).toHaveLength(3)
    expect(Math.max(...times)).toBeLessThan(150)
    server.thaw()
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const fallback = vi.fn(() => 7)
    expect(await one.bus.share(fallback)('start', 'c')).toBe(0)
  })
})
