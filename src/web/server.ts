import { randomUUID } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import pino from 'pino'
import restify from 'restify'
import { Failure } from '../errors.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import type { RateLimit } from '../ports/rate-limit.ts'
import { asRefusal, brokenRefusal, failed, send } from './answer.ts'
import { corsHeaders, isPreflight } from './cors.ts'
import { notTaken, type Pressure } from './pressure.ts'
import { createRateLimit, unlimited } from './rate-limit.ts'
import { readJson } from './read-json.ts'
import { Refusal, tooMany } from './refusal.ts'
import type { Reply } from './reply.ts'
import type { Route, WebRequest } from './request.ts'
import { isHost } from './same-origin.ts'

export interface WebServerOptions {
  log: Log
  metrics: Metrics
  /** False for load and torture runs. */
  rateLimits: boolean
  /** How clients reach us, when it is not the `Host` header: `https://support.example`. */
  publicUrl?: string | undefined
  /** Takes the client's address from the last `X-Forwarded-For` entry. */
  trustProxy?: boolean | undefined
  /** Milliseconds for rate limits; default the monotonic clock. */
  rateClock?: (() => number) | undefined
  /** Makes the limit of this process one that all processes share. */
  shareLimit?: ((local: RateLimit) => RateLimit) | undefined
  /** Whether new work is taken; absent: always. */
  pressure?: Pressure | undefined
}

export interface WebServer {
  add(routes: readonly Route[]): void
  /** All that were added. */
  routes: readonly Route[]
  /** For `takeLimit`. */
  limit: RateLimit
  /** For `upgrade` listeners. */
  http: HttpServer
  /** Resolves to the port. */
  listen(port: number, host: string): Promise<number>
  /** Stops accepting, lets requests under way end, for a moment. */
  close(): Promise<void>
}

type Request = restify.Request
type Response = restify.Response
type RestifyError = [Request, Response, unknown, () => void]

/** The HTTP server: restify, with guards before it and one place where answers are written. */
export function createWebServer(options: WebServerOptions): WebServer {
  const server = restify.createServer({
    name: '',
    // restify logs whole responses with their headers; it gets a logger that says nothing.
    log: pino({ level: 'silent' }) as never,
    ignoreTrailingSlash: true,
    // Ids of other systems are long and longer in a path; Node limits the whole head to 16 KiB.
    maxParamLength: 16_384,
  })
  const limit = limitOf(options)
  const mounted: Route[] = []
  setTimeouts(server.server)
  server.pre(goodbye(options.pressure))
  if (options.publicUrl?.startsWith('https:')) server.pre(stayOnTls)
  server.pre(guard)
  server.on('restifyError', (...[request, response, error, done]: RestifyError) => {
    send(response, failed(asRefusal(error), startRequest(request)))
    done()
  })

  return {
    limit,
    http: server.server,
    routes: mounted,
    add: (routes) => {
      mounted.push(...routes)
      for (const route of routes) mount(server, route, { ...options, limit })
    },
    listen: (port, host) => listen(server, port, host),
    close: () => close(server.server),
  }
}

function limitOf({ rateLimits, rateClock, shareLimit }: WebServerOptions): RateLimit {
  if (!rateLimits) return unlimited
  const local = createRateLimit(rateClock ?? (() => performance.now()))
  return shareLimit ? shareLimit(local) : local
}

/** While stopping, a kept-alive connection ends with its next answer: the client moves on. */
function goodbye(pressure: Pressure | undefined) {
  return (_request: Request, response: Response, next: restify.Next): void => {
    if (pressure?.isStopping()) response.setHeader('connection', 'close')
    next()
  }
}

/** A year: a browser that has been here once asks for nothing over an open line. */
const strictTransport = 'max-age=31536000'

function stayOnTls(_request: Request, response: Response, next: restify.Next): void {
  response.setHeader('strict-transport-security', strictTransport)
  next()
}

/** A slow client may hold a socket, never for long. */
function setTimeouts(http: HttpServer): void {
  http.headersTimeout = 10_000
  http.requestTimeout = 30_000
  http.keepAliveTimeout = 20_000
  http.maxHeadersCount = 100
  http.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
}

/**
 * Before routing, what restify would die of: a compressed body can kill its reader, and an address
 * it cannot read (`Host: a"b`) throws in its router, where nothing catches it.
 */
function guard(request: Request, response: Response, next: restify.Next): void {
  const requestId = startRequest(request)
  for (const [name, value] of Object.entries(corsHeaders(request))) response.setHeader(name, value)
  const encoding = request.headers['content-encoding']
  if (!hasReadableAddress(request)) {
    const message = 'The Host header or the address of the request cannot be read.'
    send(response, failed(new Refusal(400, 'BadRequest', message), requestId))
    next(false)
  } else if (isPreflight(request)) {
    send(response, { status: 204, type: 'text/plain', body: '' })
    next(false)
  } else if (encoding !== undefined && encoding !== 'identity') {
    const message = 'Compressed bodies are not accepted. Leave out the Content-Encoding header.'
    send(response, failed(new Refusal(415, 'UnsupportedEncoding', message), requestId))
    next(false)
  } else {
    // Node sends no body to a HEAD, whatever is written.
    if (request.method === 'HEAD') request.method = 'GET'
    next()
  }
}

function hasReadableAddress(request: Request): boolean {
  try {
    return Boolean(request.getUrl())
  } catch {
    return false
  }
}

