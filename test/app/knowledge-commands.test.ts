import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nobodyReadIt } from '../../src/knowledge-desk/write-draft.ts'
import { article, knowledgeOf, pair } from '../knowledge-desk/pairs.ts'

const command = join(import.meta.dirname, '../../src/knowledge.ts')

/** Runs `npm run knowledge:<command>` in a folder that holds `knowledge`, without npm. */
function run(args: string[], cwd: string) {
  // biome-ignore lint/style/noProcessEnv: the child process needs the path of this one.
  const env = { PATH: process.env.PATH ?? '', CLOCK_START: '2026-11-27T10:00:00+08:00' }
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { cwd, env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

async function home(files: Record<string, string>): Promise<string> {
  return dirname(await knowledgeOf(files))
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

  it('count an overdue review, and end with 0 all the same', async () => {
    const late = await run(['lint', '--today', '2027-06-01'], await home(pair('a/b')))
    expect(late.code).toBe(0)
    expect(late.out).toMatch(/review {21}0 {9}2\n/)
  })
})
