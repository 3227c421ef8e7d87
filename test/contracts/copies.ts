import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { openBackup, writeBackup } from '../../src/storage/copy/backup-file.ts'
import { insertRows } from '../../src/storage/copy/bulk.ts'
import { fill } from '../../src/storage/copy/fill.ts'
import { move } from '../../src/storage/copy/move.ts'
import { withSnapshot } from '../../src/storage/copy/snapshot.ts'
import type { Row } from '../../src/storage/copy/source.ts'
import type { Engine } from '../../src/storage/engine.ts'
import { migrate, migrations } from '../../src/storage/migrate.ts'
import { createStore, openEngine, type StoreOptions, storeOn } from '../../src/storage/store.ts'
import {
  accepted,
  agent,
  file,
  handoff,
  message,
  noon,
  plan,
  promise,
  question,
  reply,
  startConversation,
  temporaryDirectory,
  ticket,
  timer,
  work,
} from '../storage/sample.ts'

const later = '2026-03-02T13:00:00.000Z'

/** Makes an empty place for a store: a folder or a database of its own. */
export type NewPlace = () => Promise<StoreOptions>

/** What every copy from one engine to another, or the same, must hold to. */
export function copyContract(name: string, newSource: NewPlace, newTarget: NewPlace): void {
  describe(`${name} › the contract of copies`, () => {
    it('restores every row of every table from a backup', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      await withEngine(from, fillEveryTable)
      await restore(to, await backup(from))
      const before = await everyRow(from)
      expect(await everyRow(to)).toEqual(before)
      for (const [table, rows] of Object.entries(before)) expect(rows, table).not.toEqual([])
    })

    it('moves every row of every table and changes nothing at the source', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      await withEngine(from, fillEveryTable)
      const before = await everyRow(from)
      const seen: string[] = []
      const totals = await move({ from, to, takenAt: noon, progress: (table) => seen.push(table) })
      expect(await everyRow(to)).toEqual(before)
      expect(await everyRow(from)).toEqual(before)
      expect(totals.activity?.rows).toBe(before.activity?.length)
      expect(new Set(seen)).toEqual(new Set(Object.keys(before)))
    })

    it('knows when tickets of an older release ended', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      const engine = await openEngine(from)
      await migrate(engine, migrations.slice(0, 4))
      const updatedAt = '2026-03-05T08:00:00+08:00'
      for (const state of ['withdrawn', 'submitted'] as const) {
        const { no, dedupeKey } = ticket(state)
        const body = JSON.stringify(ticket(no, { state, updatedAt }))
        await engine.write((db) =>
          sql`insert into ticket (no, dedupe_key, conversation_id, state, created_at, body, version)
            values (${no}, ${dedupeKey}, 'c1', ${state}, ${noon}, ${body}, 1)`.execute(db),
        )
      }
      await engine.close()
      await restore(to, await backup(from))
      await withStore(to, async (store) => {
        const at = '2026-03-05T00:00:00.000Z'
        const within = { from: at, until: '2026-03-05T00:00:00.001Z', limit: 9 }
        expect((await store.endedTickets(within)).map(({ no }) => no)).toEqual(['withdrawn'])
        const ever = { from: '2000-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z', limit: 9 }
        expect(await store.endedTickets(ever)).toHaveLength(1)
      })
    })

    it('goes on where the source was', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      await withEngine(from, fillEveryTable)
      await restore(to, await backup(from))
      await withStore(to, goesOn)
    })

    it('never gives a number of the inbox twice, not even one whose row is gone', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      await withEngine(from, async (engine, store) => {
        await startConversation(store, 'c1')
        for (const key of ['a', 'b', 'c']) await accepted(store, silent('c1', key))
        await engine.write((db) => db.deleteFrom('inbox').where('recv_seq', '=', 3).execute())
      })
      await restore(to, await backup(from))
      await withStore(to, async (store) => {
        expect(await store.accept(silent('c1', 'd'))).toMatchObject({ id: 'c1|s0000004' })
      })
    })

    it('numbers from one when nothing was ever accepted', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      await withStore(from, async (store) => {
        await startConversation(store, 'c1')
      })
      await restore(to, await backup(from))
      await withStore(to, async (store) => {
        expect(await store.accept(silent('c1', 'a'))).toMatchObject({ id: 'c1|s0000001' })
      })
    })

    it('is of one instant while customers go on writing', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      const store = await createStore(from)
      onTestFinished(() => store.close())
      for (const id of ['c1', 'c2']) {
        await startConversation(store, id)
        for (let n = 0; n < 150; n += 1) await turn(store, id, `before ${n}`)
      }
      let copying = true
      const path = await Promise.all([
        backup(from).finally(() => {
          copying = false
        }),
        (async () => {
          for (let n = 0; copying; n += 1) await turn(store, n % 2 ? 'c1' : 'c2', `during ${n}`)
        })(),
      ]).then(([file]) => file)
      await restore(to, path)
      await withStore(to, async (copy) => {
        for (const id of ['c1', 'c2']) await isPrefix(copy, store, id)
      })
    })

    it('refuses a target that is not empty', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      await withEngine(from, fillEveryTable)
      await withStore(to, async (store) => {
        await startConversation(store, 'mine')
      })
      const before = await everyRow(to)
      const refused = { code: 'config_invalid', message: expect.stringContaining('is not empty') }
      await expect(restore(to, await backup(from))).rejects.toMatchObject(refused)
      await expect(move({ from, to, takenAt: noon })).rejects.toMatchObject(refused)
      expect(await everyRow(to)).toEqual(before)
    })

    it('refuses a target on which a service runs, and a move while it runs on the source', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      await withEngine(from, fillEveryTable)
      const path = await backup(from)
      const service = await createStore(to)
      await expect(restore(to, path)).rejects.toMatchObject({ code: 'store_locked' })
      await service.close()
      const onSource = await createStore(from)
      onTestFinished(() => onSource.close())
      const moving = move({ from, to, takenAt: noon })
      await expect(moving).rejects.toMatchObject({ code: 'store_locked' })
      await restore(to, path)
    })

    it('keeps nothing of a copy that breaks off', async () => {
      const [from, to] = [await newSource(), await newTarget()]
      await withEngine(from, fillEveryTable)
      const broken = move({
        from,
        to,
        takenAt: noon,
        progress: (table) => {
          if (table === 'promise') throw new Error('pulled the plug')
        },
      })
      await expect(broken).rejects.toThrow('pulled the plug')
      expect(Object.values(await everyRow(to)).flat()).toEqual([])
      await move({ from, to, takenAt: noon })
    })

    it('copies whatever the columns can hold', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyConversation, { minLength: 20, maxLength: 60 }),
          async (conversations) => {
            const [from, to] = [await newSource(), await newTarget()]
            await withEngine(from, (engine) =>
              engine.write((db) =>
                insertRows(db, engine.bulk, {
                  table: 'conversation',
                  columns: ['id', 'channel', 'identity', 'state', 'version', 'created_at'].concat([
                    'updated_at',
                    'reference',
                  ]),
                  rows: conversations.map((row, index) => [`c${index}`, ...row]),
                }),
              ),
            )
            await restore(to, await backup(from))
            expect(await everyRow(to)).toEqual(await everyRow(from))
          },
        ),
        { numRuns: 2 },
      )
    })
  })
}

