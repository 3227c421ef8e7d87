import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type HttpProviderOptions,
  httpProvider,
} from '../../../src/connectors/http/http-provider.ts'
import type { ProtocolAuth } from '../../../src/connectors/http/signature.ts'
import { sandboxProvider } from '../../../src/connectors/sandbox/sandbox-provider.ts'
import { listenProvider } from '../../../src/connectors/sandbox/sandbox-server.ts'
import { contractNow, paymentProviderContract } from '../../contracts/payment-provider.ts'

const clock = { now: () => contractNow }
const secret = 'a-secret-of-the-provider'
const quick = { clock, retries: 0, timeoutMs: 5_000 }

for (const auth of [
  { kind: 'bearer', token: secret },
  { kind: 'hmac', secret },
] as ProtocolAuth[]) {
  paymentProviderContract(`the http provider (${auth.kind})`, async (world) => {
    const behind = sandboxProvider({ world, clock, wait: async () => undefined })
    const server = await listenProvider({ provider: behind, auth, clock })
    return {
      provider: httpProvider({ ...quick, baseUrl: server.url, auth }),
      close: server.close,
    }
  })
}

const open: { close(): void }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A provider before a server that answers as it is told, and what the server was asked. */
async function providerBefore(answer: RequestListener, options: Partial<HttpProviderOptions> = {}) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  open.push({
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const provider = httpProvider({
    ...quick,
    baseUrl: `http://127.0.0.1:${port}`,
    auth: { kind: 'bearer', token: secret },
    ...options,
  })
  return { provider, asked, port }
}

const reply =
  (status: number, body: string, type = 'application/json'): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body)
  }

const json = (body: unknown): RequestListener => reply(200, JSON.stringify(body))

const query = { rrn: '123456789012', limit: 5 }
const record = {
  id: 'T-1',
  merchantId: 'M1',
  amount: { minor: 100, currency: 'CNY' },
  createdAt: '2026-11-20T15:20:00+08:00',
  refs: { rrn: '123456789012' },
}

describe('httpProvider before a broken server', () => {
  it.each<[string, RequestListener, string]>([
    ['silence', () => undefined, 'provider_unavailable'],
    ['a hung up line', (request) => request.socket.destroy(), 'provider_unavailable'],
    ['an error', reply(500, '{}'), 'provider_unavailable'],
    ['maintenance as a page', reply(503, '<html>', 'text/html'), 'provider_unavailable'],
    ['too many requests', reply(429, '{}'), 'provider_unavailable'],
    ['a rejected token', reply(401, '{}'), 'provider_refused_us'],
    ['a forbidden token', reply(403, '{}'), 'provider_refused_us'],
    ['a request it does not take', reply(400, '{}'), 'provider_refused_us'],
    ['a page', reply(200, '<html>', 'text/html'), 'provider_reply_unreadable'],
    ['a missing page', reply(404, '<html>', 'text/html'), 'provider_reply_unreadable'],
    ['a page that says it is JSON', reply(200, '<html>'), 'provider_reply_unreadable'],
    ['half a reply', reply(200, '{"transactions":['), 'provider_reply_unreadable'],
    [
      'bytes that are no text',
      (_request, response) => {
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(Buffer.from([0xff, 0xfe]))
      },
      'provider_reply_unreadable',
    ],
    ['another shape', json({ items: [] }), 'provider_reply_unreadable'],
    ['a list', json([]), 'provider_reply_unreadable'],
    [
      'an amount in words',
      json({ transactions: [{ ...record, amount: '1.00' }] }),
      'provider_reply_unreadable',
    ],
    [
      'a state it invented',
      json({ transactions: [{ ...record, payment: 'paid' }] }),
      'provider_reply_unreadable',
    ],
    [
      'a very deep reply',
      reply(200, '['.repeat(200_000) + ']'.repeat(200_000)),
      'provider_reply_unreadable',
    ],
    [
      'a redirect',
      (_request, response) => {
        response.writeHead(302, { location: '/v1/elsewhere' }).end()
      },
      'provider_reply_unreadable',
    ],
    [
      'a body that starts and never ends',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"transactions":[')
      },
      'provider_unavailable',
    ],
  ])('turns %s into a Failure', async (_case, answer, code) => {
    const { provider } = await providerBefore(answer, { timeoutMs: 400 })
    await expect(provider.findTransactions(query)).rejects.toMatchObject({ name: 'Failure', code })
  })

  it('turns an address where nobody listens into a Failure', async () => {
    const { provider } = await providerBefore(reply(200, ''))
    for (const server of open.splice(0)) server.close()
    await expect(provider.incidents()).rejects.toMatchObject({ code: 'provider_unavailable' })
  })

  it.each([
    ['an announced', { 'content-length': '3000000' }],
    ['an unannounced', {}],
  ])('reads no further into %s huge body than its cap', async (_case, headers) => {
    const chunk = ' '.repeat(64 * 1024)
    let sent = 0
    const { provider } = await providerBefore(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', ...headers })
        const more = () => {
          while (sent < 3_000_000 && !response.destroyed) {
            sent += chunk.length
            if (!response.write(chunk)) return response.once('drain', more)
          }
          return response.end()
        }
        more()
      },
      { maxBytes: 100_000 },
    )
    await expect(provider.findTransactions(query)).rejects.toMatchObject({
      code: 'provider_reply_unreadable',
      message: expect.stringContaining('more than 100000 bytes'),
    })
  })

  it('never asks where a redirect points', async () => {
    const { provider, asked } = await providerBefore((request, response) => {
      if (request.url === '/secret') return json({ transactions: [record] })(request, response)
      return response.writeHead(307, { location: '/secret' }).end()
    })
    await expect(provider.findTransactions(query)).rejects.toThrow('redirect')
    expect(asked.some((url) => url.startsWith('/secret'))).toBe(false)
  })

  it.each([401, 500, 200])(
    'keeps secrets, references and bodies out of the message (%s)',
    async (status) => {
      const { provider } = await providerBefore(
        reply(status, '{"transactions":"card 6225 of Mr Li"}'),
      )
      const failure: unknown = await provider
        .findTransactions(query)
        .catch((error: unknown) => error)
      const told = `${String(failure)} ${JSON.stringify(failure)}`
      expect(failure).toBeInstanceOf(Error)
      for (const hidden of [secret, '123456789012', '6225', 'Mr Li'])
        expect(told).not.toContain(hidden)
      expect(failure).not.toHaveProperty('cause')
    },
  )
})

