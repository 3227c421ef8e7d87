import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { healthRoutes, type Readiness } from '../../src/web/health.ts'
import { call, post, secret, startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let path: string
let token: string
let readiness: Readiness = { ready: true }

beforeAll(async () => {
  web = await startTestWeb()
  web.server.add(healthRoutes({ readiness: () => readiness, metrics: web.metrics }))
  web.server.add([
    {
      method: 'GET',
      path: '/broken',
      handler: () => {
        throw new Error('canary 6222021234567890')
      },
    },
  ])
  const { body } = await post(`${web.base}/conversations`, secret, {})
  token = body.token
  path = `${web.base}/conversations/${body.conversationId}/activities`
})
afterAll(() => web.stop())

/** Sends bytes as they are and reads what comes, until the server closes or answers. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1', () => socket.write(bytes))
    socket.once('data', (data) => {
      resolve(data.toString())
      socket.destroy()
    })
    socket.once('close', () => resolve(''))
    socket.once('error', reject)
  })
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

describe('the web server', () => {
  it.each([
    ['no JSON', '{"type":'],
    ['a bare word', 'hello'],
    ['two values', '{} {}'],
    ['a trailing comma', '{"type":"message","text":"x",}'],
    ['NaN', '{"type":"message","value":NaN}'],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['a type that is no string', '{"type":5,"text":"x"}'],
    ['a text that is no string', '{"type":"message","text":{"a":1}}'],
    ['too many attachments', JSON.stringify({ type: 'message', attachments: Array(50).fill({}) })],
    ['deep nesting', `{"type":"message","value":${deep(200)}}`],
    ['very deep nesting', deep(100_000)],
    ['too many values', `{"type":"message","value":[${'1,'.repeat(6000)}1]}`],
    ['an empty object', '{}'],
  ])('answers %s with 400 and a teaching sentence', async (_case, body) => {
    const answer = await call(path, { method: 'POST', token, body })
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toMatch(/\w+ .*\.$/)
  })

  it('leaves it to the bot to answer an empty message', async () => {
    expect((await call(path, { method: 'POST', token, body: '{"type":"message"}' })).status).toBe(
      200,
    )
  })

  it('refuses bytes that are not UTF-8', async () => {
    const response = await fetch(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    })
    expect(response.status).toBe(400)
  })

  it('cleans what databases refuse out of texts', async () => {
    const text = '\uFEFFa\u0000b\uD800c'
    await call(path, { method: 'POST', token, body: { type: 'message', text } })
    expect(web.bot.received.at(-1)?.activity.text).toBe('ab\uFFFDc')
  })

  it.each([
    ['announced', { 'content-length': '9000000' }],
    ['not announced', {}],
  ])('answers an oversize body, %s, with 413', async (_case, headers) => {
    const host = new URL(web.url).host
    const target = new URL(path).pathname
    const head = `POST ${target} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n`
    const length = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const chunk = 'x'.repeat(1_000_000)
    const body = length.length > 0 ? chunk : `f4240\r\n${chunk}\r\n`
    const framing = length.length > 0 ? length.join('') : 'Transfer-Encoding: chunked\r\n'
    expect(await raw(`${head}${framing}\r\n${body}`)).toMatch(/^HTTP\/1.1 413 /)
  })

  it.each([
    ['a body that is not gzip', 'not gzip at all'],
    ['a bomb', gzipSync(Buffer.alloc(50_000_000))],
  ])('answers %s under Content-Encoding: gzip with 415 on every route', async (_case, body) => {
    for (const url of [path, `${web.base}/tokens/generate`, `${web.url}/nothing`]) {
      const headers = { authorization: `Bearer ${token}`, 'content-encoding': 'gzip' }
      const response = await fetch(url, { method: 'POST', headers, body })
      expect(response.status).toBe(415)
    }
  })

  it.each([
    ['GET', '/nothing', 404],
    ['PUT', '/healthz', 405],
    ['POST', '/healthz', 405],
    ['GET', '/v3/directline/conversations/%E0%A4%A/activities', 404],
    ['GET', '/../../etc/passwd', 404],
    ['GET', `/${'a'.repeat(5000)}`, 404],
  ])('answers %s %s with %i in the one error format', async (method, url, status) => {
    const target = url.slice(0, 60)
    const answer = await raw(`${method} ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(`${target} ${answer.split('\r\n')[0]}`).toContain(`HTTP/1.1 ${status}`)
    expect(answer).toContain('{"error":{"code":')
  })

  it.each(['/healthz', '/nothing', '/api/v1/tickets'])(
    'answers HEAD %s as it does GET, without the body: monitors and proxies ask so',
    async (url) => {
      const ask = (method: string) =>
        raw(`${method} ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      const statusOf = (answer: string) => answer.split('\r\n')[0]
      const head = await ask('HEAD')
      expect(statusOf(head)).toBe(statusOf(await ask('GET')))
      expect(head.endsWith('\r\n\r\n')).toBe(true)
      expect(head).toMatch(/^content-length: \d+\r$/m)
    },
  )

  it.each([
    ['random bytes', Buffer.from([0, 1, 2, 255, 254, 10, 10])],
    ['a huge header', `GET / HTTP/1.1\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['a bad length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n'],
    ['two framings', 'POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n'],
  ])('answers %s with 4xx', async (_case, bytes) => {
    expect(await raw(bytes)).toMatch(/^HTTP\/1.1 4\d\d /)
  })

  it.each([
    ['a host with a tag', 'GET / HTTP/1.1\r\nHost: x"><script>\r\nConnection: close\r\n\r\n'],
    ['a host of brackets', 'POST / HTTP/1.1\r\nHost: [::\r\nConnection: close\r\n\r\n'],
    ['a port too high', 'GET / HTTP/1.1\r\nHost: x:99999\r\nConnection: close\r\n\r\n'],
    ['a host of spaces', 'OPTIONS / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['an address of brackets', 'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ])('refuses %s and lives on', async (_case, bytes) => {
    expect(await raw(bytes)).toMatch(/^HTTP\/1.1 400 /)
    expect((await call(`${web.url}/healthz`)).status).toBe(200)
  })

  it('answers any request line and host without falling over', async () => {
    const word = fc.string({ unit: 'binary-ascii', maxLength: 12 })
    const line = word.map((text) => text.replace(/[\r\n]/g, ''))
    await fc.assert(
      fc.asyncProperty(line, line, fc.constantFrom('GET', 'POST', 'OPTIONS'), async (...given) => {
        const [path, host, method] = given
        await raw(`${method} /${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
        expect((await call(`${web.url}/healthz`)).status).toBe(200)
      }),
      { numRuns: 200 },
    )
  })

  it('answers any JSON with 200 or 4xx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 40 }), async (body) => {
        const { status } = await call(path, { method: 'POST', token, body })
        expect([200, 400]).toContain(status)
      }),
      { numRuns: 100 },
    )
  })

  it('serves others while a client sends its body a byte at a time', async () => {
    const target = new URL(path).pathname
    const slow = connect(Number(new URL(web.url).port), '127.0.0.1')
    slow.write(`POST ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n`)
    slow.write('Content-Length: 1000\r\n\r\n{')
    const answer = await call(path, { method: 'POST', token, body: { type: 'message', text: 'x' } })
    slow.destroy()
    expect(answer.status).toBe(200)
  })

  it('tells neither the client nor the log what an error said', async () => {
    const answer = await call(`${web.url}/broken`)
    expect(answer.status).toBe(500)
    expect(answer.body.error).toMatchObject({
      code: 'InternalError',
      requestId: expect.any(String),
    })
    expect(JSON.stringify(answer.body) + web.lines.join('')).not.toMatch(/canary|6222/)
    expect(web.lines.join('')).toContain(answer.body.error.requestId)
  })

  it('lets pages of other origins call Direct Line and nothing else', async () => {
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' }
    const allowed = await call(path, { method: 'OPTIONS', headers })
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('*')
    expect(allowed.headers.get('access-control-allow-headers')?.toLowerCase()).toMatch(
      /authorization.*x-requested-with.*x-ms-bot-agent/,
    )
    const refused = await call(`${web.url}/healthz`, { headers })
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('says when it is not ready, and why', async () => {
    readiness = { ready: false, reason: 'the store is locked' }
    const away = await call(`${web.url}/readyz`)
    readiness = { ready: true }
    const back = await call(`${web.url}/readyz`)
    expect(away).toMatchObject({ status: 503, body: { reason: 'the store is locked' } })
    expect([back.status, (await call(`${web.url}/healthz`)).status]).toEqual([200, 200])
  })

  it('counts requests by route, without ids', async () => {
    const { body } = await call(`${web.url}/metrics`)
    expect(body).toMatch(
      /daozhang_http_requests_total\{.*route="\/v3\/directline\/conversations\/:/,
    )
    expect(body).not.toContain(path.split('/')[6])
  })
})

describe('the server › a stop', () => {
  it('does not wait for a connection that was busy and is kept alive', async () => {
    const other = await startTestWeb()
    const handler = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { status: 200, json: {} }
    }
    other.server.add([{ method: 'GET', path: '/slow', handler }])
    const page = call(`${other.url}/slow`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const startedAt = performance.now()
    await other.server.close()
    expect(performance.now() - startedAt).toBeLessThan(4_000)
    expect((await page).status).toBe(200)
  })
})