/** What a text column takes on both engines: anything well-formed without U+0000. */
const text = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((value) => value.toWellFormed().replaceAll('\0', ''))
const json = fc
  .oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant('\ud800\0'))
  .map((value) => JSON.stringify(value))
const int4 = fc.oneof(
  fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
  fc.constantFrom(-2_147_483_648, 0, 2_147_483_647),
)
const anyConversation = fc.tuple(
  ...[text, json, json, int4, text, text, fc.option(text, { nil: null })],
) as fc.Arbitrary<Row>

async function withEngine(
  place: StoreOptions,
  job: (engine: Engine, store: Store) => Promise<unknown>,
): Promise<void> {
  const engine = await openEngine(place)
  try {
    await migrate(engine)
    await job(engine, storeOn(engine))
  } finally {
    await engine.close()
  }
}

async function withStore(place: StoreOptions, job: (store: Store) => Promise<void>) {
  const store = await createStore(place)
  try {
    await job(store)
  } finally {
    await store.close()
  }
}

async function backup(place: StoreOptions): Promise<string> {
  const path = join(temporaryDirectory(), 'backup.gz')
  await withSnapshot(place, noon, (source) => writeBackup(path, source))
  return path
}

async function restore(place: StoreOptions, path: string): Promise<void> {
  const source = await openBackup(path)
  await withEngineOnly(place, (engine) => fill(engine, source))
}

