import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { type DeskTopic, deskTopics, signedOutCode, signInsTopic } from '../ports/desk-topics.ts'
import type { FanOut } from '../ports/fan-out.ts'
import { type Access, requireOwnPassword } from './api/access.ts'
import type { Caller } from './api/operation.ts'
import { Refusal } from './refusal.ts'
import type { Sessions } from './sign-in/sessions.ts'
import { heartbeat, type SocketDoor, sendFrame, socketDoor } from './sockets.ts'

export interface DeskStreamOptions {
  fanOut: Pick<FanOut, 'subscribe'>
  /** Lets in who may read the desk. Throws `Refusal` 401 or 403. */
  access: Access
  /** Whether who was let in may stay. */
  sessions: Pick<Sessions, 'counts'>
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
    serve: (socket, caller) => serve(socket, caller, options),
  })
}

/** Before anything else: a page elsewhere must not read with a visitor's cookie. */
async function admit(request: IncomingMessage, options: DeskStreamOptions): Promise<Caller> {
  const { headers } = request
  const own = options.publicUrl ?? `http://${headers.host ?? ''}`
  const { origin } = headers
  const isOurs = origin !== undefined && hostOf(origin) === hostOf(own)
  if (headers.authorization === undefined && !isOurs) {
    throw new Refusal(403, 'WrongOrigin', 'Open the stream from our own console.')
  }
  const caller = await options.access({ method: 'GET', headers, origin: own })
  requireOwnPassword(caller)
  return caller
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

type Frame = { news: DeskTopic } | { news: 'conversation' | 'typing'; id: string }

function serve(socket: WebSocket, caller: Caller, options: DeskStreamOptions): void {
  const { fanOut, pingMs = 25_000 } = options
  const send = (frame: Frame) => sendFrame(socket, frame, mostBuffered)
  const topics = Object.entries(deskTopics).map(([news, id]) =>
    fanOut.subscribe(id, { wake: () => send({ news: news as DeskTopic }), typing: () => {} }),
  )
  const look = () => void endIfSignedOut(socket, caller, options.sessions)
  const signIns = fanOut.subscribe(signInsTopic, { wake: look, typing: () => {} })
  const followed = new Map<string, () => void>()
  // What another process told may be lost, and a sign-in that grows old is told by nobody.
  const beat = heartbeat(socket, pingMs, look)
  socket.on('message', (data) => follow(String(data)))
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    clearInterval(beat)
    for (const end of [...topics, signIns, ...followed.values()]) end()
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

/** The admin token stays good for as long as the process lives. */
async function endIfSignedOut(
  socket: WebSocket,
  { session }: Caller,
  sessions: DeskStreamOptions['sessions'],
): Promise<void> {
  if (!session) return
  // A store that does not answer ends nothing: the next ping asks again.
  const counts = await sessions.counts(session.idHash).catch(() => true)
  if (!counts) socket.close(signedOutCode, 'signed out')
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