interface Edge extends WebServerOptions {
  limit: RateLimit
}

function mount(server: restify.Server, route: Route, edge: Edge): void {
  const register = route.method === 'GET' ? server.get.bind(server) : server.post.bind(server)
  register(route.path, (request: Request, response: Response, next: restify.Next) => {
    answer(route, webRequest(request, edge), edge).then((reply) => {
      if (!response.headersSent) send(response, reply)
      next(false)
    }, next)
  })
}

/** Runs a route. Never rejects: whatever is thrown becomes a reply. */
async function answer(route: Route, request: WebRequest, edge: Edge): Promise<Reply> {
  const startedAt = performance.now()
  const leave = edge.pressure?.enter()
  let reply: Reply
  try {
    checkPressure(route, edge.pressure)
    await takeLimit(edge.limit, route.limit ?? 'address', request.address)
    reply = await route.handler(request)
  } catch (error) {
    reply = refusedOrBroken(error, request, edge)
  } finally {
    leave?.()
  }
  const { metrics } = edge
  metrics.requests.inc({ method: route.method, route: route.path, status: String(reply.status) })
  metrics.requestSeconds.observe({ route: route.path }, (performance.now() - startedAt) / 1000)
  return reply
}

/** Before anything is done or read: an overload must not be fed by its refusals. */
function checkPressure(route: Route, pressure: Pressure | undefined): void {
  const isWork = route.method === 'POST' || route.path.startsWith('/api/')
  const whenBusy = route.whenBusy ?? (isWork ? 503 : 'serve')
  const refusal = whenBusy === 'serve' || !pressure ? undefined : notTaken(pressure, whenBusy)
  if (refusal) throw refusal
}

/** Throws `Refusal` 429 when the bucket of `key` is empty. */
export async function takeLimit(
  limit: RateLimit,
  bucket: Route['limit'],
  key: string,
): Promise<void> {
  if (bucket === undefined || bucket === 'none') return
  const wait = await limit(bucket, key)
  if (wait > 0) throw tooMany(wait)
}

function refusedOrBroken(error: unknown, request: WebRequest, edge: Edge): Reply {
  const refusal = error instanceof Refusal ? error : undefined
  if (refusal) {
    edge.metrics.refused.inc({ code: refusal.code })
    return failed(refusal, request.id)
  }
  const code = error instanceof Failure ? error.code : undefined
  const name = error instanceof Error ? error.name : 'unknown'
  edge.log.error('request_failed', { code, error: name, requestId: request.id })
  return failed(brokenRefusal(error), request.id)
}

const requestIds = new WeakMap<object, string>()

function startRequest(request: Request): string {
  const known = requestIds.get(request)
  if (known) return known
  const id = randomUUID()
  requestIds.set(request, id)
  return id
}

function webRequest(request: Request, edge: Edge): WebRequest {
  return {
    id: startRequest(request),
    method: request.method ?? '',
    params: request.params ?? {},
    query: new URLSearchParams(String(request.getQuery() ?? '')),
    headers: request.headers,
    address: addressOf(request, edge.trustProxy ?? false),
    origin: edge.publicUrl ?? originOf(request),
    json: (bytes) => readJson(request, bytes),
    raw: request,
  }
}

function addressOf(request: Request, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return last || (request.socket.remoteAddress ?? 'unknown')
}

/** A made-up `Host` reaches only the client that made it up; it must still look like a host. */
function originOf(request: Request): string {
  const host = request.headers.host ?? ''
  return `http://${isHost(host) ? host : 'localhost'}`
}

function listen(server: restify.Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    // restify passes the error on; unheard it would end the process with a stack trace.
    server.once('error', (error: Error) => reject(cannotListen(error)))
    server.listen(port, host, () => resolve(server.address().port))
  })
}

const whyNot: Record<string, string> = {
  EADDRINUSE: 'PORT: the port is in use. Accepted: a free port, or 0 for any.',
  EACCES: 'PORT: the port is reserved. Accepted: a port of 1024 or more, or 0 for any.',
  EADDRNOTAVAIL: 'HOST: this machine has no such address. Accepted: 127.0.0.1, 0.0.0.0 or its own.',
  ENOTFOUND:
    'HOST: this name is not known. Accepted: 127.0.0.1, 0.0.0.0 or an address of this machine.',
}

function cannotListen(error: Error): Error {
  const why = 'code' in error ? whyNot[String(error.code)] : undefined
  return why ? new Failure('config_invalid', why, { cause: error }) : error
}

/** The turns have ended by now: what is still open is a slow body or a poll. */
const closeMs = 1_500

/**
 * How long kept-alive connections get to end by themselves: a published client polls each second, its
 * next answer says goodbye, and one poll that meets a closed door would end its polling for good.
 */
const lingerMs = 1_200
const lookMs = 25

async function untilUnused(http: HttpServer): Promise<void> {
  const startedAt = performance.now()
  while (performance.now() - startedAt < lingerMs && (await openConnections(http)) > 0) {
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
}

function openConnections(http: HttpServer): Promise<number> {
  return new Promise((resolve) => {
    http.getConnections((error, count) => resolve(error ? 0 : count))
  })
}

async function close(http: HttpServer): Promise<void> {
  await untilUnused(http)
  await end(http)
}

function end(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => http.closeAllConnections(), closeMs)
    http.close(() => {
      clearTimeout(hurry)
      resolve()
    })
    http.closeIdleConnections()
  })
}
