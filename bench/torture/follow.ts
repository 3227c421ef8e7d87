import { setTimeout as pause } from 'node:timers/promises'
import WebSocket from 'ws'
import { type ActivitySet, askOnce, base, type Net } from './direct-line.ts'

/** What a customer's page has shown of its conversation. */
export interface Follower {
  /** Ids in the order they were first shown. */
  seen(): string[]
  /** When the first answer to this message was shown, as `performance.now()`. */
  answeredAt(id: string): number | undefined
  /** Resolves when this entry of the log was shown, or at that instant. */
  catchUp(lastId: string, until: number): Promise<void>
  close(): void
}

export interface Line {
  conversationId: string
  token: string
  /** The first socket's address, as the service gave it. */
  streamUrl: string
}

const pollMs = 100
/** After so long without news a page looks for itself. */
const lookAgainMs = 2_000

/** Keeps what came, each once, with the watermark to go on from. */
function createView() {
  const order = new Set<string>()
  const answered = new Map<string, number>()
  let watermark = '0'

  function take({ activities, watermark: next }: ActivitySet): void {
    for (const { id, type, replyToId } of activities) {
      if (type !== 'message' || id === undefined) continue
      order.add(id)
      if (replyToId && !answered.has(replyToId)) answered.set(replyToId, performance.now())
    }
    if (next !== undefined) watermark = next
  }

  async function waitFor(id: string, until: number): Promise<void> {
    while (!order.has(id) && performance.now() < until) await pause(20)
  }

  return {
    take,
    waitFor,
    has: (id: string) => order.has(id),
    watermark: () => watermark,
    seen: () => [...order],
    answeredAt: (id: string) => answered.get(id),
  }
}

/** Asks again and again, any process, from its watermark on. */
export function followByPolling(net: Net, { conversationId, token }: Line): Follower {
  const view = createView()
  let open = true

  async function poll(): Promise<void> {
    while (open) {
      const path = `${base}/conversations/${conversationId}/activities?watermark=${view.watermark()}`
      const answer = await askOnce(await net.any(), { path, token })
      if (answer?.status === 200) view.take(answer.body)
      await pause(pollMs)
    }
  }

  void poll()
  return {
    ...view,
    catchUp: view.waitFor,
    close: () => {
      open = false
    },
  }
}

/** Holds a socket; when it is cut, comes back through any process with its watermark. */
export function followBySocket(net: Net, { conversationId, token, streamUrl }: Line): Follower {
  const view = createView()
  let open = true
  let socket: WebSocket | undefined

  function hold(url: string): void {
    const mine = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: 3_000 })
    socket = mine
    mine.on('message', (data) => {
      const text = String(data)
      if (text) view.take(JSON.parse(text))
    })
    mine.on('error', () => undefined)
    mine.on('close', () => {
      if (open && socket === mine) void comeBack()
    })
  }

  async function comeBack(): Promise<void> {
    const path = `${base}/conversations/${conversationId}?watermark=${view.watermark()}`
    while (open) {
      const answer = await askOnce(await net.any(), { path, token })
      if (answer?.status === 200) return hold(answer.body.streamUrl)
      await pause(50)
    }
  }

  hold(streamUrl)
  return {
    ...view,
    async catchUp(id, until) {
      while (!view.has(id) && performance.now() < until) {
        await view.waitFor(id, performance.now() + lookAgainMs)
        if (!view.has(id)) socket?.terminate()
      }
    },
    close: () => {
      open = false
      socket?.terminate()
    },
  }
}
