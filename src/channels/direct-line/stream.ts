import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { atMost } from '../../at-most.ts'
import { Refusal } from '../../web/refusal.ts'
import { heartbeat, sendFrame, socketDoor } from '../../web/sockets.ts'
import { checkOrigin } from './access.ts'
import type { DirectLineDependencies } from './dependencies.ts'
import { channel } from './dependencies.ts'
import type { StreamToken } from './tokens.ts'
import { activitySet, pageSize } from './watermark.ts'

export interface StreamOptions extends DirectLineDependencies {
  /** Pages that may open a socket, as origins; absent: any (the token is the key). */
  allowedOrigins?: readonly string[] | undefined
  /** Who takes sockets at other addresses, by path. */
  others?: ReadonlyMap<string, UpgradeHandler> | undefined
  /** Milliseconds between pings; each also reads on, in case a wake-up was lost. Default 25 s. */
  pingMs?: number | undefined
}

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export interface StreamServer {
  /**
   * Lets every socket read what is stored, then closes it with 1012 (service restart): clients come
   * back by themselves, and not to here.
   */
  close(): Promise<void>
}

const path = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/
/** Bytes a reader may lag behind before it has to come back with its watermark. */
const mostBuffered = 1024 * 1024
const retryMs = 1_000
/** At a stop: the longest wait for readers to catch up. */
const catchUpMs = 1_000

/** Serves `GET /v3/directline/conversations/:id/stream` on the server's `upgrade` event. */
export function attachStream(http: Server, options: StreamOptions): StreamServer {
  const followers = new Set<Follower>()
  const door = socketDoor({
    maxPayload: 4096,
    admit: (request) => authorise(request, options),
    serve(socket, token) {
      const follower = serve(socket, token, options)
      followers.add(follower)
      socket.on('close', () => followers.delete(follower))
    },
  })
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const other = options.others?.get(request.url?.split('?')[0] ?? '')
    const upgrade = other ?? door.upgrade
    upgrade(request, socket, head)
  })
  const allCaughtUp = () =>
    atMost(catchUpMs, Promise.all([...followers].map((each) => each.caughtUp())))
  return { close: () => door.close(allCaughtUp) }
}

async function authorise(request: IncomingMessage, options: StreamOptions): Promise<StreamToken> {
  const address = URL.parse(request.url ?? '', 'http://host')
  const conversationId = path.exec(address?.pathname ?? '')?.[1]
  if (!address || !conversationId)
    throw new Refusal(404, 'NotFound', 'There is no socket at this address.')
  const ticket = address.searchParams.get('t')
  if (!ticket) throw new Refusal(401, 'MissingToken', 'Use the streamUrl as it was given.')
  const token = await options.tokens.verifyStream(ticket)
  if (token.conv !== conversationId) throw new Refusal(404, 'BadArgument', 'No such conversation.')
  checkOrigin(request.headers.origin, token.origins ?? options.allowedOrigins)
  const row = await options.store.conversation(conversationId)
  if (row?.channel !== channel) throw new Refusal(404, 'BadArgument', 'No such conversation.')
  return token
}

/** Replays from the token's watermark, then follows the conversation until the socket closes. */
function serve(socket: WebSocket, token: StreamToken, options: StreamOptions): Follower {
  const { fanOut, metrics } = options
  const follower = createFollower(socket, token, options)
  const unsubscribe = fanOut.subscribe(token.conv, {
    wake: follower.readOn,
    typing: (activity) => sendFrame(socket, { activities: [activity] }, mostBuffered),
    reached: follower.reached,
  })
  const beat = heartbeat(socket, options.pingMs ?? 25_000, follower.readOn)
  metrics.sockets.inc()
  // What a client sends is its keep-alive; messages come by POST.
  socket.on('message', () => {})
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    clearInterval(beat)
    follower.stop()
    unsubscribe()
    metrics.sockets.dec()
  })
  follower.readOn()
  return follower
}

interface Follower {
  readOn(): void
  /** The last sequence number sent. */
  reached(): number
  /** Resolves when all that is stored by now has been sent. */
  caughtUp(): Promise<void>
  stop(): void
}

/** One reader per socket: reads one page at a time, so that order is the log's order. */
function createFollower(socket: WebSocket, token: StreamToken, options: StreamOptions): Follower {
  let seq = token.from
  let reading = false
  let wanted = false
  let retry: NodeJS.Timeout | undefined
  const idleWaiters: (() => void)[] = []

  const readAll = async () => {
    do {
      wanted = false
      const logged = await options.store.activitiesAfter(token.conv, seq, pageSize)
      const last = logged.at(-1)
      if (!last) continue
      const set = activitySet(logged, seq)
      seq = last.seq
      wanted ||= logged.length === pageSize
      if (set.activities.length > 0) sendFrame(socket, set, mostBuffered)
    } while (wanted && socket.readyState === socket.OPEN)
  }
  const readOn = () => {
    wanted = true
    if (reading || socket.readyState !== socket.OPEN) return
    reading = true
    clearTimeout(retry)
    readAll()
      .catch(() => {
        wanted = false
        options.log.warn('stream_read_failed', { conversationId: token.conv })
        retry = setTimeout(readOn, retryMs)
      })
      .finally(() => {
        reading = false
        if (wanted && socket.readyState === socket.OPEN) return readOn()
        for (const tell of idleWaiters.splice(0)) tell()
      })
  }
  return {
    readOn,
    reached: () => seq,
    caughtUp: () => {
      readOn()
      return reading ? new Promise((resolve) => idleWaiters.push(resolve)) : Promise.resolve()
    },
    stop: () => clearTimeout(retry),
  }
}
