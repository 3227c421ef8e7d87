import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { atMost } from '../at-most.ts'
import { Refusal } from './refusal.ts'

export interface SocketDoor {
  /** Takes an `upgrade` of the server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Lets nobody in any more, and closes every socket with 1012 (service restart) after `last`. */
  close(last?: () => Promise<unknown>): Promise<void>
}

export interface SocketDoorOptions<Admitted> {
  /** The longest message of a client, in bytes. */
  maxPayload: number
  /** Says who comes. Throws `Refusal`. */
  admit(request: IncomingMessage): Promise<Admitted>
  serve(socket: WebSocket, admitted: Admitted): void
}

/** At a stop: the longest wait for clients to say goodbye. */
const goodbyeMs = 500

/** Web sockets on the server's `upgrade` event: a refusal is answered in HTTP, before there is one. */
export function socketDoor<Admitted>(options: SocketDoorOptions<Admitted>): SocketDoor {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxPayload })
  let closing = false
  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      options.admit(request).then(
        (admitted) =>
          closing
            ? refuse(socket, undefined)
            : sockets.handleUpgrade(request, socket, head, (open) => options.serve(open, admitted)),
        (error: unknown) => refuse(socket, error),
      )
    },
    async close(last) {
      closing = true
      await last?.()
      await atMost(goodbyeMs, Promise.all([...sockets.clients].map(sayGoodbye)))
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}

const reasons: Record<number, string> = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' }

function refuse(socket: Duplex, error: unknown): void {
  const status = error instanceof Refusal ? error.status : 503
  const reason = reasons[status] ?? 'Service Unavailable'
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function sayGoodbye(client: WebSocket): Promise<unknown> {
  const gone = once(client, 'close').catch(() => {})
  client.close(1012, 'restart')
  return gone
}

/** Pings; a socket that did not answer the last ping is dead. `onBeat` runs with each ping. */
export function heartbeat(socket: WebSocket, pingMs: number, onBeat?: () => void): NodeJS.Timeout {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  return setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
    onBeat?.()
  }, pingMs)
}

/** Sends JSON. Who lags further behind than `mostBuffered` bytes has to come back. */
export function sendFrame(socket: WebSocket, frame: object, mostBuffered: number): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > mostBuffered) socket.terminate()
  else socket.send(JSON.stringify(frame))
}
