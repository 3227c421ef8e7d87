import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChat, type RealServer, startServer, temporaryFolder } from '../support/real-server.ts'

const root = join(import.meta.dirname, '../..')
const clock = '2026-11-23T10:00:00+08:00'
const token = 'a-token-both-sides-know'
const folder = temporaryFolder()
let sandbox: ChildProcess
let server: RealServer

/** Starts `npm run sandbox`'s process and gives the address it prints. */
async function startSandbox(settings: Record<string, string>): Promise<string> {
  sandbox = spawn(process.execPath, ['src/sandbox.ts'], {
    cwd: root,
    env: { PORT: '0', CLOCK_START: clock, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = await Promise.race([
    once(sandbox.stdout as NonNullable<typeof sandbox.stdout>, 'data'),
    once(sandbox.stderr as NonNullable<typeof sandbox.stderr>, 'data'),
  ])
  return String(printed[0])
}

beforeAll(async () => {
  const printed = await startSandbox({ PROVIDER_TOKEN: token })
  const url = /http:\S+/.exec(printed)?.[0] ?? printed
  server = await startServer({
    DATA_DIR: folder.path,
    CLOCK_START: clock,
    ADMIN_TOKEN: 'admin-token-of-this-test',
    DIRECT_LINE_SECRET: 'direct-line-secret-of-this-test',
    PROVIDER: 'http',
    PROVIDER_URL: url,
    PROVIDER_TOKEN: token,
  })
})

afterAll(async () => {
  sandbox.kill()
  await server.end()
  folder.remove()
})

const chat = () =>
  openChat({
    url: server.url,
    secret: 'direct-line-secret-of-this-test',
    adminToken: 'admin-token-of-this-test',
    locale: 'zh-CN',
  })

describe('the sandbox in a process of its own', () => {
  it('is the provider that the service asks, and its silence is told honestly', async () => {
    const question = '我是商户，昨天下午三点二十刷了10000块，卡尾号6225，还没到账'
    const [verdict] = await (await chat()).say(question)
    expect(verdict?.text).toContain('¥10,000.00')
    sandbox.kill()
    await once(sandbox, 'close')
    const replies = await (await chat()).say(question)
    expect(replies.map(({ text }) => text).join()).not.toContain('尾号 6225')
    expect(replies.map(({ text }) => text).join()).toContain('没有回应')
  }, 30_000)

  it('says which key is missing', async () => {
    expect(await startSandbox({})).toMatch(/^PROVIDER_TOKEN: .+ Accepted: .+\.\n$/)
  })
})
