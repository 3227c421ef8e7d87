import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { secret, startTestWeb, type TestWeb } from '../support/web.ts'

const doc = readFileSync(join(import.meta.dirname, '../../docs/widget.md'), 'utf8')
// biome-ignore lint/style/noProcessEnv: where the tools are, not a setting of the product.
const searchPath = String(process.env.PATH)
const has = (command: string) => spawnSync(command, ['-version']).error === undefined

let web: TestWeb
let running: ChildProcess | undefined
const folder = mkdtempSync(join(tmpdir(), 'daozhang-back-end-'))

beforeAll(async () => {
  web = await startTestWeb()
})

afterEach(() => {
  running?.kill('SIGKILL')
})

afterAll(async () => {
  await web.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The example of the page in that language, in a file of its own. */
function exampleIn(language: string, file: string): string {
  const code = new RegExp(`\`\`\`${language}\\n(// ${file}[\\s\\S]*?)\`\`\``).exec(doc)?.[1]
  if (!code) throw new Error(`docs/widget.md has no ${file}`)
  const path = join(folder, file)
  writeFileSync(path, code)
  return path
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts the example and asks it for a token, as the widget does. */
async function ask(command: string, path: string) {
  const port = await freePort()
  running = spawn(command, [path], {
    env: {
      PATH: searchPath,
      DAOZHANG_URL: web.url,
      DIRECT_LINE_SECRET: secret,
      PORT: String(port),
    },
  })
  const url = `http://127.0.0.1:${port}/chat-token`
  const call = (headers: Record<string, string>) => fetch(url, { method: 'POST', headers })
  await expect.poll(() => call({}).catch(() => undefined), { timeout: 15_000 }).toBeDefined()
  return { nobody: await call({}), merchant: await call({ cookie: 'a=1; shop=M1001' }), port }
}

describe.each([
  { language: 'js', file: 'chat-token.mjs', command: process.execPath },
  { language: 'java', file: 'ChatToken.java', command: 'java' },
])('the back end of docs/widget.md in $language', ({ language, file, command }) => {
  it.skipIf(!has(command))(
    'gives a token to whoever is signed in, and to nobody else',
    async () => {
      const { nobody, merchant, port } = await ask(command, exampleIn(language, file))
      expect([nobody.status, merchant.status]).toEqual([401, 200])
      const { token } = (await merchant.json()) as { token: string }
      const { identity, origins } = await web.tokens.verifyConversation(token)
      expect(identity).toMatchObject({ userId: 'dl_M1001', trusted: true, merchantId: 'M1001' })
      expect(origins).toEqual([`http://127.0.0.1:${port}`])
    },
  )
})
