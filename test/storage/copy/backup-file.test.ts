import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { openBackup, writeBackup } from '../../../src/storage/copy/backup-file.ts'
import { fill } from '../../../src/storage/copy/fill.ts'
import { withSnapshot } from '../../../src/storage/copy/snapshot.ts'
import type { Part, Source } from '../../../src/storage/copy/source.ts'
import { migrate, migrations } from '../../../src/storage/migrate.ts'
import { openSqlite } from '../../../src/storage/sqlite.ts'
import { createStore } from '../../../src/storage/store.ts'
import { accepted, message, noon, startConversation, temporaryDirectory } from '../sample.ts'

const damaged = { code: 'config_invalid', message: expect.stringMatching(/cut off or was changed/) }
const unreadable = { code: 'config_invalid' }

let dataDir: string
let path: string

beforeEach(async () => {
  dataDir = temporaryDirectory()
  path = join(temporaryDirectory(), 'backup.gz')
  const store = await createStore({ dataDir })
  await startConversation(store, 'c1')
  const texts = Array.from({ length: 300 }, (_, n) => `我的钱呢 ${n}`)
  await Promise.all(texts.map((text) => accepted(store, message('c1', text))))
  await store.close()
})

const backup = (to = path, job = (source: Source) => source) =>
  withSnapshot({ dataDir }, noon, (source) => writeBackup(to, job(source)))

/** The same lines, with one thing changed, packed again. */
function repack(change: (lines: string[]) => string[]): void {
  const lines = gunzipSync(readFileSync(path)).toString().split('\n')
  writeFileSync(path, gzipSync(change(lines).join('\n')))
}

async function partsOf(source: Source): Promise<Part[]> {
  const parts = []
  for await (const part of source.parts()) parts.push(part)
  return parts.filter((part) => 'totals' in part || part.rows.length > 0)
}

describe('a backup file › writing', () => {
  it('is readable by its owner only and stands alone in its folder', async () => {
    await backup()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(path, '..'))).toEqual(['backup.gz'])
  })

  it('never overwrites a file', async () => {
    writeFileSync(path, 'precious')
    await expect(backup()).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringContaining('already there'),
    })
    expect(readFileSync(path, 'utf8')).toBe('precious')
  })

  it('leaves nothing behind when the source breaks', async () => {
    const breaking = (source: Source): Source => ({
      ...source,
      async *parts() {
        yield { table: 'conversation', rows: [] }
        expect(readdirSync(join(path, '..')), 'no name before it is whole').not.toContain(
          'backup.gz',
        )
        throw new Error('pulled the plug')
      },
    })
    await expect(backup(path, breaking)).rejects.toThrow('pulled the plug')
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  it('leaves nothing behind when it is called off', async () => {
    const stop = new AbortController()
    const writing = withSnapshot({ dataDir }, noon, (source) =>
      writeBackup(path, source, { signal: stop.signal, progress: () => stop.abort() }),
    )
    await expect(writing).rejects.toMatchObject({ message: `${path}: it was called off` })
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  it.each([
    ['a folder that is not there', 'no/such/backup.gz', 'no such file or folder'],
    ['a folder’s own name', '.', 'already there'],
  ])('says what is wrong with %s', async (_what, name, why) => {
    await expect(backup(join(dataDir, name))).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringContaining(why),
    })
  })
})

