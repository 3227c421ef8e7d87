import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { insertConversation, readConversation } from '../../src/storage/conversations.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { openSqlite, type SqliteOptions } from '../../src/storage/sqlite.ts'
import { createStore } from '../../src/storage/store.ts'
import { mayMount, smallDisk } from '../support/small-disk.ts'
import {
  accepted,
  conversation,
  file,
  handoff,
  message,
  noon,
  plan,
  promise,
  reply,
  startConversation,
  temporaryDirectory,
  ticket,
  timer,
  work,
} from './sample.ts'

async function openStore(options: SqliteOptions): Promise<Store> {
  const store = await createStore(options)
  onTestFinished(() => store.close())
  return store
}

/** A second program's look into the same file. */
function lookInto(dataDir: string): DatabaseSync {
  const database = new DatabaseSync(join(dataDir, 'daozhang.db'))
  onTestFinished(() => database.close())
  return database
}

function holdInChild(dataDir: string, user: { uid?: number } = {}): ChildProcess {
  const script = join(import.meta.dirname, 'hold-store.ts')
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...user,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout ?? child, 'data')
  return String(chunk).trim()
}

describe('the embedded store › keeping', () => {
  it('opens again with everything in it', async () => {
    const dataDir = temporaryDirectory()
    const first = await createStore({ dataDir })
    await startConversation(first, 'c1')
    await accepted(first, message('c1', 'worked'))
    await work(first, 'c1', { replies: [reply('answer')], tickets: [ticket('T1')] })
    await accepted(first, message('c1', 'waiting'))
    await first.close()

    const second = await openStore({ dataDir })
    expect(await second.conversationsWithWork(9)).toEqual(['c1'])
    expect((await second.nextTurn('c1'))?.inbound.activity.text).toBe('waiting')
    expect(await second.activitiesAfter('c1', 0, 9)).toHaveLength(3)
    expect(await second.openTicketByKey('key of T1')).toEqual(ticket('T1', { version: 1 }))
  })

  it('is durable: write-ahead log, full sync, deleted bytes overwritten', async () => {
    const dataDir = temporaryDirectory()
    const engine = openSqlite({ dataDir })
    onTestFinished(() => engine.close())
    const { sql } = await import('kysely')
    const pragma = (name: string) =>
      engine.write(async (db) => (await sql.raw(`pragma ${name}`).execute(db)).rows)
    expect(await pragma('journal_mode')).toMatchObject([{ journal_mode: 'wal' }])
    expect(await pragma('synchronous')).toMatchObject([{ synchronous: 2 }])
    expect(await pragma('secure_delete')).toMatchObject([{ secure_delete: 1 }])
    expect(await pragma('foreign_keys')).toMatchObject([{ foreign_keys: 1 }])
  })

  it('is readable by its owner only', async () => {
    const dataDir = join(temporaryDirectory(), 'data')
    const store = await openStore({ dataDir })
    await startConversation(store, 'c1')
    expect(statSync(dataDir).mode & 0o077).toBe(0)
    for (const name of ['daozhang.db', 'daozhang.db-wal', 'daozhang.db-shm']) {
      expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0)
    }
  })

  it('leaves no byte of a rewritten text on the disk', async () => {
    const dataDir = temporaryDirectory()
    const store = await openStore({ dataDir })
    for (let id = 0; id < 30; id += 1) await startConversation(store, `c${id}`)
    const secret = (id: number) => `secret-${String(id).padStart(4, '0')}-tail`
    // Different lengths and other writes in between make pages split and rows move.
    for (let round = 0; round < 20; round += 1) {
      for (let id = 0; id < 30; id += 1) {
        const text = `${secret(round * 30 + id)}${'.'.repeat(round * id)}`
        await accepted(store, message(`c${id}`, text))
        const state = { note: '-'.repeat((round * id) % 700) }
        await work(store, `c${id}`, { replies: [reply('.'.repeat(id))], state })
      }
    }
    for (let id = 0; id < 30; id += 1) {
      const texts = await store.recentInboundTexts(`c${id}`, 100)
      const hidden = texts.map((text) => ({ id: text.id, text: '[hidden]' }))
      await accepted(store, message(`c${id}`, 'next', { rewrite: hidden }))
    }
    for (const name of readdirSync(dataDir)) {
      expect(readFileSync(join(dataDir, name)).includes('secret-'), name).toBe(false)
    }
  })

  it('wipes later what a reading program holds up', async () => {
    const dataDir = temporaryDirectory()
    const store = await openStore({ dataDir })
    await startConversation(store, 'c1')
    await accepted(store, message('c1', 'secret-text'))
    const reader = lookInto(dataDir)
    reader.exec('begin; select * from activity')
    reader.prepare('select count(*) from activity').get()
    const rewrite = [{ id: 'c1|0000001', text: '[hidden]' }]
    await accepted(store, message('c1', 'next', { rewrite }))
    reader.exec('rollback')
    await store.ping()
    for (const name of readdirSync(dataDir)) {
      expect(readFileSync(join(dataDir, name)).includes('secret-'), name).toBe(false)
    }
  })
})

