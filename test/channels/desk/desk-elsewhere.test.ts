import { DirectLine, type Message } from 'botframework-directlinejs'
import { expect, it, onTestFinished } from 'vitest'
import { toldByDesk } from '../../../src/channels/desk/told-by-desk.ts'
import { deskElsewhere } from '../../support/desk-elsewhere.ts'
import { openPage } from '../../support/direct-line-page.ts'
import { startLiveApp } from '../../support/live-app.ts'
import { openChat } from '../../support/real-server.ts'
import { startEngine } from '../../support/talk.ts'

async function withDesk() {
  const elsewhere = deskElsewhere()
  const app = await startLiveApp({}, { desk: elsewhere.desk })
  onTestFinished(() => app.stop())
  const chat = await openChat({
    url: app.url,
    secret: app.secrets.directLineSecret,
    adminToken: app.secrets.adminToken,
    locale: 'en',
  })
  return { elsewhere, app, chat }
}

const kinds = ({ taken }: ReturnType<typeof deskElsewhere>) =>
  taken().map(({ note: { news } }) => (news.kind === 'status' ? news.state : news.kind))

it('hands over the call with facts and transcript, then words, then the end', async () => {
  const { elsewhere, app, chat } = await withDesk()
  await chat.say('card 4111 1111 1111 1111, I want a person')
  await chat.say('it is about 640')
  await app.agent(chat.id, 'claim', { agent: 'Chen' })
  await app.agent(chat.id, 'close', {})
  await expect
    .poll(() => kinds(elsewhere))
    .toEqual(['initiate', 'message', 'accepted', 'completed'])
  const [initiate, message, accepted] = elsewhere.taken().map(({ event }) => event)
  expect(initiate).toMatchObject({
    type: 'event',
    name: 'handoff.initiate',
    value: { customer: { language: 'en' }, summary: expect.any(Array) },
    attachments: [{ name: 'Transcript' }],
  })
  expect(JSON.stringify(initiate)).toContain('I want a person')
  expect(JSON.stringify(initiate)).not.toContain('4111')
  expect(message).toMatchObject({ type: 'message', text: 'it is about 640' })
  expect(accepted).toMatchObject({ name: 'handoff.status', value: { state: 'accepted' } })
})

it('hands it over again under the same key while the desk is away, in order, and loses nothing', async () => {
  const { elsewhere, chat } = await withDesk()
  elsewhere.answer('breaks')
  await chat.say('I want a person')
  await chat.say('hello?')
  await expect.poll(() => elsewhere.tried.length, { timeout: 10_000 }).toBeGreaterThan(1)
  expect(new Set(elsewhere.tried).size).toBe(1)
  elsewhere.answer({ kind: 'taken' })
  await expect.poll(() => kinds(elsewhere), { timeout: 15_000 }).toEqual(['initiate', 'message'])
})

it.each([
  ['by web socket', true],
  ['by polling', false],
])('never shows the events of a handoff to the customer’s client %s', async (_how, webSocket) => {
  const { elsewhere, app, chat } = await withDesk()
  const page = openPage()
  onTestFinished(() => page.close())
  const line = new DirectLine({
    domain: `${app.url}/v3/directline`,
    token: chat.token,
    webSocket,
    pollingInterval: 200,
    conversationId: chat.id,
  })
  onTestFinished(() => line.end())
  const seen: Message[] = []
  line.activity$.subscribe({ next: (each) => seen.push(each as Message), error: () => {} })
  await chat.say('I want a person')
  await app.agent(chat.id, 'claim', { agent: 'Chen' })
  await app.agent(chat.id, 'message', { text: 'I am looking.' })
  await app.agent(chat.id, 'close', {})
  await expect.poll(() => kinds(elsewhere)).toContain('completed')
  await expect
    .poll(() => seen.map(({ text }) => text), { timeout: 10_000 })
    .toContain('I am looking.')
  const all = [...seen, ...(await chat.history()).map(({ activity }) => activity)]
  expect(JSON.stringify(all)).not.toMatch(/handoff\.|support\.note|Transcript/)
})

it('does what the desk says: taken, answered, ended', async () => {
  const elsewhere = deskElsewhere()
  const test = await startEngine({}, { desk: elsewhere.desk })
  onTestFinished(() => test.stop())
  const talk = await test.talk({ locale: 'en' })
  await talk.say('I want a person')
  const { conversationId } = talk
  const say = async (key: string, told: Parameters<typeof toldByDesk>[0]['told']) => {
    expect(await toldByDesk({ conversationId, key, told }, test.engine)).toBe(true)
    return talk.pass(test.clock.now().toISOString())
  }
  expect(
    await toldByDesk({ conversationId: 'x', key: 'k', told: { text: 'x' } }, test.engine),
  ).toBe(false)
  await say('1', { state: 'accepted', agent: 'Ana' })
  await say('2', { text: 'hello', agent: 'Ana' })
  await say('2', { text: 'hello', agent: 'Ana' })
  await say('3', { state: 'completed' })
  await expect
    .poll(() => test.engine.store.handoffOf(conversationId))
    .toMatchObject({ state: 'closed', agentName: 'Ana' })
  const log = await test.engine.store.activitiesAfter(conversationId, 0, 50)
  const texts = log.map(({ activity }) => activity.text)
  expect(texts.filter((text) => text === 'hello')).toHaveLength(1)
  expect(texts).toContain('Ana is here now.')
})
