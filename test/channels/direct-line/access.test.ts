import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { call, post, secret, startTestWeb, type TestWeb, tokenKey } from '../../support/web.ts'

// Every route with every kind of credential: nobody reads or writes without a token bound to it.
let web: TestWeb
let mine: { id: string; token: string; streamToken: string }
let other: { id: string; token: string; streamToken: string }
const tokens: Record<string, string> = {}

async function start(user: string) {
  const { body: grant } = await post(`${web.base}/tokens/generate`, secret, { user: { id: user } })
  const { body } = await post(`${web.base}/conversations`, grant.token, {})
  const streamToken = new URL(body.streamUrl).searchParams.get('t') ?? ''
  return { id: body.conversationId as string, token: body.token as string, streamToken }
}

beforeAll(async () => {
  web = await startTestWeb()
  mine = await start('dl_me')
  other = await start('dl_other')
  const identity = { userId: 'dl_me', trusted: true, merchantId: 'M1' }
  const claims = { use: 'conversation', conv: mine.id, user: 'dl_me', identity, jti: randomUUID() }
  const wrongKey = new TextEncoder().encode('another key that is thirty-two by')
  const header = { alg: 'HS256' }
  const hour = Math.floor(Date.now() / 1000) + 3600
  const [head = '', body = '', signature = ''] = mine.token.split('.')
  const forged = Buffer.from(JSON.stringify({ ...claims, exp: hour })).toString('base64url')
  Object.assign(tokens, {
    'no token': '',
    'a word': 'x',
    'the wrong secret': `${secret}x`,
    'a stream token': mine.streamToken,
    'alg none': new UnsecuredJWT({ ...claims, exp: hour }).encode(),
    'another key': await new SignJWT({ ...claims, exp: hour })
      .setProtectedHeader(header)
      .sign(wrongKey),
    'another algorithm': await new SignJWT({ ...claims, exp: hour })
      .setProtectedHeader({ alg: 'HS512' })
      .sign(tokenKey),
    'a changed body': [head, forged, signature].join('.'),
    'no signature': [head, body, ''].join('.'),
    'no expiry': await new SignJWT(claims).setProtectedHeader(header).sign(tokenKey),
    'an expired token': await new SignJWT({ ...claims, exp: hour - 7200 })
      .setProtectedHeader(header)
      .sign(tokenKey),
    'the token of another conversation': other.token,
  })
})
afterAll(() => web.stop())

const routes = [
  ['POST', 'tokens/refresh'],
  ['POST', 'conversations'],
  ['GET', 'conversations/ID'],
  ['POST', 'conversations/ID/activities'],
  ['GET', 'conversations/ID/activities'],
  ['POST', 'conversations/ID/upload'],
  ['GET', 'session/getsessionid'],
] as const

const bound = routes.filter(([, path]) => path.includes('ID'))

const refusals = [
  ['no token', 401],
  ['a word', 403],
  ['the wrong secret', 403],
  ['a stream token', 403],
  ['alg none', 403],
  ['another key', 403],
  ['another algorithm', 403],
  ['a changed body', 403],
  ['no signature', 403],
  ['no expiry', 403],
  ['an expired token', 403],
] as const

async function request(method: string, path: string, token: string | undefined) {
  const body = method === 'POST' ? { type: 'message', text: 'intruder' } : undefined
  const url = `${web.base}/${path.replace('ID', mine.id)}`
  return call(url, { method, ...(body && { body }), ...(token && { token }) })
}

