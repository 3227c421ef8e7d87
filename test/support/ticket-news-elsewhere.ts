import { expect, onTestFinished } from 'vitest'
import { customerSays, type ServiceAnswer, startBotService } from './bot-service.ts'
import { type RealServer, startServer } from './real-server.ts'
import { call, post } from './web.ts'

const adminToken = 'the-admin-token-of-the-tests'
const conversation = '19:abc@thread'
const id = `emulator:${conversation}`

/**
 * A customer of a Bot Framework channel whose ticket is moved at the desk, on a real process that can
 * be killed in the instant in which a piece of news has arrived there and is not marked as sent yet.
 */
export async function customerElsewhere(settings: Record<string, string>) {
  let server: RealServer | undefined
  let killsOn: RegExp | undefined
  const answer = async ({ body }: { body: { text?: string } }): Promise<ServiceAnswer> => {
    if (!killsOn?.test(String(body.text))) return 'ok'
    killsOn = undefined
    await server?.end('SIGKILL')
    return 'reset'
  }
  const service = await startBotService(answer)
  onTestFinished(() => service.stop())
  onTestFinished(async () => void (server?.isRunning() && (await server.end('SIGKILL'))))

  const url = () => server?.url ?? ''
  const send = (path: string, body: object) => post(`${url()}/api/v1/${path}`, adminToken, body)
  const texts = () => service.posted.map(({ body }) => String(body.text))

  return {
    async start(): Promise<void> {
      server = await startServer({ ...settings, EMULATOR: 'on', ADMIN_TOKEN: adminToken })
    },
    isRunning: () => server?.isRunning() === true,
    /** The process dies when news like this has just arrived at the service. */
    killOn: (text: RegExp) => {
      killsOn = text
    },
    /** Writes, and files a ticket at the desk; its number. */
    async filed(): Promise<string> {
      const said = customerSays('my money of 910 is late', { serviceUrl: service.url, id: 'm-1' })
      expect((await post(`${url()}/api/messages`, undefined, said)).status).toBe(200)
      await service.whenPosted(1)
      const body = { conversationId: id, kind: 'complaint', category: 'payout_late' }
      const { body: answered } = await send('tickets', body)
      return answered.ticket.no
    },
    /** Moves the ticket; how it ended does not matter when the process dies over it. */
    async move(no: string, to: string, more: object = {}): Promise<void> {
      const { body } = await call(`${url()}/api/v1/tickets/${no}`, { token: adminToken })
      await send(`tickets/${no}/state`, { to, version: body.version, ...more }).catch(() => {})
    },
    ticket: async (no: string) =>
      (await call(`${url()}/api/v1/tickets/${no}`, { token: adminToken })).body,
    /** What arrived, each reply where it came first, however often it came. */
    arrived: () =>
      [
        ...new Map(service.posted.map(({ body }) => [body.channelData.deliveryId, body])).values(),
      ].map(({ text }) => String(text)),
    /** How often something like this was sent, repeats after a crash included. */
    sentTimes: (text: RegExp) => texts().filter((each) => text.test(each)).length,
    /** The ids under which something like this was sent. */
    idsOf: (text: RegExp) =>
      new Set(
        service.posted
          .filter(({ body }) => text.test(String(body.text)))
          .map(({ body }) => body.channelData.deliveryId),
      ),
    waiting: async () => {
      const { body } = await call(`${url()}/api/v1/outbox?state=new`, { token: adminToken })
      return body.deliveries.length
    },
  }
}
