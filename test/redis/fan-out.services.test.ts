import { createClient } from '@redis/client'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { inProcessFanOut } from '../../src/channels/fan-out.ts'
import { createRedisBus } from '../../src/redis/bus.ts'
import { fanOutContract, listener } from '../contracts/fan-out.ts'
import { redisUrl, requireRedis } from '../support/redis.ts'
import { neighbour, neighbours, ownNamespace } from './neighbour.ts'

beforeAll(requireRedis)

fanOutContract('the fan-out over Redis', async () => {
  const namespace = ownNamespace()
  const facts = { id: 'p-1', startedAt: '', sockets: 0, turnsInHand: 0 }
  const shared = { url: redisUrl, namespace, log: { info() {}, warn() {} } }
  const one = createRedisBus({
    ...shared,
    local: inProcessFanOut(),
    self: 'p-1',
    describe: () => facts,
  })
  const ear = createRedisBus({
    ...shared,
    local: inProcessFanOut(),
    self: 'ear',
    describe: () => facts,
  })
  for (const bus of [one, ear]) bus.start()
  await vi.waitFor(() => expect([one.isUp(), ear.isUp()]).toEqual([true, true]))
  return {
    fanOut: one.fanOut,
    // Redis keeps the order: when the last message is heard, all before it have been.
    settled: async () => {
      const last = listener()
      const end = ear.fanOut.subscribe('last', last)
      one.fanOut.publish('last')
      await vi.waitFor(() => expect(last.wake).toHaveBeenCalled())
      end()
    },
    close: async () => {
      await one.close()
      await ear.close()
    },
  }
})

/** Hears everything on Redis, as an eavesdropper does. */
async function eavesdrop() {
  const heard: string[] = []
  const client = createClient({ url: redisUrl })
  await client.connect()
  await client.pSubscribe('daozhang-test:*', (message) => heard.push(message))
  onTestFinished(() => client.destroy())
  return heard
}

describe('between processes', () => {
  it('wakes the sockets of every process, once', async () => {
    const [one, two, three] = await neighbours(3)
    const followers = [one, two, three].map((each) => each?.follow('c1'))
    one?.fanOut.publish('c1')
    await vi.waitFor(() => {
      for (const follower of followers) expect(follower?.wake).toHaveBeenCalledTimes(1)
    })
    two?.fanOut.publish('c1')
    await vi.waitFor(() => {
      for (const follower of followers) expect(follower?.wake).toHaveBeenCalledTimes(2)
    })
  })

  it('carries a typing sign to the other processes and drops every word from it', async () => {
    const [one, two] = await neighbours(2)
    const follower = two?.follow('c1')
    const heard = await eavesdrop()
    one?.fanOut.typing('c1', {
      type: 'typing',
      from: { id: 'daozhang', role: 'bot', name: '客户王小明' },
      text: 'my card is 6222020200112233445',
      channelData: { note: 'secret words' },
    })
    await vi.waitFor(() => expect(follower?.typing).toHaveBeenCalledTimes(1))
    expect(follower?.typing).toHaveBeenCalledWith({
      type: 'typing',
      from: { id: 'daozhang', role: 'bot' },
    })
    expect(heard.join('')).not.toMatch(/6222|secret|王小明/)
  })

  it('offers work to the others and never to the one who offers', async () => {
    const [one, two, three] = await neighbours(3)
    const taken: string[] = []
    for (const [name, each] of Object.entries({ one, two, three })) {
      each?.fanOut.onOffer((id) => taken.push(`${name} ${id}`))
    }
    one?.fanOut.offer('c1')
    await vi.waitFor(() => expect(taken.toSorted()).toEqual(['three c1', 'two c1']))
  })

  it('keeps two deployments on one Redis apart', async () => {
    const [one, two] = await neighbours(2)
    const stranger = neighbour()
    await stranger.up()
    const [ours, theirs] = [two?.follow('c1'), stranger.follow('c1')]
    one?.fanOut.publish('c1')
    await vi.waitFor(() => expect(ours?.wake).toHaveBeenCalledTimes(1))
    expect(theirs.wake).not.toHaveBeenCalled()
    expect(stranger.bus.presence.deployment().processes).toHaveLength(1)
  })

  it('is not disturbed by what else is said on the channel', async () => {
    const namespace = ownNamespace()
    const one = neighbour({ namespace })
    await one.up()
    const follower = one.follow('c1')
    const client = createClient({ url: redisUrl })
    await client.connect()
    onTestFinished(() => client.destroy())
    const channel = `${namespace}:news`
    for (const junk of [
      '',
      '{',
      'null',
      '[]',
      '{"kind":"news"}',
      '{"kind":"typing","by":"x","id":"c1"}',
    ])
      await client.publish(channel, junk)
    await client.publish(channel, JSON.stringify({ kind: 'news', by: 'x', id: 'c1' }))
    await vi.waitFor(() => expect(follower.wake).toHaveBeenCalledTimes(1))
    expect(follower.typing).not.toHaveBeenCalled()
  })

  it('says ids and nothing else', async () => {
    const [one] = await neighbours(1)
    const heard = await eavesdrop()
    one?.fanOut.publish('c1')
    one?.fanOut.offer('c2')
    await vi.waitFor(() => expect(heard).toHaveLength(2))
    expect(heard.map((text) => JSON.parse(text))).toEqual([
      { kind: 'news', by: one?.self, id: 'c1' },
      { kind: 'work', by: one?.self, id: 'c2' },
    ])
  })
})