describe('the embedded store › reading', () => {
  it('waits for no write, and sees nothing of it before it is kept', async () => {
    const engine = openSqlite({ dataDir: temporaryDirectory() })
    onTestFinished(() => engine.close())
    await migrate(engine)
    const lookUp = () => engine.read((db) => readConversation(db, 'c1'))
    const meanwhile = await engine.write(async (db) => {
      await insertConversation(db, conversation('c1'))
      return lookUp()
    })
    expect(meanwhile).toBeUndefined()
    expect(await lookUp()).toMatchObject({ id: 'c1' })
  })

  it('tells of the last waiting message that none waits behind it', async () => {
    const store = await openStore({ dataDir: temporaryDirectory() })
    await startConversation(store, 'c1')
    await accepted(store, message('c1', 'one'))
    await accepted(store, message('c1', 'two'))
    expect(await store.nextTurn('c1')).toMatchObject({ last: false })
    await work(store, 'c1')
    expect(await store.nextTurn('c1')).toMatchObject({ last: true })
  })
})

describe('the embedded store › one process only', () => {
  it('refuses a second process and names the first', async () => {
    const dataDir = temporaryDirectory()
    const holder = holdInChild(dataDir)
    expect(await firstLine(holder)).toBe('open')
    await expect(createStore({ dataDir })).rejects.toMatchObject({
      code: 'store_locked',
      message: expect.stringContaining(`process ${holder.pid}`),
    })

    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const store = await openStore({ dataDir })
    await store.ping()
  })

  it('refuses a second opening in the same process', async () => {
    const dataDir = temporaryDirectory()
    const store = await createStore({ dataDir })
    await expect(createStore({ dataDir })).rejects.toMatchObject({
      code: 'store_locked',
      message: expect.stringContaining(`process ${process.pid}`),
    })
    await store.ping()
    await store.close()
    await (await createStore({ dataDir })).close()
  })

  it('is not held by a left-over pid file', async () => {
    const dataDir = temporaryDirectory()
    writeFileSync(join(dataDir, 'daozhang.pid'), '1\n')
    await (await openStore({ dataDir })).ping()
  })
})

describe('the embedded store › refusing to start', () => {
  it('says when the directory is a file', async () => {
    const dataDir = join(temporaryDirectory(), 'data')
    writeFileSync(dataDir, '')
    await expect(createStore({ dataDir })).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringMatching(/^DATA_DIR: the folder is not a directory\./),
    })
  })

  it('says when the directory cannot be written', async () => {
    const dataDir = join(temporaryDirectory(), 'data')
    mkdirSync(dataDir)
    chmodSync(join(dataDir, '..'), 0o755)
    chmodSync(dataDir, 0o555)
    // The administrator may write anywhere, so another user tries.
    const user = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    expect(JSON.parse(await firstLine(holdInChild(dataDir, user)))).toEqual({
      code: 'store_unavailable',
      message: expect.stringMatching(/^DATA_DIR: the folder cannot be written: no permission\./),
    })
  })

  it('says when there is no room', async () => {
    const dataDir = temporaryDirectory()
    await expect(createStore({ dataDir, maxPages: 3 })).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('the disk is full'),
    })
    await (await openStore({ dataDir })).ping()
  })

  it('says when the file is something else, and lets go of the directory', async () => {
    const dataDir = temporaryDirectory()
    writeFileSync(join(dataDir, 'daozhang.db'), 'a letter '.repeat(1000))
    for (const _twice of [1, 2]) {
      await expect(createStore({ dataDir })).rejects.toMatchObject({
        code: 'store_unavailable',
        message: expect.stringContaining('the file is not a database'),
      })
    }
  })

  it('refuses data of a newer release', async () => {
    const dataDir = temporaryDirectory()
    await (await createStore({ dataDir })).close()
    lookInto(dataDir).exec(
      `insert into migration select max(version) + 1, '999-from-the-future' from migration`,
    )
    await expect(createStore({ dataDir })).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('newer release (it has 999-from-the-future)'),
    })
  })
})

