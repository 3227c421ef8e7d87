import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PendingTurn, Store } from '../../src/ports/store.ts'
import type { Engine } from '../../src/storage/engine.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { createStore } from '../../src/storage/store.ts'
import { temporaryDatabase } from '../support/postgres.ts'
import { accepted, message, noon, reply, startConversation, work } from './sample.ts'

let database: Awaited<ReturnType<typeof temporaryDatabase>>
let stores: Store[] = []

/** One process on the database, or what one sees of it. */
async function anotherProcess(): Promise<Store> {
  const store = await createStore({ url: database.url, connections: 3 })
  stores.push(store)
  return store
}

beforeEach(async () => {
  database = await temporaryDatabase()
  stores = []
})
afterEach(async () => {
  for (const store of stores) await store.close()
  await database.drop()
})

describe('Postgres › connections', () => {
  it('outlives a connection that is cut between two statements of a transaction', async () => {
    const engine = await openPostgres({ url: database.url, connections: 1 })
    const other = await openPostgres({ url: database.url })
    try {
      const cut = engine.write(async (db) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
        await other.read((elsewhere) =>
          sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(elsewhere),
        )
        // Long enough for the news to come while no statement waits for it.
        await new Promise((resolve) => setTimeout(resolve, 200))
        await sql`select 1`.execute(db)
      })
      await expect(cut).rejects.toMatchObject({ code: 'store_unavailable' })
      await expect(engine.read((db) => sql`select 1`.execute(db))).resolves.toBeDefined()
    } finally {
      await Promise.all([engine.close(), other.close()])
    }
  })
})