async function withEngineOnly(place: StoreOptions, job: (engine: Engine) => Promise<unknown>) {
  const engine = await openEngine(place)
  try {
    await job(engine)
  } finally {
    await engine.close()
  }
}

/** Every row of every copied table, in an order of its own: engines read in different ones. */
async function everyRow(place: StoreOptions): Promise<Record<string, string[]>> {
  return withSnapshot(place, noon, async (source) => {
    const rows: Record<string, string[]> = {}
    for (const table of Object.keys(source.header.tables)) rows[table] = []
    for await (const part of source.parts()) {
      if ('rows' in part) rows[part.table]?.push(...part.rows.map((row) => JSON.stringify(row)))
    }
    for (const list of Object.values(rows)) list.sort()
    return rows
  })
}

const silent = (id: string, key: string) =>
  message(id, key, { silent: true, activity: { type: 'event', name: key } })

async function turn(store: Store, id: string, text: string): Promise<void> {
  await accepted(store, message(id, text))
  await work(store, id, { replies: [reply(`heard ${text}`)], state: { heard: text } })
}

/** Something in every table, among it what is hard to carry. */
async function fillEveryTable(engine: Engine, store: Store): Promise<void> {
  for (const id of ['c1', 'c2', 'c3']) await startConversation(store, id)
  const hard = [
    '你好，我的钱呢？🙂',
    `'";\\ -- drop`,
    'a\0b\u001fc',
    'x\ud800y',
    '长'.repeat(100_000),
  ]
  for (const text of hard) await turn(store, 'c1', text)
  await store.rememberReference('c2', { serviceUrl: 'https://example.org', note: '🙂\ud800\0' })
  const slip = file('f1', { name: '小票\ud800.png', bytes: Buffer.alloc(300_000, 'x') })
  await accepted(store, message('c2', 'delivered', { files: [slip, file('f2')] }))
  await store.deleteFile({ id: 'f2', by: 'a1', at: noon })
  await work(store, 'c2', {
    replies: [reply('to be sent'), reply('then this')],
    tickets: [ticket('T1'), ticket('T2', { state: 'closed', statement: '\ud800\0💳' })],
    handoffs: [handoff('h1', 'c2', { agent: '张三', claimedAt: noon, rating: 5, comment: '好🙂' })],
    desk: [{ key: 'k1', conversationId: 'c2', news: { kind: 'initiate', handoffId: 'h1' } }],
    timers: [{ set: timer('w1', 'c2', { dueAt: later }) }],
    promises: [promise('p1', { conversationId: 'c2', windowId: undefined })],
    plans: [plan('p1', { conversationId: 'c2' })],
    questions: [question('q1'), question('q2', { article: 'a/b', reason: 'unclear' })],
  })
  await store.takeDeliveries(later, 1)
  await store.nextTicketSequence('2026-03-02')
  await store.nextTicketSequence('2026-03-02')
  await store.countGuess('key', noon)
  await store.createAgent({ agent: agent('a1', { name: '张三 🙂' }), subject: 'issuer 1' })
  await store.createAgent({ agent: agent('a2'), password: passwordOfA2 })
  const times = { createdAt: noon, seenAt: noon }
  await store.createSession({ idHash: 's1', agentId: 'a1', mustChangePassword: false, ...times })
  await store.noteAudit({ at: noon, actor: 'a1', act: 'look.tickets', object: 'tickets' })
  await store.noteAudit({ at: noon, actor: 'a2', act: 'x', object: 'y', detail: '钱 🙂' })
  await store.saveCannedAnswer({
    id: 'hello.en',
    shortcut: '/hello',
    title: '🙂',
    locale: 'en',
    text: 'a\ud800',
    disabled: true,
    updatedAt: noon,
    updatedBy: '张三',
  })
  await accepted(store, message('c3', 'waiting'))
  await accepted(store, silent('c3', 'waiting too'))
  await store.failTurn('c3|0000001', 'TypeError')
  await engine.write(async (db) => {
    await db.updateTable('conversation').set({ owner: 'gone' }).where('id', '=', 'c3').execute()
    await db
      .insertInto('ticket_sequence')
      .values([
        { day: '2026-03-01', n: 2_147_483_647 },
        { day: '2026-02-28', n: -2_147_483_648 },
      ])
      .execute()
    await db
      .updateTable('outbox')
      .set({ seq: sql.lit(9_007_199_254_740_991) })
      .where('owner', 'is', null)
      .execute()
  })
}

