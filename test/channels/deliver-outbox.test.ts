import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Attempt } from '../../src/channels/attempt.ts'
import { createOutboxWorker, type OutboxLimits } from '../../src/channels/deliver-outbox.ts'
import { Failure } from '../../src/errors.ts'
import type { Delivery } from '../../src/ports/outbox.ts'
import { createStore } from '../../src/storage/store.ts'
import {
  accepted,
  message,
  reply,
  startConversation,
  temporaryDirectory,
  work,
} from '../storage/sample.ts'

const now = new Date('2026-03-02T12:00:10.000Z')
type TryOnce = (delivery: Delivery, signal: AbortSignal) => Promise<Attempt>
const sent: Attempt = { kind: 'sent' }

/** A store with these many replies in each conversation, and a worker that tries with `attempt`. */
async function setUp(
  replies: Record<string, number>,
  attempt: TryOnce,
  limits: Partial<OutboxLimits> = {},
) {
  const store = await createStore({ dataDir: temporaryDirectory() })
  for (const [id, count] of Object.entries(replies)) {
    await startConversation(store, id)
    await store.rememberReference(id, { channelId: 'x' })
    await accepted(store, message(id, 'hello'))
    await work(store, id, { replies: Array.from({ length: count }, (_, n) => reply(`${n}`)) })
  }
  const log = { debug: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const tried: string[] = []
  const worker = createOutboxWorker({
    store,
    log,
    clock: { now: () => now },
    random: () => 0,
    limits: { pollMs: 3_600_000, attemptMs: 2_000, ...limits },
    attempt(delivery, signal) {
      tried.push(delivery.id)
      return attempt(delivery, signal)
    },
  })
  onTestFinished(async () => {
    await worker.stop()
    await store.close()
  })
  const states = async () =>
    (await store.deliveries({ limit: 100 })).map(({ state, reason }) => reason ?? state)
  return { store, worker, tried, log, states }
}

const never: TryOnce = () => new Promise(() => undefined)

describe('the outbox worker', () => {
  it('delivers everything, each conversation in order and one at a time', async () => {
    const underWay = new Map<string, number>()
    let most = 0
    const { worker, tried, states } = await setUp(
      { c1: 5, c2: 5, c3: 5 },
      async ({ conversationId }) => {
        const mine = (underWay.get(conversationId) ?? 0) + 1
        underWay.set(conversationId, mine)
        most = Math.max(most, mine)
        await pause(2)
        underWay.set(conversationId, mine - 1)
        return sent
      },
    )
    worker.start()
    await vi.waitFor(async () => expect(await states()).toEqual(Array(15).fill('sent')))
    expect(most).toBe(1)
    for (const id of ['c1', 'c2', 'c3']) {
      const mine = tried.filter((each) => each.startsWith(id))
      expect(mine).toEqual(mine.toSorted())
    }
  })

  it('works at most so many at once', async () => {
    let underWay = 0
    let most = 0
    const attempt: TryOnce = async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await pause(5)
      underWay -= 1
      return sent
    }
    const replies = { c1: 2, c2: 2, c3: 2, c4: 2 }
    const { worker, states } = await setUp(replies, attempt, { capacity: 2 })
    worker.start()
    await vi.waitFor(async () => expect(await states()).toEqual(Array(8).fill('sent')))
    expect(most).toBe(2)
  })

  it('finds by itself what no wake-up told of', async () => {
    const { worker, store, tried } = await setUp({}, async () => sent, { pollMs: 10 })
    worker.start()
    await startConversation(store, 'c9')
    await store.rememberReference('c9', { channelId: 'x' })
    await accepted(store, message('c9', 'hello'))
    await work(store, 'c9', { replies: [reply('a')] })
    await vi.waitFor(() => expect(tried).toEqual(['c9|0000002']))
  })

  it('breaks off an attempt that takes too long, even one that does not listen', async () => {
    const { worker, states } = await setUp({ c1: 1 }, never, { attemptMs: 20, maxAttempts: 1 })
    worker.start()
    await vi.waitFor(async () => expect(await states()).toEqual(['timeout']))
  })

  it('counts an attempt that throws as failed, without its message', async () => {
    const { worker, log, states } = await setUp({ c1: 1 }, async () => {
      throw new TypeError('4111 1111 1111 1111')
    })
    worker.start()
    await vi.waitFor(async () => expect(await states()).toEqual(['attempt_broke']))
    expect(JSON.stringify(log.warn.mock.calls)).not.toContain('4111')
  })

  it('goes on when the store is back', async () => {
    const { worker, store, states } = await setUp({ c1: 1 }, async () => sent, { pollMs: 10 })
    vi.spyOn(store, 'takeDeliveries').mockRejectedValueOnce(new Failure('store_unavailable', 'x'))
    worker.start()
    await vi.waitFor(async () => expect(await states()).toEqual(['sent']))
  })

  it('does not send again what it could not mark as sent, and marks it when the store is back', async () => {
    const { worker, store, tried, states } = await setUp({ c1: 2 }, async () => sent, {
      pollMs: 10,
    })
    const end = vi.spyOn(store, 'endDelivery')
    const take = vi.spyOn(store, 'takeDeliveries')
    const away = new Failure('store_unavailable', 'x')
    end.mockRejectedValueOnce(away).mockRejectedValueOnce(away).mockRejectedValueOnce(away)
    worker.start()
    await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent']))
    expect(tried).toEqual(['c1|0000002', 'c1|0000003'])
    // While an end was owed nothing new was begun: the store had to take that first.
    expect(end.mock.calls.slice(0, 4).map(([{ id }]) => id)).toEqual(Array(4).fill('c1|0000002'))
    expect(take).toHaveBeenCalled()
  })

  it('passes over what the store gives out a second time while it is in hand', async () => {
    let finish: (attempt: Attempt) => void = () => undefined
    const { worker, store, tried, states } = await setUp(
      { c1: 1 },
      () => new Promise((resolve) => (finish = resolve)),
      { pollMs: 10 },
    )
    worker.start()
    await vi.waitFor(() => expect(tried).toHaveLength(1))
    const [delivery] = await store.deliveries({ limit: 1 })
    if (delivery) vi.spyOn(store, 'takeDeliveries').mockResolvedValue([delivery])
    await pause(50)
    expect(tried).toHaveLength(1)
    finish(sent)
    await vi.waitFor(async () => expect(await states()).toEqual(['sent']))
  })

  it('lets attempts under way end when it stops, and begins nothing more', async () => {
    const { worker, tried, states } = await setUp({ c1: 2 }, async () => pause(50, sent))
    worker.start()
    await vi.waitFor(() => expect(tried).toHaveLength(1))
    await worker.stop()
    expect(await states()).toEqual(['sent', 'new'])
    worker.wake()
    await pause(20)
    expect(tried).toHaveLength(1)
  })

  it('breaks off attempts that hold up the stop; their rows are free for the next start', async () => {
    const { worker, store, tried } = await setUp({ c1: 1 }, never, { drainMs: 20 })
    worker.start()
    await vi.waitFor(() => expect(tried).toHaveLength(1))
    const startedAt = performance.now()
    await worker.stop()
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    expect(await store.takeDeliveries(now.toISOString(), 10)).toMatchObject([
      { id: 'c1|0000002', reason: 'stopped' },
    ])
  })

  it('never logs what was said', async () => {
    const { worker, log, states } = await setUp({ c1: 1 }, async () => ({
      kind: 'refused',
      reason: 'http_403',
    }))
    worker.start()
    await vi.waitFor(async () => expect(await states()).toEqual(['http_403']))
    expect(log.error).toHaveBeenCalledWith('delivery_parked', {
      activityId: 'c1|0000002',
      conversationId: 'c1',
      attempt: 1,
      code: 'http_403',
    })
  })
})
