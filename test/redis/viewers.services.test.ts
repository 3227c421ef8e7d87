import { createClient } from '@redis/client'
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { viewedMs } from '../../src/ports/viewers.ts'
import { createRedisLink } from '../../src/redis/link.ts'
import { redisViewers } from '../../src/redis/viewers.ts'
import { viewersContract } from '../contracts/viewers.ts'
import { redisUrl, requireRedis } from '../support/redis.ts'
import { ownNamespace } from './neighbour.ts'

beforeAll(requireRedis)

/** The viewers as one process knows them, with the clock of the test. */
async function processOf(namespace: string, clock: { now: number }) {
  const log = { info() {}, warn() {} }
  const link = createRedisLink({ url: redisUrl, channel: `${namespace}:news`, log })
  link.start()
  await vi.waitFor(() => expect(link.isUp()).toBe(true))
  return { viewers: redisViewers({ link, namespace, now: () => clock.now }), link }
}

viewersContract('the viewers over Redis', async () => {
  const clock = { now: Date.now() }
  const { viewers, link } = await processOf(ownNamespace(), clock)
  return {
    viewers,
    pass: (ms) => {
      clock.now += ms
    },
    close: () => link.close(),
  }
})

const ana = { conversationId: 'c1', agentId: 'ana', name: 'Ana' }
const bo = { conversationId: 'c1', agentId: 'bo', name: 'Bo' }

async function two(namespace = ownNamespace()) {
  const clock = { now: Date.now() }
  const [one, other] = [await processOf(namespace, clock), await processOf(namespace, clock)]
  onTestFinished(async () => {
    await one.link.close()
    await other.link.close()
  })
  return { one, other, clock }
}

it('shows two agents on two processes to each other', async () => {
  const { one, other } = await two()
  await one.viewers.seen({ ...ana, typing: true })
  await other.viewers.seen(bo)
  for (const { viewers } of [one, other]) {
    expect(await viewers.of('c1')).toEqual([
      { agentId: 'ana', name: 'Ana', typing: true },
      { agentId: 'bo', name: 'Bo', typing: false },
    ])
  }
})

it('forgets the agents of a process that dies, after their time', async () => {
  const { one, other, clock } = await two()
  await one.viewers.seen(ana)
  await one.link.close()
  clock.now += viewedMs - 1
  await other.viewers.seen(bo)
  expect(await other.viewers.of('c1')).toHaveLength(2)
  clock.now += 2
  expect(await other.viewers.of('c1')).toMatchObject([{ agentId: 'bo' }])
})

it('leaves nothing in Redis for ever, whoever dies', async () => {
  const namespace = ownNamespace()
  const { one } = await two(namespace)
  await one.viewers.seen(ana)
  const client = createClient({ url: redisUrl })
  await client.connect()
  onTestFinished(() => client.destroy())
  const left = await client.pTTL(`${namespace}:view:c1`)
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThanOrEqual(viewedMs)
})

it('says nothing and breaks nothing while Redis is away', async () => {
  const { one } = await two()
  await one.link.close()
  await one.viewers.seen(ana)
  expect(await one.viewers.of('c1')).toEqual([])
})
