import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuery, writeQuery } from '../../../src/connectors/http/protocol.ts'
import { authHeaders, type ProtocolAuth } from '../../../src/connectors/http/signature.ts'
import { sandboxProvider } from '../../../src/connectors/sandbox/sandbox-provider.ts'
import {
  answerProviderRequest,
  listenProvider,
  type ProviderRequest,
} from '../../../src/connectors/sandbox/sandbox-server.ts'
import type { PaymentProvider } from '../../../src/ports/payment-provider.ts'
import { contractNow, contractWorld } from '../../contracts/payment-provider.ts'

const clock = { now: () => contractNow }
const bearer: ProtocolAuth = { kind: 'bearer', token: 'token-of-the-test' }
const hmac: ProtocolAuth = { kind: 'hmac', secret: 'secret-of-the-test' }
const provider = sandboxProvider({ world: contractWorld(), clock })

function ask(request: Partial<ProviderRequest>, auth: ProtocolAuth = bearer, behind = provider) {
  const whole = { method: 'GET', path: '/v1/incidents', query: '', headers: {}, ...request }
  return answerProviderRequest({ provider: behind, auth, clock }, whole)
}

const authorized = { authorization: 'Bearer token-of-the-test' }

describe('the provider server', () => {
  it.each<[string, Partial<ProviderRequest>, number]>([
    ['an unknown address', { path: '/v1/payments' }, 404],
    ['a merchant it does not know', { path: '/v1/merchants/M9' }, 404],
    ['a merchant id that is not encoded text', { path: '/v1/merchants/%E0%A4%A' }, 404],
    ['a deeper address', { path: '/v1/merchants/M1/payouts' }, 404],
    ['another method', { method: 'POST' }, 405],
    ['an unknown parameter', { path: '/v1/transactions', query: 'pan=1' }, 400],
    ['a parameter twice', { path: '/v1/transactions', query: 'rrn=1&rrn=2' }, 400],
    ['an empty parameter', { path: '/v1/transactions', query: 'rrn=' }, 400],
    ['a limit of none', { path: '/v1/transactions', query: 'limit=0' }, 400],
    ['a limit over its most', { path: '/v1/transactions', query: 'limit=101' }, 400],
    ['an amount in yuan', { path: '/v1/transactions', query: 'amountMinor=10.5' }, 400],
    ['a time without an offset', { path: '/v1/transactions', query: 'from=2026-11-20T10:00' }, 400],
    ['a key named __proto__', { path: '/v1/transactions', query: '__proto__=1' }, 400],
    ['a good question', { path: '/v1/transactions', query: 'rrn=123456789012&limit=1' }, 200],
    ['a merchant it knows', { path: '/v1/merchants/M1' }, 200],
  ])('answers %s', async (_case, request, status) => {
    expect(await ask({ ...request, headers: authorized })).toMatchObject({ status })
  })

  it.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['an empty token', { authorization: 'Bearer ' }],
    ['another token', { authorization: 'Bearer token-of-the-tesT' }],
    ['part of the token', { authorization: 'Bearer token' }],
    ['another scheme', { authorization: 'Basic token-of-the-test' }],
    [
      'a signature instead',
      authHeaders(hmac, { method: 'GET', target: '/v1/incidents', body: '' }, contractNow),
    ],
  ])('tells nothing to a caller with %s', async (_case, headers) => {
    expect(await ask({ headers })).toEqual({ status: 401, body: { error: 'not authentic' } })
    expect(await ask({ headers, path: '/nowhere' })).toMatchObject({ status: 401 })
  })

  const signed = { method: 'GET', target: '/v1/transactions?rrn=123456789012', body: '' }
  const minutes = (count: number) => new Date(contractNow.getTime() + count * 60_000)

  it.each<[string, Record<string, string>, number]>([
    ['right and fresh', authHeaders(hmac, signed, contractNow), 200],
    ['five minutes old', authHeaders(hmac, signed, minutes(-5)), 200],
    ['six minutes old', authHeaders(hmac, signed, minutes(-6)), 401],
    ['from the future', authHeaders(hmac, signed, minutes(6)), 401],
    [
      'of another query',
      authHeaders(hmac, { ...signed, target: '/v1/transactions?rrn=2' }, contractNow),
      401,
    ],
    ['of another method', authHeaders(hmac, { ...signed, method: 'POST' }, contractNow), 401],
    ['of another body', authHeaders(hmac, { ...signed, body: '{}' }, contractNow), 401],
    ['by another secret', authHeaders({ kind: 'hmac', secret: 'x' }, signed, contractNow), 401],
    ['not a signature', { 'x-signature': 't=1,v1=zz' }, 401],
    ['the secret itself', { authorization: 'Bearer secret-of-the-test' }, 401],
  ])('judges a signature: %s', async (_case, headers, status) => {
    const request = { path: '/v1/transactions', query: 'rrn=123456789012', headers }
    expect(await ask(request, hmac)).toMatchObject({ status })
  })

  it('signs time, method, address and body with HMAC SHA-256', () => {
    const headers = authHeaders(
      { kind: 'hmac', secret: 'secret' },
      { method: 'GET', target: '/v1/transactions?rrn=123456789012&limit=2', body: '' },
      new Date('2026-11-23T02:00:00Z'),
    )
    expect(headers['x-signature']).toBe(
      't=1795399200,v1=87751198015d6523de483387d5f747b25559973cc9f32fc63a3dc588637f6bc4',
    )
  })

  it('says only that something broke, not what', async () => {
    const breaking: PaymentProvider = {
      ...provider,
      incidents: () => Promise.reject(new TypeError('a secret detail')),
    }
    expect(await ask({ headers: authorized }, bearer, breaking)).toEqual({
      status: 500,
      body: { error: 'internal error' },
    })
  })

  it('answers over a socket with JSON that nobody keeps', async () => {
    const server = await listenProvider({ provider, auth: bearer, clock })
    const reply = await fetch(`${server.url}/v1/incidents`, { headers: authorized })
    expect(reply.headers.get('content-type')).toContain('application/json')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(await reply.json()).toMatchObject({ incidents: [{ id: 'I-1' }] })
    await server.close()
  })

  it('refuses to start where another listens', async () => {
    const server = await listenProvider({ provider, auth: bearer, clock })
    const port = Number(new URL(server.url).port)
    await expect(listenProvider({ provider, auth: bearer, clock, port })).rejects.toThrow(
      'EADDRINUSE',
    )
    await server.close()
  })
})

describe('a query', () => {
  it('survives the way through an address', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      .filter((value) => value.length <= 100)
    const query = fc.record(
      {
        merchantId: text,
        id: text,
        rrn: text,
        orderNo: text,
        terminalId: text,
        last4: text,
        amountsMinor: fc.array(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), {
          minLength: 1,
          maxLength: 5,
        }),
        from: fc.constant('2026-11-20T15:20:00+08:00'),
        limit: fc.integer({ min: 1, max: 100 }),
      },
      { requiredKeys: ['limit'] },
    )
    fc.assert(
      fc.property(query, (asked) => {
        const address = writeQuery(asked).toString()
        expect(readQuery(new URLSearchParams(address))).toEqual({ query: asked })
      }),
    )
  })
})
