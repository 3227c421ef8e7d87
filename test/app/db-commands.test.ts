import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrations } from '../../src/storage/migrate.ts'
import { chatWith, openChat, startServer, temporaryFolder } from '../support/real-server.ts'

const root = join(import.meta.dirname, '../..')
const secret = 'direct-line-secret-of-the-test'

/** Runs `npm run db:<command>` as an operator would, without npm. */
function db(args: string[], settings: Record<string, string> = {}) {
  // biome-ignore lint/style/noProcessEnv: the child process needs the path of this one.
  const env = { PATH: process.env.PATH ?? '', ...settings }
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/db.ts', ...args],
      { cwd: root, env },
      (_, ...said) => resolve({ code: child.exitCode ?? -1, out: said[0], err: said[1] }),
    )
  })
}

function folder(): string {
  const { path, remove } = temporaryFolder()
  onTestFinished(remove)
  return path
}

describe('the commands for the store', () => {
  it.each([
    [[]],
    [['backup']],
    [['move']],
    [['restore', 'a', 'b']],
    [['erase']],
    [['move', '--too']],
  ])('explain themselves when called with %j', async (args) => {
    const { code, out, err } = await db(args, { DATA_DIR: folder() })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('npm run db:backup -- FILE')
  })

  it('back up a running service and restore it elsewhere, where it goes on', async () => {
    const [dataDir, elsewhere] = [folder(), join(folder(), 'new')]
    const file = join(folder(), 'backup.gz')
    const settings = {
      DIRECT_LINE_SECRET: secret,
      TOKEN_KEY: 'k'.repeat(40),
      ADMIN_TOKEN: 'a'.repeat(20),
    }
    const first = await startServer({ ...settings, DATA_DIR: dataDir })
    onTestFinished(async () => void (await first.end('SIGKILL')))
    const chat = await openChat({ ...first, secret, locale: 'en' })
    await chat.say('hello')
    const taken = await db(['backup', file], { DATA_DIR: dataDir })
    expect(taken).toMatchObject({ code: 0, err: '' })
    expect(taken.out).toMatch(/conversation +1\n/)
    expect(taken.out).toContain('token-key')
    await chat.say('not in the backup')

    for (const args of [['restore', file], ['move', '--to', elsewhere], ['migrate']]) {
      const refused = await db(args, { DATA_DIR: dataDir })
      expect(refused.code).toBe(1)
      expect(refused.err).toMatch(/in use by the process \d+/)
    }
    const restored = await db(['restore', file], { DATA_DIR: elsewhere })
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect((await db(['restore', file], { DATA_DIR: elsewhere })).err).toContain('is not empty')

    const second = await startServer({ ...settings, DATA_DIR: elsewhere })
    onTestFinished(async () => void (await second.end('SIGKILL')))
    const again = chatWith({ ...second, token: chat.token, id: chat.id })
    const texts = (await again.history()).map(({ text }) => text)
    expect(texts).toContain('hello')
    expect(texts).not.toContain('not in the backup')
  }, 60_000)

  it('bring the tables up, and say from what to what', async () => {
    const dataDir = folder()
    const newest = migrations.at(-1)?.name
    expect((await db(['migrate'], { DATA_DIR: dataDir })).out).toBe(
      `Brought the tables from nothing to ${newest}.\n`,
    )
    expect((await db(['migrate'], { DATA_DIR: dataDir })).out).toMatch(/^The tables are up to date/)
  })

  it('move to another folder, leave the old one as it was and say what to set', async () => {
    const [from, to] = [folder(), join(folder(), 'new')]
    await db(['migrate'], { DATA_DIR: from })
    const moved = await db(['move', '--to', to], { DATA_DIR: from })
    expect(moved).toMatchObject({ code: 0, err: '' })
    expect(moved.out).toContain(`Now set DATA_DIR to ${to}`)
    expect(readdirSync(to)).toContain('daozhang.db')
  })

  it('say in one line what cannot be', async () => {
    const nowhere = await db(['backup', join(folder(), 'b.gz')], {
      DATA_DIR: join(folder(), 'none'),
    })
    expect(nowhere.err).toMatch(/^There is no embedded store in .*\n$/)
    const url = 'postgres://nobody:hunter2@127.0.0.1:1/x'
    const refused = await db(['migrate'], { DATABASE_URL: url, DATA_DIR: folder() })
    expect(refused.err).toMatch(/^DATABASE_URL: .*cannot be reached.*\n$/)
    expect(refused.err).not.toContain('hunter2')
  })
})
