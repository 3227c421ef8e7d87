import { describe, expect, it, onTestFinished } from 'vitest'
import { customerSays, type ServiceAnswer, startBotService } from '../support/bot-service.ts'
import { startLiveApp } from '../support/live-app.ts'
import { type RealServer, startServer, temporaryFolder } from '../support/real-server.ts'
import { call, post } from '../support/web.ts'

const adminToken = 'the-admin-token-of-the-tests'

describe('a Bot Framework channel, both ways', () => {
  it('brings answers, an agent’s words and the farewell to where the customer wrote', async () => {
    const service = await startBotService()
    onTestFinished(() => service.stop())
    const app = await startLiveApp({ EMULATOR: 'on' })
    onTestFinished(() => app.stop())
    const activity = customerSays('I want a person', { serviceUrl: service.url, id: 'a-1' })
    expect((await post(`${app.url}/api/messages`, undefined, activity)).status).toBe(200)
    await service.whenPosted(1)
    expect(service.posted[0]).toMatchObject({
      path: '/v3/conversations/19%3Aabc%40thread/activities/a-1',
      body: {
        from: { id: 'bot-1' },
        recipient: { id: 'user-1' },
        replyToId: 'a-1',
        entities: [{ type: 'support/handoff', state: 'queued', position: 1 }],
      },
    })

    const conversation = encodeURIComponent('emulator:19:abc@thread')
    await app.agent(conversation, 'claim', { agent: 'Chen' })
    await app.agent(conversation, 'message', { text: 'I am looking into it.' })
    await app.agent(conversation, 'close', {})
    await service.whenPosted(4)
    const later = service.posted.slice(1)
    expect(later[1]?.body.text).toBe('Chen: I am looking into it.')
    for (const { path, body } of later) {
      expect(path).toBe('/v3/conversations/19%3Aabc%40thread/activities')
      expect(body.from).toMatchObject({ id: 'bot-1' })
      expect(body).not.toHaveProperty('replyToId')
    }
    const { body: metrics } = await call(`${app.url}/metrics`)
    expect(metrics).toContain('daozhang_outbox_parked 0')
  })
})

const rounds = 3
const conversations = ['one', 'two', 'three']

describe('a kill -9 between sending a reply and marking it', () => {
  it(`loses and reorders nothing in ${rounds} kills; what comes twice has the same id`, async () => {
    const folder = temporaryFolder()
    onTestFinished(() => folder.remove())
    let server: RealServer | undefined
    let killAt = 0
    /** The reply has arrived; before the service can answer, the process is gone. */
    const answer = async (_posted: unknown, count: number): Promise<ServiceAnswer> => {
      if (count !== killAt) return 'ok'
      await server?.end('SIGKILL')
      return 'reset'
    }
    const service = await startBotService(answer)
    onTestFinished(() => service.stop())
    const settings = { DATA_DIR: folder.path, EMULATOR: 'on', ADMIN_TOKEN: adminToken }

    /** The service sends each message again until it is taken. */
    const deliver = async ({ url }: RealServer, round: number) => {
      const answers = conversations.map((conversation) => {
        const said = { serviceUrl: service.url, id: `${conversation}-${round}`, conversation }
        return post(`${url}/api/messages`, undefined, customerSays('hello', said))
      })
      return Promise.allSettled(answers)
    }
    for (let round = 0; round < rounds; round += 1) {
      // Another reply of the round each time, across the conversations.
      killAt = service.posted.length + 1 + round
      server = await startServer(settings)
      await deliver(server, round)
      await service.whenPosted(killAt)
      await server.end('SIGKILL')
    }

    killAt = 0
    const last = await startServer(settings)
    onTestFinished(() => void last.end('SIGKILL'))
    for (let round = 0; round < rounds; round += 1) {
      const taken = await deliver(last, round)
      expect(taken.map(({ status }) => status)).toEqual(conversations.map(() => 'fulfilled'))
    }
    for (const conversation of conversations) {
      const expected = await repliesIn(last.url, conversation)
      expect(expected.length).toBeGreaterThan(0)
      await expect
        .poll(() => arrived(service.posted, conversation), { timeout: 15_000 })
        .toEqual(expected)
    }
    const texts = new Map<string, string>()
    for (const { body, headers } of service.posted) {
      const known =
        texts.get(body.channelData.deliveryId) ?? `${headers['idempotency-key']} ${body.text}`
      expect(`${headers['idempotency-key']} ${body.text}`).toBe(known)
      texts.set(body.channelData.deliveryId, known)
    }
    // The kills really fell between sending and marking, here and there of two at once.
    expect(service.posted.length - texts.size).toBeGreaterThanOrEqual(rounds)
    expect(last.printed()).not.toContain('delivery_parked')
  }, 120_000)
})

type Calls = Awaited<ReturnType<typeof startBotService>>['posted']

/** The ids that arrived in a conversation, each where it came first. */
function arrived(posted: Calls, conversation: string): string[] {
  const mine = posted.filter(({ body }) => body.conversation.id === conversation)
  return [...new Set(mine.map(({ body }) => String(body.channelData.deliveryId)))]
}

/** What the bot said in a conversation, by its log, once it has worked every message. */
async function repliesIn(url: string, conversation: string): Promise<string[]> {
  const path = `/api/v1/conversations/${encodeURIComponent(`emulator:${conversation}`)}`
  const { body } = await call(url + path, { token: adminToken })
  if (body.version < rounds) return repliesIn(url, conversation)
  const entries: { direction: string; id: string }[] = body.transcript
  return entries.filter(({ direction }) => direction === 'out').map(({ id }) => id)
}
