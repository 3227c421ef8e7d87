import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createOutboxWorker } from '../../src/channels/deliver-outbox.ts'
import { createStore } from '../../src/storage/store.ts'
import { accepted, message, noon, reply, startConversation, work } from '../storage/sample.ts'
import { temporaryDatabase } from '../support/postgres.ts'

const workers = 3
const conversations = Array.from({ length: 12 }, (_, n) => `c${n}`)
const replies = Array.from({ length: 8 }, (_, n) => reply(`${n}`))

it('Postgres › several processes deliver each reply once, in the order of its conversation', async () => {
  const database = await temporaryDatabase()
  onTestFinished(() => database.drop())
  const delivered: { worker: number; conversationId: string; seq: number }[] = []
  const log = { debug: vi.fn(), warn: vi.fn(), error: vi.fn() }

  const stores = await Promise.all(
    Array.from({ length: workers }, () => createStore({ url: database.url, connections: 3 })),
  )
  const outboxes = stores.map((store, worker) =>
    createOutboxWorker({
      store,
      log,
      clock: { now: () => new Date('2026-03-02T13:00:00Z') },
      random: () => 0,
      limits: { capacity: 3, pollMs: 20 },
      async attempt({ conversationId, seq }) {
        await pause(((seq * 7) % 5) + worker)
        delivered.push({ worker, conversationId, seq })
        return { kind: 'sent' }
      },
    }),
  )
  onTestFinished(async () => {
    for (const outbox of outboxes) await outbox.stop()
    for (const store of stores) await store.close()
  })

  const store = await createStore({ url: database.url, connections: 3 })
  onTestFinished(() => store.close())
  for (const id of conversations) {
    await startConversation(store, id)
    await store.rememberReference(id, { at: noon })
    await accepted(store, message(id, 'hello'))
    await work(store, id, { replies })
  }
  for (const outbox of outboxes) outbox.start()
  const all = conversations.length * replies.length
  await vi.waitFor(() => expect(delivered.length).toBeGreaterThanOrEqual(all), 30_000)
  await vi.waitFor(async () => expect((await store.countDeliveries()).waiting).toBe(0))

  for (const id of conversations) {
    const mine = delivered.filter(({ conversationId }) => conversationId === id)
    expect(mine.map(({ seq }) => seq)).toEqual(replies.map((_, n) => n + 2))
  }
  expect(new Set(delivered.map(({ worker }) => worker)).size).toBe(workers)
  expect(log.error).not.toHaveBeenCalled()
}, 60_000)
