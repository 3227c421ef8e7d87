import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { inProcessFanOut } from '../../../src/channels/fan-out.ts'
import { createEchoBot } from '../../support/echo-bot.ts'
import { call, post, secret, startTestWeb } from '../../support/web.ts'

/** A server on a store whose reads take as long as `wait` says, with one open socket. */
async function withSocket(wait: () => Promise<void>) {
  const fanOut = inProcessFanOut()
  const bot = createEchoBot(fanOut)
  const store = {
    ...bot.store,
    activitiesAfter: async (...asked: [string, number, number]) => {
      await wait()
      return bot.store.activitiesAfter(...asked)
    },
  }
  const web = await startTestWeb({ store, inbox: bot.inbox, fanOut })
  const { body } = await post(`${web.base}/conversations`, secret, {})
  const socket = new WebSocket(body.streamUrl)
  let seen = ''
  socket.on('message', (frame) => {
    seen += String(frame)
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve) => socket.on('open', resolve))
  return { web, bot, id: body.conversationId as string, closed, seen: () => seen, body }
}

it('a socket gets what is stored before it is told to come back', async () => {
  const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 100))
  const { web, bot, id, closed, seen } = await withSocket(slow)
  bot.say(id, { text: 'the last word' })
  await web.stop()
  expect(await closed).toBe(1012)
  expect(seen()).toContain('the last word')
})

it('a store that hangs holds nobody longer than a moment', async () => {
  const { web, closed } = await withSocket(() => new Promise(() => {}))
  const startedAt = performance.now()
  await web.stop()
  expect(await closed).toBe(1012)
  expect(performance.now() - startedAt).toBeLessThan(2_500)
})

it('a client that does not say goodbye is cut, and one that comes too late is refused', async () => {
  const { web, body, closed } = await withSocket(async () => {})
  const mute = new WebSocket(body.streamUrl)
  await new Promise((resolve) => mute.on('open', resolve))
  mute.pause()
  const startedAt = performance.now()
  const stopped = web.stop()
  const late = new WebSocket(body.streamUrl)
  const refused = new Promise((resolve) => {
    late.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    late.on('error', () => resolve('refused'))
  })
  expect([503, 'refused']).toContain(await refused)
  await stopped
  expect(await closed).toBe(1012)
  expect(performance.now() - startedAt).toBeLessThan(2_500)
  mute.terminate()
  expect((await call(web.url).catch(() => 'gone')) as unknown).toBe('gone')
})