const passwordOfA2 = { hash: 'hash of a2', temporary: true }

/** What the source knew is known, and what it was about to do is done. */
async function goesOn(store: Store): Promise<void> {
  expect(await store.accept(message('c2', 'delivered'))).toMatchObject({ duplicate: true })
  expect(await store.nextTicketSequence('2026-03-02')).toBe(3)
  expect(await store.guesses('key', noon)).toBe(1)
  expect(await store.agentBySubject('issuer 1')).toMatchObject({ name: '张三 🙂' })
  expect(await store.password('a2')).toEqual(passwordOfA2)
  expect(await store.session('s1')).toBeUndefined()
  await store.noteAudit({ at: noon, actor: 'a1', act: 'z', object: 'y' })
  expect(await store.verifyAudit()).toMatchObject({ intact: true, entries: 3 })
  expect(await store.openTicketByKey('key of T1')).toEqual(ticket('T1', { version: 1 }))
  expect(await store.reference('c2')).toMatchObject({ note: '🙂\ud800\0' })
  const log = await store.activitiesAfter('c1', 0, 99)
  expect(log.at(-2)?.activity.text).toBe('长'.repeat(100_000))
  expect(log.filter(({ direction }) => direction === 'in')[3]?.activity.text).toBe('x\ud800y')

  const [line] = await store.takeDeliveries(later, 9)
  expect(line, 'what a process was sending that is gone').toMatchObject({ seq: 2, attempts: 2 })
  expect(await store.conversationsWithWork(9)).toEqual(['c3'])
  expect((await store.nextTurn('c3'))?.inbound).toMatchObject({ id: 'c3|0000001', attempts: 1 })
  await work(store, 'c3', { replies: [reply('at last')] })
  expect((await store.nextTurn('c3'))?.inbound.activity.name).toBe('waiting too')

  expect(await store.fireTimers(later, 9)).toEqual(['c2'])
  await work(store, 'c2', { tickets: [ticket('T3')] })
  await turn(store, 'c1', 'and on')
  const { id } = await accepted(store, silent('c1', 'numbered on'))
  expect(Number(id.split('|s')[1])).toBeGreaterThan(10)
}

/** The copy's conversation is the original's up to some instant, with every part of it agreeing. */
async function isPrefix(copy: Store, original: Store, id: string): Promise<void> {
  const log = await copy.activitiesAfter(id, 0, 100_000)
  const whole = await original.activitiesAfter(id, 0, 100_000)
  expect(log.length).toBeGreaterThanOrEqual(300)
  expect(log).toEqual(whole.slice(0, log.length))
  const answers = log.filter(({ direction }) => direction === 'out').length
  expect((await copy.conversation(id))?.version).toBe(answers)
  const waiting = await copy.nextTurn(id)
  expect(waiting?.inbound.seq).toBe(log.length === 2 * answers ? undefined : log.length)
}
