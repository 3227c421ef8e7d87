import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { botFrameworkOutbox } from '../../../src/channels/bot-framework/outbox.ts'
import type { OutboxLimits } from '../../../src/channels/deliver-outbox.ts'
import { createMetrics } from '../../../src/observability/metrics.ts'
import type { JsonObject } from '../../../src/ports/json.ts'
import type { Delivery } from '../../../src/ports/outbox.ts'
import type { Store } from '../../../src/ports/store.ts'
import { createStore } from '../../../src/storage/store.ts'
import {
  accepted,
  message,
  reply,
  startConversation,
  temporaryDirectory,
  work,
} from '../../storage/sample.ts'
import { type ServiceAnswer, startBotService } from '../../support/bot-service.ts'

const at = () => new Date().toISOString()

type Answer = Parameters<typeof startBotService>[0]

/** A service, a store with nothing in it, and the worker between them with short waits. */
async function setUp(answer: Answer = () => 'ok', limits: Partial<OutboxLimits> = {}) {
  const service = await startBotService(answer)
  const store = await createStore({ dataDir: temporaryDirectory() })
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const metrics = createMetrics({ processMetrics: false })
  const outbox = botFrameworkOutbox({
    store,
    log,
    metrics,
    clock: { now: () => new Date() },
    random: () => 1,
    limits: { firstWaitMs: 20, longestWaitMs: 50, pollMs: 20, drainMs: 50, ...limits },
  })
  onTestFinished(async () => {
    await outbox.stop()
    await store.close()
    await service.stop()
  })
  outbox.start()
  return { service, store, outbox, log, metrics }
}

interface Case {
  conversation?: string
  serviceUrl: string
  /** What the service calls the message that is answered; absent for news nobody asked for. */
  activityId?: string
}

/** One turn with these replies in a conversation that lives in the service. */
async function says(store: Store, texts: string[], given: Case): Promise<string[]> {
  const { conversation = 'c1', serviceUrl, activityId } = given
  const id = `emulator:${conversation}`
  await startConversation(store, id)
  await store.rememberReference(id, {
    channelId: 'emulator',
    serviceUrl,
    conversation: { id: conversation },
    bot: { id: 'bot-1' },
    user: { id: 'user-1' },
  })
  const activity: JsonObject = { type: 'message', text: 'hello', from: { id: 'user-1' } }
  if (activityId) activity.channelData = { activityId }
  const silent = activityId === undefined
  await accepted(store, message(id, `m${Math.random()}`, { at: at(), silent, activity }))
  const logged = await work(store, id, { at: at(), replies: texts.map(reply) })
  return logged.map((entry) => entry.id)
}

async function whenEnded(store: Store, id: string): Promise<Delivery | undefined> {
  for (;;) {
    const delivery = await store.delivery(id)
    if (delivery?.state !== 'new') return delivery
    await pause(5)
  }
}

