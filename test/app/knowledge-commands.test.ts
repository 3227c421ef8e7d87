import { execFile } from 'node:child_process'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nobodyReadIt } from '../../src/knowledge-desk/write-draft.ts'
import type { Store } from '../../src/ports/store.ts'
import { migrate, migrations } from '../../src/storage/migrate.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { article, knowledgeOf, pair } from '../knowledge-desk/pairs.ts'
import { endedTicket, smallWorld } from '../knowledge-desk/small-world.ts'
import { temporaryDirectory } from '../storage/sample.ts'

const command = join(import.meta.dirname, '../../src/knowledge.ts')

/** Runs `npm run knowledge:<command>` in a folder that holds `knowledge`, without npm. */
function run(args: string[], cwd: string, settings: Record<string, string> = {}) {
  // biome-ignore lint/style/noProcessEnv: the child process needs the path of this one.
  const PATH = process.env.PATH ?? ''
  const env = { PATH, CLOCK_START: '2026-11-27T10:00:00+08:00', ...settings }
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { cwd, env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

async function home(files: Record<string, string>): Promise<string> {
  return dirname(await knowledgeOf(files))
}

async function everything(store: Store) {
  const tickets = await store.tickets({ limit: 100 })
  const [questions, log] = [await store.questions({ limit: 100 }), await store.lastSeqs(['talk1'])]
  return { tickets, questions, log }
}

describe('the commands for the articles', () => {
  it.each([
    [[]],
    [['erase']],
    [['import', 'documents']],
    [['import', 'documents', '--locale', 'fr']],
    [['import', 'documents', '--locale', 'en', '--topic', '../up']],
    [['lint', '--today', 'soon']],
    [['publish']],
    [['publish', 'a/b', 'c/d']],
    [['retire', 'a/b', '--drafts']],
    [['report', 'a/b']],
    [['report', '--month', '2026-13']],
    [['cases']],
    [['cases', '--month', '2026-11', '--locale', 'fr']],
  ])('explain themselves when called with %j', async (args) => {
    const { code, out, err } = await run(args, await home({}))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('npm run knowledge:import -- FOLDER --locale en|zh-CN')
  })

  it('bring a document from a folder to the customer, and take it away again', async () => {
    const folder = await home({})
    await mkdir(join(folder, 'documents'))
    const english = article('en').split('\n---\n')[1]
    await writeFile(join(folder, 'documents/fees.md'), `# What is the fee?\n${english}`)
    const imported = await run(['import', 'documents', '--locale', 'en', '--topic', 'fees'], folder)
    expect(imported).toMatchObject({ code: 0, err: '' })
    const draft = join('knowledge', 'drafts', 'en', 'fees', 'what-is-the-fee.md')
    expect(imported.out).toContain(`fees.md: 1 new draft\n  ${draft}\n1 file, 1 new draft, 0 files`)

    const early = await run(['publish', 'fees/what-is-the-fee'], folder)
    expect(early.code).toBe(1)
    expect(early.out).toMatch(/is not ready:\n[\s\S]*nobody has read/)
    expect((await run(['lint'], folder)).code).toBe(0)
    expect((await run(['lint', '--drafts'], folder)).code).toBe(1)

    const chinese = join(folder, 'knowledge/drafts/zh-cn/fees/what-is-the-fee.md')
    await mkdir(dirname(chinese), { recursive: true })
    await writeFile(chinese, article('zh-cn', { rows: { validFrom: '2026-11-27' } }))
    const text = await readFile(join(folder, draft), 'utf8')
    const done = text
      .replace(`  - ${nobodyReadIt}\n`, '')
      .replace('audience:', 'audience: both')
      .replace('region:', 'region: any')
      .replace('questions:', 'questions:\n  - how much is it\n  - what does it cost')
      .replace('related:\n', '')
    await writeFile(
      join(folder, draft),
      done.replace('reviewedAt: 2026-11-27', 'reviewedAt: 2026-11-20'),
    )
    const published = await run(['publish', 'fees/what-is-the-fee'], folder)
    expect(published.out).toContain('Published fees/what-is-the-fee in 2 languages')
    expect(published.code).toBe(0)
    const retired = await run(['retire', 'fees/what-is-the-fee', '--on', '2026-12-31'], folder)
    expect(retired).toMatchObject({ code: 0, err: '' })
    expect(retired.out).toContain('is served until the end of 2026-12-31')
  })

  it('end with 1 and name what was refused', async () => {
    const folder = await home(pair('a/b', { region: 'Mars' }))
    await mkdir(join(folder, 'documents'))
    await writeFile(join(folder, 'documents/broken.pdf'), 'x')
    const imported = await run(['import', 'documents', '--locale', 'en'], folder)
    expect(imported.code).toBe(1)
    expect(imported.out).toMatch(/^broken\.pdf: cannot be read/)
    expect((await run(['lint'], folder)).code).toBe(1)
    expect((await run(['retire', 'a/b'], folder)).code).toBe(1)
    const nowhere = await run(['import', 'none', '--locale', 'en'], folder)
    expect(nowhere).toMatchObject({ code: 1, err: 'none: is not a folder that can be read\n' })
  })

  it('write reports and drafts beside a running service, and leave its store as it was', async () => {
    const { store, dataDir, ask, file } = await smallWorld()
    await ask('do you accept cheques', [{ outcome: 'unknown' }])
    const span: [string, string] = ['2026-11-02T10:00:00Z', '2026-11-05T10:00:00Z']
    await file(...Array.from({ length: 3 }, () => endedTicket('RC_RISK_HOLD', span)))
    const folder = await home(pair('a/b'))
    const before = await everything(store)

    const reported = await run(['report', '--locale', 'zh-CN'], folder, { DATA_DIR: dataDir })
    expect(reported).toMatchObject({ code: 0, err: '' })
    const page = join(dataDir, 'reports', 'knowledge-report-2026-11')
    expect(reported.out).toBe(`Wrote ${page}.md\nWrote ${page}.html\n`)
    expect(await readFile(`${page}.md`, 'utf8')).toContain('do you accept cheques')
    expect((await stat(`${page}.html`)).mode & 0o777).toBe(0o600)

    const cases = ['cases', '--month', '2026-11', '--out', 'told', '--drafts']
    const told = await run(cases, folder, { DATA_DIR: dataDir })
    expect(told).toMatchObject({ code: 0, err: '' })
    expect(told.out).toContain('2 new drafts, 0 were there already')
    expect(await readFile(join(folder, 'told/case-book-2026-11.md'), 'utf8')).toContain('3 ended')
    const again = await run(cases, folder, { DATA_DIR: dataDir })
    expect(again.out).toContain('0 new drafts, 2 were there already')
    expect(await everything(store)).toEqual(before)
  })

  it('say what to do where there is no store, or one of another release', async () => {
    const folder = await home(pair('a/b'))
    const missing = await run(['report'], folder, { DATA_DIR: 'none' })
    expect(missing).toMatchObject({ code: 1, err: 'There is no embedded store in none\n' })

    const dataDir = temporaryDirectory()
    const engine = openSqlite({ dataDir })
    await migrate(engine, migrations.slice(0, -1))
    await engine.close()
    const older = await run(['cases', '--month', '2026-11'], folder, { DATA_DIR: dataDir })
    expect(older.code).toBe(1)
    expect(older.err).toMatch(/^The tables are not of this release: start the service/)
  })

  it('count an overdue review, and end with 0 all the same', async () => {
    const late = await run(['lint', '--today', '2027-06-01'], await home(pair('a/b')))
    expect(late.code).toBe(0)
    expect(late.out).toMatch(/review {21}0 {9}2\n/)
  })
})
