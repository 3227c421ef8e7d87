import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** One call a bot made to the service. */
export interface Posted {
  path: string
  headers: IncomingMessage['headers']
  // biome-ignore lint/suspicious/noExplicitAny: tests read what came, whatever it is.
  body: any
}

/** How the service answers a call: as it should, or badly. */
export type ServiceAnswer =
  | 'ok'
  /** Takes the call, and the connection breaks before the answer. */
  | 'reset'
  /** Takes the call and says nothing. */
  | 'silence'
  | { status: number; headers?: Record<string, string>; body?: string }

/** A Bot Framework service of our own on loopback; `answer` decides what each call meets. */
export async function startBotService(
  answer: (posted: Posted, count: number) => ServiceAnswer | Promise<ServiceAnswer> = () => 'ok',
) {
  const posted: Posted[] = []
  const server = createServer((request, response) => {
    receive(request)
      .then(async (call) => {
        posted.push(call)
        respond(response, await answer(call, posted.length), posted.length)
      })
      .catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    posted,
    texts: () => posted.map(({ body }) => String(body.text)),
    deliveryIds: () => posted.map(({ body }) => String(body.channelData?.deliveryId)),
    /** Resolves when so many calls have come, whatever they were answered. */
    async whenPosted(count: number): Promise<void> {
      while (posted.length < count) await pause(5)
    },
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function receive(request: IncomingMessage): Promise<Posted> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += part
  const body = text === '' ? {} : JSON.parse(text)
  return { path: request.url ?? '', headers: request.headers, body }
}

function respond(response: ServerResponse, answer: ServiceAnswer, count: number): void {
  if (answer === 'silence') return
  if (answer === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const { status, headers, body } =
    answer === 'ok' ? { status: 200, headers: {}, body: `{"id":"service-${count}"}` } : answer
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body ?? '{"error":{"code":"Some","message":"words of the service"}}')
}

/** What the service sends the bot when a customer writes. */
export function customerSays(
  text: string,
  { serviceUrl, id, conversation = '19:abc@thread' }: Record<string, string>,
) {
  return {
    type: 'message',
    id,
    channelId: 'emulator',
    serviceUrl,
    conversation: { id: conversation },
    from: { id: 'user-1', name: 'Li', role: 'user' },
    recipient: { id: 'bot-1', name: 'Daozhang', role: 'bot' },
    locale: 'en',
    text,
  }
}
