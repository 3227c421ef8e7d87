import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAgent, type SignedIn, signIn } from '../support/desk.ts'
import { listenToDesk } from '../support/desk-ear.ts'
import {
  bothKnown,
  type Deployment,
  deployment,
  keys,
  processes,
  sharedSecrets,
  socketOn,
} from '../support/processes.ts'
import { type Chat, openChat, type RealServer } from '../support/real-server.ts'
import { call, post } from '../support/web.ts'

const token = sharedSecrets.ADMIN_TOKEN
const patience = { timeout: 15_000 }

let deployed: Deployment
/** Where customers are, and where agents are. */
let shop: RealServer
let desk: RealServer
let ana: SignedIn
let bo: SignedIn

async function twoProcesses(settings: Record<string, string>) {
  ;[shop, desk] = await Promise.all([deployed.start(settings), deployed.start(settings)])
}

/** A chat on the shop's process, and its socket there. */
async function customer() {
  const chat = await openChat({ url: shop.url, ...keys })
  const socket = await socketOn(shop, chat)
  const texts = () => socket.seen.map(({ text }) => text)
  return {
    chat,
    socket,
    texts,
    hears: (text: string | RegExp) => expect.poll(() => texts().join('\n'), patience).toMatch(text),
    /** What the bot said since the customer's message with this id. */
    answersTo: (id: string) => socket.seen.filter(({ replyToId }) => replyToId === id),
  }
}

const handoffOf = async ({ url }: RealServer, { id }: Chat) =>
  (await call(`${url}/api/v1/conversations/${id}`, { token })).body.handoff

/** Calls for a person and waits until the desk's process knows. */
async function called() {
  const who = await customer()
  await who.chat.say('I want a person')
  await expect.poll(() => handoffOf(desk, who.chat), patience).toMatchObject({ state: 'queued' })
  return who
}

const does = (...[who, { id }, act, body = {}]: [SignedIn, Chat, string, object?]) =>
  who.post(`/api/v1/handoffs/${id}/${act}`, body)

async function wholeCourse() {
  const ear = await listenToDesk(desk.url, { cookie: ana.cookie, origin: desk.url })
  const { chat, socket, hears, answersTo } = await customer()
  await chat.say('where is my money?')
  await chat.say('I want a person')
  await expect
    .poll(async () => {
      const { body } = await ana.get('/api/v1/handoffs?state=queued')
      return body.handoffs.map((each: { conversationId: string }) => each.conversationId)
    }, patience)
    .toContain(chat.id)

  ear.follow(chat.id)
  expect((await does(ana, chat, 'claim')).status).toBe(202)
  await hears('Agent ana is here now.')
  expect(socket.seen.flatMap(({ entities = [] }) => entities)).toContainEqual(
    expect.objectContaining({ type: 'support/handoff', state: 'active', agent: 'Agent ana' }),
  )

  ear.forget()
  const said = await chat.post({ type: 'message', text: 'how long does a payout take?' })
  await expect
    .poll(() => ear.frames, patience)
    .toContainEqual({ news: 'conversation', id: chat.id })
  // In order: when her words are here, the customer's were worked before them.
  expect((await does(ana, chat, 'message', { text: 'I am looking, one moment.' })).status).toBe(202)
  await hears('I am looking, one moment.')
  expect(answersTo(said.body.id)).toEqual([])

  expect((await does(ana, chat, 'close', { outcome: 'solved' })).status).toBe(202)
  await hears(/I am back if anything else comes up/)
  const back = await chat.post({ type: 'message', text: 'how long does a payout take?' })
  await socket.answered(back.body.id, patience.timeout)
  return ear
}