describe('httpProvider', () => {
  it.each<[string, RequestListener]>([
    ['404', reply(404, '{"error":"none"}')],
    ['404 without a body', (_request, response) => response.writeHead(404).end()],
  ])('takes %s for nothing found', async (_case, answer) => {
    const { provider } = await providerBefore(answer)
    expect(await provider.findTransactions(query)).toEqual([])
    expect(await provider.merchantFile('M1')).toBeUndefined()
    expect(await provider.incidents()).toEqual([])
  })

  it('drops records that are not what was asked for', async () => {
    const others = [
      { ...record, id: 'T-2', merchantId: 'M2' },
      { ...record, id: 'T-3', refs: { rrn: '999999999999' } },
      { ...record, id: 'T-4', refs: {} },
    ]
    const { provider } = await providerBefore(json({ transactions: [...others, record] }))
    const found = await provider.findTransactions({ ...query, merchantId: 'M1' })
    expect(found.map((each) => each.id)).toEqual(['T-1'])
  })

  it('gives no more records than asked for', async () => {
    const { provider } = await providerBefore(
      json({ transactions: [record, { ...record, id: 'T-2' }, { ...record, id: 'T-3' }] }),
    )
    expect(await provider.findTransactions({ ...query, limit: 2 })).toHaveLength(2)
  })

  it('refuses the file of another merchant and drops lines of others', async () => {
    const merchant = { id: 'M1', name: 'Shop', windowId: 'cn.pos.t1', status: 'active' }
    const payout = { state: 'sent', amount: { minor: 1, currency: 'CNY' } }
    const { provider } = await providerBefore(
      json({
        merchant,
        payouts: [
          { ...payout, id: 'P-1', merchantId: 'M1' },
          { ...payout, id: 'P-2', merchantId: 'M2' },
        ],
      }),
    )
    expect((await provider.merchantFile('M1'))?.payouts.map((each) => each.id)).toEqual(['P-1'])
    await expect(provider.merchantFile('M2')).rejects.toMatchObject({
      code: 'provider_reply_unreadable',
    })
  })

  it('ignores keys it does not know and names itself as the source', async () => {
    const { provider } = await providerBefore(
      json({ page: 1, transactions: [{ ...record, raw: { secret: 1 }, payout: null }] }),
      { name: 'acme' },
    )
    const [found] = await provider.findTransactions(query)
    expect(found).toMatchObject({
      provider: 'acme',
      payment: 'unknown',
      payout: { state: 'not_reported' },
      fetchedAt: contractNow.toISOString(),
      stale: false,
    })
    expect(found).not.toHaveProperty('raw')
  })

  it('tries again after a passing error', async () => {
    let calls = 0
    const { provider, asked } = await providerBefore(
      (request, response) => {
        calls += 1
        const answer = calls < 3 ? reply(503, '{}') : json({ transactions: [record] })
        answer(request, response)
      },
      { retries: 2 },
    )
    expect(await provider.findTransactions(query)).toHaveLength(1)
    expect(asked).toHaveLength(3)
  })

  it.each([
    ['a refusal', reply(403, '{}')],
    ['an unreadable reply', reply(200, 'no')],
  ])('does not try again after %s', async (_case, answer) => {
    const { provider, asked } = await providerBefore(answer, { retries: 2 })
    await provider.findTransactions(query).catch(() => undefined)
    expect(asked).toHaveLength(1)
  })

  it('leaves a provider alone that keeps failing, and asks again later', async () => {
    let broken = true
    const { provider, asked } = await providerBefore(
      (request, response) =>
        (broken ? reply(500, '{}') : json({ incidents: [] }))(request, response),
      { breakAfter: 3, breakMs: 0, retries: 0 },
    )
    const held = await providerBefore(reply(500, '{}'), { breakAfter: 3, breakMs: 60_000 })
    for (let call = 0; call < 6; call += 1) {
      await expect(provider.incidents()).rejects.toMatchObject({ code: 'provider_unavailable' })
      await expect(held.provider.incidents()).rejects.toMatchObject({
        code: 'provider_unavailable',
      })
    }
    expect(asked).toHaveLength(6)
    expect(held.asked).toHaveLength(3)
    broken = false
    expect(await provider.incidents()).toEqual([])
  })

  it('gives up when all tries together take too long', async () => {
    const { provider, asked } = await providerBefore(() => undefined, {
      retries: 50,
      timeoutMs: 10_000,
      deadlineMs: 300,
    })
    await expect(provider.incidents()).rejects.toMatchObject({ code: 'provider_unavailable' })
    expect(asked).toHaveLength(1)
  })

  it.each(['..', '.', ''])(
    'does not send a merchant id that would change the address: "%s"',
    async (id) => {
      const { provider, asked } = await providerBefore(json({}))
      expect(await provider.merchantFile(id)).toBeUndefined()
      expect(asked).toEqual([])
    },
  )

  it('keeps what customers typed inside its parameter', async () => {
    const { provider, asked } = await providerBefore(json({ transactions: [] }))
    await provider.findTransactions({ rrn: '1&merchantId=M2#/../x', limit: 1 })
    await provider.merchantFile('../v1/transactions?x=').catch(() => undefined)
    expect(asked).toEqual([
      '/v1/transactions?rrn=1%26merchantId%3DM2%23%2F..%2Fx&limit=1',
      '/v1/merchants/..%2Fv1%2Ftransactions%3Fx%3D',
    ])
  })

  it('keeps the path of its base address', async () => {
    const { asked, port } = await providerBefore(json({ incidents: [] }))
    const baseUrl = `http://127.0.0.1:${port}/payments/`
    const provider = httpProvider({ ...quick, baseUrl, auth: { kind: 'bearer', token: secret } })
    await provider.incidents()
    expect(asked).toEqual(['/payments/v1/incidents'])
  })

  it.each([
    'http://provider.example',
    'http://169.254.169.254/latest',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'https://user:word@provider.example',
    'https://provider.example?x=1',
    'not an address',
  ])('refuses the base address %s without repeating it', (baseUrl) => {
    const make = () => httpProvider({ ...quick, baseUrl, auth: { kind: 'bearer', token: secret } })
    expect(make).toThrow(expect.objectContaining({ code: 'config_invalid' }))
    expect(make).not.toThrow(baseUrl)
  })
})
