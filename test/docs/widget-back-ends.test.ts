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
  const code = new RegExp(`\`\`\`${language}\\n((?:<\\?php\\n)?// ${file}[\\s\\S]*?)\`\`\``).exec(
    doc,
  )?.[1]
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

interface Example {
  command: string
  /** The arguments that serve the file at the port. */
  serve(path: string, port: number): string[]
  /** The cookie of somebody signed in as the shop M1001. */
  cookie: string
  /** How the example names the page that its token is for. */
  origin(port: number): string
}

/** Starts the example and asks it for a token, as the widget does. */
async function ask({ command, serve, cookie }: Example, path: string) {
  const port = await freePort()
  running = spawn(command, serve(path, port), {
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
  return { nobody: await call({}), merchant: await call({ cookie }), port }
}

const plain = {
  serve: (path: string) => [path],
  cookie: 'a=1; shop=M1001',
  origin: (port: number) => `http://127.0.0.1:${port}`,
}

/** A session as PHP keeps it, in a file of its own. */
function phpSession(): string {
  const shop = 'shop|a:2:{s:2:"id";s:5:"M1001";s:4:"name";s:13:"Morning Light";}'
  writeFileSync(join(folder, 'sess_ofthistest'), shop)
  return 'PHPSESSID=ofthistest'
}

const php: Omit<Example, 'command'> = {
  serve: (path, port) => ['-d', `session.save_path=${folder}`, '-S', `127.0.0.1:${port}`, path],
  cookie: phpSession(),
  // Behind the shop's own TLS.
  origin: (port) => `https://127.0.0.1:${port}`,
}

describe.each([
  { language: 'js', file: 'chat-token.mjs', command: process.execPath, ...plain },
  { language: 'php', file: 'chat-token.php', command: 'php', ...php },
  { language: 'java', file: 'ChatToken.java', command: 'java', ...plain },
])('the back end of docs/widget.md in $language', ({ language, file, ...example }) => {
  it.skipIf(!has(example.command))(
    'gives a token to whoever is signed in, and to nobody else',
    async () => {
      const { nobody, merchant, port } = await ask(example, exampleIn(language, file))
      expect([nobody.status, merchant.status]).toEqual([401, 200])
      const { token } = (await merchant.json()) as { token: string }
      const { identity, origins } = await web.tokens.verifyConversation(token)
      expect(identity).toMatchObject({ userId: 'dl_M1001', trusted: true, merchantId: 'M1001' })
      expect(origins).toEqual([example.origin(port)])
    },
  )

  it.skipIf(!has(example.command))('answers 502 when it is given no token', async () => {
    const whole = web.url
    const path = exampleIn(language, file)
    web = { ...web, url: `${whole}/elsewhere` }
    const { merchant } = await ask(example, path).finally(() => {
      web = { ...web, url: whole }
    })
    expect(merchant.status).toBe(502)
  })
})