describe('a handover from one process to another, over Redis', () => {
  beforeAll(async () => {
    deployed = await deployment()
    const { url } = await deployed.redis()
    await twoProcesses({ REDIS_URL: url })
    await bothKnown(shop, desk)
    const at = { url: desk.url, adminToken: token }
    ana = await newAgent(at, { login: 'ana', role: 'agent' })
    await newAgent(at, { login: 'bo', role: 'agent' })
    bo = await signIn(shop.url, 'bo')
  })
  afterAll(() => deployed.end())

  it('goes the whole way: called, taken, answered by a person alone, and back to the bot', async () => {
    const ear = await wholeCourse()
    expect(JSON.stringify(ear.frames)).not.toMatch(/payout|looking/)
  })

  it('rings at the desk of every process, in ids only', async () => {
    const admin = { authorization: `Bearer ${token}` }
    const ears = await Promise.all([shop, desk].map(({ url }) => listenToDesk(url, admin)))
    const { chat } = await customer()
    await chat.say('I want a person, my card is 4242')
    for (const { frames } of ears) {
      await expect.poll(() => frames, patience).toContainEqual({ news: 'queue' })
      expect(JSON.stringify(frames)).not.toContain('4242')
    }
  })

  it('gives it to one of two who claim on two processes at once', async () => {
    const { chat, texts } = await called()
    const answers = await Promise.all([does(ana, chat, 'claim'), does(bo, chat, 'claim')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409])
    const { agentName } = await handoffOf(shop, chat)
    await expect.poll(texts, patience).toContain(`${agentName} is here now.`)
    const winner = answers[0]?.status === 202 ? ana : bo
    const loser = winner === ana ? bo : ana
    expect(winner.agent.name).toBe(agentName)
    expect((await does(loser, chat, 'message', { text: 'me too' })).body.error.code).toBe(
      'NotYours',
    )
    await does(winner, chat, 'close')
    expect(texts().filter((text) => / is here now\./.test(text))).toHaveLength(1)
  })

  it('shows who is typing, both ways', async () => {
    const { chat, socket } = await called()
    await does(ana, chat, 'claim')
    const ear = await listenToDesk(desk.url, { cookie: ana.cookie, origin: desk.url })
    ear.follow(chat.id)
    await expect
      .poll(async () => {
        await does(ana, chat, 'typing')
        return socket.seen.filter(({ type }) => type === 'typing')
      }, patience)
      .toContainEqual(expect.objectContaining({ from: expect.objectContaining({ id: 'agent' }) }))
    await expect
      .poll(async () => {
        await chat.post({ type: 'typing' })
        return ear.frames
      }, patience)
      .toContainEqual({ news: 'typing', id: chat.id })
    await does(ana, chat, 'close')
  })

  it('lets two agents on two processes see each other in a conversation', async () => {
    const { chat } = await called()
    const view = (who: SignedIn, body = {}) =>
      who.post(`/api/v1/conversations/${chat.id}/view`, body)
    await view(ana, { typing: true })
    const onShop = (await view(bo)).body.viewers
    const onDesk = (await view(ana)).body.viewers
    for (const seen of [onShop, onDesk]) {
      expect(seen).toEqual([
        { agentId: ana.agent.id, name: 'Agent ana', typing: true },
        { agentId: bo.agent.id, name: 'Agent bo', typing: false },
      ])
    }
  })
})

describe('a handover while something is missing', () => {
  beforeAll(async () => {
    deployed = await deployment()
  })
  afterAll(() => deployed.end())

  it('goes the whole way without any Redis, a little later', async () => {
    await twoProcesses({})
    ana = await newAgent({ url: desk.url, adminToken: token }, { login: 'ana', role: 'agent' })
    await wholeCourse()
  })

  it('stays with its agent when the process dies that she worked on', async () => {
    const { url } = await deployed.redis()
    await twoProcesses({ REDIS_URL: url })
    await bothKnown(shop, desk)
    const eve = await newAgent(
      { url: desk.url, adminToken: token },
      { login: 'eve', role: 'agent' },
    )
    const { chat, hears, answersTo } = await called()
    await does(eve, chat, 'claim')
    await hears('Agent eve is here now.')
    await desk.end('SIGKILL')
    const said = await chat.post({ type: 'message', text: 'are you still there?' })
    const again = await signIn(shop.url, 'eve')
    await does(again, chat, 'message', { text: 'I am, on another line.' })
    await hears('I am, on another line.')
    expect(answersTo(said.body.id)).toEqual([])
    await expect
      .poll(async () => (await processes(shop)).processes, { timeout: 20_000 })
      .toHaveLength(1)
    await post(`${shop.url}/api/v1/handoffs/${chat.id}/close`, token, {})
    await hears(/I am back/)
  })
})