describe('the embedded store › migrations', () => {
  it('applies only what is missing, all of it or nothing', async () => {
    const engine = openSqlite({ dataDir: temporaryDirectory() })
    onTestFinished(() => engine.close())
    const one = { name: '001-one', statements: () => ['create table one (n integer)'] }
    const two = { name: '002-two', statements: () => ['create table two (n integer)'] }
    const broken = { name: '002-two', statements: () => [...two.statements(), 'create nonsense'] }
    await migrate(engine, [one])
    await expect(migrate(engine, [one, broken])).rejects.toThrow()
    await migrate(engine, [one, two])
    await migrate(engine, [one, two])
  })
})

describe('the embedded store › a full disk', () => {
  it('refuses writes, still reads, and goes on when there is room again', async () => {
    const dataDir = temporaryDirectory()
    const store = await openStore({ dataDir, maxPages: 120 })
    await startConversation(store, 'c1')
    const big = { activity: { type: 'message', text: 'x'.repeat(20_000) } }
    let taken = 0
    const fill = async () => {
      for (;;) {
        await accepted(store, message('c1', `m${taken}`, big))
        taken += 1
      }
    }
    await expect(fill()).rejects.toMatchObject({
      code: 'store_unavailable',
      retryable: true,
      message: expect.stringContaining('the disk is full'),
    })
    await expect(accepted(store, message('c1', 'refused', big))).rejects.toMatchObject({
      code: 'store_unavailable',
    })
    expect(taken).toBeGreaterThan(2)
    expect(await store.activitiesAfter('c1', 0, 99)).toHaveLength(taken)

    lookInto(dataDir).exec(`update activity set activity = '{}'`)
    expect(await accepted(store, message('c1', 'refused', big))).toEqual({
      id: `c1|${String(taken + 1).padStart(7, '0')}`,
      duplicate: false,
    })
    await work(store, 'c1', { replies: [reply('answer')] })
  })

  it('refuses a message whose file has no room, and keeps neither', async () => {
    const store = await openStore({ dataDir: temporaryDirectory(), maxPages: 140 })
    await startConversation(store, 'c1')
    const files = [file('f1', { bytes: Buffer.alloc(2_000_000, 'x') })]
    await expect(accepted(store, message('c1', 'slip', { files }))).rejects.toMatchObject({
      code: 'store_unavailable',
      retryable: true,
    })
    expect([await store.lastSeq('c1'), await store.filesOf('c1')]).toEqual([0, []])
    await accepted(store, message('c1', 'words only'))
  })
})

describe.skipIf(!mayMount())('the embedded store › a disk with little room', () => {
  it('is not ready while one small row fits but no turn', async () => {
    const disk = smallDisk(16)
    if (!disk) throw new Error('no small disk')
    onTestFinished(disk.remove)
    const store = await openStore({ dataDir: disk.path })
    await store.ping()
    disk.fill(24 * 1024)
    await expect(store.ping()).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('the disk is full'),
    })
    disk.clear()
    await store.ping()
  })
})

describe('the embedded store › a million rows', () => {
  it('finds everything by an index', async () => {
    const dataDir = temporaryDirectory()
    const seen = new Set<string>()
    const store = await openStore({ dataDir, trace: (sql) => seen.add(sql) })
    seen.clear()
    await everyCall(store)

    const database = lookInto(dataDir)
    const scans = [...seen].flatMap((sql) =>
      database
        .prepare(`explain query plan ${sql}`)
        .all(...Array(sql.split('?').length - 1).fill(null))
        .map(({ detail }) => String(detail))
        .filter((detail) => detail.startsWith('SCAN') || detail.includes('TEMP B-TREE'))
        .map((detail) => `${detail} in ${sql}`),
    )
    expect(seen.size).toBeGreaterThan(35)
    // These read the waiting rows only, through an index that holds nothing else.
    const waitingOnly =
      /^(SCAN inbox USING .*INDEX inbox_(todo|dead)|USE TEMP B-TREE FOR ORDER BY in select "inbox"\."conversation_id" from "inbox")/
    const newestOnly = /^SCAN (ticket|handoff|promise|outbox) USING INDEX \w+_(newest|oldest) in/
    // A report over the whole ledger, read from its index alone.
    const report = /^SCAN promise USING COVERING INDEX promise_ends in/
    const fine = [waitingOnly, newestOnly, report]
    expect(scans.filter((scan) => !fine.some((rule) => rule.test(scan)))).toEqual([])
  })
})