describe('access to Direct Line', () => {
  it.each(refusals)('with %s is refused with %i on every route', async (kind, status) => {
    const before = web.bot.received.length
    for (const [method, path] of routes) {
      const answer = await request(method, path, tokens[kind])
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} ${status}`)
    }
    expect(web.bot.received).toHaveLength(before)
  })

  it('tells an expired token from a bad one', async () => {
    const expired = await request('GET', 'conversations/ID', tokens['an expired token'])
    const bad = await request('GET', 'conversations/ID', tokens['another key'])
    expect(expired.body.error.code).toBe('TokenExpired')
    expect(bad.body.error.code).toBe('BadArgument')
  })

  it.each(bound)('answers somebody else’s conversation with 404 on %s %s', async (method, path) => {
    const before = web.bot.received.length
    const answer = await request(method, path, other.token)
    const missing = await call(`${web.base}/conversations/${randomUUID()}`, { token: other.token })
    expect(answer.status).toBe(404)
    expect(answer.body.error.message).toBe(missing.body.error.message)
    expect(web.bot.received).toHaveLength(before)
  })

  it('lets a refreshed token and, until it expires, the one before', async () => {
    const { body } = await call(`${web.base}/tokens/refresh`, { method: 'POST', token: mine.token })
    for (const token of [mine.token, body.token]) {
      expect((await request('GET', 'conversations/ID', token)).status).toBe(200)
    }
  })

  it('lets a token in for half an hour', async () => {
    web.clock.now = new Date(Date.now() + 29 * 60_000)
    const late = await request('GET', 'conversations/ID', mine.token)
    web.clock.now = new Date(Date.now() + 31 * 60_000)
    const tooLate = await request('GET', 'conversations/ID', mine.token)
    web.clock.now = new Date()
    expect([late.status, tooLate.status]).toEqual([200, 403])
  })

  it('keeps tokens/generate for the holder of the secret', async () => {
    const path = `${web.base}/tokens/generate`
    expect((await post(path, undefined, {})).status).toBe(401)
    expect((await post(path, mine.token, {})).status).toBe(403)
    expect((await post(path, `${secret}x`, {})).status).toBe(403)
    expect((await post(path, secret, {})).status).toBe(200)
  })

  it('keeps a token with trusted origins to those pages', async () => {
    const { body } = await post(`${web.base}/tokens/generate`, secret, {
      trustedOrigins: ['https://shop.example/checkout'],
    })
    const from = (origin: string) =>
      call(`${web.base}/conversations`, {
        method: 'POST',
        token: body.token,
        body: {},
        headers: { origin },
      })
    expect((await from('https://evil.example')).status).toBe(403)
    expect((await from('https://shop.example')).status).toBe(201)
  })
})

describe('the stream', () => {
  const dial = (id: string, query: string, origin?: string) =>
    new Promise<number>((resolve) => {
      const url = `${web.base.replace('http', 'ws')}/conversations/${id}/stream${query}`
      const socket = new WebSocket(url, origin ? { origin } : {})
      socket.on('open', () => {
        socket.close()
        resolve(101)
      })
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0)
        socket.terminate()
      })
      socket.on('error', () => {})
    })

  it('opens with its own token and with no other', async () => {
    expect(await dial(mine.id, `?t=${mine.streamToken}`)).toBe(101)
    expect(await dial(mine.id, '')).toBe(401)
    expect(await dial(mine.id, `?t=${secret}`)).toBe(403)
    expect(await dial(mine.id, `?t=${mine.token}`)).toBe(403)
    expect(await dial(mine.id, `?t=${other.streamToken}`)).toBe(404)
    expect(await dial(randomUUID(), `?t=${mine.streamToken}`)).toBe(404)
  })

  it('is not at an address that cannot be read', async () => {
    const headers = 'Host: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
    const keys = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n'
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1')
    socket.write(`GET //[ HTTP/1.1\r\n${headers}${keys}\r\n`)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1.1 404 /)
  })

  it('does not open a minute after its token was given', async () => {
    web.clock.now = new Date(Date.now() + 61_000)
    expect(await dial(mine.id, `?t=${mine.streamToken}`)).toBe(403)
    web.clock.now = new Date()
  })

  it('opens only for the pages allowed', async () => {
    const ticket = await web.tokens.stream({
      conv: mine.id,
      from: 0,
      origins: ['https://shop.example'],
    })
    expect(await dial(mine.id, `?t=${ticket}`, 'https://evil.example')).toBe(403)
    expect(await dial(mine.id, `?t=${ticket}`, 'https://shop.example')).toBe(101)
  })

  it('replays after its watermark, in order, however long the log is', async () => {
    for (let n = 0; n < 450; n += 1) web.bot.say(other.id, { text: String(n) })
    const ticket = await web.tokens.stream({ conv: other.id, from: 101 })
    const url = `${web.base.replace('http', 'ws')}/conversations/${other.id}/stream?t=${ticket}`
    const socket = new WebSocket(url)
    const seen: string[] = []
    const watermarks: string[] = []
    await new Promise<void>((resolve) => {
      socket.on('open', () => socket.send(''))
      socket.on('message', (data) => {
        const frame = JSON.parse(String(data))
        seen.push(...frame.activities.map((activity: { text: string }) => activity.text))
        watermarks.push(frame.watermark)
        if (frame.watermark === '451') resolve()
      })
    })
    socket.close()
    expect(seen).toEqual(Array.from({ length: 350 }, (_, n) => String(n + 100)))
    expect(watermarks).toEqual(['301', '451'])
  })
})