describe('replies to the Bot Framework service', () => {
  it('go out one by one in order, each under its own id, as answers to the message', async () => {
    const { service, store } = await setUp()
    const ids = await says(store, ['a', 'b', 'c'], { serviceUrl: service.url, activityId: 'x/1' })
    await service.whenPosted(3)
    expect(service.texts()).toEqual(['a', 'b', 'c'])
    expect(service.deliveryIds()).toEqual(ids)
    expect(service.posted.map(({ path }) => path)).toEqual(
      Array(3).fill('/v3/conversations/c1/activities/x%2F1'),
    )
    const keys = service.posted.map(({ headers }) => headers['idempotency-key'])
    expect(new Set(keys).size).toBe(3)
  })

  it('go out by themselves when nobody asked', async () => {
    const { service, store } = await setUp()
    await says(store, ['The money is there.'], { serviceUrl: service.url })
    await service.whenPosted(1)
    expect(service.posted[0]?.path).toBe('/v3/conversations/c1/activities')
    expect(service.posted[0]?.body).not.toHaveProperty('replyToId')
  })

  const faults: [string, ServiceAnswer][] = [
    ['an error of the service', { status: 500 }],
    ['a gateway that finds nobody', { status: 502, body: '<html>' }],
    ['a lost answer', 'reset'],
    ['no answer in time', 'silence'],
    ['too many requests', { status: 429 }],
    ['a request that took too long', { status: 408 }],
  ]
  it.each(faults)('are sent again after %s, under the same id, in order', async (_name, fault) => {
    const answer: Answer = (_posted, count) => (count === 2 ? fault : 'ok')
    const { service, store } = await setUp(answer, { attemptMs: 300 })
    const ids = await says(store, ['a', 'b', 'c'], { serviceUrl: service.url })
    await service.whenPosted(4)
    expect(service.deliveryIds()).toEqual([ids[0], ids[1], ids[1], ids[2]])
    const keys = service.posted.map(({ headers }) => headers['idempotency-key'])
    expect(keys[1]).toBe(keys[2])
    expect(await whenEnded(store, ids[2] ?? '')).toMatchObject({ state: 'sent' })
  })

  it.each([400, 401, 403, 404, 410, 413, 422, 301, 307])(
    'are parked at once after %i, and the next ones go on',
    async (status) => {
      const elsewhere = { location: 'http://127.0.0.1:1/' }
      const { service, store, log } = await setUp((_posted, count) =>
        count === 1 ? { status, headers: elsewhere } : 'ok',
      )
      const [first = '', second = ''] = await says(store, ['a', 'b'], { serviceUrl: service.url })
      expect(await whenEnded(store, second)).toMatchObject({ state: 'sent' })
      expect(await store.delivery(first)).toMatchObject({
        state: 'parked',
        reason: `http_${status}`,
        attempts: 1,
      })
      expect(service.texts()).toEqual(['a', 'b'])
      expect(JSON.stringify(log.error.mock.calls)).not.toContain('words of the service')
    },
  )

  it('wait as long as the service asks', async () => {
    const answer: Answer = (_posted, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : 'ok'
    const { service, store } = await setUp(answer)
    const startedAt = performance.now()
    await says(store, ['a'], { serviceUrl: service.url })
    await service.whenPosted(2)
    expect(performance.now() - startedAt).toBeGreaterThan(950)
  })

  it.each(['not JSON', '', '[]', '{"id":5}'])(
    'count as sent when they were taken with the answer "%s"',
    async (body) => {
      const { service, store } = await setUp(() => ({ status: 201, body }))
      const [id = ''] = await says(store, ['a'], { serviceUrl: service.url })
      expect(await whenEnded(store, id)).toMatchObject({ state: 'sent', attempts: 1 })
      expect(service.posted).toHaveLength(1)
    },
  )

  it('keep the fields of their entities', async () => {
    const { service, store } = await setUp()
    const id = 'emulator:c1'
    await says(store, [], { serviceUrl: service.url })
    await accepted(store, message(id, 'again', { at: at() }))
    const verdict = { type: 'support/verdict', stage: 'CREDITED', evidence: [{ fact: 'f' }] }
    await work(store, id, { at: at(), replies: [{ ...reply('a'), entities: [verdict] }] })
    await service.whenPosted(1)
    expect(service.posted[0]?.body.entities).toEqual([verdict])
  })

  it('of a slow conversation delay no other', async () => {
    const { service, store } = await setUp(({ path }) => (path.includes('slow') ? 'silence' : 'ok'))
    await says(store, ['a'], { serviceUrl: service.url, conversation: 'slow' })
    await service.whenPosted(1)
    for (const conversation of ['c1', 'c2', 'c3']) {
      await says(store, ['b'], { serviceUrl: service.url, conversation })
    }
    await service.whenPosted(4)
    expect(service.texts()).toEqual(['a', 'b', 'b', 'b'])
  })

  it('leave a host alone that keeps failing', async () => {
    const { service, store, log } = await setUp(() => ({ status: 503 }))
    const [id = ''] = await says(store, ['a'], { serviceUrl: service.url })
    await vi.waitFor(() =>
      expect(log.warn).toHaveBeenCalledWith('host_left_alone', expect.anything()),
    )
    await pause(200)
    expect(service.posted).toHaveLength(5)
    expect(await store.delivery(id)).toMatchObject({
      state: 'new',
      attempts: 5,
      reason: 'host_left_alone',
    })
  })

  it.each([
    ['a stranger’s address', 'https://evil.example/'],
    ['a private network', 'http://10.0.0.1/'],
    ['the metadata of a cloud', 'http://169.254.169.254/'],
  ])('never go to %s, whoever wrote it down', async (_name, serviceUrl) => {
    const { store } = await setUp()
    const [id = ''] = await says(store, ['a'], { serviceUrl })
    expect(await whenEnded(store, id)).toMatchObject({
      state: 'parked',
      reason: 'service_url_not_allowed',
    })
  })

  it('go to this machine only, without credentials: not even to Microsoft', async () => {
    const { store } = await setUp()
    const serviceUrl = 'https://smba.trafficmanager.net/emea/'
    const [id = ''] = await says(store, ['a'], { serviceUrl })
    // Where names cannot be resolved the address is never seen; it is not reached either way.
    await vi.waitFor(async () =>
      expect((await store.delivery(id))?.reason).toMatch(/address_not_allowed|no_connection/),
    )
  })

  it('are counted by how they end', async () => {
    const answer: Answer = (_posted, count) =>
      ({ 1: { status: 500 }, 3: { status: 403 } })[count] ?? 'ok'
    const { service, store, metrics } = await setUp(answer)
    const ids = await says(store, ['a', 'b', 'c'], { serviceUrl: service.url })
    await whenEnded(store, ids[2] ?? '')
    const text = await metrics.text()
    expect(text).toContain('daozhang_deliveries_total{result="sent"} 2')
    expect(text).toContain('daozhang_deliveries_total{result="failed"} 1')
    expect(text).toContain('daozhang_deliveries_total{result="parked"} 1')
  })
})