async function everyCall(store: Store): Promise<void> {
  await startConversation(store, 'c1')
  for (const text of ['one', 'two', 'three']) await accepted(store, message('c1', text))
  const silent = message('c1', 'joined', { silent: true })
  await accepted(store, silent)
  await accepted(store, silent)
  const rows = { tickets: [ticket('T1')], handoffs: [handoff('h1', 'c1')] }
  await work(store, 'c1', { replies: [reply('a'), reply('b')], ...rows })
  await work(store, 'c1', { parked: 'TypeError' })
  await store.failTurn('c1|0000003', 'TypeError')
  await work(store, 'c1')
  await work(store, 'c1')
  await store.conversation('c1')
  await store.conversationsWithWork(10)
  await store.deadInbounds(10)
  await store.lastSeq('c1')
  await store.recentInboundTexts('c1', 4)
  await accepted(store, message('c1', 'four', { rewrite: [{ id: 'c1|0000001', text: 'x' }] }))
  await store.nextTicketSequence('2026-03-02')
  await store.openTicketByKey('key of T1')
  for (const conversationId of [undefined, 'c1']) {
    for (const state of [undefined, 'submitted'] as const) {
      await store.tickets({ conversationId, state, limit: 10 })
      await store.tickets({ conversationId, state, limit: 10, before: 'T1' })
    }
  }
  const span = { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' }
  await store.endedTickets({ ...span, limit: 10 })
  await store.endedTickets({ ...span, limit: 10, after: ticket('T1', { state: 'closed' }) })
  await store.questions({ since: span.from, until: span.until, limit: 10 })
  for (const state of [undefined, 'queued', 'active', 'closed'] as const) {
    await store.handoffs(state, 10)
    await store.handoffsSeen({ state, limit: 10 })
  }
  await store.recentWaits(span.from, 10)
  await store.handoffOf('c1')
  await store.queuePosition('h1')
  await store.lastSeqs(['c1', 'c2'])
  await store.replayInbound('c1|0000002')
  await work(store, 'c1', {
    timers: [{ set: timer('w1', 'c1') }, { set: timer('w2', 'c1') }, { cancel: 'w2' }],
    promises: [promise('p1')],
    plans: [plan('p1')],
  })
  await store.timersOf('c1')
  await store.fireTimers(noon, 10)
  await store.rememberReference('c1', { serviceUrl: 'https://example.org' })
  await store.reference('c1')
  await work(store, 'c1', { replies: [reply('late')] })
  const [taken] = await store.takeDeliveries(noon, 10)
  const ended = {
    id: taken?.id ?? '',
    at: noon,
    sent: false,
    reason: 'x',
    notBefore: noon,
  } as const
  await store.endDelivery({ ...ended, parked: true })
  await store.replayDelivery(ended.id, noon)
  for (const state of [undefined, 'parked'] as const) {
    await store.deliveries({ state, limit: 10 })
    await store.deliveries({ state, limit: 10, after: ended.id })
  }
  for (const conversationId of [undefined, 'c1']) {
    for (const state of [undefined, 'open'] as const) {
      await store.promises({ conversationId, state, limit: 10 })
      await store.promises({ conversationId, state, limit: 10, before: 'p1' })
    }
  }
  await store.promise('p1')
  await store.plan('p1')
  await accepted(store, message('c1', 'slip', { files: [file('f1'), file('f2')] }))
  await store.filesOf('c1')
  await store.file('f1')
  await store.deleteFile({ id: 'f2', by: 'age', at: noon })
  await store.filesBefore(noon, 10)
  await store.countPromises()
  await store.countPromises(noon)
  await store.countGuess('k', noon)
  await store.guesses('k', noon)
  await store.ping()
}

describe('the embedded store › a deleted file', () => {
  it('leaves no trace of its bytes on the disk', async () => {
    const dataDir = temporaryDirectory()
    const store = await openStore({ dataDir })
    await startConversation(store, 'c1')
    const bytes = Buffer.from('the card on this picture '.repeat(9_000))
    await accepted(store, message('c1', 'slip', { files: [file('f1', { bytes })] }))
    const kept = bytes.toString('base64').slice(3_000, 3_040)
    const holds = () =>
      readdirSync(dataDir).some((name) => readFileSync(join(dataDir, name)).includes(kept))
    expect(holds()).toBe(true)
    await store.deleteFile({ id: 'f1', by: 'a1', at: noon })
    expect(holds()).toBe(false)
  })
})
