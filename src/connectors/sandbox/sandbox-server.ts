import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Failure } from '../../errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PaymentProvider } from '../../ports/payment-provider.ts'
import { incidentsPath, merchantsPath, readQuery, transactionsPath } from '../http/protocol.ts'
import { isAuthentic, type ProtocolAuth } from '../http/signature.ts'

export interface ProviderServerOptions {
  provider: PaymentProvider
  auth: ProtocolAuth
  clock: Clock
}

/** A request without its socket. Header names are in lower case. */
export interface ProviderRequest {
  method: string
  /** The path as it was sent, still encoded. */
  path: string
  /** The part after `?` as it was sent, without the `?`; empty when there is none. */
  query: string
  headers: Readonly<Record<string, string | undefined>>
  body?: string | undefined
}

export interface ProviderResponse {
  status: number
  /** Sent as JSON. */
  body: unknown
}

function refusal(status: number, error: string): ProviderResponse {
  return { status, body: { error } }
}

async function transactions(provider: PaymentProvider, text: string): Promise<ProviderResponse> {
  const read = readQuery(new URLSearchParams(text))
  if ('problem' in read) return refusal(400, read.problem)
  return { status: 200, body: { transactions: await provider.findTransactions(read.query) } }
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

async function merchant(provider: PaymentProvider, part: string): Promise<ProviderResponse> {
  const id = decoded(part)
  const file = id === undefined ? undefined : await provider.merchantFile(id)
  return file ? { status: 200, body: file } : refusal(404, 'no such merchant')
}

async function answer(
  provider: PaymentProvider,
  { path, query }: ProviderRequest,
): Promise<ProviderResponse> {
  if (path === transactionsPath) return transactions(provider, query)
  if (path === incidentsPath) {
    return { status: 200, body: { incidents: await provider.incidents() } }
  }
  const [, id] = new RegExp(`^${merchantsPath}/([^/]+)$`).exec(path) ?? []
  return id === undefined ? refusal(404, 'no such address') : merchant(provider, id)
}

function failed(error: unknown): ProviderResponse {
  const temporary = error instanceof Failure && error.retryable
  return temporary ? refusal(503, 'not available now') : refusal(500, 'internal error')
}

/**
 * Answers one request of the provider protocol from any provider. Never throws; says nothing to a
 * caller that does not prove who it is, and nothing of what went wrong inside.
 */
export async function answerProviderRequest(
  { provider, auth, clock }: ProviderServerOptions,
  request: ProviderRequest,
): Promise<ProviderResponse> {
  const { method, path, query, headers, body = '' } = request
  const target = query === '' ? path : `${path}?${query}`
  const parts = { method, target, body }
  if (!isAuthentic(auth, { headers, parts, now: clock.now() })) return refusal(401, 'not authentic')
  if (method !== 'GET') return refusal(405, 'only GET')
  try {
    return await answer(provider, request)
  } catch (error) {
    return failed(error)
  }
}

function asRequest({ method = '', url = '', headers }: IncomingMessage): ProviderRequest {
  const [path = '', ...rest] = url.split('?')
  const single = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ])
  return { method, path, query: rest.join('?'), headers: Object.fromEntries(single) }
}

function send(response: ServerResponse, { status, body }: ProviderResponse): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}

/** A running server: its address without a trailing slash, and how to end it. */
export interface RunningServer {
  url: string
  close(): Promise<void>
}

/** Serves a provider over HTTP; port 0 takes any free one. */
export function listenProvider(
  options: ProviderServerOptions & { port?: number | undefined; host?: string | undefined },
): Promise<RunningServer> {
  const { port = 0, host = '127.0.0.1' } = options
  const server = createServer((incoming, response) => {
    incoming.resume()
    void answerProviderRequest(options, asRequest(incoming)).then((reply) => send(response, reply))
  })
  server.requestTimeout = 10_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const taken = typeof address === 'object' ? address?.port : port
      resolve({
        url: `http://${host}:${taken}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}
