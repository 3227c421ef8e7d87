import type { Duplex } from 'node:stream'
import { directLineRoutes } from '../../src/channels/direct-line/routes.ts'
import { attachStream, type StreamOptions } from '../../src/channels/direct-line/stream.ts'
import { createTokens } from '../../src/channels/direct-line/tokens.ts'
import { inProcessFanOut } from '../../src/channels/fan-out.ts'
import { createLog } from '../../src/observability/log.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import { createWebServer, type WebServerOptions } from '../../src/web/server.ts'
import { createEchoBot, type EchoBot } from './echo-bot.ts'

export const secret = 'the-direct-line-secret-of-the-tests'
export const tokenKey = new TextEncoder().encode('0123456789abcdef0123456789abcdef')

export interface TestWebOptions extends Partial<WebServerOptions>, Partial<StreamOptions> {
  answer?: Parameters<typeof createEchoBot>[1]
}

/** A listening server with Direct Line and an echo bot behind it. */
export async function startTestWeb(given: TestWebOptions = {}) {
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } })
  const metrics = createMetrics({ processMetrics: false })
  const server = createWebServer({ log, metrics, rateLimits: false, ...given })
  const fanOut = inProcessFanOut()
  const bot: EchoBot = createEchoBot(fanOut, given.answer)
  const clock = { now: new Date() }
  const now = () => clock.now
  const tokens = createTokens({ key: tokenKey, now })
  const { store, inbox } = bot
  const directLine = { store, inbox, fanOut, tokens, secret, log, metrics, now, ...given }
  server.add(directLineRoutes({ ...directLine, limit: server.limit }))
  const stream = attachStream(server.http, { ...directLine, limit: server.limit })
  const sockets = new Set<Duplex>()
  server.http.on('upgrade', (_request, socket: Duplex) => sockets.add(socket))
  const port = await server.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  return {
    server,
    bot,
    fanOut,
    tokens,
    metrics,
    log,
    lines,
    clock,
    url,
    base: `${url}/v3/directline`,
    /** Cuts every web socket, as a lost network does. */
    dropSockets: () => {
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    stop: async () => {
      await stream.close()
      server.http.closeAllConnections()
      await server.close()
    },
  }
}

export type TestWeb = Awaited<ReturnType<typeof startTestWeb>>

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read what came, whatever it is.
  body: any
  headers: Headers
}

/** Calls a route with JSON and an optional bearer token. */
export async function call(
  url: string,
  options: { method?: string; token?: string; body?: unknown; headers?: HeadersInit } = {},
): Promise<Answer> {
  const headers = new Headers(options.headers)
  if (options.token) headers.set('authorization', `Bearer ${options.token}`)
  const init: RequestInit = { method: options.method ?? 'GET', headers }
  if (options.body !== undefined) {
    headers.set('content-type', 'application/json')
    init.body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body)
  }
  const response = await fetch(url, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') && text !== ''
  return {
    status: response.status,
    body: isJson ? JSON.parse(text) : text,
    headers: response.headers,
  }
}

export const post = (url: string, token: string | undefined, body: unknown): Promise<Answer> =>
  call(url, { method: 'POST', body, ...(token && { token }) })
