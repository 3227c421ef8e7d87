import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLook } from '../../src/channels/look.ts'
import { freePort, ownRedis } from '../support/redis.ts'
import { wireTo } from '../support/wire.ts'
import { type Neighbour, neighbour, neighbours } from './neighbour.ts'

async function redis() {
  const own = ownRedis(await freePort())
  onTestFinished(() => own.stop())
  return own
}

/** Says it until it is heard, as a connection may be up on one side only. */
async function heardBy(one: Neighbour, other: Neighbour): Promise<void> {
  const follower = other.follow('probe')
  await vi.waitFor(() => {
    one.fanOut.publish('probe')
    expect(follower.wake).toHaveBeenCalled()
  }, 5_000)
}

describe('losing Redis', () => {
  it('starts without it and finds it when it comes', async () => {
    const server = await redis()
    const one = neighbour({ url: server.url })
    const follower = one.follow('c1')
    one.fanOut.publish('c1')
    expect(follower.wake).toHaveBeenCalledTimes(1)
    expect(one.bus.presence.deployment()).toMatchObject({ redis: 'away' })
    await vi.waitFor(() => expect(one.log.warn).toHaveBeenCalledTimes(1))
    await server.start()
    await one.up()
    expect(one.log.info).toHaveBeenCalledWith('redis_back', { attempt: expect.any(Number) })
  })

  it('survives its death, goes on within the process, and finds its neighbours again', async () => {
    const server = await redis()
    await server.start()
    const [one, two] = await neighbours(2, { url: server.url })
    if (!one || !two) throw new Error('no neighbours')
    await server.stop()
    await Promise.all([one.down(), two.down()])
    const [here, there] = [one.follow('c1'), two.follow('c1')]
    one.fanOut.publish('c1')
    one.fanOut.offer('c1')
    expect(here.wake).toHaveBeenCalledTimes(1)
    expect(there.wake).not.toHaveBeenCalled()
    await server.start()
    await Promise.all([one.up(), two.up()])
    await heardBy(one, two)
  })

  it('notices a connection that swallows everything, and takes a new one', async () => {
    const server = await redis()
    await server.start()
    const wire = await wireTo(Number(new URL(server.url).port))
    onTestFinished(() => wire.close())
    const one = neighbour({ url: `redis://127.0.0.1:${wire.port}` })
    await one.up()
    wire.swallow(true)
    const startedAt = performance.now()
    await one.down()
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    wire.swallow(false)
    await one.up()
  })

  it('notices a Redis that hangs, and one that hangs when it is asked first', async () => {
    const server = await redis()
    await server.start()
    const one = neighbour({ url: server.url })
    await one.up()
    server.freeze()
    await one.down()
    const late = neighbour({ url: server.url })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(late.bus.isUp()).toBe(false)
    server.thaw()
    await Promise.all([one.up(), late.up()])
  })

  it('comes back after each of many cuts', async () => {
    const server = await redis()
    await server.start()
    const wire = await wireTo(Number(new URL(server.url).port))
    onTestFinished(() => wire.close())
    const one = neighbour({ url: `redis://127.0.0.1:${wire.port}` })
    for (let n = 0; n < 12; n += 1) {
      await one.up()
      wire.cut()
      await one.down()
    }
    await one.up()
  })

  it('closes at once while Redis is away, frozen or well', async () => {
    const server = await redis()
    const one = neighbour({ url: server.url })
    await server.start()
    const [two, three] = [neighbour({ url: server.url }), neighbour({ url: server.url })]
    await Promise.all([two.up(), three.up()])
    const startedAt = performance.now()
    await Promise.all([one.bus.close(), two.bus.close()])
    server.freeze()
    await three.bus.close()
    expect(performance.now() - startedAt).toBeLessThan(1_500)
    server.thaw()
  })

  it('costs latency only: the look finds what was missed, and again when it is back', async () => {
    const server = await redis()
    await server.start()
    const [one, two] = await neighbours(2, { url: server.url })
    if (!one || !two) throw new Error('no neighbours')
    const stored = new Map([['c1', 0]])
    let read = 0
    const catchUp = vi.fn(() => {
      read = stored.get('c1') ?? 0
    })
    two.local.subscribe('c1', { wake: catchUp, typing() {}, reached: () => read })
    const look = createLook({
      fanOut: two.local,
      lastSeqs: async () => stored,
      isTold: two.bus.isUp,
      log: { warn() {} },
    })
    two.bus.onUp(look.now)
    look.start()
    onTestFinished(look.stop)
    const write = () => {
      stored.set('c1', (stored.get('c1') ?? 0) + 1)
      one.fanOut.publish('c1')
    }
    write()
    await vi.waitFor(() => expect(read).toBe(1), { timeout: 500, interval: 5 })
    await server.stop()
    await two.down()
    write()
    await vi.waitFor(() => expect(read).toBe(2), { timeout: 2_500, interval: 10 })
    await server.start()
    await Promise.all([one.up(), two.up()])
    write()
    await vi.waitFor(() => expect(read).toBe(3), { timeout: 500, interval: 5 })
  })

  it('is made good as soon as it is back: what was missed meanwhile is looked for then', async () => {
    const server = await redis()
    await server.start()
    const one = neighbour({ url: server.url })
    await one.up()
    const missed = one.follow('c1')
    one.local.subscribe('c1', { wake() {}, typing() {}, reached: () => 0 })
    const look = createLook({
      fanOut: one.local,
      lastSeqs: async () => new Map([['c1', 1]]),
      isTold: one.bus.isUp,
      log: { warn() {} },
      // So rarely that only the return of Redis counts.
      times: { near: 3_600_000, far: 3_600_000 },
    })
    one.bus.onUp(look.now)
    look.start()
    onTestFinished(look.stop)
    await server.stop()
    await one.down()
    expect(missed.wake).not.toHaveBeenCalled()
    await server.start()
    await one.up()
    await vi.waitFor(() => expect(missed.wake).toHaveBeenCalledTimes(1))
  })
})
