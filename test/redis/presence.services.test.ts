import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createRedisLink } from '../../src/redis/link.ts'
import { redisPresence } from '../../src/redis/presence.ts'
import { redisUrl, requireRedis } from '../support/redis.ts'
import { neighbour, ownNamespace } from './neighbour.ts'

beforeAll(requireRedis)

const log = { info() {}, warn() {} }

/** A process that announces itself ten times a second. */
async function announcer(namespace: string, number: number, expiryMs = 300) {
  const id = `p-${number}`
  const startedAt = `2026-11-26T00:00:0${number}Z`
  const link = createRedisLink({ url: redisUrl, channel: `${namespace}:news`, log })
  const onChange = vi.fn()
  let turnsInHand = 0
  const presence = redisPresence({
    link,
    namespace,
    describe: () => ({ id, startedAt, sockets: 2, turnsInHand }),
    onChange,
    times: { announceMs: 100, expiryMs },
  })
  presence.start()
  link.start()
  return {
    ids: () => presence.deployment().processes.map((each) => each.id),
    processes: () => presence.deployment().processes,
    onChange,
    work: (turns: number) => {
      turnsInHand = turns
    },
    leave: async () => {
      await presence.stop()
      await link.close()
    },
    /** Killed: it says nothing any more, not even goodbye. */
    die: () => link.close(),
  }
}

describe('presence', () => {
  it('knows every process, its work, when one leaves and when one dies', async () => {
    const namespace = ownNamespace()
    const one = await announcer(namespace, 1)
    const two = await announcer(namespace, 2)
    const three = await announcer(namespace, 3)
    const all = ['p-1', 'p-2', 'p-3']
    await vi.waitFor(() => expect([one.ids(), two.ids(), three.ids()]).toEqual([all, all, all]))
    two.work(5)
    await vi.waitFor(() => {
      expect(one.processes()[1]).toEqual({
        id: 'p-2',
        startedAt: '2026-11-26T00:00:02Z',
        sockets: 2,
        turnsInHand: 5,
      })
    })
    await three.leave()
    await vi.waitFor(() => expect(one.ids()).toEqual(['p-1', 'p-2']))
    await two.die()
    await vi.waitFor(() => expect(one.ids()).toEqual(['p-1']))
    expect(one.onChange).toHaveBeenLastCalledWith(1)
    await one.leave()
  })

  it('does not count on a process that has said goodbye', async () => {
    const namespace = ownNamespace()
    const one = await announcer(namespace, 1, 60_000)
    const two = await announcer(namespace, 2, 60_000)
    await vi.waitFor(() => expect(one.ids()).toEqual(['p-1', 'p-2']))
    await two.leave()
    await vi.waitFor(() => expect(one.ids()).toEqual(['p-1']))
    await one.leave()
  })

  it('names only itself and says so while Redis is away', async () => {
    const lonely = neighbour({ url: 'redis://127.0.0.1:1', facts: { sockets: 4 } })
    expect(lonely.bus.presence.deployment()).toEqual({
      redis: 'away',
      self: lonely.self,
      processes: [expect.objectContaining({ id: lonely.self, sockets: 4 })],
    })
  })
})