describe('Postgres › several processes', () => {
  it('gives a conversation to one of them until its turn is committed', async () => {
    const [one, other] = [await anotherProcess(), await anotherProcess()]
    await startConversation(one, 'c1')
    await accepted(one, message('c1', 'hello'))
    await accepted(one, message('c1', 'again'))
    const mine = await one.nextTurn('c1')
    expect(mine?.inbound.activity.text).toBe('hello')
    expect(await other.nextTurn('c1')).toBeUndefined()
    expect(await other.conversationsWithWork(10)).toEqual([])
    expect(await one.conversationsWithWork(10)).toEqual(['c1'])
    await work(one, 'c1', { replies: [reply('hi')] })
    expect((await other.nextTurn('c1'))?.inbound.activity.text).toBe('again')
    expect(await one.nextTurn('c1')).toBeUndefined()
  })

  it('gives free what a process held that has ended', async () => {
    const [one, other] = [await anotherProcess(), await anotherProcess()]
    await startConversation(one, 'c1')
    await accepted(one, message('c1', 'hello'))
    await one.nextTurn('c1')
    await one.close()
    stores = [other]
    expect(await other.conversationsWithWork(10)).toEqual(['c1'])
    expect((await other.nextTurn('c1'))?.inbound.activity.text).toBe('hello')
  })

  it('refuses the commit of a process that was taken for dead', async () => {
    const [paused, other] = [await anotherProcess(), await anotherProcess()]
    await startConversation(paused, 'c1')
    await accepted(paused, message('c1', 'hello'))
    const turn = await paused.nextTurn('c1')
    await forgetProcesses()
    await work(other, 'c1', { replies: [reply('from the other')] })
    await accepted(other, message('c1', 'next'))
    await expect(commit(paused, turn)).rejects.toMatchObject({ code: 'state_conflict' })
    expect((await other.activitiesAfter('c1', 0, 9)).map(({ activity }) => activity.text)).toEqual([
      'hello',
      'from the other',
      'next',
    ])
  })

  it('refuses the commit of a process whose conversation another has taken, before that ends', async () => {
    const [paused, other] = [await anotherProcess(), await anotherProcess()]
    await startConversation(paused, 'c1')
    await accepted(paused, message('c1', 'hello'))
    const turn = await paused.nextTurn('c1')
    await forgetProcesses()
    const taken = await other.nextTurn('c1')
    await expect(commit(paused, turn)).rejects.toMatchObject({ code: 'state_conflict' })
    expect(await commit(other, taken)).toHaveLength(1)
  })

  it('gives one message to one worker however many ask at the same instant', async () => {
    const many = await Promise.all([1, 2, 3, 4].map(anotherProcess))
    const [first] = many as [Store]
    await startConversation(first, 'c1')
    await accepted(first, message('c1', 'hello'))
    const taken = await Promise.all(many.map((store) => store.nextTurn('c1')))
    expect(taken.filter((turn) => turn !== undefined)).toHaveLength(1)
  })

  it('accepts no text that the redaction has not seen together with the last one', async () => {
    const [one, other] = [await anotherProcess(), await anotherProcess()]
    await startConversation(one, 'c1')
    const { id } = await accepted(one, message('c1', 'first half', { lastTextId: '' }))
    const blind = message('c1', 'second half', { lastTextId: '' })
    await expect(other.accept(blind)).rejects.toMatchObject({ code: 'state_conflict' })
    expect(await other.accept({ ...blind, lastTextId: id })).toMatchObject({ duplicate: false })
  })

  it('takes messages in while the search is held up in another conversation', async () => {
    const [one, other] = [await anotherProcess(), await anotherProcess()]
    const ids = ['c1', 'c2', 'c3']
    for (const id of ids) await said(one, await startConversation(one, id), 'hello')
    await one.indexNext(10)
    for (const id of ids) await said(one, id, 'again')
    const holder = await openPostgres({ url: database.url, connections: 1 })
    let indexing: Promise<number> | undefined
    await holder.write(async (db) => {
      await db.selectFrom('search_doc').select('id').where('ref', '=', 'c3').forUpdate().execute()
      indexing = one.indexNext(10)
      await vi.waitFor(async () => expect(await waitingForLock(holder)).toBe(1))
      for (const id of ['c1', 'c2']) await accepted(other, message(id, 'a third'))
    })
    expect(await indexing).toBe(3)
    await holder.close()
  })

  it('brings the tables up once when several start at the same instant', async () => {
    await Promise.all([1, 2, 3, 4].map(anotherProcess))
    const [any] = stores
    await any?.ping()
    expect(stores).toHaveLength(4)
  })

  it('answers a transaction that was in another one’s way as if nothing had been', async () => {
    const engine = await openPostgres({ url: database.url, connections: 4 })
    await anotherProcess()
    const inOrder = (first: string, second: string) =>
      engine.write(async (db) => {
        for (const key of [first, second]) {
          await db
            .insertInto('guess')
            .values({ key, window_start: noon, n: 1 })
            .onConflict((conflict) =>
              conflict
                .columns(['key', 'window_start'])
                .doUpdateSet((eb) => ({ n: eb('guess.n', '+', 1) })),
            )
            .execute()
        }
      })
    await inOrder('a', 'b')
    await Promise.all(
      Array.from({ length: 4 }, (_, n) => (n % 2 ? inOrder('a', 'b') : inOrder('b', 'a'))),
    )
    const [store] = stores
    expect(await store?.guesses('a', noon)).toBe(5)
    expect(await store?.guesses('b', noon)).toBe(5)
    await engine.close()
  })
})

/** A message said and worked. */
async function said(store: Store, id: string, text: string): Promise<void> {
  await accepted(store, message(id, text))
  await work(store, id)
}

/** Statements in this database that wait for a lock. */
async function waitingForLock(engine: Engine): Promise<number> {
  const { rows } = await engine.read((db) =>
    sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db),
  )
  return rows[0]?.n ?? 0
}

/** As if no process had been heard of for long. */
async function forgetProcesses(): Promise<void> {
  const engine = await openPostgres({ url: database.url, connections: 1 })
  await engine.write((db) => db.deleteFrom('process').execute())
  await engine.close()
}

/** Ends a turn as it was taken. */
function commit(store: Store, turn: PendingTurn | undefined) {
  return store.commitTurn({
    conversationId: 'c1',
    inboundId: turn?.inbound.id ?? '',
    version: turn?.conversation.version ?? 0,
    state: {},
    replies: [reply('an answer')],
    tickets: [],
    handoffs: [],
    at: noon,
  })
}
