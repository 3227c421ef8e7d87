import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { conversationView, factsCardAgrees } from '../../src/web/api/conversation-schemas.ts'
import { agentFieldsAgree } from '../../src/web/api/desk-schemas.ts'
import { handoffPage } from '../../src/web/api/handoff-schemas.ts'
import {
  deliveriesAgree,
  entitiesAgree,
  schemasAgree,
  searchResult,
  supportEntities,
  understood,
  upkeepAgrees,
} from '../../src/web/api/schemas.ts'
import {
  targetsAgree,
  ticketFieldsAgree,
  ticketPage,
  ticketView,
} from '../../src/web/api/tickets/schemas.ts'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { openChat } from '../support/real-server.ts'
import { call, post } from '../support/web.ts'

let app: LiveApp
beforeAll(async () => {
  app = await startLiveApp()
})
afterAll(() => app.stop())

const chat = (locale: string, user?: Record<string, string>) =>
  openChat({
    url: app.url,
    secret: app.secrets.directLineSecret,
    adminToken: app.secrets.adminToken,
    locale,
    user,
  })

const ask = async (path: string) =>
  (await call(`${app.url}/api/v1/${path}`, { token: app.secrets.adminToken })).body

const understand = async (body: Record<string, string>) =>
  (await post(`${app.url}/api/v1/understand`, app.secrets.adminToken, body)).body

type Known = keyof typeof supportEntities
const isKnown = (type: string): type is Known => type in supportEntities

/** Talks until each kind of entity has been seen; gives them all. */
async function everythingSaid() {
  const talks: [locale: string, ...lines: string[]][] = [
    ['zh-CN', '我的钱没到账', '什么是T+1', '卡号6222021234567896204', '转人工'],
    ['en', 'My shop took $910.00 on card 6719, order AB-7702. Where is my money?'],
    ['zh-CN', '帮我做个收款应急预案', ...Array<string>(6).fill('跳过')],
    ['en', 'A caller wants my one-time code to pay me a refund'],
  ]
  const seen: { type: string }[] = []
  for (const [locale, ...lines] of talks) {
    const customer = await chat(locale)
    for (const line of lines) {
      for (const { activity } of await customer.say(line)) seen.push(...(activity.entities ?? []))
    }
  }
  return seen
}

describe('what is published', () => {
  it('is what the code itself works with', () => {
    const tickets = [ticketFieldsAgree, targetsAgree]
    const all = [schemasAgree, entitiesAgree, deliveriesAgree, upkeepAgrees, ...tickets]
    expect(all).toEqual([true, true, true, true, true, true])
    expect([agentFieldsAgree, factsCardAgrees]).toEqual([true, true])
  })

  it('describes each entity the assistant sends, to the field', async () => {
    const seen = await everythingSaid()
    const types = new Set(seen.map(({ type }) => type).filter(isKnown))
    expect([...types].toSorted()).toEqual(Object.keys(supportEntities).toSorted())
    for (const entity of seen) {
      if (isKnown(entity.type)) {
        const { error } = supportEntities[entity.type].strict().safeParse(entity)
        expect(error?.message, JSON.stringify(entity)).toBeUndefined()
      }
    }
  })

  it('describes what the API answers', async () => {
    const { tickets } = ticketPage.parse(await ask('tickets'))
    expect(tickets.length).toBeGreaterThan(0)
    ticketView.strict().parse(await ask(`tickets/${tickets[0]?.no}`))
    conversationView.strict().parse(await ask(`conversations/${tickets[0]?.conversationId}`))
    expect(handoffPage.parse(await ask('handoffs')).handoffs.length).toBeGreaterThan(0)
    expect(searchResult.parse(await ask('knowledge/search?q=what+is+T%2B1&locale=en'))).toEqual(
      expect.objectContaining({ answerable: true }),
    )
  })

  it.each([
    ['zh-CN', '昨天15:20刷了大约10000元，尾号6225，参考号123456789012，我是商户', '2026-11-22'],
    ['en', 'I took about $245.50 yesterday at 15:45, card 4242, RRN 123456789012', '2026-11-22'],
  ])('describes what a message in %s is understood to say', async (locale, text, day) => {
    const answer = await understand({ text, locale, now: '2026-11-23T10:00:00+08:00' })
    const { language, entities } = understood.parse(answer)
    expect(language).toBe(locale)
    expect(entities).toContainEqual(expect.objectContaining({ type: 'date', iso: day }))
    const found = new Set(entities.map(({ type }) => type))
    for (const type of ['amount', 'time', 'last4', 'rrn'] as const) expect(found).toContain(type)
    for (const { start, end, text: part } of entities) expect(text.slice(start, end)).toBe(part)
  })
})

describe('the typing sign', () => {
  it('comes from the one who answers, so that the answer ends it', async () => {
    const { id, base, token, say } = await chat('en')
    const { body } = await call(`${base}/conversations/${id}`, { token })
    const heard: { type: string; replyToId?: string; from: { id: string } }[] = []
    const socket = new WebSocket(body.streamUrl)
    const answered = new Promise<void>((resolve) => {
      socket.on('message', (frame) => {
        heard.push(...JSON.parse(String(frame)).activities)
        if (heard.some(({ replyToId }) => replyToId)) resolve()
      })
    })
    await new Promise((resolve) => socket.once('open', resolve))
    await say('what is T+1?')
    await answered
    socket.close()
    const typist = heard.find(({ type }) => type === 'typing')?.from.id
    expect(typist).toBeDefined()
    expect(heard.find(({ replyToId }) => replyToId)?.from.id).toBe(typist)
  })
})