describe('a backup file › reading', () => {
  it('says when there is none', async () => {
    await expect(openBackup(path)).rejects.toMatchObject({
      message: `${path}: there is no such file or folder`,
    })
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a letter', Buffer.from('Dear Sir')],
    ['a packed letter', gzipSync('Dear Sir\n')],
    ['a backup of another format', gzipSync('{"format":"daozhang","version":2}\n')],
  ])('refuses %s', async (_what, bytes) => {
    writeFileSync(path, bytes)
    await expect(openBackup(path)).rejects.toMatchObject(unreadable)
  })

  it.each<[string, (lines: string[]) => string[]]>([
    ['a row left out', (lines) => lines.toSpliced(9, 1)],
    ['a row doubled', (lines) => lines.toSpliced(9, 0, lines[9] ?? '')],
    ['a word changed', (lines) => lines.map((text) => text.replace('我的钱呢 7', '我的钱呢 8'))],
    ['two columns exchanged', ([first = '', ...rest]) => [swap(first), ...rest]],
    ['a value of another type', (lines) => lines.map((text) => text.replace('"c1","web"', '{},1'))],
    ['a table that is unknown', (lines) => lines.toSpliced(1, 0, '{"table":"x"}', '["y"]')],
    ['the totals cut off', (lines) => lines.slice(0, -2)],
    ['rows after the totals', (lines) => [...lines.slice(0, -1), lines[9] ?? '', '']],
    ['a line broken off', (lines) => [...lines.slice(0, 50), lines[50]?.slice(0, 30) ?? '']],
    [
      'the last number changed',
      (lines) => lines.map((l) => l.replace('"lastNumber":300', '"lastNumber":3')),
    ],
  ])('refuses one with %s', async (_what, change) => {
    await backup()
    repack(change)
    await expect(openBackup(path)).rejects.toMatchObject(damaged)
  })

  it('is whole or refused, wherever it is cut or a byte is changed', async () => {
    await backup()
    const bytes = readFileSync(path)
    const whole = await partsOf(await openBackup(path))
    const damage = fc.record({
      at: fc.nat(bytes.length - 1),
      bits: fc.integer({ min: 0, max: 255 }),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, bits }) => {
        const changed = Buffer.from(bits === 0 ? bytes.subarray(0, at) : bytes)
        changed[at] = (changed[at] ?? 0) ^ bits
        writeFileSync(path, changed)
        const read = await openBackup(path).catch((error: unknown) => error)
        // A few bits of the packing, such as its time stamp, mean nothing.
        if (read instanceof Error) expect(read).toMatchObject(unreadable)
        else expect(await partsOf(read as Source)).toEqual(whole)
      }),
      { numRuns: 150 },
    )
  })
})

function swap(header: string): string {
  return header.replace(
    '"created_at","updated_at","reference"',
    '"updated_at","created_at","reference"',
  )
}

describe('a backup file › releases', () => {
  it('of an older release is restored and brought to the newest shape', async () => {
    const older = temporaryDirectory()
    const engine = openSqlite({ dataDir: older })
    await migrate(engine, migrations.slice(0, 1))
    await engine.write((db) =>
      sql`insert into conversation values ('c1', 'web', '{}', '{"old":1}', 0, ${noon}, ${noon})`.execute(
        db,
      ),
    )
    await engine.close()
    await withSnapshot({ dataDir: older }, noon, (source) => writeBackup(path, source))

    const target = temporaryDirectory()
    const filled = openSqlite({ dataDir: target })
    await fill(filled, await openBackup(path))
    await filled.close()
    const store = await createStore({ dataDir: target })
    expect(await store.conversation('c1')).toMatchObject({ state: { old: 1 } })
    await store.close()

    const newer = openSqlite({ dataDir: temporaryDirectory() })
    await migrate(newer)
    await expect(fill(newer, await openBackup(path))).rejects.toMatchObject({
      message: expect.stringContaining('of an older release'),
    })
    await newer.close()
  })

  it('of a newer release is refused by name', async () => {
    const header = { migrations: [...migrations.map(({ name }) => name), '999-future'] }
    const newer = (source: Source): Source => ({
      ...source,
      header: { ...source.header, ...header },
    })
    const engine = openSqlite({ dataDir: temporaryDirectory() })
    await withSnapshot({ dataDir }, noon, async (source) => {
      await expect(fill(engine, newer(source))).rejects.toMatchObject({
        code: 'config_invalid',
        message: expect.stringContaining('newer release (it has 999-future)'),
      })
    })
    await engine.close()
  })
})
