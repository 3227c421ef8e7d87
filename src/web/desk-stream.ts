import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { type DeskTopic, deskTopics } from '../ports/desk-topics.ts'
import type { FanOut } from '../ports/fan-out.ts'
import { Refusal } from './refusal.ts'
import { heartbeat, type SocketDoor, sendFrame, socketDoor } from './sockets.ts'

export interface DeskStreamOptions {
  fanOut: Pick<FanOut, 'subscribe'>
  /** Lets in who may read the desk. Throws `Refusal` 401 or 403. */
  access(request: { method: 'GET'; headers: IncomingHttpHeaders; origin: string }): unknown
  /** How clients reach this server; absent: by the host they named. */
  publicUrl?: string | undefined
  /** Milliseconds between pings. Default 25 s. */
  pingMs?: number | undefined
}

/** Takes an upgrade to `deskStreamPath`; at the end, sends every console elsewhere. */
export type DeskStream = SocketDoor

export const deskStreamPath = '/api/v1/desk/stream'

/** A console follows what it shows; more than this is a mistake. */
const mostFollowed = 100
/** A console that reads so little is better off with a new socket. */
const mostBuffered = 256 * 1024

const told = z.object({ follow: z.array(z.string().max(2000)).max(mostFollowed) })

/** Live news for consoles: ids only; what has changed is read by the API. */
export function createDeskStream(options: DeskStreamOptions): DeskStream {
  return socketDoor({
    maxPayload: 64 * 1024,
    admit: (request) => admit(request, options),
    serve: (socket) => serve(socket, options),
  })
}

/** Before anything else: a page elsewhere must not read with a visitor's cookie. */
async function admit(request: IncomingMessage, options: DeskStreamOptions): Promise<void> {
  const { headers } = request
  const own = options.publicUrl ?? `http://${headers.host ?? ''}`
  const { origin } = headers
  const isOurs = origin !== undefined && hostOf(origin) === hostOf(own)
  if (headers.authorization === undefined && !isOurs) {
    throw new Refusal(403, 'WrongOrigin', 'Open the stream from our own console.')
  }
  await options.access({ method: 'GET', headers, origin: own })
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

type Frame = { news: DeskTopic } | { news: 'conversation' | 'typing'; id: string }

function serve(socket: WebSocket, { fanOut, pingMs = 25_000 }: DeskStreamOptions): void {
  const send = (frame: Frame) => sendFrame(socket, frame, mostBuffered)
  const topics = Object.entries(deskTopics).map(([news, id]) =>
    fanOut.subscribe(id, { wake: () => send({ news: news as DeskTopic }), typing: () => {} }),
  )
  const followed = new Map<string, () => void>()
  const beat = heartbeat(socket, pingMs)
  socket.on('message', (data) => follow(String(data)))
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    clearInterval(beat)
    for (const end of [...topics, ...followed.values()]) end()
  })

  /** From now on these, and only these. */
  function follow(text: string): void {
    const wanted = new Set(read(text))
    for (const [id, end] of followed) {
      if (wanted.has(id)) continue
      end()
      followed.delete(id)
    }
    for (const id of wanted) if (!followed.has(id)) followed.set(id, subscribe(id))
  }

  function subscribe(id: string): () => void {
    return fanOut.subscribe(id, {
      wake: () => send({ news: 'conversation', id }),
      typing: (activity) => {
        if (isCustomer(activity.from)) send({ news: 'typing', id })
      },
    })
  }
}

/** What is no list of ids follows nothing. */
function read(text: string): string[] {
  try {
    return told.parse(JSON.parse(text)).follow
  } catch {
    return []
  }
}

function isCustomer(from: unknown): boolean {
  return typeof from === 'object' && from !== null && 'role' in from && from.role === 'user'
}
