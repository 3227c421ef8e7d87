import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Talk } from './load.ts'
import { postJson } from './post-json.ts'

let count = 0

/** The same sentence as our own turns carry, as a channel would send it. */
function activity(serviceUrl: string, conversationId: string) {
  count += 1
  return {
    type: 'message',
    id: `a${count}`,
    channelId: 'emulator',
    serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: 'user1', name: 'User' },
    recipient: { id: 'bot1', name: 'Bot' },
    conversation: { id: conversationId },
    text: '10000元尾号6225的那笔什么时候到账',
    textFormat: 'plain',
    locale: 'zh-CN',
  }
}

/** Conversations whose answer comes back in the HTTP response. */
export function inlineTalks(base: string, deliveryMode: 'expectReplies' | undefined) {
  return async function open(): Promise<Talk> {
    const conversationId = `c${count}`
    return {
      async turn() {
        const startedAt = performance.now()
        const body = { ...activity(base, conversationId), ...(deliveryMode && { deliveryMode }) }
        const { activities } = await postJson({ url: `${base}/api/messages`, body })
        if (!Array.isArray(activities) || activities.length !== 1) throw new Error('no echo')
        return performance.now() - startedAt
      },
      close() {},
    }
  }
}

/** Where a bot that answers by call-back posts to: a small server that says 200. */
export async function startCollector() {
  const waiting = new Map<string, () => void>()
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"id":"1"}')
      waiting.get(request.url?.split('/').at(-1) ?? '')?.()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Listening on a port, the address is an object.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    /** Resolves when the answer to an activity has come. */
    answered: (activityId: string) =>
      new Promise<void>((resolve) => waiting.set(activityId, resolve)).finally(() =>
        waiting.delete(activityId),
      ),
    close: () => server.closeAllConnections(),
    stop: () => server.close(),
  }
}

export type Collector = Awaited<ReturnType<typeof startCollector>>

/** Conversations whose answer comes by call-back; the turn ends when it has arrived. */
export function callbackTalks(base: string, collector: Collector) {
  return async function open(): Promise<Talk> {
    const conversationId = `c${count}`
    return {
      async turn() {
        const startedAt = performance.now()
        const body = activity(collector.url, conversationId)
        const answered = collector.answered(body.id).then(() => performance.now() - startedAt)
        await postJson({ url: `${base}/api/messages`, body })
        return answered
      },
      close() {},
    }
  }
}
